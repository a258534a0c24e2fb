"""The halves of `retold.pairs.halves`, compiled: the same, to the last bit. Needs numba."""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs import halves as plain
from retold.pairs.grid import LEAST_MASS as LEAST
from retold.pairs.grid import Grid
from retold.pairs.grid_kernel import grid as gridded
from retold.pairs.halves import Edits, Half
from retold.pairs.reading import SMALL_UP_TO as SMALL
from retold.pairs.side import Side

Array = np.ndarray[Any, Any]
RARE_FROM, LONE_FROM, TOLD_FROM = plain.RARE_FROM, plain.LONE_FROM, plain.TOLD_FROM
TOUCH = plain.TOUCH


def kernel_half(edits: Edits, other: Side, grid: Grid, weights: Array) -> Half:
    """The half of `retold.pairs.halves.plain_half`."""
    side, reading = edits.side, edits.side.reading
    words = reading.known, reading.stepped, reading.figure, reading.letters
    laid = np.ascontiguousarray(grid.overlap), grid.here
    met = other.ids, other.reading.known, weights
    text = side.ids, side.sentence, side.sentences
    counted = _half(text, words, (edits.alone, edits.passages), met, laid)
    return Half(reading, edits.alone, *counted)


@njit(cache=True)
def _half(text, words, edits, met, laid):
    """What is counted, in the order of the fields of `Half` from `reworded` on."""
    alone, passages = edits
    replacing = passages[:, 2] != 0
    present, rare = _rare(text[0], met[0], met[2])
    own, untouched = _own(text, alone)
    return (
        _reworded(text, alone, laid),
        _misspelt(text[0], words[0], met),
        *_alone(alone, words),
        *_covered(passages[replacing], words[3], words[1]),
        *_covered(passages[~replacing], words[2], words[1]),
        *_put_in(passages, len(alone)),
        untouched,
        present,
        *rare,
        _brought(text, met, own),
        _again(text, met[2], own),
    )


@njit(cache=True)
def _reworded(text, alone, laid):
    """Words alone in sentences of which one sentence of the other side has enough."""
    overlap, mass = laid
    told = np.zeros(len(mass), np.bool_)
    for row in range(overlap.shape[0]):
        best = 0.0
        for column in range(overlap.shape[1]):
            best = max(best, overlap[row, column])
        told[row] = best >= TOLD_FROM * max(mass[row], LEAST)
    return alone & told[text[1]]


@njit(cache=True)
def _misspelt(ids, known, met):
    spelled = np.zeros(len(met[2]), np.bool_)
    spelled[met[0][met[1]]] = True
    return ~known & spelled[ids]


@njit(cache=True)
def _alone(alone, words):
    """Words alone, those in no table, those that are small."""
    known, weight = words[0], words[1]
    lone = strangers = small = 0
    for at in range(len(alone)):
        if alone[at]:
            lone, strangers = lone + 1, strangers + (not known[at])
            small += weight[at] < SMALL
    return lone, strangers, small


@njit(cache=True)
def _covered(passages, values, weights):
    """The words in some passages, the sum of a value of them, and their weight."""
    count = total = 0
    weight = 0.0
    for begin, end, _ in passages:
        count += end - begin
        total += values[begin:end].sum()
        weight += weights[begin:end].sum()
    return count, total, weight


@njit(cache=True)
def _put_in(passages, words):
    """Touches and passages where the other side has nothing, and the words of one at the end."""
    touches = longer = ending = 0
    for begin, end, both in passages:
        if not both:
            touches, longer = touches + (end - begin <= TOUCH), longer + (end - begin > TOUCH)
            ending = end - begin if end == words else 0
    return touches, longer, ending


@njit(cache=True)
def _own(text, alone):
    """Sentences that are almost wholly this side's own, and how many have no word of its own."""
    total, lone = np.zeros(text[2], np.int64), np.zeros(text[2], np.int64)
    for at in range(len(alone)):
        total[text[1][at]] += 1
        lone[text[1][at]] += alone[at]
    return lone >= LONE_FROM * np.maximum(total, 1), np.sum(lone == 0)


@njit(cache=True)
def _rare(ids, met, weights):
    """Words, each once; the rare ones; those that the other side lacks, and those it has."""
    present, there = np.zeros(len(weights), np.bool_), np.zeros(len(weights), np.bool_)
    present[ids], there[met] = True, True
    rare = present & (weights > RARE_FROM)
    both = np.sum(rare & there)
    return np.sum(present), (np.sum(rare), np.sum(rare) - both, both)


@njit(cache=True)
def _brought(text, met, own):
    """Rare words of both that first stand in a sentence of this side alone."""
    left = np.zeros(len(met[2]), np.bool_)
    left[met[0]] = True
    brought = 0
    for at in range(len(text[0])):
        word = text[0][at]
        if left[word] and met[2][word] > RARE_FROM:
            left[word] = False
            brought += own[text[1][at]]
    return brought


@njit(cache=True)
def _again(text, weights, own):
    """Likeness of each sentence of this side alone to that of its others most like it."""
    if own.all() or not own.any():
        return np.zeros(0)
    overlap, _, mass, _ = gridded(text, text, weights)
    found = np.zeros(np.sum(own))
    rows, rest = np.flatnonzero(own), np.flatnonzero(~own)
    for at in range(len(rows)):
        for other in rest:
            both = max(mass[rows[at]] + mass[other], LEAST)
            found[at] = max(found[at], 2 * overlap[rows[at], other] / both)
    return found
