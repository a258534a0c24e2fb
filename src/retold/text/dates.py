"""Dates at which a text says of itself, or its page says, that it was written: whole dates only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from retold.model.document import Block, BlockKind, DateBasis, Dated, Span
from retold.text.months import MONTHS, WEEKDAYS

# Where a date of writing stands: these many characters from the top and from the foot of the text.
# A dateline opens its paragraph within `OPENING`. By eye.
TOP, FOOT, OPENING = 3000, 600, 80  # characters
LONGEST = 90  # characters of a line that tells a date and nothing else


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A whole date in a text: where, and which day, ISO 8601."""

    span: Span
    at: str


@cache
def _pattern() -> "re.Pattern[str]":
    month = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
    day = r"(?<![\d.:])(\d{1,2})"
    return re.compile(
        rf"(?<!\d)(\d{{4}})[-/](\d\d)[-/](\d\d)(?!\d)"
        rf"|{day}(?:st|nd|rd|th|er|º|°|\.)? ?(?:de |of )?({month})\.?,? ?"
        rf"(?:de |del )?(\d{{4}})(?!\d)"
        rf"|\b({month})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)"
        rf"|{day}\.(\d{{1,2}})\.(\d{{4}})(?!\d)",
        re.IGNORECASE,
    )


def written_dates(text: str, span: Span) -> Iterator[WrittenDate]:
    """The whole dates (day, month, year) inside `span`, in order; days no calendar has are left
    out.
    """
    for found in _pattern().finditer(text, span.begin, span.end):
        year, month, day = _parts(found.groups())
        if 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= _length(year, month):
            yield WrittenDate(Span(found.start(), found.end()), f"{year}-{month:02}-{day:02}")


def _parts(groups: tuple[str | None, ...]) -> tuple[int, int, int]:
    """Year, month and day out of the groups of the four ways to write a date."""
    iso, day_first, month_first, dotted = groups[:3], groups[3:6], groups[6:9], groups[9:]
    if iso[0] is not None:
        return int(iso[0]), int(iso[1] or 0), int(iso[2] or 0)
    if day_first[0] is not None:
        return int(day_first[2] or 0), MONTHS[(day_first[1] or "").lower()], int(day_first[0])
    if month_first[0] is not None:
        return int(month_first[2] or 0), MONTHS[month_first[0].lower()], int(month_first[1] or 0)
    return int(dotted[2] or 0), int(dotted[1] or 0), int(dotted[0] or 0)


def _length(year: int, month: int) -> int:
    """Days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


@cache
def _around() -> "re.Pattern[str]":
    days = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{days})\b\.?|\b(?:date|published|posted|updated|last|first|on|at|am|um|uhr|stand"
        rf"|vom|datum|modified|"
        r"veröffentlicht|aktualisiert|publié|mis|à|jour|le|el|il|h|publicado|actualizado"
        r"|pubblicato|aggiornato|alle|ore|"
        r"pm|a\.m|p\.m|gmt|bst|utc|edt|est|et|pt|pst|pdt|cet|cest|mez|mesz|ist|wat|sgt|hrs?|issue"
        r"|edition|ausgabe|erstellt|time|"
        r"updated|was|article|artikel|story)\b\.?|\b\d{1,3}[ -]min(?:ute)?s?\.? read\b"
        r"|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]m)?|[\s,.:;|/()\u2022\u00b7\u2013\u2014+-]"
        r"|\d{1,2}\b",
        re.IGNORECASE,
    )


def date_line(text: str, span: Span) -> WrittenDate | None:
    """The date of a line that tells a date (weekday and clock beside it) and nothing else, or
    None.
    """
    if len(span) > LONGEST:
        return None
    first = next(written_dates(text, span), None)
    if first is None:
        return None
    rest = _pattern().sub(" ", span.of(text))
    return None if _around().sub("", rest) else first


def dated(text: str, blocks: Iterable[Block]) -> tuple[Dated, ...]:
    """The dates of writing in the text's own lines, in order of place.

    A line of the page's frame above the title is the page's clock; a line below it and the begin of
    the first body paragraph ("HARBOUR CITY, 3 March 2031 -") are datelines. "date 2031-03-03", as
    extractors write it, counts as metadata.
    """
    found: list[Dated] = []
    begun = opened = False
    for block in blocks:
        begun = begun or block.kind in {BlockKind.TITLE, BlockKind.BYLINE, BlockKind.BODY}
        if block.kind is BlockKind.DATE:
            at = next(written_dates(text, block.span), None)
            if at is not None:
                found.append(Dated(at.at, _basis(text, block.span, begun=begun), at.span))
        elif block.kind is BlockKind.BODY and not opened:
            opened = True
            found.extend(_dateline(text, block.span))
    return tuple(found)


def _basis(text: str, line: Span, *, begun: bool) -> DateBasis:
    if re.match(r"date\b", line.of(text), re.IGNORECASE):
        return DateBasis.METADATA
    return DateBasis.DATELINE if begun else DateBasis.PAGE_CLOCK


def _dateline(text: str, paragraph: Span) -> Iterator[Dated]:
    """The date before the dash that opens a wire text, if it names a whole date."""
    opening = Span(paragraph.begin, min(paragraph.end, paragraph.begin + OPENING))
    dash = re.search(r"\s[-–—]{1,2}\s|\)\s?[-–—]", opening.of(text))
    if dash is None:
        return
    for written in written_dates(text, Span(opening.begin, opening.begin + dash.start())):
        yield Dated(written.at, DateBasis.DATELINE, written.span)
