"""British and American spelling as one key."""

import pytest

from retold.text.variants import one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("analyse", "analyze"),
        ("colour", "color"),
        ("neighbouring", "neighboring"),
        ("centre", "center"),
        ("centring", "centering"),
        ("theatres", "theaters"),
        ("travelled", "traveled"),
        ("counsellor", "counselor"),
        ("dialogue", "dialog"),
        ("paediatric", "pediatric"),
        ("manoeuvres", "maneuvers"),
        ("defence", "defense"),
        ("programme", "program"),
        ("towards", "toward"),
        ("grey", "gray"),
    ],
)
def test_two_spellings_have_one_key(british: str, american: str) -> None:
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("hour", "hor"),
        ("filled", "filed"),
        ("prise", "prize"),
        ("tired", "tried"),
        ("there", "theer"),
        ("called", "caled"),
        ("defence", "offence"),
        ("colour", "collar"),
    ],
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert one_spelling(one) != one_spelling(other)


def test_a_key_is_its_own_key() -> None:
    words = "organised colour centre travelled dialogue paediatric defence programme".split()

    assert [one_spelling(one_spelling(word)) for word in words] == [
        one_spelling(word) for word in words
    ]
