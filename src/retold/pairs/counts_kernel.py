"""The counts of `retold.pairs.counts`, compiled: the same, to the last bit. Needs numba.

What is counted is defined by the plain functions, and tests hold both equal. No sum hangs on its
order: weights are whole steps of 2**-20 nats, all else is whole numbers.
"""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs import counts as plain
from retold.pairs.counts import Counts, Text
from retold.pairs.grid import Grid
from retold.pairs.grid_kernel import grid
from retold.pairs.order_kernel import in_order
from retold.pairs.vocabulary import Vocabulary

Array = np.ndarray[Any, Any]
PAIRED_FROM, ORDERED_FROM = plain.PAIRED_FROM, plain.ORDERED_FROM
CONTENT_FROM, TELLING_FROM = plain.CONTENT_FROM, plain.TELLING_FROM
LONG_RUN, NEAR = plain.LONG_RUN, plain.NEAR
U = np.uint64
ONE, BITS = U(1), 64


def kernel_counts(poorer: Text, fuller: Text, words: Vocabulary, grid: Grid) -> Counts:
    """The counts of `retold.pairs.counts.plain_counts`."""
    here, there = (
        (text.ids, text.sentence, text.sentences, text.place) for text in (poorer, fuller)
    )
    marks = words.weights, words.named, words.figures
    # One layout in memory: for another all would be compiled again.
    laid = np.ascontiguousarray(grid.likeness), grid.here
    return Counts(*_counts(here, there, marks, laid))


@njit(cache=True)
def _counts(here, there, marks, laid):
    """What is counted, in the order of the fields of `Counts`."""
    weights, named, figures = marks
    size = len(weights)
    present, both = _present(here[0], there[0], size)
    runs, runs_there = _in_runs(here, there, size)
    ours, theirs = here[0][~runs], there[0][~runs_there]
    content = ~named & ~figures & (weights > CONTENT_FROM)
    connective = grid(here[:3], there[:3], np.where(named, 0.0, weights))
    telling, telling_there = _heavy(ours, weights), _heavy(theirs, weights)
    near, near_both = _near(telling, telling_there, size)
    company = _company(here, there, both & (weights > TELLING_FROM))
    once = _once(here[0], there[0], both & (weights > ORDERED_FROM))
    paired = _paired(*laid)
    return (
        runs,
        runs_there,
        in_order(here[0], there[0], size),
        in_order(ours, theirs, size),
        near,
        _near(telling_there, telling, size)[0],
        near_both,
        company[0],
        company[1],
        once[0],
        once[1],
        paired[0],
        paired[1],
        paired[2],
        _share(weights, present, both, named),
        _share(weights, present, both, figures),
        _share(weights, present, both, content),
        _best(connective[1]),
        connective[2],
    )


@njit(cache=True)
def _heavy(ids, weights):
    """The content words among some, in order."""
    return ids[weights[ids] > CONTENT_FROM]


@njit(cache=True)
def _present(here, there, size):
    """Which words stand here, and which on both sides."""
    present, both = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    for word in here:
        present[word] = True
    for word in there:
        both[word] = present[word]
    return present, both


@njit(cache=True)
def _share(weights, present, both, chosen):
    shared = every = 0.0
    for word in range(len(weights)):
        if present[word] and chosen[word]:
            every += weights[word]
            shared += weights[word] if both[word] else 0.0
    return shared, every


@njit(cache=True)
def _best(likeness):
    best = np.zeros(likeness.shape[0])
    for row in range(likeness.shape[0]):
        for column in range(likeness.shape[1]):
            best[row] = max(best[row], likeness[row, column])
    return best


@njit(cache=True)
def _paired(likeness, mass):
    """Sentences with a mutual best, their weight, and how many have it after the one before."""
    count, weight, rising, before = 0, 0.0, 0, -1
    if not likeness.size:
        return count, weight, rising
    for row in range(likeness.shape[0]):
        column = likeness[row].argmax()
        if likeness[row, column] >= PAIRED_FROM and likeness[:, column].argmax() == row:
            rising += count > 0 and column > before
            count, weight, before = count + 1, weight + mass[row], column
    return count, weight, rising


