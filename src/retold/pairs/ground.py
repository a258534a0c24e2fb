"""What measures stand on: the poorer and the fuller text, without quotations that both carry.

Words that stand in quotation marks on both sides show that both heard one speaker or read one
paper, not that one writer read the other: they are taken out before descent is measured. A run
counts as such where two words in a row are quoted on either side. Quoted on one side only it stays,
since marks are lost and glued on the way.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from retold.pairs.codes import among, common, distinct
from retold.pairs.collate import (
    Bools,
    Collation,
    Floats,
    Ints,
    Side,
    lettered,
    likeness,
    shared_weight,
)
from retold.pairs.reading import SMALL_UP_TO

# From this rarity (nats) a word carries meaning; below stand the small words that hold sentences
# together.
CONTENT_FROM = SMALL_UP_TO  # nats
# A run of this many words in both texts was taken over from one: five-word shingles are what reuse
# is sought by since Broder (1997).
LONG_RUN = 5  # words
# Two content words this near each other are a pair; the reach of ROUGE-S (Lin 2004).
NEAR = 3  # content words
# An odd multiplier near 2**64 / golden ratio: codes of runs differ for all that matters (Knuth,
# 6.4).
MULTIPLIER = 0x9E3779B97F4A7C15
POWERS = np.array([pow(MULTIPLIER, at, 2**64) for at in reversed(range(LONG_RUN))], np.uint64)


@dataclass(frozen=True)
class Text:
    """One side: its kept words in order.

    Attributes:
        ids: int32 (n,), vocabulary numbers of the kept words.
        place: int32 (n,), position of each among all words of the text; a gap is a masked run.
        sentence: int32 (n,).
        sentences: how many there are.
    """

    ids: Ints
    place: Ints
    sentence: Ints
    sentences: int


@dataclass(frozen=True)
class Ground:
    """A pair ready to be measured; `poorer` has the lesser weight of words.

    Attributes:
        grid: sentence against sentence over all kept words.
        weights: float64 (v,), nats.
        named, figures: bool (v,), words that are part of a name or a figure on either side.
        swapped: whether the poorer text is the right one.
    """

    poorer: Text
    fuller: Text
    grid: "Grid"
    weights: Floats
    named: Bools
    figures: Bools
    swapped: bool

    @cached_property
    def content(self) -> Bools:
        """Words that carry meaning and are neither name nor figure, bool (v,)."""
        return ~self.named & ~self.figures & (self.weights > CONTENT_FROM)

    @cached_property
    def connective(self) -> "Grid":
        """Sentence against sentence, names left out: what a topic does not give away."""
        return Grid.of(self.poorer, self.fuller, np.where(self.named, 0.0, self.weights))

    @cached_property
    def in_runs(self) -> tuple[Bools, Bools]:
        """Which words of the poorer and of the fuller text stand in a long run both have."""
        texts = self.poorer, self.fuller
        (at_here, here), (at_there, there) = (runs(text, self.present[1]) for text in texts)
        begun = at_here[among(here, distinct(there))], at_there[among(there, distinct(here))]
        covered, covered_there = (np.zeros(len(text.ids), np.bool_) for text in texts)
        for step in range(LONG_RUN):
            covered[begun[0] + step] = True
            covered_there[begun[1] + step] = True
        return covered, covered_there

    @cached_property
    def kept(self) -> int:
        """How many words return in order (longest common subsequence)."""
        return _in_order(self.poorer.ids, self.fuller.ids)

    @cached_property
    def apart(self) -> tuple[Ints, Ints]:
        """The words of the poorer and of the fuller text outside long shared runs, in order."""
        here, there = self.in_runs
        return self.poorer.ids[~here], self.fuller.ids[~there]

    @cached_property
    def kept_apart(self) -> int:
        """How many words outside long shared runs return in order."""
        return _in_order(*self.apart)

    @cached_property
    def pairs_apart(self) -> tuple[int, int, int]:
        """Pairs of near content words outside long shared runs: of the poorer, the fuller, both."""
        here, there = (near_pairs(ids, self.weights) for ids in self.apart)
        return len(here), len(there), common(here, there)

    @cached_property
    def present(self) -> tuple[Bools, Bools]:
        """Which words occur in the poorer text, and which in both, each bool (v,)."""
        poorer, fuller = np.zeros((2, len(self.weights)), np.bool_)
        poorer[self.poorer.ids] = True
        fuller[self.fuller.ids] = True
        return poorer, poorer & fuller


@dataclass(frozen=True)
class Grid:
    """Likeness of every sentence of the poorer text to every one of the fuller.

    Attributes:
        likeness: float64 (m poorer, m fuller), 0..1.
        mass_poorer: float64, weight of each sentence.
    """

    likeness: Floats
    mass_poorer: Floats

    @classmethod
    def of(cls, poorer: Text, fuller: Text, weights: Floats) -> "Grid":
        """The grid of two texts."""
        overlap, here, there = shared_weight(poorer, fuller, weights)
        return cls(likeness(overlap, here, there), here)

    @cached_property
    def best(self) -> Floats:
        """Likeness of each sentence of the poorer text to the one most like it, float64 (m,)."""
        return np.asarray(self.likeness.max(axis=1))

    @cached_property
    def mass(self) -> float:
        """The weight of the poorer text's sentences together."""
        return float(self.mass_poorer.sum())


