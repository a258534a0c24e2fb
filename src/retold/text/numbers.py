"""The numbers of an English text: what each is worth, what it counts, and how firmly it is given.

Years, dates and times of day are no numbers here: they are read in `times`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span
from retold.text.months import MONTHS
from retold.text.number_units import CURRENCIES, SIGNS, UNITS
from retold.text.number_words import FRACTIONS, ORDINALS, SCALES, WORDED, worth


class Bound(StrEnum):
    """How firmly a number is given."""

    EXACT = "exact"
    ABOUT = "about"
    BELOW = "below"  # nearly, less than: not quite that
    MOST = "most"  # up to
    ABOVE = "above"  # more than
    LEAST = "least"  # at least


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it.

    Attributes:
        span: the number with its sign and unit: "£2.4m", "67 per cent", "two hours".
        low, high: what it is worth; the same but for a range. A share is of one hundred.
        unit: a currency ("GBP"), "%", "points", "age", "ordinal", a measure ("hour"), or empty.
        noun: the folded word behind it, which tells what it counts; empty where none stands there.
        bound: how firmly it is given.
        shown: how many figures of it are significant, from 1.
    """

    span: Span
    low: float
    high: float
    unit: str
    noun: str
    bound: Bound
    shown: int


_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b|\s?(?:bn|mn|mln|tn)\b|[mk]\b)"
_SIGN = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_AMOUNT = rf"(?:{_FIGURES}|{WORDED})"
_NUMBER = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s?|(?<![\w.,:£$€/])(?<![A-Za-z]-))"
    rf"(?P<low>{_AMOUNT})(?P<scale>{_SCALE})?"
    rf"(?:\s?(?:-|–|—|\bto\b|\band\b)\s?(?:{_SIGN})?(?P<high>{_AMOUNT})(?P<scale2>{_SCALE})?)?",
    re.IGNORECASE,
)
_RANGED = re.compile(r"\s?(?:-|–|—|\bto\b|\band\b)\s?", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"(?<![\w.,])(?:\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b", re.IGNORECASE
)
_SHARES = "|".join(re.sub("[ -]", r"[ -]{1,3}", words) for words in FRACTIONS)
_FRACTION = re.compile(rf"\b(?:{_SHARES})\b(?! (?:an? )?(?:hour|million|billion))", re.IGNORECASE)
_POINTS = re.compile(r"[\s-]?(?:(?:percentage|per ?cent|%)[\s-]points?|pp)\b", re.IGNORECASE)
_SHARE = re.compile(r"\s?(?:%|per ?cent\b|pct\b)|-per-?cent\b", re.IGNORECASE)
_AGED = re.compile(r"[\s-]{1,3}years?[\s-]{1,3}olds?\b", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]{1,2}([^\W\d_]+)")
_NAMED_AGE = re.compile(r"\b(?:aged?|turned)(?: of)? $", re.IGNORECASE)
# "Lena Ford, 34, said": a bare number between commas behind a capital is an age.
_APPOSED = re.compile(r"[A-Z][\w'’-]+(?:, | \()$")
_MONTH = "|".join(sorted((name for name in MONTHS if name.isascii()), key=len, reverse=True))
_BEFORE_DAY = re.compile(rf"\b(?:{_MONTH})\.? (?:the )?$", re.IGNORECASE)
_AFTER_DAY = re.compile(rf"(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]clock|hrs\b|(?:gmt|bst|et|est|utc)\b)|:\d\d", re.IGNORECASE
)
_BOUNDS = (
    (Bound.LEAST, r"at least|no (?:less|fewer) than|a minimum of|not less than|minimum"),
    (Bound.MOST, r"up to|at most|no more than|as (?:many|much) as|a maximum of|not more than"),
    (Bound.ABOVE, r"more than|over|above|upwards of|in excess of|exceeding|exceeded|greater than"),
    (Bound.BELOW, r"less than|fewer than|under|below|almost|nearly|close to|just short of"),
    (
        Bound.ABOUT,
        r"about|around|some|roughly|approximately|an estimated|estimated|circa|or so|"
        r"in the region of",
    ),
)
_FIRM = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{bound.value}>{row})' for bound, row in _BOUNDS)}) (?:the |an? )?$",
    re.IGNORECASE,
)
LOOK_BACK = 40  # characters before a number in which what bounds it stands
# A bare number of four figures in this stretch is a year.
YEARS = range(1500, 2100)
# Figures of a unit's own text that stand for nothing: "one" alone is as often a pronoun.
LOOSE = "one"


def numbers(text: str, span: Span) -> Iterator[Number]:
    """The numbers inside `span`, in order, none overlapping another."""
    end = span.begin
    found = [_cardinal(text, span, match) for match in _NUMBER.finditer(text, span.begin, span.end)]
    found += [_ordinal(text, match) for match in _ORDINAL.finditer(text, span.begin, span.end)]
    found += [_fraction(text, match) for match in _FRACTION.finditer(text, span.begin, span.end)]
    known = (number for number in found if number is not None)
    for number in sorted(known, key=lambda one: (one.span.begin, -one.span.end)):
        if number.span.begin >= end:
            yield number
            end = number.span.end


