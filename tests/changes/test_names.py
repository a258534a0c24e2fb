from hypothesis import given
from hypothesis import strategies as st

from retold.changes.names import names
from retold.model.change import NameRecord
from tests.changes.tellings import tellings


def told(**texts: str) -> dict[str, set[str]]:
    """Name and forms of every record."""
    return {one.name: {form.form for form in one.forms} for one in names(tellings(texts))}


def test_a_name_is_one_record_with_its_short_forms_and_slips() -> None:
    found = told(
        one="They asked Ada Brandreth about it. Mr Holm thanked Brandreth for coming.",
        two="They asked Ada Brandrith about it. Mr Holm thanked Brandrith for coming.",
    )

    assert found == {
        "Ada Brandreth": {"Ada Brandreth", "Brandreth", "Ada Brandrith", "Brandrith"},
        "Holm": {"Holm"},
    }


def test_transliterations_are_one_name() -> None:
    found = told(
        one="They met Mykola Shevchuk, who spoke for an hour in Kyiv.",
        two="They met Nikolai Schewtschuk, who spoke for an hour in Kiev.",
    )

    assert sorted(map(sorted, found.values())) == [
        ["Kiev", "Kyiv"],
        ["Mykola Shevchuk", "Nikolai Schewtschuk"],
    ]


def test_two_people_of_one_surname_stay_apart() -> None:
    found = told(
        one="They asked Ada Lund first and then asked Mr Erik Lund about the ship.",
        two="They asked Ada Lund first and then asked Mr Erik Lund about the boat.",
    )

    assert set(found) == {"Ada Lund", "Erik Lund"}


def test_a_town_is_not_short_for_its_houses() -> None:
    found = told(
        one="He went to Oldmere and asked the Oldmere Port Trust about it.",
        two="He went to Oldmere and asked the Oldmere Port Trust for it.",
    )

    assert set(found) == {"Oldmere", "Oldmere Port Trust"}


def test_a_single_telling_has_names_too() -> None:
    assert set(told(one="They asked Ada Lund about it.")) == {"Ada Lund"}


@given(st.permutations(["They asked Ada Lund.", "They saw Mr Lund go.", "They met Ada Lundt."]))
def test_records_do_not_hang_on_the_order_of_tellings(texts: list[str]) -> None:
    def forms(records: tuple[NameRecord, ...]) -> set[frozenset[str]]:
        return {frozenset(form.form for form in one.forms) for one in records}

    mixed = names(tellings(dict(zip("abc", texts, strict=True))))
    ordered = names(tellings(dict(zip("abc", sorted(texts), strict=True))))

    assert forms(mixed) == forms(ordered)
