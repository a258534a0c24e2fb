"""What is counted of many pairs of documents, compiled: the same, some ten times as fast.

Needs numba (the extra `volume`); what it counts is defined by `retold.stories.overlap`, and tests
hold both equal to the last bit.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numba import njit

from retold.stories import overlap
from retold.stories.overlap import Floats, Pair, whole
from retold.stories.sketch import Sketch

Array = np.ndarray[Any, Any]
VIEWS, WEIGHT, RARES = overlap.PRODUCTS.stop, overlap.WEIGHT, overlap.RARES
ONE, OTHER, BEST = overlap.HELD_BY_ONE.start, overlap.HELD_BY_OTHER.start, overlap.BEST.start
FIRST, SECOND = overlap.HELD
RARE, HEAD, ROWS, COUNTED = overlap.RARE, overlap.HEAD, overlap.ROWS, overlap.COUNTED


def kernel_counted(pairs: Sequence[Pair]) -> Floats:
    """What is counted of each pair, (pairs, 21)."""
    sketches = {side.document: side for pair in pairs for side in pair}
    place = {name: at for at, name in enumerate(sketches)}
    ends = np.array([[place[side.document] for side in pair] for pair in pairs]).reshape(-1, 2)
    every = list(sketches.values())
    found: Floats = _all_counted(ends, _words(every), _phrases(every))
    wholes = np.array([whole(one) for one in every]).reshape(-1, 3)
    found[:, overlap.WHOLE_OF_ONE] = wholes[ends[:, 0]]
    found[:, overlap.WHOLE_OF_OTHER] = wholes[ends[:, 1]]
    return found


def _words(sketches: Sequence[Sketch]) -> tuple[Array, ...]:
    """Where the words of each sketch begin, and the words of all one after the other."""
    return (
        _begins([len(one.keys) for one in sketches]),
        np.concatenate([one.keys for one in sketches]),
        np.concatenate([one.weights for one in sketches]),
        np.concatenate([one.views for one in sketches]),
    )


def _phrases(sketches: Sequence[Sketch]) -> tuple[Array, ...]:
    """The same of the phrases."""
    return (
        _begins([len(one.phrases.term) for one in sketches]),
        np.concatenate([one.phrases.term for one in sketches]),
        np.concatenate([one.phrases.row for one in sketches]),
        np.concatenate([one.phrases.share for one in sketches]),
    )


def _begins(sizes: list[int]) -> Array:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


@njit(cache=True)
def _all_counted(ends, words, phrases):
    found = np.zeros((len(ends), COUNTED))
    cosines = np.zeros((ROWS, ROWS))
    for pair in range(len(ends)):
        one, other = ends[pair]
        met = _count_words(found[pair], _of(words, one), _of(words, other))
        _count_phrases(found[pair], cosines, met, _of(phrases, one), _of(phrases, other))
    return found


@njit(cache=True)
def _of(flat, document):
    begin, end = flat[0][document], flat[0][document + 1]
    return flat[1][begin:end], flat[2][begin:end], flat[3][begin:end]


@njit(cache=True)
def _count_words(found, one, other):
    """Adds what two share; of each word of the other its place in the one, or -1."""
    keys, weights, views = one
    other_keys, other_weights, other_views = other
    met = np.full(len(other_keys), -1, np.int32)
    ours = theirs = 0
    while ours < len(keys) and theirs < len(other_keys):
        if keys[ours] < other_keys[theirs]:
            ours += 1
        elif keys[ours] > other_keys[theirs]:
            theirs += 1
        else:
            met[theirs] = ours
            for view in range(VIEWS):
                product = np.float64(views[ours, view]) * np.float64(other_views[theirs, view])
                found[view] += product
            weight = np.float64(min(weights[ours], other_weights[theirs]))
            found[WEIGHT] += weight
            found[ONE] += views[ours, FIRST]
            found[ONE + 1] += views[ours, SECOND]
            found[OTHER] += other_views[theirs, FIRST]
            found[OTHER + 1] += other_views[theirs, SECOND]
            found[RARES] += 1.0 if weight >= RARE else 0.0
            ours, theirs = ours + 1, theirs + 1
    return met


@njit(cache=True)
def _count_phrases(found, cosines, met, one, other):
    """Finds the best cosines; `cosines` is room to work in, all 0 before and after."""
    terms, rows, shares = one
    other_terms, other_rows, other_shares = other
    if not len(terms) or not len(other_terms):
        return
    order = np.argsort(terms, kind="mergesort")
    begins = np.searchsorted(terms[order], np.arange(terms.max() + 2))
    for at in range(len(other_terms)):
        term = met[other_terms[at]]
        if 0 <= term < len(begins) - 1:
            for place in order[begins[term] : begins[term + 1]]:
                product = np.float64(other_shares[at]) * np.float64(shares[place])
                cosines[other_rows[at], rows[place]] += product
    for row in range(other_rows[-1] + 1):
        for column in range(rows[-1] + 1):
            value = cosines[row, column]
            found[BEST] = max(found[BEST], value)
            if row < HEAD and column < HEAD:
                found[BEST + 1] = max(found[BEST + 1], value)
            cosines[row, column] = 0.0
