"""The words of two readings as one vocabulary: which are the same, and what each weighs."""

from dataclasses import dataclass

import numpy as np

from retold.pairs.codes import distinct
from retold.pairs.grid import Bools, Floats, Ints
from retold.pairs.lexicon import Lexicon
from retold.pairs.reading import STEPS


@dataclass(frozen=True, slots=True)
class Common:
    """The stems of two lexicons numbered together, in the order of their hashes.

    Attributes:
        here, there: int32, the number of each stem of the one and of the other; on a side no two
            are the same.
        lone, lone_there: bool, the stems that the other side lacks.
        size: how many numbers there are.
    """

    here: Ints
    there: Ints
    lone: Bools
    lone_there: Bools
    size: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The v words of a pair.

    Attributes:
        weights: float64 (v,), nats, how rare each is, in steps of 2**-20; 0 for what is no word.
        named, figures: bool (v,), part of a name or a figure on either side; none is both.
    """

    weights: Floats
    named: Bools
    figures: Bools


def plain_common(one: Lexicon, other: Lexicon) -> Common:
    """The stems of both sides in one numbering."""
    every = distinct(np.concatenate([one.hashes, other.hashes]))
    here, there = (
        every.searchsorted(side.hashes).astype(np.int32, copy=False) for side in (one, other)
    )
    lone = np.ones((2, len(every)), np.bool_)
    lone[0, there] = lone[1, here] = False
    return Common(here, there, lone[0, here], lone[1, there], len(every))


def plain_vocabulary(one: Lexicon, other: Lexicon, common: Common) -> Vocabulary:
    """What the words weigh, each the mean over its forms, wherever they stand.

    Forms of one stem differ in rarity; to take either side's would hang on which is the left one.
    """
    sums, counts = np.zeros((2, common.size))
    named, figures = np.zeros((2, common.size), np.bool_)
    for side, numbers in ((one, common.here), (other, common.there)):
        sums[numbers] += side.weights
        counts[numbers] += side.counts
        named[numbers] |= side.named
        figures[numbers] |= side.figures
    weights = np.rint(sums / np.maximum(counts, 1) * STEPS) / STEPS
    return Vocabulary(weights, named & ~figures, figures)
