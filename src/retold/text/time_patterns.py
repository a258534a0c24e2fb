"""How English running text tells dates and times: kinds, and the patterns that find each.

Whole dates in figures and with month names are read in German, French, Spanish and Italian too.
"""

import re
from enum import StrEnum

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
_ENGLISH = [
    name
    for name in FULL
    if name[:3].lower() in "jan feb mar apr may jun jul aug sep oct nov dec".split()
]
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
_ZONES = "|".join(map(str.upper, ZONES))
WAYS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            TimeKind.DATE,
            rf"\b{_BESIDE}{_DAY}[ \u00a0](?:of |de )?(?P<month>{_M})\.?,?[ \u00a0](?:de |del "
            rf")?{_YEAR}",
        ),
        (
            TimeKind.DATE,
            rf"\b{_BESIDE}(?P<month>{_M})\.?[ \u00a0](?P<day>\d\d?)(?:st|nd|rd|th)?,?[ \u00a0"
            rf"]{_YEAR}",
        ),
        (
            TimeKind.DATE,
            r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        ),
        (
            TimeKind.DAY,
            rf"\b{_BESIDE}{_DAY}(?:[ \u00a0]?(?:-|–|to|and)[ \u00a0]?{_LATE})?[ \u00a0](?:of "
            rf")?(?P<month>{_E})\b",
        ),
        (
            TimeKind.DAY,
            rf"\b{_BESIDE}(?P<month>{_E})\.?[ \u00a0-](?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d|[.,"
            rf":]\d|%)(?:[ \u00a0]?(?:-|–|to|and)[ \u00a0]?{_LATE}(?!\d|[.,:]\d|%| [a-z]))?",
        ),
        (TimeKind.MONTH, rf"\b(?:{_PART})?(?P<month>{_E})\.?(?:,| of)?[ \u00a0]{_YEAR}"),
        (TimeKind.MONTH, rf"\b{_PART}(?P<month>{_E})\b"),
        (TimeKind.MONTH, rf"\b(?P<which>last|next|this|past)[ \u00a0](?P<month>{_E})\b"),
        (
            TimeKind.MONTH,
            rf"(?<=\b)(?:(?:{_CUE})[ \u00a0])(?P<bare>(?P<month>{_E})\b)\.?(?![ \u00a0][A-Z])",
        ),
        (
            TimeKind.WEEKDAY,
            rf"\b(?:{_PART})?(?:(?P<which>last|next|this|past)[ \u00a0])?(?P<weekday>{_W})(?!"
            rf"s|['’]s [A-Z]| [A-Z]){_OF_DAY}",
        ),
        (
            TimeKind.NEAR,
            rf"\b(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?!['’]s (?:world|so"
            rf"ciety)){_OF_DAY}",
        ),
        (
            TimeKind.NEAR,
            r"\b(?P<which>[Tt]his|[Ll]ast)[ \u00a0](?P<near>morning|afternoon|evening|night)"
            r"\b",
        ),
        (TimeKind.AGO, rf"\b(?P<count>{_N})(?: of)? (?P<unit>{_U})s? ago\b"),
        (
            TimeKind.LATER,
            rf"\b(?P<count>{_N})(?: of)? (?P<unit>{_U})s? (?P<turn>later|earlier|afterwards?|"
            rf"before that|after that)\b",
        ),
        (
            TimeKind.PAST,
            rf"\b(?:in|over|during|for|within) the (?:last|past) (?P<count>{_N})(?: of)? (?P<"
            rf"unit>{_U})s?\b",
        ),
        (TimeKind.SEASON, rf"\b(?P<which>last|next|this|past) (?P<season>{'|'.join(SEASONS)})\b"),
        (TimeKind.SEASON, rf"\b(?P<season>spring|summer|autumn|winter)(?: of)? {_YEAR}"),
        (
            TimeKind.UNIT,
            r"\b(?P<which>last|this|next|past|previous|coming) (?P<unit>week|weekend|month|q"
            r"uarter|year|decade|century)\b(?!-)",
        ),
        (
            TimeKind.DECADE,
            r"\b(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<decade>(?:1[5-9]|20)\d0)['’]?s"
            r"\b",
        ),
        (
            TimeKind.YEAR,
            rf"\b(?:in|since|until|till|during|back in|early|late|mid|year) {_YEAR}(?![\d%:/-"
            rf"]|[.,]\d| (?:people|dollars|million))",
        ),
        (
            TimeKind.YEAR,
            rf"\b(?:of|by|from|before|after|to|and) {_YEAR}(?=[,.;:)!?]|\s+(?:and|to|the|when"
            rf"|in|as|that|election|season)\b|$)",
        ),
        (
            TimeKind.CLOCK,
            rf"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?[ \u00a0]?(?P<h"
            rf"alf>[ap])\.?m\b\.?(?:[ \u00a0]\(?(?P<zone>{_ZONES})\b\)?)?",
        ),
        (
            TimeKind.CLOCK,
            rf"(?<![\d.:,])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?:[ \u00a0]?"
            rf"\(?(?P<zone>{_ZONES})\b\)?)?",
        ),
        (TimeKind.CLOCK, r"\b(?:at|before|after|until|by) (?P<word>noon|midnight|midday)\b"),
        (TimeKind.VAGUE, rf"\b(?:{VAGUE})\b"),
    )
)
