"""English words for how many and how often that are no numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.model.document import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A word for a share. `scale`: what it counts ("many", "often"); `grade`: how much, 0..5."""

    span: Span
    scale: str
    grade: int


# By scale, the least first; "no" and "never" are negations and not listed. Words of one grade may
# stand for each other.
_GRADES = {
    "many": (
        "",
        r"few|hardly any|a handful of",
        r"some|a few|several|certain|various",
        r"many|numerous|lots of|a lot of|plenty of|a number of|multiple",
        r"most|nearly all|almost all|the majority of|the vast majority of|mostly|largely|mainly",
        r"all|every|each|everyone|everybody|entire(?:ly)?|whol(?:e|ly)|completely",
    ),
    "often": (
        "",
        r"rarely|seldom|hardly ever|occasionally",
        r"sometimes|at times|from time to time",
        r"often|frequently|regularly|repeatedly|many times",
        r"usually|generally|normally|typically|routinely",
        r"always|constantly|invariably|continually|consistently",
    ),
}
# Said with one of these words and counting nothing.
_IDLE = re.compile(
    r"(?:at all|after all|all (?:right|of a sudden|over|along|but)|all-|not all|"
    r"most (?:of all|recent(?:ly)?|\w+(?:ful|ous|ive|ant|ent|able|ible|ed|al|ic)\b)|at most|"
    r"some \d|every day|each other|every time|overall|at some|for some|some time)",
    re.IGNORECASE,
)
_CUES = tuple(
    (scale, grade, re.compile(rf"\b(?:{row})\b", re.IGNORECASE))
    for scale, rows in _GRADES.items()
    for grade, row in enumerate(rows)
    if row
)


def quantities(text: str, span: Span) -> Iterator[Quantity]:
    """The words of quantity inside `span`, in order; of those that overlap the longest."""
    found = [
        Quantity(Span(*one.span()), scale, grade)
        for scale, grade, cue in _CUES
        for one in cue.finditer(text, span.begin, span.end)
        if not _IDLE.match(text, one.start(), span.end)
    ]
    end = span.begin
    for one in sorted(found, key=lambda each: (each.span.begin, -each.span.end)):
        if one.span.begin >= end:
            end = one.span.end
            yield one