@njit(cache=True)
def _standing(ids, size):
    """The last place of each word, and the place before of the word at each place; -1 for none."""
    last, before = np.full(size, -1), np.empty(len(ids), np.int64)
    for at in range(len(ids)):
        before[at], last[ids[at]] = last[ids[at]], at
    return last, before


@njit(cache=True)
def _in_runs(here, there, size):
    """Which words of either side stand in a long run both have."""
    covered, covered_there = np.zeros(len(here[0]), np.bool_), np.zeros(len(there[0]), np.bool_)
    last, before = _standing(there[0], size)
    for at in range(len(here[0]) - LONG_RUN + 1):
        met = last[here[0][at]]
        while met >= 0:
            if _same_run(here, at, there, met):
                covered[at : at + LONG_RUN] = True
                covered_there[met : met + LONG_RUN] = True
            met = before[met]
    return covered, covered_there


@njit(cache=True)
def _same_run(here, at, there, met):
    """Whether one run without a gap begins in two places."""
    if met + LONG_RUN > len(there[0]):
        return False
    for step in range(1, LONG_RUN):
        gap = (
            here[3][at + step] - here[3][at] != step or there[3][met + step] - there[3][met] != step
        )
        if gap or here[0][at + step] != there[0][met + step]:
            return False
    return True


@njit(cache=True)
def _near(here, there, size):
    """How many pairs of near words there are, each once, and how many of them the other has."""
    before, (last_there, before_there) = _standing(here, size)[1], _standing(there, size)
    count = both = 0
    for at in range(len(here)):
        for step in range(1, min(NEAR, len(here) - 1 - at) + 1):
            second, again = here[at + step], False
            for nearer in range(1, step):
                again = again or here[at + nearer] == second
            if not again and not _follows(here, before, before[at], second):
                count += 1
                both += _follows(there, before_there, last_there[here[at]], second)
    return count, both


@njit(cache=True)
def _follows(ids, before, at, second):
    """Whether a word stands near after one at a place, or at a place before of the same word."""
    while at >= 0:
        for step in range(1, min(NEAR, len(ids) - 1 - at) + 1):
            if ids[at + step] == second:
                return True
        at = before[at]
    return False


@njit(cache=True)
def _company(here, there, chosen):
    """Pairs of chosen words that share a sentence here, and those that share one there too."""
    number = np.cumsum(chosen) - 1
    words = number[-1] + 1 if len(number) else 0
    rows, rows_there = _rows(here, chosen, number), _rows(there, chosen, number)
    count = both = 0
    for one in range(words):
        for other in range(one):
            if _meet(rows[one], rows[other]):
                count += 1
                both += _meet(rows_there[one], rows_there[other])
    return count, both


@njit(cache=True)
def _rows(words, chosen, number):
    """The sentences of each chosen word as bits."""
    rows = np.zeros((len(number), words[2] // BITS + 1), np.uint64)
    for at in range(len(words[0])):
        word, row = words[0][at], words[1][at]
        if chosen[word]:
            rows[number[word], row // BITS] |= ONE << U(row % BITS)
    return rows


@njit(cache=True)
def _meet(one, other):
    """Whether two words share a sentence."""
    met = U(0)
    for block in range(len(one)):
        met |= one[block] & other[block]
    return met > 0


@njit(cache=True)
def _once(here, there, chosen):
    """Chosen words that both use once, and the sum of the products of their numbers in order."""
    single = chosen & (np.bincount(here, minlength=len(chosen)) == 1)
    single &= np.bincount(there, minlength=len(chosen)) == 1
    number, count, together = np.zeros(len(chosen), np.int64), 0, 0
    for word in there:
        if single[word]:
            number[word], count = count, count + 1
    count = 0
    for word in here:
        if single[word]:
            together, count = together + count * number[word], count + 1
    return count, together
