"""Independent reports that reprint one another, or one text, in part: listed with the evidence.

The rule looks at what both print outside the quotations they share, never at a verdict: 50 words
and more in runs of five. In `basil` these are pairs in which both paste a text at length (a
newspaper's report, a posted statement) or run one agency's sentences. At most three are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.corpora import LabelledPair
from benchmarks.measured import plain
from retold.backends.frequencies import frequencies
from retold.model.document import Span
from retold.pairs.collate import collate
from retold.pairs.ground import Ground, grounds
from retold.pairs.reading import prepare

# Words in shared runs outside shared quotations; the next pair of basil has 44, in runs of up to 8.
REPRINTED_FROM = 50
MOST = 3
SHOWN = 3  # runs


@dataclass(frozen=True, slots=True)
class Reprint:
    """A pair, how many words both print outside shared quotations, and the longest runs."""

    pair: LabelledPair
    words: int
    runs: tuple[str, ...]


def reprints(pairs: Sequence[LabelledPair]) -> list[Reprint]:
    """Whole reports that reprint one another in part, the most first, at most three."""
    found = [shared_prose(pair) for pair in pairs if pair.label == "whole"]
    found.sort(key=lambda one: (-one.words, one.pair.source, one.runs))
    return [one for one in found[:MOST] if one.words >= REPRINTED_FROM]


def shared_prose(pair: LabelledPair) -> Reprint:
    """What both texts of a pair print outside the quotations they share."""
    rarity = frequencies(frozenset({"en"}))
    readings = [prepare(plain("text", text), rarity) for text in (pair.left, pair.right)]
    prose = grounds(collate(*readings)).prose
    poorer = int(prose.swapped)
    text, offsets = (pair.left, pair.right)[poorer], readings[poorer].offsets
    spans = [
        Span(int(offsets[first, 0]), int(offsets[last, 1])) for first, last in _runs_in_place(prose)
    ]
    longest = sorted(spans, key=lambda span: (-len(span), span))[:SHOWN]
    return Reprint(pair, int(prose.in_runs[0].sum()), tuple(span.of(text) for span in longest))


def _runs_in_place(prose: Ground) -> Iterator[tuple[int, int]]:
    """First and last word of each shared run, counted in the whole text."""
    place = prose.poorer.place[prose.in_runs[0]]
    if not len(place):
        return
    breaks = np.nonzero(np.diff(place) != 1)[0]
    starts = [0, *(int(at) + 1 for at in breaks)]
    ends = [*(int(at) for at in breaks), len(place) - 1]
    for start, end in zip(starts, ends, strict=True):
        yield int(place[start]), int(place[end])
