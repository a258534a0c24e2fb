"""Numbers between two passages: which changed, and how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changes.drift.facings import codes, found


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (
            "The mill employed 240 people in spring.",
            "The mill employed 310 people in spring.",
            "N201",
        ),
        ("Seven boats left the bay at dawn.", "Nine boats left the bay at dawn.", "N201"),
        (
            "It cost 4,870 crowns a boat to mend.",
            "It cost about 4,900 crowns a boat to mend.",
            "N202",
        ),
        ("The repairs took three weeks in all.", "The repairs took three months in all.", "N203"),
        ("Turnout rose by 4 per cent.", "Turnout rose by 4 percentage points.", "N204"),
        ("The pier cost £2.4m to build.", "The pier cost £4.2m to build.", "N205"),
        ("The pier cost £2.4m to build.", "The pier cost $2.4m to build.", "N205"),
        ("Up to 200 jobs will go.", "At least 200 jobs will go.", "N206"),
        ("Ilse Brandt, 34, left the board.", "Ilse Brandt, 43, left the board.", "N207"),
    ],
)
def test_a_changed_number_has_the_code_of_its_change(before: str, after: str, code: str) -> None:
    assert codes(before, after) == {code}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mill employed 1,240 people.", "The mill employed 1240 people."),
        ("Two boats left the bay.", "2 boats left the bay."),
        ("It was paid £2.4 million in all.", "It was paid £2.4m in all."),
        ("Some 40 per cent voted.", "Some 40% voted."),
        ("The road is 10 miles long.", "The road is 16 km long."),
        ("Half the houses stood empty.", "50% of the houses stood empty."),
        ("The pier is 30 years old and cost £5m.", "The pier cost £5m and is 30 years old."),
    ],
)
def test_a_number_written_otherwise_or_moved_is_no_change(before: str, after: str) -> None:
    assert not {code for code in codes(before, after) if code.startswith("N")}


def test_a_finding_points_at_both_numbers() -> None:
    (drift,) = [one for one in found("It has 12 rooms.", "It has 21 rooms.") if one.code == "N201"]

    assert (drift.before, drift.after) == ("12", "21")


def test_numbers_in_quotation_marks_are_left_to_the_ledger() -> None:
    assert not codes('"We lost 12 boats," she said.', '"We lost 21 boats," she said.')


@given(st.integers(2, 999), st.integers(2, 999))
def test_two_numbers_are_a_change_where_they_differ_and_only_there(one: int, other: int) -> None:
    before, after = (f"The mill at Orrow employed {n} people in spring." for n in (one, other))

    assert bool(codes(before, after)) == (one != other)
