"""Derived texts that the benchmarks make."""

import random

import pytest

from benchmarks.making import MAKERS, excerpt, furnished, pieces, substituted, trim

TEXT = " ".join(
    f"The harbour board said on day {number} that the {thing} would need new money."
    for number, thing in enumerate("pier crane lamp rope boat shed lock gate wall buoy".split())
)


def test_pieces_join_to_the_text() -> None:
    assert "".join(pieces(TEXT)) == TEXT
    assert len(pieces(TEXT)) == 10


def test_an_excerpt_stands_in_the_text() -> None:
    assert excerpt(TEXT, random.Random(1)) in TEXT


def test_a_trim_keeps_the_first_sentence_and_drops_some() -> None:
    made = trim(TEXT, random.Random(1))

    assert made.startswith(pieces(TEXT)[0].strip())
    assert 6 <= len(pieces(made)) < 10


def test_furniture_leaves_the_text_whole() -> None:
    assert TEXT in furnished(TEXT, random.Random(1))


def test_substitution_replaces_words_of_the_table() -> None:
    assert substituted(TEXT, random.Random(1)) != TEXT


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_same_seed_makes_the_same_text(name: str) -> None:
    assert MAKERS[name](TEXT, random.Random(5)) == MAKERS[name](TEXT, random.Random(5))
