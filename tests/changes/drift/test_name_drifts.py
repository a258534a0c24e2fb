import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.changes.drift.names import name_drifts
from retold.changes.drift.titles import title_drifts
from tests.changes.drift.facings import facing


def names(before: str, after: str, *, descended: bool = True) -> list[tuple[str, str, str | None]]:
    """Code, severity and the new words of each finding about names."""
    return [
        (one.code, one.severity.value, one.after)
        for one in name_drifts(facing(before, after, descended=descended))
    ]


def titles(before: str, after: str) -> list[tuple[str | None, str | None]]:
    return [(one.before, one.after) for one in title_drifts(facing(before, after))]


def test_a_misspelt_name_is_a_typo() -> None:
    assert names("They asked Ada Brandreth twice.", "They asked Ada Brandrith twice.") == [
        ("E301", "typo", "Ada Brandrith")
    ]


def test_another_transliteration_is_no_typo() -> None:
    assert names("They asked Mykola Hnatiuk.", "They asked Nikolai Hnatiuk.") == [
        ("E304", "wording", "Nikolai Hnatiuk")
    ]


def test_a_telling_that_has_both_spellings_slipped() -> None:
    before = "They asked Mirela Vasko twice. The board thanked Vasko."
    after = "They asked Mirela Wasko twice. The board thanked Vasko."

    assert [code for code, *_ in names(before, after)] == ["E301"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They asked Ada Lund about it.", "They asked Erik Holm about it."),
        ("It lay in Norway all winter.", "It lay in Sweden all winter."),
        ("The plan of Mr Lund’s office failed.", "The plan of Mr Holm’s office failed."),
        ("He heard Brandreth accuse it.", "He heard Penhallick accuse it."),
    ],
)
def test_another_name_in_the_place_of_one_is_someone_else(before: str, after: str) -> None:
    assert [(code, rank) for code, rank, _ in names(before, after)] == [("E302", "meaning")]


def test_between_independent_tellings_another_name_is_a_contradiction() -> None:
    found = names("They asked Ada Lund.", "They asked Erik Holm.", descended=False)

    assert [(code, rank) for code, rank, _ in found] == [("E302", "contradiction")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They asked Ada Lund about it.", "They asked Lund about it."),
        ("They asked Michael Holm about it.", "They asked Mike Holm about it."),
        ("It came from Kyiv at night.", "It came from Ukraine at night."),
        ("It came from the U.S. at night.", "It came from the United States at night."),
        ("They asked “Ada Lund”.", 'They asked "Ada Lund".'),
    ],
)
def test_another_way_to_name_the_same_is_no_finding(before: str, after: str) -> None:
    assert names(before, after) == []


def test_another_title_is_found_and_another_form_of_address_is_not() -> None:
    assert titles("They asked Senator Ada Lund.", "They asked Governor Ada Lund.") == [
        ("Senator", "Governor")
    ]
    assert titles("They asked the chairman, Ada Lund.", "They asked chair Ada Lund.") == []


def test_a_title_that_lost_its_former_is_found() -> None:
    assert titles(
        "They asked the former chief engineer Ada Lund.", "They asked the chief engineer Ada Lund."
    ) == [("former chief engineer", "chief engineer")]


@given(st.text(alphabet="ABCabc ’.,-", max_size=120))
def test_a_text_beside_itself_has_no_finding(text: str) -> None:
    before = f"They asked Ada Lund {text} there."

    assert names(before, before) == []
    assert titles(before, before) == []
