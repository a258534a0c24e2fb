"""The edits of `retold.pairs.halves`, compiled: the same. Needs numba.

Of several longest common subsequences that is taken which rapidfuzz takes: what both begin and end
with stays, and of the rest the bits of every row (Hyyro 2004) are kept and walked from the end.
"""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs.halves import Edits
from retold.pairs.order_kernel import ALL, BITS, ONE, U, places_of, step
from retold.pairs.side import Side

Array = np.ndarray[Any, Any]


def kernel_edits(one: Side, other: Side) -> tuple[Edits, Edits]:
    """The edits of `retold.pairs.halves.plain_edits`."""
    here, there = _edits(one.ids, other.ids)
    return Edits(one, *here), Edits(other, *there)


@njit(cache=True)
def _edits(one, other):
    """Of either side which words are alone, and the passages of them."""
    met = _met(one, other)
    alone, alone_there = met < 0, np.ones(len(other), np.bool_)
    passages = np.empty((len(one) + 1, 3), np.int32)
    passages_there = np.empty((len(other) + 1, 3), np.int32)
    count = count_there = after = after_there = 0
    for at in range(len(one) + 1):
        if at < len(one) and met[at] < 0:
            continue
        place = met[at] if at < len(one) else len(other)
        both = at > after and place > after_there
        count = _added(passages, count, (after, at), both)
        count_there = _added(passages_there, count_there, (after_there, place), both)
        if at < len(one):
            alone_there[place] = False
        after, after_there = at + 1, place + 1
    return (alone, passages[:count].copy()), (alone_there, passages_there[:count_there].copy())


@njit(cache=True)
def _added(passages, count, ends, both):
    """How many passages there are with one more, if it has a word."""
    if ends[0] == ends[1]:
        return count
    passages[count, 0], passages[count, 1] = ends
    passages[count, 2] = both
    return count + 1


@njit(cache=True)
def _met(one, other):
    """The place in the other of each word that returns in order, -1 for the others."""
    met = np.full(len(one), -1)
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        met[begin] = begin
        begin += 1
    end, end_there = len(one), len(other)
    while end > begin and end_there > begin and one[end - 1] == other[end_there - 1]:
        end, end_there = end - 1, end_there - 1
        met[end] = end_there
    bits = _bits(one[begin:end], other[begin:end_there])
    column, row = end - begin, end_there - begin
    while row and column:
        if _bit(bits, row - 1, column - 1):
            column -= 1
            continue
        row -= 1
        if not row or _bit(bits, row - 1, column - 1):
            column -= 1
            met[begin + column] = begin + row
    return met


@njit(cache=True)
def _bit(bits, row, column):
    return (bits[row, column // BITS] >> U(column % BITS)) & ONE > 0


@njit(cache=True)
def _bits(one, other):
    """For each row, the words of `other` so far, the words of `one` at which no more are kept."""
    places = places_of(one, max(_most(one), _most(other)) + 1)
    rest = np.full(places.shape[1], ALL)
    bits = np.empty((len(other), len(rest)), np.uint64)
    for row in range(len(other)):
        step(rest, places[other[row]])
        bits[row] = rest
    return bits


@njit(cache=True)
def _most(ids):
    """The greatest of some numbers; -1 of none."""
    most = -1
    for number in ids:
        most = max(most, number)
    return most
