import pytest

from retold.text.scripts import mixed_letters


@pytest.mark.parametrize("word", ["f\u0435rry", "\u0391thens", "\U0001d400BC"])
def test_a_word_in_letters_of_two_alphabets_is_mixed(word: str) -> None:
    assert mixed_letters(word)


@pytest.mark.parametrize(
    "word", ["ferry", "Škerra", "паром", "\u00b5m", "東京タワー", "2nd", "", "\u00bd"]
)
def test_a_word_in_one_alphabet_or_in_none_that_looks_alike_is_not(word: str) -> None:
    assert not mixed_letters(word)
