import pytest

from retold.backends.frequencies import LANGUAGES, frequencies


@pytest.mark.parametrize(
    ("language", "common", "rare"),
    [
        ("en", "the", "hydrant"),
        ("de", "und", "weiher"),
        ("fr", "les", "moulin"),
        ("es", "que", "molino"),
        ("it", "che", "mulino"),
    ],
)
def test_a_rare_word_weighs_more_than_a_common_one(language: str, common: str, rare: str) -> None:
    table = frequencies(frozenset({language}))

    assert table.weight(common, language) < 1 < table.weight(rare, language)
    assert table.known(rare, language)


def test_the_five_languages_are_held_by_default() -> None:
    assert sorted(frequencies().tables) == sorted(LANGUAGES)


def test_a_language_without_a_table_is_left_out() -> None:
    assert frequencies(frozenset({"en", "xx"})).tables.keys() == {"en"}


def test_words_are_kept_by_their_folded_form() -> None:
    table = frequencies(frozenset({"fr"})).tables["fr"]

    assert "ete" in table
    assert not any("é" in word for word in table)


def test_a_made_up_word_is_not_known() -> None:
    assert not frequencies(frozenset({"en"})).known("ostreyvannick", "en")
