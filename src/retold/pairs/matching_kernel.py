"""The matches of `retold.pairs.matching`, compiled: the same, to the last bit. Needs numba."""

from typing import Any

import numpy as np
from numba import njit

from retold.pairs import matching
from retold.pairs.grid import LEAST_MASS as LEAST
from retold.pairs.matching import Laid, Matches, along
from retold.pairs.order_kernel import in_order

Array = np.ndarray[Any, Any]
PLACE_BONUS, NEIGHBOUR_BONUS = matching.PLACE_BONUS, matching.NEIGHBOUR_BONUS
PLACES = 1e9  # likeness is rounded to nine places before it is compared
HERE, THERE = 1, 2


def kernel_matches(laid: Laid) -> Matches:
    """The matches of `retold.pairs.matching.plain_matches`."""
    like = np.ascontiguousarray(laid.grid.likeness)
    bonus = along(like.shape[0]), along(like.shape[1])
    sides = tuple((side.ids, side.sentence, side.sentences) for side in (laid.left, laid.right))
    bounds = laid.link_from, laid.joined_gain, laid.mirrored
    runs, kept, dice = _matches(like, bonus, sides, laid.weights, bounds)
    return Matches(runs, kept.tolist(), dice.tolist())


@njit(cache=True)
def _rounded(number):
    return np.rint(number * PLACES) / PLACES


@njit(cache=True)
def _candidates(like, bonus, link_from, mirrored):
    """Rows and columns that may be linked, the most favoured first."""
    height, width = like.shape
    places, favour = np.empty(like.size, np.int64), np.empty(like.size)
    count = 0
    for step in range(like.size):
        row, column = (step % height, step // height) if mirrored else (step // width, step % width)
        if _rounded(like[row, column]) >= link_from:
            places[count], favour[count] = row * width + column, -_favour(like, bonus, row, column)
            count += 1
    order = places[:count][np.argsort(favour[:count], kind="mergesort")]
    return order // width, order % width


@njit(cache=True)
def _favour(like, bonus, row, column):
    neighbours = 0.0
    if row and column:
        neighbours = _rounded(like[row - 1, column - 1])
    if row + 1 < like.shape[0] and column + 1 < like.shape[1]:
        neighbours = max(neighbours, _rounded(like[row + 1, column + 1]))
    distance = abs(bonus[0][row] - bonus[1][column])
    favour = _rounded(like[row, column]) + NEIGHBOUR_BONUS * neighbours - PLACE_BONUS * distance
    return _rounded(favour)


@njit(cache=True)
def _matches(like, bonus, sides, weights, bounds):
    """The runs matched, the words they keep in order, and how like they are."""
    link_from, joined_gain, mirrored = bounds
    rows, columns = _candidates(like, bonus, link_from, mirrored)
    laid = sides[0][0], _begins(sides[0]), sides[1][0], _begins(sides[1])
    marks = np.zeros(len(weights), np.int64)
    of_left, of_right = np.full(sides[0][2], -1), np.full(sides[1][2], -1)
    runs = np.empty((min(len(of_left), len(of_right)), 4), np.int32)
    count = 0
    for row, column in zip(rows, columns):  # noqa: B905 numba knows no strict
        met = max(of_left[row], of_right[column])
        if met < 0:
            of_left[row] = of_right[column] = met = count
            runs[count, :2], runs[count, 2:] = row, column
            count += 1
        elif min(of_left[row], of_right[column]) < 0:
            grown = _with(runs[met], row, column)
            if _small(grown, runs[met]) and _dice(laid, grown, weights, marks) >= (
                _dice(laid, runs[met], weights, marks) + joined_gain
            ):
                of_left[row] = of_right[column] = met
                runs[met] = grown
    kept, dice = np.empty(count, np.int64), np.empty(count)
    for at in range(count):
        here, there = _words(laid, runs[at])
        kept[at] = in_order(here, there, len(weights))
        dice[at] = _dice(laid, runs[at], weights, marks)
    return runs[:count], kept, dice


@njit(cache=True)
def _begins(side):
    """Where the words of each sentence begin, and the end."""
    return np.searchsorted(side[1], np.arange(side[2] + 1))


@njit(cache=True)
def _with(run, row, column):
    """A match with one sentence of each side more, and with those between."""
    grown = run.copy()
    grown[0], grown[1] = min(run[0], row), max(run[1], row)
    grown[2], grown[3] = min(run[2], column), max(run[3], column)
    return grown


@njit(cache=True)
def _small(grown, run):
    """Whether a match has grown by one sentence at most and is not many to many."""
    left, right = grown[1] - grown[0], grown[3] - grown[2]
    return min(left, right) == 0 and left + right <= run[1] - run[0] + run[3] - run[2] + 1


@njit(cache=True)
def _words(laid, run):
    ids, begins, ids_there, begins_there = laid
    here = ids[begins[run[0]] : begins[run[1] + 1]]
    return here, ids_there[begins_there[run[2]] : begins_there[run[3] + 1]]


@njit(cache=True)
def _dice(laid, run, weights, marks):
    """Weighted Dice of the words of both sides; `marks` is all 0 before and after."""
    here, there = _words(laid, run)
    mass = shared = 0.0
    for word in here:
        if not marks[word]:
            marks[word] = HERE
            mass += weights[word]
    for word in there:
        if not marks[word] & THERE:
            shared += weights[word] if marks[word] else 0.0
            marks[word] |= THERE
            mass += weights[word]
    marks[here] = 0
    marks[there] = 0
    return 2 * shared / max(mass, LEAST)
