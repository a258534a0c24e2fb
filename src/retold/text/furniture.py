"""Lines in which the site speaks, not the author: told by their own words."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import chain

from retold.text.appeals import APPEALS
from retold.text.controls import CONTROLS, NOTES, PAGE, POINTERS
from retold.text.cues import by_letter
from retold.text.labels import AGO, MORE, SECTIONS
from retold.text.units import Unit


class Sign(Enum):
    """What a line's own words say it is."""

    SECTION = "the label of a list of other texts"
    TEASER = "a teaser, ending in an invitation to read on"
    AGO = "a time told from the reader's now"
    CONTROL = "a control, a mast, a legal line"
    APPEAL = "an appeal to the reader"
    RULE = "a rule drawn with characters"


# A label is short; a control line is a few labels side by side.
LONGEST_LABEL = 9  # words
LONGEST_CONTROL = 30  # words
LONGEST_LINE = 300  # characters: past this a line is no label whatever its words
# Appeals are counted: two different ones make an appeal of a line this short, a longer paragraph
# needs more, about one in this many words. By eye on appeals and on news about subscriptions.
LEAST_APPEALS = 2
WORDS_AN_APPEAL = 30
LONGEST_TEASER = 120  # words
LONGEST_NOTE = 80  # words; what is longer is a text about a correction
QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]")
# A short line that begins by telling its reader what to do needs one cue only.
LONGEST_CALL = 20  # words
CALL = re.compile(
    r"(?:please |now |jetzt |bitte )?(?:(?:enjoyed|liked) (?:this|the|our)|sign|subscribe|donate"
    r"|click|join|follow|get|support|"
    r"give|help|try|start|become|download|abonnieren|unterstützen|melden|holen|testen|lesen|folgen"
    r"|spenden|abonne|inscri|soutene|"
    r"suscr|apoya|abbona|iscriv|sostien)|jetzt\b"
)
# Prose that appeals speaks to its reader: words by their first letter, so that few are tried.
READER = (
    r"(?:d(?:u|ein\w*)|ihre?[nmr]?|n(?:ous|os|otre|uestr\w+|ostr\w)|our|sie|t(?:u[soa]?|i)"
    r"|u(?:s|nser\w*|sted)|v(?:ous|otre|os|ostr\w)|w(?:e|ir)|your?)\b"
)
READER_INSIDE = re.compile(rf"\W{READER}")
# The same in ASCII and in lower case, in half the time.
ASCII_READER_INSIDE = re.compile(rf"[^a-z0-9_]{READER}", re.ASCII)
READER_FIRST = re.compile(rf"{READER}|(?:sign|subscribe|donate|click|join|follow|get|support)\b")
# What may stand around the words of a label.
EDGE = r"[\s:.…!»›>→|\[\]()*#+•·–—-]*+"


def _any(table: dict[str, tuple[str, ...]]) -> str:
    return "|".join(f"(?:{cue})" for language in table.values() for cue in language)


@cache
def _section() -> "re.Pattern[str]":
    return re.compile(rf"{EDGE}(?:{_any(SECTIONS)}){EDGE}\d{{0,4}}{EDGE}\??")


@cache
def _teaser() -> "re.Pattern[str]":
    # An invitation stands behind a sentence, or breaks one off; a sentence may end in its words
    # too, as in "it was no more".
    more = by_letter(chain.from_iterable(MORE.values()))
    return re.compile(
        rf"(?:.*[.!?…:\"”’)»])?\s*+(?:{more}){EDGE}|.*\s(?:{more})[\s…»›>→|\[\]]*+", re.DOTALL
    )


@cache
def _ago() -> "re.Pattern[str]":
    return re.compile(rf"{EDGE}(?:{_any(AGO)}){EDGE}")


@cache
def _control() -> "re.Pattern[str]":
    # Atomic inside: controls overlap, and trying each way to part them takes exponential time.
    one = rf"(?>(?:{_any(CONTROLS)})(?![^\W_]))"
    return re.compile(rf"{EDGE}{one}(?:[\s|·•/,>»›–—-]++{one})*{EDGE}")


