import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.fold import fold
from retold.text.spelling import Spelling, near_keys, spelling

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "two", "stands"),
    [
        ("Mykola", "Nikolai", Spelling.TRANSLITERATED),
        ("Brodsky", "Brodskyy", Spelling.TRANSLITERATED),
        ("Hussein", "Husayn", Spelling.TRANSLITERATED),
        ("Ushinsky", "Uschinskij", Spelling.TRANSLITERATED),
        ("Kyiv", "Kiev", Spelling.TRANSLITERATED),
        ("Brandreth", "Brandrith", Spelling.SLIP),
        ("Quillan", "Quilan", Spelling.SLIP),
        ("Corrin", "Corinne", Spelling.SLIP),
        ("Michael", "Mike", Spelling.SAME),
        ("Lund", "LUND", Spelling.SAME),
        ("Iran", "Iraq", Spelling.OTHER),
        ("Austria", "Australia", Spelling.OTHER),
        ("Martin", "Marvin", Spelling.OTHER),
        ("Lund", "Holm", Spelling.OTHER),
    ],
)
def test_slips_transliterations_and_other_names_are_told_apart(
    one: str, two: str, stands: Spelling
) -> None:
    assert spelling(one, two) is stands


@given(LETTERS, LETTERS)
def test_spelling_is_symmetric(one: str, two: str) -> None:
    assert spelling(one, two) is spelling(two, one)


@given(LETTERS, LETTERS)
def test_whatever_is_joined_shares_a_key(one: str, two: str) -> None:
    joined = spelling(one, two) in {Spelling.SLIP, Spelling.TRANSLITERATED}

    assert not joined or near_keys(fold(one)) & near_keys(fold(two))
