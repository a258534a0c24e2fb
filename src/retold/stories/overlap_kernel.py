"""What is counted of pairs of documents, compiled: the same, some ten times as fast.

Needs numba (the extra `volume`); what it counts is defined by `retold.stories.overlap`, and tests
hold both equal to the last bit.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numba import njit

from retold.stories import overlap
from retold.stories.overlap import Floats, Pair
from retold.stories.sketch import Sketch

Arrays = tuple[np.ndarray[Any, Any], ...]
VIEWS, WEIGHT, RARES = overlap.PRODUCTS.stop, overlap.WEIGHT, overlap.RARES
ONE, OTHER, BEST = overlap.HELD_BY_ONE.start, overlap.HELD_BY_OTHER.start, overlap.BEST.start
FIRST, SECOND = overlap.HELD
WHOLES = (overlap.WHOLE_OF_ONE.start, overlap.WHOLE_OF_OTHER.start)
RARE, HEAD, ROWS, COUNTED = overlap.RARE, overlap.HEAD, overlap.ROWS, overlap.COUNTED


def kernel_counted(pairs: Sequence[Pair]) -> Floats:
    """What is counted of each pair, (pairs, 21)."""
    found = np.zeros((len(pairs), COUNTED))
    cosines = np.zeros((ROWS, ROWS))
    # One call for each pair, on the arrays where they lie: to lay those of many documents end to
    # end for one call takes as long, and of few pairs several times as long as to count.
    for row, (one, other) in zip(found, pairs, strict=True):
        _count(row, cosines, _arrays(one), _arrays(other))
    return found


def _arrays(side: Sketch) -> tuple[Arrays, Arrays]:
    """The words of a sketch, and its phrases."""
    phrases = side.phrases
    return (side.keys, side.weights, side.views), (phrases.term, phrases.row, phrases.share)


@njit(cache=True)
def _count(found, cosines, one, other):
    words, phrases = one
    other_words, other_phrases = other
    places = _count_words(found, words, other_words)
    by_term = _by_term(phrases, len(words[0]))
    _count_phrases(found, cosines, places, by_term, other_phrases)
    _add_whole(found, WHOLES[0], words)
    _add_whole(found, WHOLES[1], other_words)


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
def _add_whole(found, at, side):
    """Adds what all words of a document weigh, and those of title and lead."""
    _, weights, views = side
    for word in range(len(weights)):
        found[at] += weights[word]
        found[at + 1] += views[word, FIRST]
        found[at + 2] += views[word, SECOND]


@njit(cache=True)
def _by_term(phrases, size):
    """The phrases by word, of `size` words: where those of each begin, their rows and shares."""
    terms, rows, shares = phrases
    begins = np.zeros(size + 1, np.int32)
    for term in terms:
        begins[term + 1] += 1
    for term in range(size):
        begins[term + 1] += begins[term]
    free = begins.copy()
    row_of, share_of = np.empty_like(rows), np.empty_like(shares)
    for at in range(len(terms)):
        place = free[terms[at]]
        row_of[place], share_of[place] = rows[at], shares[at]
        free[terms[at]] += 1
    return begins, row_of, share_of


@njit(cache=True)
def _count_phrases(found, cosines, places, one, other):
    """Finds the best cosines; `cosines` is room to work in, all 0 before and after."""
    begins, rows, shares = one
    terms, other_rows, other_shares = other
    for at in range(len(terms)):
        term = places[terms[at]]
        if term >= 0:
            for place in range(begins[term], begins[term + 1]):
                product = np.float64(other_shares[at]) * np.float64(shares[place])
                cosines[other_rows[at], rows[place]] += product
    for row in range(other_rows.max() + 1 if len(other_rows) else 0):
        for column in range(rows.max() + 1 if len(rows) else 0):
            value = cosines[row, column]
            found[BEST] = max(found[BEST], value)
            if row < HEAD and column < HEAD:
                found[BEST + 1] = max(found[BEST + 1], value)
            cosines[row, column] = 0.0
