"""The vocabulary of `retold.pairs.vocabulary`, compiled: the same, to the last bit. Needs numba."""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs import reading
from retold.pairs.lexicon import Lexicon
from retold.pairs.vocabulary import Common, Vocabulary

Array = np.ndarray[Any, Any]
STEPS = reading.STEPS


def kernel_common(one: Lexicon, other: Lexicon) -> Common:
    """The numbering of `retold.pairs.vocabulary.plain_common`."""
    return Common(*_common(one.hashes, other.hashes))


def kernel_vocabulary(one: Lexicon, other: Lexicon, common: Common) -> Vocabulary:
    """The vocabulary of `retold.pairs.vocabulary.plain_vocabulary`."""
    here = common.here, one.weights, one.counts, one.named, one.figures
    there = common.there, other.weights, other.counts, other.named, other.figures
    return Vocabulary(*_vocabulary(here, there, common.size))


@njit(cache=True)
def _common(one, other):
    here, there = np.empty(len(one), np.int32), np.empty(len(other), np.int32)
    lone, lone_there = np.ones(len(one), np.bool_), np.ones(len(other), np.bool_)
    size = ours = theirs = 0
    while ours < len(one) or theirs < len(other):
        ahead = theirs == len(other) or (ours < len(one) and one[ours] <= other[theirs])
        behind = ours == len(one) or (theirs < len(other) and other[theirs] <= one[ours])
        if ahead:
            here[ours], lone[ours] = size, not behind
            ours += 1
        if behind:
            there[theirs], lone_there[theirs] = size, not ahead
            theirs += 1
        size += 1
    return here, there, lone, lone_there, size


@njit(cache=True)
def _vocabulary(one, other, size):
    sums, counts = np.zeros(size), np.zeros(size, np.int64)
    named, figures = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    for side in (one, other):
        for at in range(len(side[0])):
            word = side[0][at]
            sums[word] += side[1][at]
            counts[word] += side[2][at]
            named[word] |= side[3][at]
            figures[word] |= side[4][at]
    weights = np.rint(sums / np.maximum(counts, 1) * STEPS) / STEPS
    return weights, named & ~figures, figures
