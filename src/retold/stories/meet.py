"""Which documents are worth comparing: those that share wording, or the words that weigh most.

Wording finds copies, excerpts and rewordings; the weightiest words find reports made apart on one
event. What two documents need to meet depends on the two alone, so a pile's size and order change
nothing, but for keys that very many hold (see `retold.stories.postings`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind, Document
from retold.stories.keys import TERMS, Commonness, Keys, plain_keys, term_pairs
from retold.stories.postings import Places, joined, ranked

Scores = npt.NDArray[np.float32]

# Marks two texts must share: fewer are chance (PARTS.md; benchmarks volume).
LEAST_MARKS = 3
# A mark held by more documents than this is sampled, so is a pair of terms. A story of a hundred
# reports made apart needs all its pairs for a fair mean of likeness; copies need a few.
MOST_HOLDERS_OF_MARK = 32
MOST_HOLDERS_OF_TERMS = 256
# Cosine of the terms by what they weigh, from which two may tell of one event. Kept: .998 of the
# pairs of ecbplus that the likeness of events would join, all of basil and allsides_roundup, .985
# of random distractors; above it lie 15 of 1000 random pairs (python -m benchmarks volume).
TERMS_ALIKE = 0.10
# Pairs whose terms are laid side by side at once: about 30 MB.
SIDE_BY_SIDE = 10_000


@dataclass(frozen=True, slots=True)
class Meetings:
    """Who is to be compared.

    Attributes:
        pairs: ids, the lesser first, sorted.
        worded: of each pair, how many marks of wording the two share; 0 for fewer than three.
        sampled: keys held by so many documents that their holders met only a few of them.
    """

    pairs: tuple[tuple[str, str], ...]
    worded: tuple[int, ...]
    sampled: int


def document_keys(
    document: Document, table: Commonness, make: Callable[[str, Commonness], Keys] = plain_keys
) -> Keys:
    """The keys of a document's title and body."""
    titled = document.title
    if titled is None:
        spans = document.spans_of(BlockKind.TITLE)
        titled = "\n".join(span.of(document.text) for span in spans)
    body = "\n".join(span.of(document.text) for span in document.body)
    return make(f"{titled}\n{body}", table)


def meetings(keyed: Iterable[tuple[str, Keys]]) -> Meetings:
    """The pairs worth comparing, whatever the order of the documents."""
    ordered = sorted(keyed, key=lambda one: one[0])
    names, keys = [name for name, _ in ordered], [key for _, key in ordered]
    ranks = ranked(names)
    worded = joined([key.marks for key in keys], ranks, LEAST_MARKS, MOST_HOLDERS_OF_MARK)
    pairs = [np.unique(term_pairs(key.terms)) for key in keys]
    termed = joined(pairs, ranks, 1, MOST_HOLDERS_OF_TERMS)
    alike = _alike(keys, termed.left, termed.right) >= TERMS_ALIKE
    size = max(1, len(keys))
    by_words = worded.left * size + worded.right
    by_terms = termed.left[alike] * size + termed.right[alike]
    every = np.union1d(by_words, by_terms)
    shared = np.zeros(len(every), np.int64)
    shared[np.searchsorted(every, by_words)] = worded.shared
    return Meetings(
        tuple((names[code // size], names[code % size]) for code in every.tolist()),
        tuple(shared.tolist()),
        worded.sampled + termed.sampled,
    )


def _alike(keys: Sequence[Keys], left: Places, right: Places) -> Scores:
    """Cosine of the terms of each pair, float32, 0..1."""
    terms = np.zeros((len(keys), TERMS), np.uint64)
    scores = np.zeros((len(keys), TERMS), np.float32)
    for place, key in enumerate(keys):
        terms[place, : len(key.terms)] = key.terms
        scores[place, : len(key.terms)] = key.scores
    scores /= np.maximum(np.sqrt((scores**2).sum(axis=1, keepdims=True)), 1)
    found = np.zeros(len(left), np.float32)
    for begin in range(0, len(left), SIDE_BY_SIDE):
        run = slice(begin, begin + SIDE_BY_SIDE)
        one, other = left[run], right[run]
        same = terms[one][:, :, None] == terms[other][:, None, :]
        found[run] = np.einsum("pij,pi,pj->p", same, scores[one], scores[other])
    return found
