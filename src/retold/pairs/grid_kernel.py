"""The grid of `retold.pairs.grid`, compiled: the same, to the last bit. Needs numba."""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs import grid as plain
from retold.pairs.grid import Grid, Words

Array = np.ndarray[Any, Any]
LEAST_MASS = plain.LEAST_MASS


def kernel_grid(one: Words, other: Words, weights: Array) -> Grid:
    """The grid of `retold.pairs.grid.plain_grid`."""
    here, there = ((words.ids, words.sentence, words.sentences) for words in (one, other))
    return Grid(*grid(here, there, weights))


@njit(cache=True)
def grid(one, other, weights):
    overlap = np.zeros((one[2], other[2]))
    here, there = _masses(one, weights), _masses(other, weights)
    table = np.zeros((len(weights), other[2]))
    for at in range(len(other[0])):
        table[other[0][at], other[1][at]] = weights[other[0][at]]
    seen = np.full(len(weights), -1)
    for at in range(len(one[0])):
        word, row = one[0][at], one[1][at]
        if seen[word] != row:
            seen[word] = row
            for column in range(other[2]):
                overlap[row, column] += table[word, column]
    return overlap, _likeness(overlap, here, there), here, there


@njit(cache=True)
def _masses(words, weights):
    """The weight of each sentence; a word counts once in it."""
    masses, seen = np.zeros(words[2]), np.full(len(weights), -1)
    for at in range(len(words[0])):
        word, row = words[0][at], words[1][at]
        if seen[word] != row:
            seen[word] = row
            masses[row] += weights[word]
    return masses


@njit(cache=True)
def _likeness(overlap, here, there):
    found = np.empty_like(overlap)
    for row in range(len(here)):
        for column in range(len(there)):
            both = max(here[row] + there[column], LEAST_MASS)
            least = max(min(here[row], there[column]), LEAST_MASS)
            shared = overlap[row, column]
            found[row, column] = np.sqrt(2 * shared / both * shared / least)
    return found
