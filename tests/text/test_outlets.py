import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.outlets import (
    KNOWN,
    NAME,
    OF_BODIES,
    OF_OUTLETS,
    body_like,
    body_perhaps,
    name_after,
    name_before,
    outlet_like,
    outlet_perhaps,
    same_outlet,
)

WORDS = [
    "The",
    "Kestrel",
    "Post",
    "News",
    "Ambry",
    "Daily",
    "AP",
    "Associated",
    "Press",
    "of",
    "NPR",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NPR", "NPR News"),
        ("the NPR", "NPR"),
        ("Reuters", "Reuters News"),
        ("The Examiner", "Examiner"),
        ("AP", "Associated Press"),
        ("AP", "The Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Marrow Coast", "Marrow Coast Agency"),
        ("kestrelpost.com", "KestrelPost"),
        ("Kestrel Post’s", "Kestrel Post"),
    ],
)
def test_two_names_of_one_outlet_are_one(left: str, right: str) -> None:
    assert same_outlet(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kestrel Post", "Ambry Post"),
        ("Post", "Kestrel Post"),
        ("Kestrel", "Kestrel Post"),
        ("News", "Post"),
        ("AP", "Ambry Daily"),
        ("", ""),
        ("", "AP"),
    ],
)
def test_two_outlets_are_not_one(left: str, right: str) -> None:
    assert not same_outlet(left, right)


@given(NAMES, NAMES)
def test_being_one_outlet_goes_both_ways(left: str, right: str) -> None:
    assert same_outlet(left, right) == same_outlet(right, left)


@given(NAMES)
def test_an_outlet_is_itself(name: str) -> None:
    assert same_outlet(name, name)


def test_a_name_loses_its_article_and_the_day_after_it() -> None:
    text = "published by the Kestrel Post Tuesday, who"

    found = name_after(text, len("published by"), len(text))

    assert found == Span(17, 29)


def test_a_name_before_a_verb_loses_the_word_that_opens_the_sentence() -> None:
    text = "It rained. While Ambry Daily has"

    found = name_before(text, 0, text.index(" has"))

    assert found is not None
    assert found.of(text) == "Ambry Daily"


def test_a_name_does_not_reach_over_a_full_stop() -> None:
    text = "He met Lund. Kestrel Post"

    found = name_before(text, 0, len(text))

    assert found is not None
    assert found.of(text) == "Kestrel Post"


def test_no_capital_is_no_name() -> None:
    assert name_after("by the way", 2, 10) is None


def test_an_outlet_is_known_by_its_words() -> None:
    assert outlet_like("Oldry Examiner")
    assert not outlet_like("Ada Lund")
    assert not outlet_like("Press Secretary")
    assert not outlet_like("Coastal Protection Agency")


def test_an_office_is_told_from_a_person() -> None:
    assert body_like("Office of Harbours")
    assert body_like("MSB")
    assert not body_like("Ada Lund")


KEYS = st.sampled_from(sorted(OF_OUTLETS | KNOWN | OF_BODIES | {"ambry", "coast", "of", "and"}))
WRITTEN = KEYS.flatmap(
    lambda key: st.sampled_from(
        [
            key,
            key.upper(),
            key.capitalize(),
            "".join(f"{one}." for one in key.upper()),
            f"{key}.Com",
        ]
    )
)


@given(st.lists(WRITTEN | st.from_regex(NAME, fullmatch=True), min_size=1, max_size=4))
def test_where_a_name_is_an_outlets_or_an_offices_the_quick_word_is_perhaps(
    words: list[str],
) -> None:
    text = f"It told {' '.join(words)}"
    name = name_after(text, len("It told "), len(text))

    if name is not None:
        assert outlet_perhaps(text) or not outlet_like(name.of(text))
        assert body_perhaps(name.of(text)) or not body_like(name.of(text))
