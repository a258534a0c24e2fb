"""Causes, order, roles and attribution between two passages."""

import pytest

from tests.changes.drift.facings import codes, found


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("The pier shut after the storm hit.", "The pier shut because the storm hit.", "C704"),
        ("Sales fell because of the strike.", "Sales fell in the strike.", "C705"),
        (
            "The call came after the plan was shown.",
            "The call came before the plan was shown.",
            "R802",
        ),
        ("Brandt accused Vail on Friday.", "Vail accused Brandt on Friday.", "R801"),
        ("The dam leaks, according to engineers.", "The dam leaks.", "A602"),
        ("The dam leaks.", "The dam leaks, officials said.", "A604"),
        ("According to Ilse Brandt, it leaks.", "According to Odo Vail, it leaks.", "A603"),
    ],
)
def test_a_change_has_its_code(before: str, after: str, code: str) -> None:
    assert code in codes(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Brandt accused Vail on Friday.", "Vail was accused by Brandt on Friday."),
        ("The pier shut after the storm.", "After the storm, the pier shut."),
        ("The storm came before the flood.", "The flood came after the storm."),
        ("Sales fell because of the strike.", "Sales fell due to the strike."),
        ("Brandt and Vail met the owners.", "Vail and Brandt met the owners."),
    ],
)
def test_the_same_told_the_other_way_round_is_no_change(before: str, after: str) -> None:
    assert not codes(before, after) - {"A602", "A604"}


def test_an_order_that_changed_is_shown_with_the_events_it_orders() -> None:
    before, after = "The call came after the plan was shown.", "The call came before the plan."
    (told,) = [one for one in found(before, after) if one.code == "R802"]

    assert told.before == "call came after the plan"
    assert told.after == "call came before the plan"
