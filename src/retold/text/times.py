"""Expressions of date and time in English running text: "on Wednesday", "late October".

Found by own patterns, each with what it says as numbers, so that nothing is left for a parser of
dates to guess; what day they mean is reckoned in `moments`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from retold.model.document import Span
from retold.text.time_patterns import DAYS, FULL, NUMBERS, SEASONS, UNITS, WAYS, ZONES, TimeKind


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time where it stands.

    Attributes:
        part: "early", "mid", "late", "morning", "evening" ... as written, or empty.
        which: "last", "next", "this" or empty.
        ahead: whether the words around speak of what is to come.
        weekday: the weekday told beside a date, 0 for Monday, or None.
        zone: minutes ahead of UTC told beside a clock, or None.
    """

    span: Span
    phrase: str
    kind: TimeKind
    numbers: tuple[int, ...] = ()
    part: str = ""
    which: str = ""
    ahead: bool = False
    weekday: int | None = None
    zone: int | None = None


# Kinds that are never told without a figure.
FIGURED = frozenset({TimeKind.DATE, TimeKind.DAY, TimeKind.YEAR, TimeKind.DECADE})
DIGIT = re.compile(r"\d")
AHEAD = re.compile(
    r"\b(?:will|['’]ll|is to|are to|(?:is|are) due|due to|set to|set for|plans? to|planned|planning"
    r"|expected|expects?|scheduled|going to|would|shall|hopes? to|deadline|upcoming|slated)\b"
)
UNTIL = re.compile(r"\b(?:by|until|till|ahead of|before)[ \u00a0]$")
# A verb of the past between a word of what is to come and the date: the date is the verb's.
BEHIND = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|took|came|went|said|told|met|made|gave|held)\b"
)
REACH = 60  # characters before an expression in which a word of what is to come tells, by eye
BREAK = re.compile(r"[.;:!?]\s|, (?:but|and|after|which|who)\b")


def expressions(text: str, sentences: Iterable[Span]) -> tuple[Expression, ...]:
    """The expressions of time in the sentences, in order, none inside another."""
    return tuple(one for sentence in sentences for one in _of(text, sentence))


def let_go() -> None:
    """Forgets what sentences told: for whoever works on and is done with the texts so far."""
    _of.cache_clear()


# A sentence is asked anew by every passage that faces another.
@lru_cache(maxsize=8192)
def _of(text: str, sentence: Span) -> tuple[Expression, ...]:
    found: list[Expression] = []
    figures = DIGIT.search(text, sentence.begin, sentence.end) is not None
    for kind, pattern in WAYS:
        if kind in FIGURED and not figures:
            continue
        for match in pattern.finditer(text, sentence.begin, sentence.end):
            place = _place(kind, match)
            at = bisect_left(found, place.begin, key=lambda one: one.span.begin)
            if any(place.meets(one.span) for one in found[max(0, at - 1) : at + 1]):
                continue
            made = _made(kind, match, place, ahead=_ahead(text, sentence, place))
            if made is not None:
                found.insert(at, made)
    return tuple(found)


def _place(kind: TimeKind, match: "re.Match[str]") -> Span:
    """Where the expression stands: a year or a month without the word that leads to it."""
    held = match.groupdict()
    if held.get("bare"):
        return Span(*match.span("bare"))
    if kind is TimeKind.YEAR:
        return Span(*match.span("year"))
    if held.get("word"):
        return Span(*match.span("word"))
    return Span(*match.span())


def _ahead(text: str, sentence: Span, place: Span) -> bool:
    """Whether the words before speak of what is to come, no other statement between."""
    before = text[max(sentence.begin, place.begin - REACH) : place.begin]
    clause = BREAK.split(before)[-1]
    cues = list(AHEAD.finditer(clause))
    if cues:
        return BEHIND.search(clause, cues[-1].end()) is None
    return UNTIL.search(clause) is not None and BEHIND.search(clause) is None


def _made(kind: TimeKind, match: "re.Match[str]", place: Span, *, ahead: bool) -> Expression | None:
    held = {name: value for name, value in match.groupdict().items() if value}
    numbers = _numbers(kind, held)
    if numbers is None:
        return None
    phrase = " ".join(place.of(match.string).split())
    part = (held.get("part") or held.get("after") or "").lower()
    if kind is TimeKind.NEAR and held["near"].lower() in {
        "morning",
        "afternoon",
        "evening",
        "night",
    }:
        part = held["near"].lower()
    if held.get("near", "").lower() == "tonight":
        part = "night"
    weekday = _weekday(held["weekday"]) if "weekday" in held else None
    zone = ZONES.get(held.get("zone", "").lower())
    which = held.get("which", "").lower().replace("past", "last").replace("previous", "last")
    return Expression(place, phrase, kind, numbers, part, which, ahead, weekday, zone)


def _weekday(name: str) -> int:
    return next(place for place, day in enumerate(DAYS) if day.startswith(name[:3].lower()))


def _numbers(kind: TimeKind, held: dict[str, str]) -> tuple[int, ...] | None:
    """What an expression says, as its kind has it; None where no calendar has it."""
    month = FULL.get(held.get("month", ""), 0) or int(held.get("month", 0) or 0)
    year = int(held.get("year", 0))
    if kind in {TimeKind.DATE, TimeKind.DAY}:
        day, last = int(held["day"]), int(held.get("last", 0))
        if not (1 <= month <= 12 and 1 <= day <= 31 and last <= 31):
            return None
        return (
            (year, month, day)
            if kind is TimeKind.DATE
            else (month, day, *([last] if last > day else []))
        )
    counted = {
        TimeKind.MONTH: (month, year),
        TimeKind.YEAR: (year,),
        TimeKind.DECADE: (int(held.get("decade", 0)),),
        TimeKind.VAGUE: (),
    }
    return counted[kind] if kind in counted else _relative(kind, held, year)


def _relative(kind: TimeKind, held: dict[str, str], year: int) -> tuple[int, ...] | None:
    """The numbers of an expression that counts from another day, and of a clock."""
    which = held.get("which", "").lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if kind is TimeKind.WEEKDAY:
        return (_weekday(held["weekday"]),)
    if kind is TimeKind.NEAR:
        near = held["near"].lower()
        return ({"yesterday": -1, "tomorrow": 1}.get(near, step),)
    if kind is TimeKind.SEASON:
        return (SEASONS[held["season"]], year, step)
    if kind is TimeKind.CLOCK:
        return _clock(held)
    unit = held["unit"]
    if kind is TimeKind.UNIT:
        return (step, -1 if unit == "weekend" else UNITS.index(unit))
    count = int(held["count"]) if held["count"].isdigit() else NUMBERS[held["count"]]
    back = kind is TimeKind.LATER and held["turn"] in {"earlier", "before that"}
    return (-count if back else count, UNITS.index(unit))


def _clock(held: dict[str, str]) -> tuple[int, ...] | None:
    """Hour and minute of a clock; None where its half of the day has no such hour."""
    if "word" in held:
        return (0, 0) if held["word"] == "midnight" else (12, 0)
    hour, half = int(held["hour"]), held.get("half")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(held.get("minute", 0))