@cache
def _page() -> "re.Pattern[str]":
    return re.compile("[\\s\"'•*-]*(?:" + "|".join(PAGE) + ")")


@cache
def _notes() -> "re.Pattern[str]":
    return re.compile("[\\s\"'•*([-]*(?:" + "|".join(NOTES) + ")")


@cache
def _pointers() -> "re.Pattern[str]":
    return re.compile(r"[^.!?]{2,80}[:,–—-] ?(?:" + "|".join(POINTERS) + r")[\s.)]*")


@cache
def _any_appeal() -> "re.Pattern[str]":
    """Where an appeal begins: it begins with a letter."""
    return re.compile(rf"(?<!\w)(?=\w)(?={by_letter(chain.from_iterable(APPEALS.values()))})")


@cache
def _appeals() -> "dict[str, tuple[re.Pattern[str], ...]]":
    return {
        language: tuple(re.compile(rf"\b(?:{cue})") for cue in appeals)
        for language, appeals in APPEALS.items()
    }


def sign_of(unit: Unit) -> Sign | None:
    """What the words of a line say of it as furniture; None where they say nothing."""
    lowered = unit.lowered
    if not unit.words:
        return Sign.AGO if len(lowered.strip()) == 1 else Sign.RULE
    brief = len(lowered) <= LONGEST_LINE
    label = _label(lowered) if brief and unit.words <= LONGEST_LABEL else None
    if label is not None:
        return label
    if unit.words <= LONGEST_NOTE and _notes().match(lowered):
        return Sign.CONTROL
    page = not unit.prose and _page().match(lowered) is not None
    page = page or (brief and _pointers().fullmatch(lowered) is not None)
    if brief and unit.words <= LONGEST_CONTROL and (page or _controls(lowered)):
        return Sign.CONTROL
    if unit.words <= LONGEST_TEASER and _teases(lowered):
        return Sign.TEASER
    return Sign.APPEAL if _appeals_in(unit, lowered) else None


def _label(lowered: str) -> Sign | None:
    """What a few words are as the label of other texts; None where they are none."""
    if _ago().fullmatch(lowered):
        return Sign.AGO
    return Sign.SECTION if _section().fullmatch(lowered) else None


def tells_hours(lowered: str) -> bool:
    """Whether words are a time told from the reader's now: "2 hours ago"."""
    return len(lowered) <= LONGEST_LINE and _ago().fullmatch(lowered) is not None


def _controls(lowered: str) -> bool:
    """Whether the line is made of controls only, any number of them side by side."""
    return _control().fullmatch(lowered) is not None


def _teases(lowered: str) -> bool:
    """Whether the line ends in an invitation to read on."""
    return _teaser().fullmatch(lowered[-60:].lstrip()) is not None


def _appeals_in(unit: Unit, lowered: str) -> bool:
    """Whether the line appeals to the reader often enough for its length; quoted words do not
    count.
    """
    lowered = QUOTED.sub(" ", lowered)
    if unit.prose and not speaks_to_reader(lowered) and not CALL.match(lowered):
        return False
    starts = [found.start() for found in _any_appeal().finditer(lowered)]
    if not starts:
        return False
    count = max(
        sum(_times(pattern, lowered, starts) for pattern in patterns)
        for patterns in _appeals().values()
    )
    least = 1 if unit.words <= LONGEST_CALL and CALL.match(lowered) else LEAST_APPEALS
    return count >= max(least, unit.words / WORDS_AN_APPEAL)


def _times(cue: "re.Pattern[str]", lowered: str, starts: Sequence[int]) -> int:
    """How often a cue stands at one of some places, in order, no two over each other."""
    count = end = 0
    for start in starts:
        found = cue.match(lowered, start) if start >= end else None
        if found:
            count, end = count + 1, found.end()
    return count


@lru_cache(maxsize=1024)
def speaks_to_reader(lowered: str) -> bool:
    """Whether words in lower case speak to whoever reads them; asked of a line again and again."""
    inside = ASCII_READER_INSIDE if lowered.isascii() else READER_INSIDE
    return inside.search(lowered) is not None or READER_FIRST.match(lowered) is not None
