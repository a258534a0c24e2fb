from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.moments import reckoned
from retold.text.times import Expression, expressions

# A Thursday.
WRITTEN = date(2031, 6, 12)


def found(text: str) -> tuple[Expression, ...]:
    return expressions(text, [Span(0, len(text))])


def meant(text: str, written: date | None = WRITTEN) -> list[tuple[str, str, str, str]]:
    """Phrase, first and last day and precision of what can be reckoned."""
    return [
        (one.phrase, interval.begin.isoformat(), interval.end.isoformat(), interval.precision)
        for one in found(text)
        if (interval := reckoned(one, written)) is not None
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "begin", "end", "precision"),
    [
        ("She said on Thursday.", "Thursday", "2031-06-12", "2031-06-12", "day"),
        ("She said on Wednesday.", "Wednesday", "2031-06-11", "2031-06-11", "day"),
        ("She will speak on Friday.", "Friday", "2031-06-13", "2031-06-13", "day"),
        ("She met him on Friday.", "Friday", "2031-06-06", "2031-06-06", "day"),
        ("They met on 23 April.", "23 April", "2031-04-23", "2031-04-23", "day"),
        ("They met on Dec. 3.", "Dec. 3", "2030-12-03", "2030-12-03", "day"),
        ("They will meet on 3 March.", "3 March", "2032-03-03", "2032-03-03", "day"),
        ("It ran from 3-5 May.", "3-5 May", "2031-05-03", "2031-05-05", "days"),
        ("It began in late October.", "late October", "2030-10-21", "2030-10-31", "days"),
        ("It began last month.", "last month", "2031-05-01", "2031-05-31", "month"),
        ("It began last year.", "last year", "2030-01-01", "2030-12-31", "year"),
        ("It came out this week.", "this week", "2031-06-09", "2031-06-15", "week"),
        ("It began two weeks ago.", "two weeks ago", "2031-05-26", "2031-06-01", "week"),
        ("Last night it rained.", "Last night", "2031-06-11", "2031-06-11", "day"),
        ("It opened in 1998.", "1998", "1998-01-01", "1998-12-31", "year"),
        ("Made on 12 June 2029.", "12 June 2029", "2029-06-12", "2029-06-12", "day"),
        ("It was the late 1990s.", "the late 1990s", "1997-01-01", "1999-12-31", "years"),
    ],
)
def test_an_expression_means_days_seen_from_the_date_of_writing(
    text: str, phrase: str, begin: str, end: str, precision: str
) -> None:
    assert meant(text) == [(phrase, begin, end, precision)]


def test_without_a_date_of_writing_only_what_names_its_year_is_reckoned() -> None:
    text = "On Wednesday, 23 April, late October and in 1998, and on 12 June 2029."

    assert [phrase for phrase, *_ in meant(text, None)] == ["1998", "12 June 2029"]


def test_may_and_march_are_months_only_where_the_words_around_say_so() -> None:
    assert [one.phrase for one in found("You may march. It may rain in May. Mrs May left.")] == [
        "May"
    ]


def test_a_clock_keeps_its_zone() -> None:
    (clock,) = found("It sailed at 7.40am GMT.")

    assert (clock.numbers, clock.zone) == ((7, 40), 0)


def test_a_day_that_no_calendar_has_means_nothing() -> None:
    assert meant("They met on 30 February 2031.") == []


@given(st.text(max_size=300), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_is_reckoned_runs_forward_and_lies_in_the_text(text: str, written: date) -> None:
    for one in found(text):
        interval = reckoned(one, written)
        assert one.span.end <= len(text)
        assert interval is None or interval.begin <= interval.end


@given(
    st.sampled_from("monday tuesday wednesday thursday friday saturday sunday".split()),
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
)
def test_a_weekday_of_the_past_lies_in_the_week_up_to_the_writing(day: str, written: date) -> None:
    (one,) = found(f"It happened on {day.capitalize()}.")
    interval = reckoned(one, written)

    assert interval is not None
    assert 0 <= (written - interval.begin).days < 7
