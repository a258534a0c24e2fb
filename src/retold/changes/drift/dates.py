"""Dates and times that changed between two linked passages (codes T).

Two expressions are compared by the days they mean where the dates of writing are known, else by
what they say. A night in one time zone is the next day in another: "late Tuesday" here and
"Wednesday" there agree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import around
from retold.changes.facing import Facing, Passage
from retold.changes.written import own_date
from retold.model.change import Drift
from retold.text.moments import Interval, reckoned
from retold.text.time_patterns import TimeKind
from retold.text.times import Expression, expressions

# Two passages this alike tell the same; in others only what stands in one slot is compared.
ALIKE_FROM = 0.5  # likeness, 0..1, by eye
# Kinds that give the same thing in different ways; others are only compared with their own.
_DAYS = frozenset({TimeKind.DATE, TimeKind.DAY})
# Kinds that an event happens on; a year or an age may be told of anything.
DATED = frozenset({TimeKind.WEEKDAY, TimeKind.MONTH, TimeKind.NEAR})
# A sentence with more times is a table, and its cells are not laid side by side.
MOST = 50
# A clock beside another: whole hours apart, at most so many, may be two zones.
ZONES_APART = 14  # hours
LATE, EARLY = frozenset({"late", "night", "evening"}), frozenset({"early", "morning"})


@dataclass(frozen=True, slots=True)
class Time:
    """An expression and the days it means, None where they cannot be told."""

    told: Expression
    means: Interval | None


@dataclass(frozen=True, slots=True)
class Pair:
    before: Time
    after: Time


def date_drifts(facing: Facing) -> Iterator[Drift]:
    """Every date or time that another took the place of, and that became vaguer or more exact."""
    for pair in pairs(facing):
        code = _code(facing, pair)
        if code:
            yield drift(code, facing, pair.before.told.span, pair.after.told.span)


def weekday_drifts(facing: Facing) -> Iterator[Drift]:
    """Dates of the child whose weekday is another day's (T403), where the parent has it not so."""
    wrong = {time.told.numbers for time in times(facing.parent, facing) if _misfit(time)}
    for time in times(facing.child, facing):
        if _misfit(time) and time.told.numbers not in wrong:
            yield drift("T403", facing, None, time.told.span)


def _misfit(time: Time) -> bool:
    """Whether the weekday told beside a day is not its own."""
    if time.told.kind not in _DAYS or time.told.weekday is None or time.means is None:
        return False
    return time.means.begin.weekday() != time.told.weekday


def pairs(facing: Facing) -> Iterator[Pair]:
    """What is left in each passage once equal times are set aside, those of one slot together.

    None in tables.
    """
    mine = times(facing.parent, facing)
    theirs = times(facing.child, facing)
    if max(len(mine), len(theirs)) > MOST:
        return
    left = [one for one in mine if not any(equal(one, other) for other in theirs)]
    right = [one for one in theirs if not any(equal(one, other) for other in mine)]
    for before in left:
        after = _partner(facing, before, left, right)
        if after is not None:
            right.remove(after)
            yield Pair(before, after)


def _partner(
    facing: Facing, before: Time, left: Sequence[Time], right: Sequence[Time]
) -> Time | None:
    """What stands in a time's place: in its slot, else the only one of its kind in both."""
    for slot in facing.slots:
        if any(before.told.span.meets(word.span) for word in slot.parent):
            for after in right:
                if any(after.told.span.meets(word.span) for word in slot.child):
                    return after
    same = [one for one in right if _related(before, one)]
    alone = len(same) == 1 and sum(1 for one in left if _related(one, same[0])) == 1
    return same[0] if alone and facing.likeness >= ALIKE_FROM else None


def times(passage: Passage, facing: Facing) -> list[Time]:
    """The expressions outside quotations, with what they mean."""
    day = speaks(passage, facing)
    return [
        Time(one, reckoned(one, day))
        for one in expressions(passage.document.text, passage.sentences)
        if passage.outside(one.span)
    ]


def speaks(passage: Passage, facing: Facing) -> date | None:
    """The date of writing; forms of one text speak from the earlier of theirs."""
    own = own_date(passage.document)
    if not facing.descended:
        return own.at if own else None
    known = [day for one in (facing.parent, facing.child) if (day := own_date(one.document))]
    return min((day.at for day in known), default=None)


def equal(one: Time, two: Time) -> bool:
    """Whether two times are the same, as far as can be told."""
    mine, theirs = one.told, two.told
    if mine.kind is TimeKind.CLOCK and theirs.kind is TimeKind.CLOCK:
        return _minutes(mine) == _minutes(theirs)
    if (mine.kind, mine.numbers, mine.which) == (theirs.kind, theirs.numbers, theirs.which):
        return mine.kind is not TimeKind.VAGUE or mine.phrase == theirs.phrase
    if one.means and two.means:
        return (one.means.begin, one.means.end) == (two.means.begin, two.means.end)
    return _same_day_of_year(mine, theirs)


def _same_day_of_year(one: Expression, two: Expression) -> bool:
    """Whether one is the other without its year."""
    if {one.kind, two.kind} == _DAYS:
        return one.numbers[-2:] == two.numbers[-2:]
    months = one.kind is two.kind is TimeKind.MONTH and one.numbers[0] == two.numbers[0]
    return months and 0 in {one.numbers[1], two.numbers[1]} and one.part == two.part


