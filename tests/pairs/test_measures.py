import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.pairs.measures import MEASURES, measure
from tests.invented.prose import excerpt, paraphrase, reordered, story
from tests.pairs.readings import grounded

# These are softened by a prior, so that one of one is not certainty.
SOFTENED = {
    "figures_poorer",
    "content_poorer",
    "names_poorer_with_quotes",
    "figures_poorer_with_quotes",
}
RUN = "pumps ran dry before dawn"
LONGER = "nobody saw pumps ran dry before dawn again last week"
ORDERED = "Hydrant, bakery, millpond, parish, staircase and engine"


def measured(left: str, right: str) -> dict[str, float]:
    return measure(grounded(left, right))


@settings(max_examples=20)
@given(st.integers(0, 300), st.integers(0, 300))
def test_measures_are_shares_and_the_same_from_both_sides(one: int, other: int) -> None:
    left, right = story(one).body, excerpt(reordered(paraphrase(story(other)), one), 0, 9).body

    found = measured(left, right)
    assert list(found) == list(MEASURES)
    assert all(0 <= value <= 1 for value in found.values())
    assert measured(right, left) == found


@settings(max_examples=20)
@given(st.integers(0, 300))
def test_a_text_against_itself_has_the_whole_of_every_share(seed: int) -> None:
    text = story(seed).body.replace('"', "")
    found = measured(text, text)

    assert {name for name, value in found.items() if value < 0.999999} <= SOFTENED
    assert min(found.values()) > 0.9


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", RUN), (RUN, "")])
def test_a_text_without_words_has_nothing_in_common(left: str, right: str) -> None:
    assert set(measured(left, right).values()) == {0.0}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("runs_fuller", 5 / 10),
        ("words_in_order_fuller", 5 / 10),
        # Nothing of the poorer text is left outside the run; 5 words of the fuller are.
        ("words_in_order_apart_poorer_with_quotes", (0 + 5) / (0 + 5)),
        ("words_in_order_apart_fuller_with_quotes", (0 + 5) / (5 + 5)),
        ("near_pairs_apart_poorer_with_quotes", (0 + 3) / (0 + 3)),
        # No figure in either text: a share of nothing.
        ("figures_poorer", 0.5),
    ],
)
def test_a_measure_is_as_reckoned_by_hand(name: str, value: float) -> None:
    assert measured(RUN, LONGER)[name] == pytest.approx(value)


def test_one_figure_of_one_is_not_certainty() -> None:
    # A digit weighs 2.5 nats; half a nat is added to what is shared and to what is not.
    assert measured("7 boats sank", "7 ships went down")["figures_poorer"] == pytest.approx(3 / 3.5)


def test_two_words_of_one_order_are_too_few() -> None:
    assert measured("Hydrant, bakery", "Hydrant and bakery")["order_of_words"] == 0.5


def test_words_in_one_order_and_in_the_reverse_are_the_ends_of_order() -> None:
    backward = "Engine, staircase, parish, millpond, bakery and hydrant"

    assert measured(ORDERED, ORDERED + " again")["order_of_words"] == pytest.approx(1)
    assert measured(ORDERED, backward)["order_of_words"] == pytest.approx(0)


def test_company_is_kept_where_shared_words_still_share_a_sentence() -> None:
    together = "The hydrant and the millpond."
    apart = "The hydrant broke down. The millpond froze over quite."

    assert measured(together, "A millpond near the hydrant.")["company_kept_with_quotes"] == 1
    assert measured(together, apart)["company_kept_with_quotes"] == 0


def test_what_is_quoted_on_both_sides_counts_for_no_prose_measure() -> None:
    words = '"we will sift the ash of that mill for a week"'
    found = measured(f"Vannick said {words}.", f"{words}, wrote the board.")

    assert found["runs_fuller"] == 0
    assert found["words_in_order_apart_poorer_with_quotes"] > 0
