import sys
import unicodedata

import pytest

from retold.text.scripts import LOOK_ALIKE, OTHER_LETTERS, may_mix, mixed_letters


@pytest.mark.parametrize("word", ["f\u0435rry", "\u0391thens", "\U0001d400BC"])
def test_a_word_in_letters_of_two_alphabets_is_mixed(word: str) -> None:
    assert mixed_letters(word)


@pytest.mark.parametrize(
    "word", ["ferry", "Škerra", "паром", "\u00b5m", "東京タワー", "2nd", "", "\u00bd"]
)
def test_a_word_in_one_alphabet_or_in_none_that_looks_alike_is_not(word: str) -> None:
    assert not mixed_letters(word)


def test_every_letter_that_looks_like_a_latin_one_is_among_the_others() -> None:
    alphabets = LOOK_ALIKE - {"LATIN"}
    letters = (letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isalpha())

    assert all(
        OTHER_LETTERS.match(letter)
        for letter in letters
        if unicodedata.name(letter, "").partition(" ")[0] in alphabets
    )


def test_a_text_may_mix_where_it_has_letters_of_two_alphabets() -> None:
    assert may_mix("The f\u0435rry — “at noon”")
    assert not may_mix("The Škerra ferry — “at noon”, 5 € a head")
