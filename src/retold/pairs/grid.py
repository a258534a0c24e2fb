"""Sentence against sentence: the weight that every two of two texts share, and how like they are.

Likeness is the geometric mean of weighted Dice overlap and containment of the lighter sentence in
the heavier, over words weighted by rarity.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

# Keeps what is divided by finite; a word weighs more.
LEAST_MASS = 1e-9  # nats


class Words(Protocol):
    """Words by sentence: vocabulary numbers, the sentence of each, and the number of sentences."""

    @property
    def ids(self) -> Ints: ...
    @property
    def sentence(self) -> Ints: ...
    @property
    def sentences(self) -> int: ...


@dataclass(frozen=True)
class Grid:
    """Every sentence of one text against every sentence of another.

    Attributes:
        overlap: float64 (m, k), nats, the weight of the words two sentences have in common.
        likeness: float64 (m, k), 0..1; 0 where a sentence has no words.
        here, there: float64 (m,) and (k,), the weight of each sentence; a word counts once in it.
    """

    overlap: Floats
    likeness: Floats
    here: Floats
    there: Floats

    @property
    def turned(self) -> "Grid":
        """The other text against the one."""
        return Grid(self.overlap.T, self.likeness.T, self.there, self.here)

    @cached_property
    def best(self) -> Floats:
        """Likeness of each sentence of the one text to that most like it in the other, (m,)."""
        return np.asarray(self.likeness.max(axis=1, initial=0.0))

    @cached_property
    def mass(self) -> float:
        """The weight of the sentences of the one text together, nats."""
        return float(self.here.sum())


def plain_grid(one: Words, other: Words, weights: Floats) -> Grid:
    """The grid of two texts in one vocabulary, `weights` float64 (v,) in steps of 2**-20 nats."""
    held, held_there = (_table(words, len(weights)) for words in (one, other))
    weighed = held * weights
    overlap = weighed @ held_there.T
    here, there = weighed.sum(axis=1), held_there @ weights
    return Grid(overlap, _likeness(overlap, here, there), here, there)


def _table(words: Words, size: int) -> Floats:
    """1 where a word stands in a sentence, float64 (m, v)."""
    table = np.zeros((words.sentences, size))
    table[words.sentence, words.ids] = 1.0
    return table


def _likeness(overlap: Floats, here: Floats, there: Floats) -> Floats:
    both = np.maximum(here[:, None] + there[None, :], LEAST_MASS)
    least = np.maximum(np.minimum(here[:, None], there[None, :]), LEAST_MASS)
    return np.asarray(np.sqrt(2 * overlap / both * overlap / least))
