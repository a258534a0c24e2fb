from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.changes.drift.dates import date_drifts, weekday_drifts
from retold.model.document import DateBasis, Dated
from tests.changes.drift.facings import facing


def dates(before: str, after: str, *, descended: bool = True) -> list[str]:
    """The codes of the findings about dates."""
    return [one.code for one in date_drifts(facing(before, after, descended=descended))]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("It sank on 14 October off the cape.", "It sank on 15 October off the cape.", "T401"),
        ("It sank on Monday off the cape.", "It sank on Thursday off the cape.", "T401"),
        ("It opened in 1998 on the quay.", "It opened in 1989 on the quay.", "T401"),
        ("It sailed at 7.40am that day.", "It sailed at 8.15am that day.", "T401"),
        ("It sank on 14 October off the cape.", "It sank recently off the cape.", "T402"),
        ("It sank on 3 May 2030 at sea.", "It sank in May 2030 at sea.", "T402"),
        ("It sank in May 2030 at sea.", "It sank on 3 May 2030 at sea.", "T404"),
        ("It sailed at 7am GMT that day.", "It sailed at 9am that day.", "T405"),
    ],
)
def test_a_changed_date_is_named_by_what_became_of_it(before: str, after: str, code: str) -> None:
    assert dates(before, after) == [code]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It sank on 14 October at sea.", "It sank on October 14 at sea."),
        ("It sank on 14 October at sea.", "It sank on 14 October 2030 at sea."),
        ("It sailed at 7.40am that day.", "It sailed at 7:40 a.m. that day."),
        ("It sailed at 7am GMT that day.", "It sailed at 8am BST that day."),
        ("It sank late Tuesday at sea.", "It sank on Wednesday at sea."),
    ],
)
def test_another_way_to_tell_the_same_time_is_no_finding(before: str, after: str) -> None:
    assert dates(before, after, descended=False) == []


def test_a_day_apart_between_independent_tellings_may_be_two_time_zones() -> None:
    assert dates("It sank on Tuesday.", "It sank on Wednesday.", descended=False) == ["T405"]
    assert dates("It sank on Tuesday.", "It sank on Wednesday.") == ["T401"]


def test_a_weekday_and_a_date_are_compared_by_the_day_they_mean() -> None:
    both = facing("It sank on Wednesday at sea.", "It sank on 11 June at sea.")
    stamped = tuple(
        replace(
            side,
            document=replace(side.document, dates=(Dated("2031-06-12", DateBasis.METADATA),)),
        )
        for side in (both.parent, both.child)
    )

    assert list(date_drifts(replace(both, parent=stamped[0], child=stamped[1]))) == []


def test_a_weekday_that_the_date_does_not_have_is_found() -> None:
    found = weekday_drifts(facing("It sank on 11 June 2031.", "It sank on Monday, 11 June 2031."))

    assert [one.code for one in found] == ["T403"]


@given(st.text(alphabet="0123456789 amp:.MayJune", max_size=80))
def test_a_text_beside_itself_has_no_finding(text: str) -> None:
    before = f"It sank on 14 October {text} at sea."

    assert dates(before, before) == []
