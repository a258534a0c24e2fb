"""Which day, month or year an expression of time means, reckoned from the date of writing."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from retold.text.time_patterns import UNITS, TimeKind
from retold.text.times import Expression

DAY, WEEK, MONTH, QUARTER, YEAR = (
    UNITS.index(one) for one in ("day", "week", "month", "quarter", "year")
)
WEEKEND = -1
# A day or a month told without its year is of the year of writing, or of the one that brings it
# nearer: what is to come is announced up to so far ahead, what is past is told with its year.
FAR_AHEAD, NEAR_AHEAD = 330, 120  # days after the writing: told ahead, and told without a tense


class Precision(StrEnum):
    """How exactly a time is told; the plural where the phrase spans several of the unit."""

    MINUTE = "minute"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    MONTHS = "months"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From the first to the last day meant, both in it."""

    begin: date
    end: date
    precision: Precision

    def holds(self, other: "Interval") -> bool:
        """Whether `other` lies inside."""
        return self.begin <= other.begin and other.end <= self.end

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a day in common."""
        return self.begin <= other.end and other.begin <= self.end


def reckoned(one: Expression, written: date | None) -> Interval | None:
    """What an expression means in a text of that date; None where that cannot be told.

    Without a date of writing only what names its year is reckoned.
    """
    absolute = {
        TimeKind.DATE: _date,
        TimeKind.MONTH: _month_of_year,
        TimeKind.YEAR: _year,
        TimeKind.DECADE: _decade,
        TimeKind.SEASON: _season_of_year,
    }.get(one.kind)
    try:
        found = absolute(one) if absolute else None
        if found is None and written is not None and one.kind in RELATIVE:
            found = RELATIVE[one.kind](one, written)
    except (ValueError, OverflowError):  # 30 February, or a thousand years before the year 1
        return None
    return found


def _days(begin: date, end: date | None = None) -> Interval:
    end = begin if end is None else end
    return Interval(begin, end, Precision.DAY if begin == end else Precision.DAYS)


def _date(one: Expression) -> Interval:
    return _days(date(*one.numbers))


def _month(year: int, month: int, part: str = "") -> Interval:
    """A month, or its first ten days, its middle or all after the twentieth."""
    last = monthrange(year, month)[1]
    begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    precision = Precision.DAYS if part else Precision.MONTH
    return Interval(date(year, month, begin), date(year, month, end), precision)


def _month_of_year(one: Expression) -> Interval | None:
    month, year = one.numbers
    return _month(year, month, one.part) if year else None


def _whole(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _year(one: Expression) -> Interval:
    return _whole(one.numbers[0])


def _decade(one: Expression) -> Interval:
    first = one.numbers[0]
    begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(one.part, (0, 9))
    return Interval(date(first + begin, 1, 1), date(first + end, 12, 31), Precision.YEARS)


def _season(year: int, month: int) -> Interval:
    """Three whole months; a winter is of the year in which it begins."""
    last_year, last = (year, month + 2) if month + 2 <= 12 else (year + 1, month - 10)
    end = date(last_year, last, monthrange(last_year, last)[1])
    return Interval(date(year, month, 1), end, Precision.MONTHS)


def _season_of_year(one: Expression) -> Interval | None:
    month, year, _ = one.numbers
    return _season(year, month) if year else None


def _season_near(one: Expression, written: date) -> Interval:
    month, _, step = one.numbers
    this = _season(written.year, month)
    if step < 0:
        return this if this.end < written else _season(written.year - 1, month)
    if step > 0:
        return this if this.begin > written else _season(written.year + 1, month)
    return this


def _day_near(one: Expression, written: date) -> Interval:
    month, day, *last = one.numbers
    found = _nearest(written, month, day, ahead=one.ahead)
    return _days(found, found.replace(day=last[0]) if last else None)


def _nearest(written: date, month: int, day: int, *, ahead: bool) -> date:
    """That day of the year that the text can mean: the last one, or the next where told ahead."""
    far = timedelta(FAR_AHEAD if ahead else NEAR_AHEAD)
    years = (written.year + 1, written.year, written.year - 1, written.year - 4)
    known = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    if ahead:
        coming = [one for one in known if written <= one <= written + far]
        if coming:
            return min(coming)
    return max(one for one in known if one <= written + far)


def _month_near(one: Expression, written: date) -> Interval:
    month, _ = one.numbers
    this = _month(written.year, month, one.part)
    if one.which == "next" or (one.ahead and one.which != "last"):
        return this if this.end >= written else _month(written.year + 1, month, one.part)
    if one.which == "last":
        return this if this.end < written else _month(written.year - 1, month, one.part)
    late = this.begin > written + timedelta(NEAR_AHEAD)
    return _month(written.year - 1, month, one.part) if late else this


def _weekday(one: Expression, written: date) -> Interval:
    """The last such day up to the writing; the next one where the words look ahead.

    "On Wednesday", written on a Wednesday, is that day.
    """
    back = (written.weekday() - one.numbers[0]) % 7
    if one.which == "last":
        return _days(written - timedelta(back or 7))
    if one.which == "next" or one.ahead:
        ahead = (one.numbers[0] - written.weekday()) % 7
        return _days(written + timedelta(ahead or (7 if one.which == "next" else 0)))
    return _days(written - timedelta(back))


def _near(one: Expression, written: date) -> Interval:
    return _days(written + timedelta(one.numbers[0]))


def _unit(one: Expression, written: date) -> Interval | None:
    """The week, month or year so many steps from that of the writing."""
    step, unit = one.numbers
    monday = written - timedelta(written.weekday())
    if unit == WEEKEND:
        shift = -1 if step < 0 and written.weekday() < 5 else min(step, 0) + max(step, 0)
        saturday = monday + timedelta(5 + 7 * shift)
        return Interval(saturday, saturday + timedelta(1), Precision.DAYS)
    if unit == WEEK:
        return Interval(
            monday + timedelta(7 * step), monday + timedelta(7 * step + 6), Precision.WEEK
        )
    if unit == MONTH:
        return _month(*_moved(written, step))
    if unit == QUARTER:
        year, month = _moved(
            written.replace(day=1, month=(written.month - 1) // 3 * 3 + 1), 3 * step
        )
        return Interval(date(year, month, 1), _month(year, month + 2).end, Precision.MONTHS)
    return _whole(written.year + step) if unit == YEAR else None


def _moved(written: date, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    count = written.year * 12 + written.month - 1 + months
    return count // 12, count % 12 + 1


def _ago(one: Expression, written: date) -> Interval | None:
    count, unit = one.numbers
    return counted(written, -count, unit)


def counted(written: date, count: int, unit: int) -> Interval | None:
    """So many days, weeks, months or years from a date, as exactly as the unit; None for hours."""
    if unit == DAY:
        return _days(written + timedelta(count))
    if unit == WEEK:
        monday = written + timedelta(7 * count) - timedelta(written.weekday())
        return Interval(monday, monday + timedelta(6), Precision.WEEK)
    if unit == MONTH:
        return _month(*_moved(written, count))
    return _whole(written.year + count) if unit == YEAR else None


def _past(one: Expression, written: date) -> Interval | None:
    """From so long before the writing up to it."""
    count, unit = one.numbers
    if unit in {DAY, WEEK}:
        begin = written - timedelta(count * (7 if unit == WEEK else 1))
        return Interval(begin, written, Precision.DAYS)
    if unit == MONTH:
        return Interval(date(*_moved(written, -count), 1), written, Precision.MONTHS)
    begin = written.replace(year=written.year - count, month=1, day=1)
    return Interval(begin, written, Precision.YEARS) if unit == YEAR else None


RELATIVE: dict[TimeKind, Callable[[Expression, date], Interval | None]] = {
    TimeKind.DAY: _day_near,
    TimeKind.MONTH: _month_near,
    TimeKind.SEASON: _season_near,
    TimeKind.WEEKDAY: _weekday,
    TimeKind.NEAR: _near,
    TimeKind.UNIT: _unit,
    TimeKind.AGO: _ago,
    TimeKind.PAST: _past,
}
