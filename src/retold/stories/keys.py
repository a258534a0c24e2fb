"""The keys of a text by which its relatives and the other reports on its event are found.

Two kinds. Marks are for wording: unordered pairs of rare words near each other, which survive
edits, and winnowed runs of five words (Schleimer, Wilkerson and Aiken 2003), which survive cuts.
Terms are for the event: the few rare words that weigh most, names and what leads the text first.
Rare is what a fixed table says, never the pile.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from retold.stories.letters import MULTIPLIER, Hashes, mixed, spelt

Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int64]

# Centinats. In one of 50 texts of news length, and rarer: two such words near each other are
# seldom chance (benchmarks volume).
RARE_FROM = 391
REACH = 4  # rare words from one word of a pair to the other, at most
RUN = 5  # words, as in Broder 1997
# Of so many runs in a row at least one is kept: a cut of RUN + WINDOW - 1 words keeps a mark.
WINDOW = 4
# Centinats, in one of 12 texts: commoner words tell of no event.
TERM_FROM = 250
# Of two reports on one event 99 in 100 have two of their first 20 terms in common
# (`python -m benchmarks volume`; of 12 terms 96).
TERMS = 20
LEAD = 60  # words, about a title and two sentences
# What a term gains in the lead and as a name, in parts of ten; by eye, from the same measurement.
IN_LEAD, AS_NAME, PLAIN = 15, 13, 10
# Pairs whose terms are laid side by side at once: about 30 MB.
SIDE_BY_SIDE = 10_000
MOST_COUNTED = 255  # times that a word is counted in one text
# log2(1 + times) in hundredths: whole numbers, so that every machine orders terms alike.
TIMES = np.array([round(100 * np.log2(1 + times)) for times in range(MOST_COUNTED + 1)], np.int64)
FIGURE, LONGEST_FIGURE = 150, 600  # centinats of a figure without digits, and at most


@dataclass(frozen=True, slots=True)
class Keys:
    """What candidates are sought by.

    Attributes:
        marks: uint64, ascending, keys of wording.
        terms: uint64 (up to 20,), ascending, hashes of the words that weigh most.
        scores: int64, what each of these weighs.
    """

    marks: Hashes
    terms: Hashes
    scores: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Commonness:
    """How rare words are, a fixed table: those it lacks are as rare as `unknown`.

    Attributes:
        hashes: uint64, ascending, of the words in the table.
        weights: int64, their inverse document frequency in centinats.
        unknown: centinats.
    """

    hashes: Hashes
    weights: Ints
    unknown: int

    def of(self, words: Hashes, digits: Ints) -> Ints:
        """The weight of each word, centinats."""
        at = np.minimum(np.searchsorted(self.hashes, words), len(self.hashes) - 1)
        known = np.where(self.hashes[at] == words, self.weights[at], self.unknown)
        return np.where(digits > 0, np.minimum(FIGURE + 100 * digits, LONGEST_FIGURE), known)


def plain_keys(text: str, table: Commonness) -> Keys:
    """The keys of a text, without the kernel."""
    found = spelt(text)
    weight = table.of(found.hashes, found.digits)
    rare = found.hashes[weight >= RARE_FROM]
    marks = np.unique(np.concatenate([_pairs(rare), _runs(found.hashes)]))
    words, first, inverse, count = np.unique(
        found.hashes, return_index=True, return_inverse=True, return_counts=True
    )
    named = np.bincount(inverse, found.named, len(words)) > 0
    score = (
        weight[first]
        * TIMES[np.minimum(count, MOST_COUNTED)]
        * np.where(first < LEAD, IN_LEAD, PLAIN)
        * np.where(named, AS_NAME, PLAIN)
    )
    score[weight[first] < TERM_FROM] = 0
    best = np.lexsort((words, -score))[:TERMS]
    best = np.sort(best[score[best] > 0])
    return Keys(marks, words[best], score[best])


def term_pairs(terms: Hashes) -> Hashes:
    """A key for every two terms of each row, uint64, ascending; (..., n) to (..., n * (n - 1) / 2).

    They differ, as far as 64 bits tell: two of a row are the same once in 10 ** 15 rows.
    """
    first, second = np.triu_indices(terms.shape[-1], 1)
    return np.sort(_paired(terms[..., first], terms[..., second]), axis=-1)


def plain_products(terms: Hashes, scores: Ints, left: Places, right: Places) -> Ints:
    """For each pair of rows the sum over the terms of both of the product of their scores.

    Rows of `terms`, with their `scores`, are of shape (n, 20), ascending up to the first score of
    0, from which there is no term; `left` and `right` are int64 (p,), rows.
    """
    found = np.zeros(len(left), np.int64)
    for begin in range(0, len(left), SIDE_BY_SIDE):
        run = slice(begin, begin + SIDE_BY_SIDE)
        one, other = left[run], right[run]
        same = terms[one][:, :, None] == terms[other][:, None, :]
        found[run] = np.einsum("pij,pi,pj->p", same, scores[one], scores[other])
    return found


def _pairs(rare: Hashes) -> Hashes:
    """Keys of the unordered pairs of rare words near each other; even."""
    near = [(rare[:-step], rare[step:]) for step in range(1, REACH + 1) if len(rare) > step]
    made = [_paired(one, other)[one != other] for one, other in near]
    return np.concatenate([np.zeros(0, np.uint64), *made]) & ~np.uint64(1)


def _paired(one: Hashes, other: Hashes) -> Hashes:
    return mixed(np.minimum(one, other) * np.uint64(MULTIPLIER) + np.maximum(one, other))


def _runs(words: Hashes) -> Hashes:
    """Keys of the winnowed runs of words; odd, so that none is a pair's."""
    count = len(words) - RUN + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    runs = np.zeros(count, np.uint64)
    for step in range(RUN):
        runs = runs * np.uint64(MULTIPLIER) + words[step : step + count]
    runs = mixed(runs)
    kept = runs[: max(1, count - WINDOW + 1)]
    for step in range(1, min(WINDOW, count)):
        kept = np.minimum(kept, runs[step : step + len(kept)])
    return kept | np.uint64(1)


def quick_products() -> Callable[[Hashes, Ints, Places, Places], Ints]:
    """`plain_products`, compiled where numba is there: the same sums, sooner."""
    try:
        from retold.stories.kernel import kernel_products
    except (ImportError, RuntimeError):
        return plain_products
    return kernel_products


@lru_cache(maxsize=1)
def quick_keys() -> Callable[[str, Commonness], Keys]:
    """`plain_keys`, compiled where numba is there (the extra `volume`): the same keys, sooner.

    The first call takes seconds, so it pays from some thousand texts on.
    """
    try:
        from retold.stories.kernel import kernel_keys
    except (ImportError, RuntimeError):  # numba raises the latter where it cannot keep its code
        return plain_keys
    return kernel_keys
