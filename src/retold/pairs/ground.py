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

from retold.pairs.align import likeness
from retold.pairs.codes import among, common, distinct
from retold.pairs.collate import Bools, Collation, Floats, Ints, Side, shared_weight
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
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


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

    def less(self, words: Bools) -> "Text":
        """The text without the vocabulary words marked in `words` (v,)."""
        kept = ~words[self.ids]
        return Text(self.ids[kept], self.place[kept], self.sentence[kept], self.sentences)


@dataclass(frozen=True)
class Ground:
    """A pair ready to be measured; `poorer` has the lesser weight of words.

    Attributes:
        weights: float64 (v,), nats.
        named, figures: bool (v,), words that are part of a name or a figure on either side.
        swapped: whether the poorer text is the right one.
    """

    poorer: Text
    fuller: Text
    weights: Floats
    named: Bools
    figures: Bools
    swapped: bool

    @cached_property
    def content(self) -> Bools:
        """Words that carry meaning and are neither name nor figure, bool (v,)."""
        return ~self.named & ~self.figures & (self.weights > CONTENT_FROM)

    @cached_property
    def grid(self) -> "Grid":
        """Sentence against sentence over all kept words."""
        return Grid.of(self.poorer, self.fuller, self.weights)

    @cached_property
    def connective(self) -> "Grid":
        """Sentence against sentence, names left out: what a topic does not give away."""
        return Grid.of(self.poorer.less(self.named), self.fuller.less(self.named), self.weights)

    @cached_property
    def in_runs(self) -> tuple[Bools, Bools]:
        """Which words of the poorer and of the fuller text stand in a long run both have."""
        here, there = run_codes(self.poorer), run_codes(self.fuller)
        return _under(here, there, self.poorer), _under(there, here, self.fuller)

    @cached_property
    def apart(self) -> tuple[Ints, Ints]:
        """The words of the poorer and of the fuller text outside long shared runs, in order."""
        here, there = self.in_runs
        return self.poorer.ids[~here], self.fuller.ids[~there]

    @cached_property
    def kept_apart(self) -> int:
        """How many words outside long shared runs return in order (longest common subsequence)."""
        here, there = self.apart
        return int(LCSseq.similarity(here.tolist(), there.tolist()))

    @cached_property
    def pairs_apart(self) -> tuple[int, int, int]:
        """Pairs of near content words outside long shared runs: of the poorer, the fuller, both."""
        here, there = (near_pairs(ids, self.weights) for ids in self.apart)
        return len(here), len(there), common(here, there)

    @cached_property
    def present(self) -> tuple[Bools, Bools]:
        """Which words occur in the poorer and in the fuller text, each bool (v,)."""
        marks = np.zeros((2, len(self.weights)), np.bool_)
        marks[0, self.poorer.ids] = True
        marks[1, self.fuller.ids] = True
        return marks[0], marks[1]


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


@dataclass(frozen=True)
class Grounds:
    """The ground of a pair twice: shared quotations taken out, and with them."""

    prose: Ground
    whole: Ground


def grounds(collation: Collation) -> Grounds:
    """Both grounds of a collated pair. Which text is the poorer does not depend on their order."""
    sides = (collation.left, collation.right)
    quoted = shared_quotation(collation)
    size = len(collation.weights)
    named, figures = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    for side in sides:
        named[side.ids[side.reading.named]] = True
        figures[side.ids[side.reading.figure]] = True
    named &= ~figures
    ranks = [
        (round(float(collation.weights[side.ids].sum()), 6), len(side.ids), side.reading.keys)
        for side in sides
    ]
    swapped = ranks[1] < ranks[0]

    def over(masks: tuple[Bools, Bools]) -> Ground:
        left, right = (_text(side, mask) for side, mask in zip(sides, masks, strict=True))
        poorer, fuller = (right, left) if swapped else (left, right)
        return Ground(poorer, fuller, collation.weights, named, figures, swapped)

    prose = over(quoted)
    if not any(mask.any() for mask in quoted):
        return Grounds(prose, prose)
    none = tuple(np.zeros(len(side.ids), np.bool_) for side in sides)
    return Grounds(prose, over((none[0], none[1])))


def near_pairs(ids: Ints, weights: Floats) -> npt.NDArray[np.int64]:
    """A code for every two content words at most `NEAR` apart, in order, each once."""
    kept = ids[weights[ids] > CONTENT_FROM].astype(np.int64)
    codes = [
        kept[:-step] * len(weights) + kept[step:] for step in range(1, NEAR + 1) if len(kept) > step
    ]
    return distinct(np.concatenate(codes)) if codes else np.zeros(0, np.int64)


def run_codes(text: Text) -> npt.NDArray[np.uint64]:
    """A code for each run of `LONG_RUN` words, by its first; 0 where a masked word lies between."""
    count = len(text.ids) - LONG_RUN + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    words = text.ids.astype(np.uint64) + np.uint64(1)
    codes = words[:count]
    for step in range(1, LONG_RUN):
        codes = codes * MULTIPLIER + words[step : step + count]
    whole = text.place[LONG_RUN - 1 :] - text.place[:count] == LONG_RUN - 1
    return np.where(whole, codes, np.uint64(0))


def _under(here: npt.NDArray[np.uint64], there: npt.NDArray[np.uint64], text: Text) -> Bools:
    """Words of `text` under a run of `here` that `there` has too, bool (n,)."""
    covered = np.zeros(len(text.ids), np.bool_)
    hits = np.nonzero(among(here, distinct(there[there > 0])))[0]
    for step in range(LONG_RUN):
        covered[hits + step] = True
    return covered


def shared_quotation(collation: Collation) -> tuple[Bools, Bools]:
    """Words of each side that stand in quotation marks on both, two at least in a row."""
    sides = (collation.left, collation.right)
    pairs = [_quoted_pairs(side, len(collation.weights)) for side in sides]
    known = [distinct(codes[codes >= 0]) for codes in pairs]
    both = known[0][among(known[0], known[1])]
    masks = []
    for side, codes in zip(sides, pairs, strict=True):
        mask = np.zeros(len(side.ids), np.bool_)
        hit = np.nonzero(among(codes, both))[0]
        mask[hit] = True
        mask[hit + 1] = True
        masks.append(mask)
    return masks[0], masks[1]


def _quoted_pairs(side: Side, size: int) -> npt.NDArray[np.int64]:
    """A code for every two words in a row, int64 (n - 1,); -1 where they are not both quoted."""
    ids = side.ids.astype(np.int64)
    quoted = side.reading.quoted
    if len(ids) < 2:
        return np.zeros(0, np.int64)
    return np.where(quoted[:-1] & quoted[1:], ids[:-1] * size + ids[1:], -1)


def _text(side: Side, masked: Bools) -> Text:
    kept = np.nonzero(~masked)[0].astype(np.int32)
    return Text(side.ids[kept], kept, side.reading.sentence[kept], len(side.reading.sentences))
