"""A time the tellings speak of, as a reader writes it: `12 June 2024, 07:40`, `May 2024`."""

from datetime import datetime

from retold.model.change import Moment
from retold.report import words

# Not `calendar.month_name`, which follows the language of the machine.
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def said(moment: Moment) -> str:
    """The time in words of its precision; as it stands where it is no ISO date."""
    try:
        begin, end = (datetime.fromisoformat(one) for one in (moment.begin, moment.end))
    except ValueError:
        return words.line(" to ".join(dict.fromkeys((moment.begin, moment.end))), 80)
    if moment.precision == "minute":
        return f"{_day(begin)}, {begin:%H:%M}"
    if moment.precision in ("month", "months"):
        return _span(_month(begin), _month(end))
    if moment.precision in ("year", "years"):
        return _span(str(begin.year), str(end.year))
    if begin == end:
        return _day(begin)
    # What both ends share is said once: "24 to 30 November 2025".
    words_apart = 3 if begin.year != end.year else 2 if begin.month != end.month else 1
    first = _day(begin).split(" ")[:words_apart]
    return _span(" ".join(first), _day(end))


def _span(begin: str, end: str) -> str:
    return begin if begin == end else f"{begin} to {end}"


def _month(at: datetime) -> str:
    return f"{MONTHS[at.month - 1]} {at.year}"


def _day(at: datetime) -> str:
    return f"{at.day} {_month(at)}"
