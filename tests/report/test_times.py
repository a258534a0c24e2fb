"""Times in words."""

import pytest

from retold.model.change import Moment
from retold.report.times import said


@pytest.mark.parametrize(
    ("begin", "end", "precision", "words"),
    [
        ("2024-06-12T07:40", "2024-06-12T07:40", "minute", "12 June 2024, 07:40"),
        ("2024-06-12", "2024-06-12", "day", "12 June 2024"),
        ("2024-06-10", "2024-06-16", "week", "10 to 16 June 2024"),
        ("2024-06-24", "2024-07-02", "days", "24 June to 2 July 2024"),
        ("2023-12-30", "2024-01-02", "days", "30 December 2023 to 2 January 2024"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2024-02-01", "2024-04-30", "months", "February 2024 to April 2024"),
        ("1998-01-01", "1998-12-31", "year", "1998"),
        ("1998-01-01", "2001-12-31", "years", "1998 to 2001"),
        ("long ago", "now", "day", "long ago to now"),
    ],
)
def test_a_time_is_said_as_exactly_as_it_is_known(
    begin: str, end: str, precision: str, words: str
) -> None:
    assert said(Moment(begin, end, precision, ())) == words
