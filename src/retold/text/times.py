"""Expressions of date and time in English running text: "on Wednesday", "late October", "14 October".

Found by own patterns, each with what it says as numbers, so that nothing is left for a parser of
dates to guess; what day they mean is reckoned in `moments`. Dates in figures and whole dates are
read in German, French, Spanish and Italian too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span
from retold.text.months import MONTHS


class TimeKind(StrEnum):
    """What an expression gives; behind each, what its `numbers` are."""

    DATE = "date"  # year, month, day
    DAY = "day"  # month, day, and the last day where it is a range
    MONTH = "month"  # month, and year or 0
    YEAR = "year"  # year
    DECADE = "decade"  # its first year
    WEEKDAY = "weekday"  # 0 for Monday
    NEAR = "near"  # days from the date of writing: today 0, yesterday -1
    UNIT = "unit"  # units from that of writing (last week: -1), place in UNITS
    AGO = "ago"  # how many, place in UNITS, before the date of writing
    LATER = "later"  # how many (below 0: earlier), place in UNITS, from what was told before
    PAST = "past"  # how many, place in UNITS, up to the date of writing
    SEASON = "season"  # its first month, year or 0, years from that of writing
    CLOCK = "clock"  # hour, minute
    VAGUE = "vague"  # none: "recently", "days later"


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


UNITS = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    word: number
    for number, group in enumerate(
        "zero;a an one;two couple;three;four;five;six;seven;eight;nine;ten;eleven;twelve".split(";")
    )
    for word in group.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# Minutes ahead of UTC of the zones that English newsrooms write; "ET" is read as winter time.
ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "msk": 180, "ist": 330,
    "et": -300, "est": -300, "edt": -240, "ct": -360, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pt": -480, "pst": -480, "pdt": -420, "jst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip
FULL = {name.capitalize(): number for name, number in MONTHS.items()}
_M = "|".join(sorted(map(re.escape, FULL), key=len, reverse=True))
_ENGLISH = [name for name in FULL if name[:3].lower() in "jan feb mar apr may jun jul aug sep oct nov dec".split()]
_E = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_W = "|".join(day.capitalize() for day in DAYS)
_WS = rf"(?:{_W}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_N = r"\d{1,3}|" + "|".join(NUMBERS)
_U = "|".join(UNITS)
_PART = r"(?P<part>early|mid|late)[ \u00a0-](?:(?:in|on)[ \u00a0])?"
_OF_DAY = r"(?:[ \u00a0](?P<after>morning|afternoon|evening|night|lunchtime))?"
_BESIDE = rf"(?:(?P<weekday>{_WS})\.?,?[ \u00a0](?:the[ \u00a0])?)?"
_DAY = r"(?<![\d.,:])(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_LATE = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_CUE = (
    r"in|since|by|until|till|during|from|of|before|after|through|between|last|next|this|past|mid-?|"
    r"early|late|end of|beginning of|as of|for|every|each|to|and|(?:in )?the (?:fall|spring) of"
)
VAGUE = (
    r"recently|lately|in (?:recent|the past few|the last few|the coming|coming) "
    r"(?:hours|days|weeks|months|years)|"
    r"earlier (?:this|in the) (?:week|month|year)|later (?:this|in the) (?:week|month|year)|"
    r"(?:some|several|a few|many|a couple of)?\s?(?:hours|days|weeks|months|years) "
    r"(?:ago|earlier|later|before|after|prior)|(?:shortly|soon|long) (?:before|after|afterwards)|"
    r"the other day|at the time|years ago|not long ago|the same day|the next day|the following day"
)
WAYS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (TimeKind.DATE, rf"\b{_BESIDE}{_DAY}[ \u00a0](?:of |de )?(?P<month>{_M})\.?,?[ \u00a0](?:de |del )?{_YEAR}"),
        (TimeKind.DATE, rf"\b{_BESIDE}(?P<month>{_M})\.?[ \u00a0](?P<day>\d\d?)(?:st|nd|rd|th)?,?[ \u00a0]{_YEAR}"),
        (TimeKind.DATE, r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
        (TimeKind.DAY, rf"\b{_BESIDE}{_DAY}(?:[ \u00a0]?(?:-|–|to|and)[ \u00a0]?{_LATE})?[ \u00a0](?:of )?(?P<month>{_E})\b"),
        (TimeKind.DAY, rf"\b{_BESIDE}(?P<month>{_E})\.?[ \u00a0-](?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d|[.,:]\d|%)(?:[ \u00a0]?(?:-|–|to|and)[ \u00a0]?{_LATE}(?!\d|[.,:]\d|%| [a-z]))?"),
        (TimeKind.MONTH, rf"\b(?:{_PART})?(?P<month>{_E})\.?(?:,| of)?[ \u00a0]{_YEAR}"),
        (TimeKind.MONTH, rf"\b{_PART}(?P<month>{_E})\b"),
        (TimeKind.MONTH, rf"\b(?P<which>last|next|this|past)[ \u00a0](?P<month>{_E})\b"),
        (TimeKind.MONTH, rf"(?<=\b)(?:(?:{_CUE})[ \u00a0])(?P<bare>(?P<month>{_E})\b)\.?(?![ \u00a0][A-Z])"),
        (TimeKind.WEEKDAY, rf"\b(?:{_PART})?(?:(?P<which>last|next|this|past)[ \u00a0])?(?P<weekday>{_W})(?!s|['’]s [A-Z]| [A-Z]){_OF_DAY}"),
        (TimeKind.NEAR, r"\b(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?!['’]s (?:world|society))" + _OF_DAY),
        (TimeKind.NEAR, r"\b(?P<which>[Tt]his|[Ll]ast)[ \u00a0](?P<near>morning|afternoon|evening|night)\b"),
        (TimeKind.AGO, rf"\b(?P<count>{_N})(?: of)? (?P<unit>{_U})s? ago\b"),
        (TimeKind.LATER, rf"\b(?P<count>{_N})(?: of)? (?P<unit>{_U})s? (?P<turn>later|earlier|afterwards?|before that|after that)\b"),
        (TimeKind.PAST, rf"\b(?:in|over|during|for|within) the (?:last|past) (?P<count>{_N})(?: of)? (?P<unit>{_U})s?\b"),
        (TimeKind.SEASON, rf"\b(?P<which>last|next|this|past) (?P<season>{'|'.join(SEASONS)})\b"),
        (TimeKind.SEASON, rf"\b(?P<season>spring|summer|autumn|winter)(?: of)? {_YEAR}"),
        (TimeKind.UNIT, r"\b(?P<which>last|this|next|past|previous|coming) (?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)"),
        (TimeKind.DECADE, r"\b(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"),
        (TimeKind.YEAR, rf"\b(?:in|since|until|till|during|back in|early|late|mid|year) {_YEAR}(?![\d%:/-]|[.,]\d| (?:people|dollars|million))"),
        (TimeKind.YEAR, rf"\b(?:of|by|from|before|after|to|and) {_YEAR}(?=[,.;:)!?]|\s+(?:and|to|the|when|in|as|that|election|season)\b|$)"),
        (TimeKind.CLOCK, r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?[ \u00a0]?(?P<half>[ap])\.?m\b\.?(?:[ \u00a0]\(?(?P<zone>" + "|".join(map(str.upper, ZONES)) + r")\b\)?)?"),
        (TimeKind.CLOCK, r"(?<![\d.:,])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?:[ \u00a0]?\(?(?P<zone>" + "|".join(map(str.upper, ZONES)) + r")\b\)?)?"),
        (TimeKind.CLOCK, r"\b(?:at|before|after|until|by) (?P<word>noon|midnight|midday)\b"),
        (TimeKind.VAGUE, rf"\b(?:{VAGUE})\b"),
    )
)  # fmt: skip
AHEAD = re.compile(
    r"\b(?:will|['’]ll|is to|are to|(?:is|are) due|due to|set to|set for|plans? to|planned|planning"
    r"|expected|expects?|scheduled|going to|would|shall|hopes? to|deadline|upcoming|slated)\b"
)
UNTIL = re.compile(r"\b(?:by|until|till|ahead of|before)[ \u00a0]$")
# A verb of the past between a word of what is to come and the date: the date is the verb's.
BEHIND = re.compile(r"\b(?:\w{2,}ed|was|were|had|did|took|came|went|said|told|met|made|gave|held)\b")
REACH = 60  # characters before an expression in which a word of what is to come tells, by eye
BREAK = re.compile(r"[.;:!?]\s|, (?:but|and|after|which|who)\b")


def expressions(text: str, sentences: Iterable[Span]) -> tuple[Expression, ...]:
    """The expressions of time in the sentences, in order, none inside another."""
    return tuple(one for sentence in sentences for one in _of(text, sentence))


def _of(text: str, sentence: Span) -> list[Expression]:
    found: list[Expression] = []
    for kind, pattern in WAYS:
        for match in pattern.finditer(text, sentence.begin, sentence.end):
            place = _place(kind, match)
            if any(place.meets(one.span) for one in found):
                continue
            made = _made(kind, match, place, ahead=_ahead(text, sentence, place))
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda one: one.span)


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
    if kind is TimeKind.NEAR and held["near"].lower() in {"morning", "afternoon", "evening", "night"}:
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
        return (year, month, day) if kind is TimeKind.DATE else (month, day, *([last] if last > day else []))
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


def found_in(text: str, sentences: Iterable[Span]) -> Iterator[Expression]:
    """The expressions that can be reckoned: all but the vague ones."""
    return (one for one in expressions(text, sentences) if one.kind is not TimeKind.VAGUE)