def _cardinal(text: str, span: Span, match: "re.Match[str]") -> Number | None:
    """What a match is worth; None for a year, a day or a time, and for a word that counts not."""
    end = match.end()
    low = worth(match["low"], match["scale"])
    if low is None or (not match["sign"] and _of_time(text, match)):
        return None
    high = worth(match["high"], match["scale2"]) if match["high"] else low
    if high is None or (match["high"] and not _ranging(text, match)):
        high, end = low, match.end("scale") if match["scale"] else match.end("low")
    elif match["scale2"] and not match["scale"] and high > low:
        low *= SCALES.get(match["scale2"].strip(" -").lower(), 1) if low < 1000 else 1
    glued = text[end : end + 1].isalpha() or text[end : end + 1] == "/"
    if glued and match["sign"] is None and not UNITS.get(_letters(text, end)):
        return None
    unit, end = _unit(text, match, end)
    begin = match.start()
    noun = _NEXT.match(text, end, span.end)
    if match["low"].lower() == LOOSE and not (unit or match["scale"]):
        unit = LOOSE
    return Number(
        Span(begin, end),
        low,
        high,
        unit,
        noun[1].lower() if noun else "",
        _bound(text, begin),
        _shown(match["low"]),
    )


def _ranging(text: str, match: "re.Match[str]") -> bool:
    """Whether two numbers are the ends of one range: "5-10", "5 to 10", "between 5 and 10"."""
    first = match.end("scale") if match["scale"] else match.end("low")
    joint = text[first : match.start("high")].strip().strip("£$€").lower()
    if joint.startswith("and"):
        return text[max(0, match.start() - 9) : match.start()].lower().endswith("between ")
    if joint.startswith("to"):
        return (
            not text[max(0, match.start() - 40) : match.start()]
            .lower()
            .rstrip()
            .endswith(("up", "down", "from"))
        )
    return match["low"][0].isdigit() == match["high"][0].isdigit()


def _of_time(text: str, match: "re.Match[str]") -> bool:
    """Whether the figures are a year, a day of a month or a time of day."""
    figures, begin, end = match["low"], match.start(), match.end("low")
    if not figures[0].isdigit():
        return _CLOCK.match(text, end) is not None
    before = text[max(0, begin - 16) : begin]
    if _BEFORE_DAY.search(before) or _AFTER_DAY.match(text, end) or _CLOCK.match(text, end):
        return True
    bare = figures.isdigit() and len(figures) == 4 and not match["scale"]
    return bare and int(figures) in YEARS and not _SHARE.match(text, end)


def _unit(text: str, match: "re.Match[str]", end: int) -> tuple[str, int]:
    """What is counted, as far as it is told by a sign or a known word, and where that ends."""
    for pattern, unit in ((_POINTS, "points"), (_SHARE, "%"), (_AGED, "age")):
        found = pattern.match(text, end)
        if found:
            return unit, found.end()
    if match["sign"]:
        return SIGNS[match["sign"].upper()], end
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if _NAMED_AGE.search(before) or (text[end : end + 1] in ",)" and _APPOSED.search(before)):
        return "age", end
    word = _NEXT.match(text, end) or re.compile(r"([A-Za-z°]{1,4})\b").match(text, end)
    if word:
        unit = CURRENCIES.get(word[1].lower()) or UNITS.get(word[1].lower()) or ""
        return unit, word.end() if unit else end
    return "", end


def _letters(text: str, end: int) -> str:
    return text[end : end + 4].split(" ")[0].lower().rstrip(".,;:")


def _ordinal(text: str, match: "re.Match[str]") -> Number | None:
    before = text[max(0, match.start() - 16) : match.start()]
    if _BEFORE_DAY.search(before) or _AFTER_DAY.match(text, match.end()):
        return None
    word = match.group().lower()
    value = float(ORDINALS[word]) if word in ORDINALS else float(re.sub(r"\D", "", word))
    noun = _NEXT.match(text, match.end())
    span = Span(match.start(), match.end())
    return Number(span, value, value, "ordinal", noun[1].lower() if noun else "", Bound.EXACT, 2)


def _fraction(text: str, match: "re.Match[str]") -> Number:
    share = 100 * FRACTIONS[re.sub(r"[ -]+", " ", match.group().lower())]
    span = Span(match.start(), match.end())
    return Number(span, share, share, "%", "", _bound(text, match.start()), 1)


def _bound(text: str, begin: int) -> Bound:
    found = _FIRM.search(text[max(0, begin - LOOK_BACK) : begin])
    return Bound(found.lastgroup) if found and found.lastgroup else Bound.EXACT


def _shown(figures: str) -> int:
    """Significant figures: zeros at the end of a whole number are not."""
    if not figures[0].isdigit():
        return 1
    plain = figures.replace(",", "")
    digits = plain.replace(".", "").lstrip("0")
    return max(1, len(digits if "." in plain else digits.rstrip("0")))
