"""Whole dates as people write them, in any of the ways that say one day and no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from retold.model.document import Span
from retold.text.months import MONTHS, MORE_MONTHS

NUMBERS = {**MORE_MONTHS, **MONTHS}
# Before the first a page tells the begin of the epoch or a placeholder; past the second, a misread.
FIRST_YEAR, LAST_YEAR = 1900, 2100
EPOCH = "1970-01-01"
# "24.04.26" is of this century up to here; nobody dates a page a generation ahead.
SHORT_YEARS_UP_TO = 50


class DayOrder(StrEnum):
    """Which of two figures is the day, where a date is all figures ("3/4/2031")."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A whole date in a text: where, and which day, ISO 8601."""

    span: Span
    at: str


# What every one of those ways has in it, but far quicker to look for: four figures, or two points
# between figures.
POSSIBLE = re.compile(r"\d(?:\d{3}|\. ?\d{1,2}\. ?\d\d)")
# Of a date no more stands before those figures: "30th of September de 2031".
LONGEST_BEFORE = 20 + max(map(len, NUMBERS))  # characters


@cache
def pattern() -> "re.Pattern[str]":
    """All ways of writing a date that are read; the groups of each way are named by it."""
    month = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
    day = r"(?<![\d.:,])(?P<{}>\d{{1,2}})"
    return re.compile(
        r"(?<!\d)(?P<iy>\d{4})(?P<isep>[-/.])(?P<im>\d\d?)(?P=isep)(?P<id>\d\d?)(?!\d)"
        rf"|{day.format('dd')}(?:st|nd|rd|th|er|º|°|\.|-)? ?(?:de |of )?(?P<dm>{month})"
        r"(?:\.|,|-| de| del)? ?(?P<dy>\d{4})(?!\d)"
        rf"|\b(?P<mm>{month})\.? (?P<md>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<my>\d{{4}})(?!\d)"
        rf"|{day.format('pd')}\. ?(?P<pm>\d{{1,2}})\. ?(?P<py>\d{{4}}|\d\d)(?![\d.])"
        rf"|{day.format('s1')}/(?P<s2>\d{{1,2}})/(?P<sy>\d{{4}})(?!\d)"
        r"|(?<!\d)(?P<cy>\d{4}) ?[年년] ?(?P<cm>\d\d?) ?[月월] ?(?P<cd>\d\d?) ?[日일]",
        re.IGNORECASE,
    )


def written_dates(text: str, span: Span, order: DayOrder | None = None) -> Iterator[WrittenDate]:
    """The whole dates (day, month, year) inside `span`, in order; days no calendar has are left
    out.

    "3/4/2031" is read only where `order` says how, or where one figure can be no month.
    """
    possible = POSSIBLE.search(text, span.begin, span.end)
    if possible is None:
        return
    begin = max(span.begin, possible.start() - LONGEST_BEFORE)
    for found in pattern().finditer(text, begin, span.end):
        at = _day_of(found, order)
        if at is not None:
            yield WrittenDate(Span(found.start(), found.end()), at)


def calendar_day(year: int, month: int, day: int) -> str | None:
    """ISO 8601 of a day that the calendar has and a page may be of; None for any other."""
    fits = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= _length(year, month)
    at = f"{year}-{month:02}-{day:02}"
    return at if fits and at != EPOCH else None


def _day_of(found: "re.Match[str]", order: DayOrder | None) -> str | None:
    for way in ("i", "c"):
        if found[way + "y"]:
            return calendar_day(*(int(found[way + part]) for part in "ymd"))
    for way in ("d", "m"):
        if found[way + "y"]:
            # A letter that only ignoring case makes one of a month's ("ſeptember") leaves none.
            month = NUMBERS.get(found[way + "m"].lower(), 0)
            return calendar_day(int(found[way + "y"]), month, int(found[way + "d"]))
    if found["py"]:
        return calendar_day(_full_year(found["py"]), int(found["pm"]), int(found["pd"]))
    return _slashed(int(found["s1"]), int(found["s2"]), int(found["sy"]), order)


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if year <= SHORT_YEARS_UP_TO else 1900)


def _slashed(first: int, second: int, year: int, order: DayOrder | None) -> str | None:
    """The day of two figures, by the order in force or because only one of them can be a month."""
    if first == second or second > 12 >= first:
        order = DayOrder.MONTH_FIRST
    elif first > 12 >= second:
        order = DayOrder.DAY_FIRST
    if order is None:
        return None
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    return calendar_day(year, month, day)


def _length(year: int, month: int) -> int:
    """Days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


# Countries of these domains and language tags write the day first, save those that do not.
MONTH_FIRST = frozenset({"us", "ph"})
UNTOLD = frozenset({"com", "org", "net", "info", "news", "io", "ca", "gov", "edu", "tv", "co"})


def day_order(language: str | None, host: str | None) -> DayOrder | None:
    """How a page of that language tag ("en-GB") and host writes a date in figures; None: untold.

    Spain, Germany and the rest of the world but the United States and the Philippines put the day
    first (or the year, which is no riddle); English without a country, and Canada, stay untold.
    """
    tag = (language or "").lower().replace("_", "-").split("-")
    region = next((part for part in tag[1:] if len(part) == 2), "")
    domain = (host or "").rsplit(".", 1)[-1].lower()
    country = region or (domain if len(domain) == 2 and domain not in UNTOLD else "")
    if country == "ca":
        return None
    if domain in {"edu", "gov"} and not country:
        return DayOrder.MONTH_FIRST
    if country:
        return DayOrder.MONTH_FIRST if country in MONTH_FIRST else DayOrder.DAY_FIRST
    return DayOrder.DAY_FIRST if tag[0] and tag[0] != "en" else None