def _same_month(one: Expression, two: Expression) -> bool:
    """Whether both are one month, of which one has the year."""
    months = one.kind is two.kind is TimeKind.MONTH and one.numbers[0] == two.numbers[0]
    return months and (not one.numbers[1]) is not (not two.numbers[1])


def _minutes(one: Expression) -> tuple[int, bool]:
    """Minutes of the day, in UTC where the zone is told."""
    hour, minute = one.numbers
    return (hour * 60 + minute - (one.zone or 0)) % 1440, one.zone is not None


def _comparable(one: Time, two: Time) -> bool:
    """Whether two times tell the same thing, so that one can contradict the other."""
    mine, theirs = one.told.kind, two.told.kind
    if mine in _DAYS and theirs in _DAYS:
        return True
    if {mine, theirs} & {TimeKind.VAGUE, TimeKind.PAST}:
        return False
    if mine is theirs and mine in {TimeKind.UNIT, TimeKind.AGO, TimeKind.LATER}:
        return one.told.numbers[1] == two.told.numbers[1]
    return mine is theirs


def meet(one: Time, two: Time) -> bool:
    """Whether two times have a day in common; not where the days of one cannot be told."""
    return bool(one.means and two.means and one.means.meets(two.means))


def _related(one: Time, two: Time) -> bool:
    """Whether one can have taken the place of the other: as exact, or a part of it."""
    return meet(one, two) or _comparable(one, two)


def _code(facing: Facing, pair: Pair) -> str | None:
    """What became of a time; None where the two can stand side by side."""
    before, after = pair.before, pair.after
    if after.told.kind is TimeKind.VAGUE:
        return "T402" if before.told.kind is not TimeKind.VAGUE else None
    if before.told.kind is TimeKind.VAGUE:
        return None
    if met := _met(before, after):
        return met[0]
    if not _comparable(before, after):
        apart = before.means and after.means
        return "T401" if apart and _single(before) and _single(after) else None
    if _said_elsewhere(facing, pair) or not (facing.descended or _one_event(facing, pair)):
        return None
    return _apart(facing, before, after)


def _met(before: Time, after: Time) -> tuple[str | None] | None:
    """What became of a time that another one meets; None where none does."""
    if _same_month(before.told, after.told):
        return ("T404" if after.told.numbers[1] else "T402",)
    if before.means and after.means and meet(before, after):
        return (_exactness(before.means, after.means),)
    return None


def _single(time: Time) -> bool:
    """Whether a time is one day."""
    return time.means is not None and time.means.begin == time.means.end


def _exactness(before: Interval, after: Interval) -> str | None:
    """Vaguer, more exact, or neither: two stretches that only overlap."""
    if after.holds(before):
        return "T402"
    return "T404" if before.holds(after) else None


def _apart(facing: Facing, before: Time, after: Time) -> str | None:
    """Another time, or perhaps the same one in another zone."""
    if before.told.kind is TimeKind.CLOCK:
        return _clocks_apart(before.told, after.told)
    days = _days_between(before, after)
    if days is None or abs(days) != 1:
        return "T401"
    first, second = (before, after) if days == 1 else (after, before)
    if first.told.part in LATE or second.told.part in EARLY:
        return None
    return "T401" if facing.descended else "T405"


def _clocks_apart(before: Expression, after: Expression) -> str:
    """Whole hours apart with one zone told or none: perhaps another zone; else another time."""
    one, two = _minutes(before), _minutes(after)
    gap = abs(one[0] - two[0])
    whole = gap % 60 == 0 and 0 < min(gap, 1440 - gap) <= ZONES_APART * 60
    return "T405" if whole and one[1] != two[1] else "T401"


def _days_between(before: Time, after: Time) -> int | None:
    """Days from one to the other; of weekdays the shorter way round; None for longer times."""
    if _single(before) and _single(after) and before.means and after.means:
        return (after.means.begin - before.means.begin).days
    if before.told.kind is after.told.kind is TimeKind.WEEKDAY:
        gap = (after.told.numbers[0] - before.told.numbers[0]) % 7
        return gap if gap <= 3 else gap - 7
    return None


def _said_elsewhere(facing: Facing, pair: Pair) -> bool:
    """Whether each telling has the other's time too, in another sentence: both tell both."""
    return _has(facing.child, facing, pair.before) and _has(facing.parent, facing, pair.after)


def _one_event(facing: Facing, pair: Pair) -> bool:
    """Whether two days or months told apart are of one event: the telling word before is the same.

    Where nothing stands before one of them, the one behind.
    """
    if not (_single(pair.before) or pair.before.told.kind in DATED):
        return True
    sides = ((facing.parent, pair.before), (facing.child, pair.after))
    (ahead, behind), (ahead_too, behind_too) = (_beside(side, time) for side, time in sides)
    return ahead == ahead_too if ahead and ahead_too else bool(behind) and behind == behind_too


def _beside(passage: Passage, time: Time) -> tuple[str, str]:
    """Stems of the telling words next to a time, before and behind; empty where there is none."""
    near = around(passage, time.told.span)
    ahead = [word for word in near if word.span.begin < time.told.span.begin]
    behind = [word for word in near if word.span.begin > time.told.span.begin]
    one, other = (
        "".join(passage.stem_of(word) for word in side) for side in (ahead[-1:], behind[:1])
    )
    return one, other


def _has(passage: Passage, facing: Facing, time: Time) -> bool:
    day = speaks(passage, facing)
    told = expressions(passage.document.text, passage.body)
    return any(equal(time, Time(one, reckoned(one, day))) for one in told)
