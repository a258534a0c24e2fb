"""The times that the tellings of a story speak of, each with the words that give it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from retold.changes.tellings import Tellings
from retold.changes.written import Speaking, speaking
from retold.model.change import Moment, MomentUse
from retold.model.document import Document, Place, Span
from retold.text.moments import Interval, Precision, counted, reckoned
from retold.text.time_patterns import TimeKind
from retold.text.times import Expression, expressions

# A clock belongs to the day told beside it, no farther off than this: "7.40am ferry on Wednesday".
BESIDE = 60  # characters
NEIGHBOURS = 4  # expressions to each side among which that day is looked for
ABSOLUTE = "told in full"


def timeline(tellings: Tellings) -> tuple[Moment, ...]:
    """Every time that can be reckoned, in order, with its uses by place; empty where none can."""
    speaks = speaking(tellings)
    uses: dict[tuple[str, str, str], list[MomentUse]] = defaultdict(list)
    for name in sorted(tellings.documents):
        document = tellings.documents[name]
        for key, use in _told(document, tellings.readings[name].sentences, speaks):
            uses[key].append(use)
    return tuple(
        Moment(begin, end, precision, tuple(sorted(found, key=lambda use: use.place)))
        for (begin, end, precision), found in sorted(uses.items())
    )


def _told(
    document: Document, sentences: Sequence[Span], speaks: Speaking
) -> Iterator[tuple[tuple[str, str, str], MomentUse]]:
    """Each time a document tells, as begin, end and precision, and where it does.

    "Two days later" counts from the last day told in the same sentence or the one before.
    """
    last: tuple[int, date] | None = None
    for number, sentence in enumerate(sentences):
        day = speaks.of(document.id, sentence)
        found = expressions(document.text, [sentence])
        for at, one in enumerate(found):
            told = last[1] if last and last[0] >= number - 1 else None
            beside = found[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
            interval = _resolved(one, beside, day.at if day else None, told)
            if interval is None:
                continue
            why = ABSOLUTE
            if day and reckoned(one, None) is None:
                why = f"reckoned from {day.at}, {day.reason}"
            yield _key(one, interval), MomentUse(Place(document.id, one.span), one.phrase, why)
            if interval.precision is Precision.DAY:
                last = number, interval.begin


def _resolved(
    one: Expression, beside: Sequence[Expression], speaks: date | None, told: date | None
) -> Interval | None:
    """What an expression means beside those of its sentence, `told` the day named before it."""
    if one.kind is TimeKind.LATER:
        return counted(told, *one.numbers) if told else None
    return _clock(one, beside, speaks) if one.kind is TimeKind.CLOCK else reckoned(one, speaks)


def _key(one: Expression, interval: Interval) -> tuple[str, str, str]:
    """Begin and end in ISO 8601, with the clock where one is told, and the precision."""
    begin, end = interval.begin.isoformat(), interval.end.isoformat()
    if interval.precision is Precision.MINUTE:
        hour, minute = one.numbers
        begin = end = f"{begin}T{hour:02}:{minute:02}"
    return begin, end, interval.precision.value


def _clock(one: Expression, beside: Sequence[Expression], speaks: date | None) -> Interval | None:
    """The day of a clock: the nearest told beside it; None where none is."""
    near = [
        (max(one.span.begin - other.span.end, other.span.begin - one.span.end), interval.begin)
        for other in beside
        if other.kind is not TimeKind.CLOCK
        and (interval := reckoned(other, speaks)) is not None
        and interval.precision is Precision.DAY
    ]
    gap, day = min(near, default=(BESIDE + 1, None))
    return Interval(day, day, Precision.MINUTE) if day is not None and gap <= BESIDE else None