@dataclass(frozen=True)
class Grounds:
    """The ground of a pair twice: shared quotations taken out, and with them."""

    prose: Ground
    whole: Ground


def grounds(collation: Collation) -> Grounds:
    """Both grounds of a collated pair. Which text is the poorer does not depend on their order."""
    sides = (collation.left, collation.right)
    named, figures = np.zeros((2, len(collation.weights)), np.bool_)
    for side in sides:
        named[side.ids[side.reading.named]] = True
        figures[side.ids[side.reading.figure]] = True
    known = collation.weights, named & ~figures, figures, collation.swapped
    forth = -1 if collation.swapped else 1
    poorer, fuller = [_whole(side) for side in sides][::forth]
    whole = Ground(poorer, fuller, _grid(collation), *known)
    quoted = shared_quotation(collation)
    if not quoted[0].any():
        return Grounds(whole, whole)
    poorer, fuller = list(map(_without, sides, quoted))[::forth]
    return Grounds(
        Ground(poorer, fuller, Grid.of(poorer, fuller, collation.weights), *known), whole
    )


def _grid(collation: Collation) -> Grid:
    if collation.swapped:
        return Grid(collation.likeness.T, collation.mass_right)
    return Grid(collation.likeness, collation.mass_left)


def near_pairs(ids: Ints, weights: Floats) -> npt.NDArray[np.int64]:
    """A code for every two content words at most `NEAR` apart, in order, each once."""
    kept = ids[weights[ids] > CONTENT_FROM].astype(np.int64)
    codes = [
        kept[:-step] * len(weights) + kept[step:] for step in range(1, NEAR + 1) if len(kept) > step
    ]
    return distinct(np.concatenate(codes)) if codes else np.zeros(0, np.int64)


def runs(text: Text, shared: Bools) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint64]]:
    """Where runs of `LONG_RUN` shared words begin, no masked word between, and a code for each.

    `shared` marks the vocabulary words that both texts have, bool (v,).
    """
    count = len(text.ids) - LONG_RUN + 1
    if count <= 0:
        return np.zeros(0, np.intp), np.zeros(0, np.uint64)
    known = shared[text.ids]
    begun = known[:count].copy()
    for step in range(1, LONG_RUN):
        begun &= known[step : step + count]
    at = begun.nonzero()[0]
    at = at[text.place[at + (LONG_RUN - 1)] - text.place[at] == LONG_RUN - 1]
    codes = np.correlate(text.ids.astype(np.uint64) + np.uint64(1), POWERS, "valid")
    return at, codes[at]


def share_of(marked: Bools) -> float:
    """Share of the words that are marked, 0..1; not asked of no words."""
    return int(np.count_nonzero(marked)) / len(marked)


def _in_order(here: Ints, there: Ints) -> int:
    return int(LCSseq.similarity(lettered(here), lettered(there)))


def shared_quotation(collation: Collation) -> tuple[Bools, Bools]:
    """Words of each side that stand in quotation marks on both, two at least in a row."""
    left, right = collation.left, collation.right
    masks = np.zeros(len(left.ids), np.bool_), np.zeros(len(right.ids), np.bool_)
    if not (left.reading.quotations and right.reading.quotations):
        return masks
    (at_left, here), (at_right, there) = (
        _quoted_pairs(side, len(collation.weights)) for side in (left, right)
    )
    for mask, at in (
        (masks[0], at_left[among(here, distinct(there))]),
        (masks[1], at_right[among(there, distinct(here))]),
    ):
        mask[at] = True
        mask[at + 1] = True
    return masks


def _quoted_pairs(side: Side, size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Where two words in a row are quoted, and a code for each two."""
    quoted = side.reading.quoted
    at = (quoted[:-1] & quoted[1:]).nonzero()[0]
    return at, side.ids[at].astype(np.int64) * size + side.ids[at + 1]


def _whole(side: Side) -> Text:
    return Text(side.ids, np.arange(len(side.ids), dtype=np.int32), side.sentence, side.sentences)


def _without(side: Side, masked: Bools) -> Text:
    kept = (~masked).nonzero()[0].astype(np.int32)
    return Text(side.ids[kept], kept, side.sentence[kept], side.sentences)
