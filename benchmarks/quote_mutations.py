"""Quotations cut and altered on purpose, each with the status that is right for what was done.

A mutation gives None where it does not apply. The
tables are a desk's, written for this benchmark, not the program's lists.
"""

import random
import re
from collections.abc import Mapping

from benchmarks.quote_mutation import SURNAMES, Make, Mutation, replaced, spans_of
from benchmarks.synonyms import TABLE

DENIALS = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
# Little words whose loss an ear does not notice; losing one in silence is not asked about.
SMALL = frozenset("the a an of to in and that is was it for on at by with as but so just".split())
NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]{3,})(?:’s|'s)?\b")
PAST: Mapping[str, str] = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had",
    "had": "have", "will": "would", "do": "did", "does": "did", "did": "do", "want": "wanted",
    "need": "needed", "think": "thought", "know": "knew", "get": "got", "make": "made",
    "go": "went", "see": "saw", "say": "said", "take": "took",
}  # fmt: skip
HEDGES = ("probably", "perhaps", "possibly", "reportedly", "apparently")
HEDGED = re.compile(r"\b(?:probably|perhaps|possibly|maybe|apparently|I think|I believe|likely) ")
FIGURE = re.compile(r"(?<![\w.,$£€-])\d{1,3}(?![\w.,:]*\d)")
COUNTS = "two three four five six seven eight nine ten eleven twelve twenty thirty fifty".split()
COUNT = re.compile(rf"\b(?:{'|'.join(COUNTS)})\b")
AUX = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|do|does|did)\b(?! not|n['’]t)"
)
PAIRS = re.compile(
    r"\b([A-Z][a-z]{2,}|he|she|they|we|you|the [a-z]{3,}) "
    r"(\w+(?:s|ed)|told|made|gave|took|met|beat|want|have|love|hate|need) "
    r"([A-Z][a-z]{2,}|the [a-z]{4,}|our [a-z]{4,}|my [a-z]{4,})\b"
)


def _plain(words: str) -> list["re.Match[str]"]:
    """The words, none where some stand in brackets: what is in them is not what was said."""
    return [] if set(words) & set("[]()") else spans_of(words)


def _dropped_first(words: str, draw: random.Random) -> str | None:
    found = _plain(words)
    count = draw.randint(1, 3)
    if len(found) < count + 4 or DENIALS.search(words[: found[count].start()]):
        return None
    return words[found[count].start() :]


def _dropped_last(words: str, draw: random.Random) -> str | None:
    found = _plain(words)
    count = draw.randint(1, 3)
    if len(found) < count + 4 or DENIALS.search(words[found[-count - 1].end() :]):
        return None
    return words[: found[-count - 1].end()] + draw.choice((",", ".", ""))


def _inside(words: str, draw: random.Random) -> tuple[int, int] | None:
    """A run of one to four words in the middle without a denial, and not only little ones."""
    found = _plain(words)
    count = draw.randint(1, 4)
    if len(found) < count + 6:
        return None
    first = draw.randint(2, len(found) - count - 3)
    gone = found[first : first + count]
    begin, end = gone[0].start(), gone[-1].end()
    told = [one.group().lower() for one in gone if one.group().lower() not in SMALL]
    again = [one.group().lower() for one in found[max(0, first - count) : first + 2 * count]]
    if not told or DENIALS.search(words[begin:end]) or len(set(again)) < len(again):
        return None
    return begin, end


def _elided(mark: str) -> Make:
    def make(words: str, draw: random.Random) -> str | None:
        place = _inside(words, draw)
        if place is None:
            return None
        return f"{words[: place[0]].rstrip()}{mark}{words[place[1] :].lstrip(' ,')}"

    return make


def _silent(words: str, draw: random.Random) -> str | None:
    place = _inside(words, draw)
    if place is None:
        return None
    return f"{words[: place[0]].rstrip()} {words[place[1] :].lstrip(' ,')}"


def _synonym(words: str, draw: random.Random) -> str | None:
    places = [one for one in _plain(words) if one.group() in TABLE and one.group() != "very"]
    if not places:
        return None
    place = draw.choice(places)
    return words[: place.start()] + draw.choice(TABLE[place.group()]) + words[place.end() :]


def _tense(words: str, draw: random.Random) -> str | None:
    places = [one for one in _plain(words) if one.group() in PAST]
    if not places:
        return None
    place = draw.choice(places)
    return words[: place.start()] + PAST[place.group()] + words[place.end() :]


def _misspelt(words: str, draw: random.Random) -> str | None:
    places = [one for one in NAME.finditer(words) if len(one.group()) > 4 and "[" not in words]
    if not places:
        return None
    place = draw.choice(places)
    name = place.group()
    at = draw.randint(1, len(name.rstrip("’'s")) - 2)
    other = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return words[: place.start()] + other + words[place.end() :] if other != name else None


def _other_figure(figure: str, draw: random.Random) -> str:
    value = int(figure)
    return str(draw.choice([n for n in (value + 1, value + 10, value * 2 + 3) if n != value]))


def _unnegated(words: str, draw: random.Random) -> str | None:
    places = list(re.finditer(r"(?<=[a-z])n['’]t\b| (?:not|never)\b(?! only)", words))
    if re.search(r"\b(not|never),? \1\b", words, re.IGNORECASE):
        return None  # said twice: one of the two is not missed
    places = [
        one for one in places if words[max(0, one.start() - 2) : one.start()] not in {"ca", "wo"}
    ]
    if not places:
        return None
    place = draw.choice(places)
    return words[: place.start()] + words[place.end() :]


def _negated(words: str, draw: random.Random) -> str | None:
    places = list(AUX.finditer(words))
    if not places:
        return None
    place = draw.choice(places)
    return f"{words[: place.end()]} not{words[place.end() :]}"


def _hedged(words: str, draw: random.Random) -> str | None:
    places = list(AUX.finditer(words))
    if not places:
        return None
    place = draw.choice(places)
    return f"{words[: place.end()]} {draw.choice(HEDGES)}{words[place.end() :]}"


def _unhedged(words: str, draw: random.Random) -> str | None:
    places = [one for one in HEDGED.finditer(words) if one.start()]
    if not places:
        return None
    place = draw.choice(places)
    return words[: place.start()] + words[place.end() :]


def _roles(words: str, _draw: random.Random) -> str | None:
    place = PAIRS.search(words)
    if place is None or place[1].lower() == place[3].lower():
        return None
    return f"{words[: place.start()]}{place[3]} {place[2]} {place[1]}{words[place.end() :]}"


TRIMMED, ALTERED = frozenset({"trimmed"}), frozenset({"altered"})
CHANGES: tuple[Mutation, ...] = (
    Mutation("first words dropped", TRIMMED, _dropped_first),
    Mutation("last words dropped", TRIMMED, _dropped_last),
    Mutation("inner words dropped, …", TRIMMED, _elided(" … ")),
    Mutation("inner words dropped, [...]", TRIMMED, _elided(" [...] ")),
    Mutation("inner words dropped, ...", TRIMMED, _elided("... ")),
    Mutation("inner words dropped, silent", ALTERED, _silent),
    Mutation("synonym", ALTERED, _synonym),
    Mutation("tense", ALTERED, _tense),
    Mutation("negation in", ALTERED, _negated, meaning=True),
    Mutation("negation out", ALTERED, _unnegated, meaning=True),
    Mutation("figure", ALTERED, replaced(FIGURE, _other_figure), meaning=True),
    Mutation(
        "number word",
        ALTERED,
        replaced(COUNT, lambda old, draw: draw.choice([one for one in COUNTS if one != old])),
        meaning=True,
    ),
    Mutation("name misspelt", ALTERED, _misspelt),
    Mutation(
        "name swapped",
        ALTERED,
        replaced(NAME, lambda _, draw: draw.choice(SURNAMES)),
        meaning=True,
    ),
    Mutation("hedge in", ALTERED, _hedged, meaning=True),
    Mutation("hedge out", ALTERED, _unhedged, meaning=True),
    Mutation("roles swapped", ALTERED, _roles, meaning=True),
)
