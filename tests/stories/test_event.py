import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.event_weights import event_weights
from retold.stories.event import COMPARED_FROM, STORY_FROM, same_event, same_events
from retold.stories.overlap import MEASURES, overlaps
from tests.stories.sketches import BAKERY, FERRY, FERRY_TOO, drawn

WEIGHTS = event_weights()
TEXTS = st.sampled_from([FERRY, FERRY_TOO, BAKERY, "", "One word.", "Skarholm 84"]) | st.text(
    max_size=80
)


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_both_ways_and_between_nought_and_one(one: str, other: str) -> None:
    left, right = drawn("a", one), drawn("b", other)

    forth, back = same_event(left, right, WEIGHTS), same_event(right, left, WEIGHTS)

    assert forth == back
    assert 0 <= forth <= 1


@given(TEXTS, TEXTS)
def test_every_share_and_cosine_lies_between_nought_and_one(one: str, other: str) -> None:
    (values,) = overlaps([(drawn("a", one), drawn("b", other))]).tolist()

    named = zip(MEASURES, values, strict=True)
    shares = [v for name, v in named if name not in {"rare_words", "shorter", "longer"}]
    assert all(math.isnan(value) or -1e-6 <= value <= 1 + 1e-6 for value in shares)


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_a_pair_comes_out_the_same_beside_whatever_others(one: str, others: list[str]) -> None:
    first, rest = drawn("a", one), [drawn(f"b{at}", text) for at, text in enumerate(others)]

    together = same_events([(first, other) for other in rest], WEIGHTS)

    assert together == [same_event(first, other, WEIGHTS) for other in rest]


def test_reports_made_apart_on_one_event_are_one_story() -> None:
    assert same_event(drawn("a", FERRY), drawn("b", FERRY_TOO), WEIGHTS) >= STORY_FROM


def test_a_look_alike_with_other_names_and_places_is_another_story() -> None:
    other = (
        "The ferry Ostara struck rocks near Lindvik on Friday with 31 passengers aboard. "
        "Captain Jan Holm said the engine had failed in the fog. "
        "Two were hurt, and fishermen took the passengers to the quay at Morstad."
    )

    assert same_event(drawn("a", FERRY), drawn("b", other), WEIGHTS) < STORY_FROM


@pytest.mark.parametrize("text", [FERRY, FERRY_TOO, BAKERY])
def test_a_text_and_itself_tell_of_one_event(text: str) -> None:
    assert same_event(drawn("a", text), drawn("b", text), WEIGHTS) > 0.9


def test_nothing_shared_is_nothing_alike() -> None:
    assert same_event(drawn("a", FERRY), drawn("b", ""), WEIGHTS) == 0


def test_an_excerpt_is_worth_comparing_with_the_whole() -> None:
    assert same_event(drawn("a", FERRY), drawn("b", FERRY[:90]), WEIGHTS) >= COMPARED_FROM


def test_the_shipped_weights_name_every_measure() -> None:
    assert set(WEIGHTS.slopes) == set(MEASURES)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_few_pairs_come_out_the_same_whether_the_kernel_counts_them_or_not(
    texts: list[str],
) -> None:
    sides = [drawn(str(at), text) for at, text in enumerate(texts)]
    pairs = [(one, other) for one in sides for other in sides]

    assert same_events(pairs, WEIGHTS, compiled=True) == same_events(pairs, WEIGHTS)
