"""Moments as machines and pages write them, as ISO 8601: day, and clock and zone if told."""

import re

from retold.model.document import Span
from retold.text.days import DayOrder, calendar_day, written_dates

LONGEST = 120  # characters of a stamp; what is longer holds more than a date
FIGURE = re.compile(r"(?![0-9])\d")  # a digit of another script
ISO = re.compile(
    r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?(?!\d)",
    re.IGNORECASE,
)
# "20240424123000" and "202404241230" as content systems write them.
COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?\s*$")
SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:h]|\.(?=\d\d\s*(?:uhr|h\b)))(\d\d)(?::(\d\d))?(?![\d:])"
    r"\s*(a\.?m\.?\b|p\.?m\.?(?!\w))?",
    re.IGNORECASE,
)
# Hours ahead of UTC; names that stand for several zones (IST, CST in Asia) are not read.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "wet": 0, "west": 1, "cet": 1, "cest": 2, "mez": 1,
    "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "edt": -4, "est": -5, "cdt": -5, "mdt": -6,
    "mst": -7, "pdt": -7, "pst": -8, "jst": 9, "kst": 9, "sgt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip
OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])(\d\d):?(\d\d)\b", re.IGNORECASE)
ZONE = re.compile(rf"\b({'|'.join(ZONES)})\b", re.IGNORECASE)
REACH = 40  # characters behind a date within which its clock stands, by eye
DAY = 86_400  # seconds


def stamp(text: str, order: DayOrder | None = None) -> str | None:
    """The moment that `text` begins with or holds, ISO 8601; None where it holds no whole day.

    "2031-03-03T10:04:00+01:00" where clock and zone are told, "2031-03-03T10:04" without a zone,
    "2031-03-03" without a clock. Days no calendar has, the epoch's first and years outside
    1900-2100 are none.
    """
    text = FIGURE.sub(lambda found: str(int(found[0])), text[:LONGEST])
    return _iso(text) or _packed(text) or _since(text) or _written(text, order)


def _iso(text: str) -> str | None:
    found = ISO.match(text)
    if found is None:
        return None
    day = calendar_day(*map(int, found.group(1, 2, 3)))
    if day is None:
        return None
    return day + _clock(found[4], found[5], found[6]) + _offset(found[7] or "", found[4])


def _packed(text: str) -> str | None:
    found = COMPACT.match(text)
    day = calendar_day(*map(int, found.group(1, 2, 3))) if found else None
    return day + _clock(found[4], found[5], found[6]) if found and day else None


def _since(text: str) -> str | None:
    """Seconds or milliseconds since 1970, in UTC."""
    found = SECONDS.match(text)
    if found is None:
        return None
    days, rest = divmod(int(found[1]), DAY)
    year, month, day = _civil(days)
    at = calendar_day(year, month, day)
    return at and f"{at}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z"


def _civil(days: int) -> tuple[int, int, int]:
    """The date so many days after 1970-01-01 (Hinnant, *chrono-compatible date algorithms*)."""
    era, of_era = divmod(days + 719_468, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    moved = (5 * of_year + 2) // 153
    month = moved + 3 if moved < 10 else moved - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * moved + 2) // 5 + 1


def _written(text: str, order: DayOrder | None) -> str | None:
    """A date in words or figures, with the clock beside it."""
    found = next(written_dates(text, Span(0, len(text)), order), None)
    if found is None:
        return None
    after = text[found.span.end : found.span.end + REACH]
    clock = CLOCK.search(after) or CLOCK.search(text[: found.span.begin])
    if clock is None:
        return found.at
    hour = int(clock[1]) % 12 + (12 if clock[4][0] in "pP" else 0) if clock[4] else int(clock[1])
    told = _clock(f"{hour:02}", clock[2], clock[3])
    return found.at + told + (_zone(clock.string[clock.end() : clock.end() + 12]) if told else "")


def _clock(hour: str | None, minute: str | None, second: str | None) -> str:
    """The clock as "T10:04:00", seconds where they are told; empty for an hour no clock has."""
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return ""
    seconds = f":{second}" if second and int(second) <= 59 else ""
    return f"T{hour}:{minute}{seconds}"


def _offset(zone: str, hour: str | None) -> str:
    if not zone or hour is None or int(hour) > 23:
        return ""
    if zone[0] not in "+-":
        return "Z"
    figures = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{figures[:2]}:{figures[2:]}" if int(figures[:2]) <= 14 else ""


def _zone(text: str) -> str:
    """The zone that stands behind a clock; empty where none does."""
    offset = OFFSET.search(text)
    if offset and int(offset[2]) <= 14:
        return f"{offset[1]}{offset[2]}:{offset[3]}"
    found = ZONE.search(text)
    if found is None:
        return ""
    hours = ZONES[found[1].lower()]
    return "Z" if not hours and found[1].lower() != "wet" else f"{hours:+03}:00"
