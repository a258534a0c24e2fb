"""Which documents are worth comparing: those that share wording, or the words that weigh most.

Wording finds copies, excerpts and rewordings; the weightiest words find reports made apart on one
event. What two documents need to meet depends on the two alone, so a pile's size and order change
nothing, but for keys that very many hold (see `retold.stories.postings`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind, Document
from retold.ports import Holders, Joined
from retold.stories.keys import (
    TERMS,
    Commonness,
    Ints,
    Keys,
    plain_keys,
    plain_products,
    quick_products,
    term_pairs,
)
from retold.stories.letters import Hashes
from retold.stories.parts import components
from retold.stories.postings import Places, joining, ranked, whole

Pair = tuple[str, str]
Join = Callable[[Sequence[Hashes], Places, int, Holders], Iterable[Joined]]

# Marks two texts must share: fewer are chance (benchmarks volume).
LEAST_MARKS = 3
# And, where a corpus is thinned, this share of the marks of the poorer text: it drops the phrases
# of a trade ("net loss of"). Kept are all planted copies, of every level of editing, excerpts of a
# tenth among them (python -m benchmarks volume).
SHARED_FROM = 0.05
# And where copies alone are sought. Of 1,000 planted copies of every level of editing all share so
# much, and of the pairs that a made text is in, 37 in 20,000 documents (1,319 at the share above).
# Chosen on those copies: that none is missed is no forecast.
COPIES_SHARE = 0.15
# Of 100,000 documents one in forty of the pairs of terms that any two share has more holders, and
# these would have 19 in 20 of all pairs meet. Stories are as good at 8 to 64 (benchmarks stories).
OF_MARK = Holders(most=32, few=4)
OF_TERMS = Holders(most=16, few=4)
# Cosine of the terms by what they weigh, from which two may tell of one event. At .10 eight times
# as many pairs pass, of which 1 in 100 is of one event, and stories are as good; at .30 half as
# many, and of the events of `basil` one in 32 is in two parts (benchmarks stories).
TERMS_ALIKE = 0.25
# Share of the marks of the richer text from which two are copies, so that one may stand for the
# other where events are sought; by eye, a copy with a line put in or a few words changed.
COPIED_FROM = 0.8
# Documents whose pairs of terms are made at once: 15 MB.
TOGETHER = 10_000
# Pairs from which it pays to have the kernel: a second without it.
COMPILED_FROM = 1_000_000


@dataclass(frozen=True, slots=True)
class Met:
    """Who is to be compared for one of the two reasons.

    Attributes:
        pairs: ids, the lesser first, sorted.
        sampled: keys held by so many documents that their holders met only a few of them.
    """

    pairs: tuple[Pair, ...]
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


@dataclass(frozen=True, slots=True)
class Wordings:
    """Pairs of places that share wording, ascending: int64 each, see `Joined`."""

    left: Places
    right: Places
    shared: Places
    sampled: int


def wordings(
    marks: Sequence[Hashes],
    names: Sequence[str],
    join: Join = joining,
    shared_from: float = SHARED_FROM,
) -> Wordings:
    """The pairs that share enough marks to be copies, excerpts or rewordings of one another.

    `shared_from` is the least share of the marks of the poorer text, 0..1.
    """
    held = np.array([len(one) for one in marks], np.int64)
    found = whole(
        _kept(piece, piece.shared >= shared_from * np.minimum(held[piece.left], held[piece.right]))
        for piece in join(marks, ranked(names), LEAST_MARKS, OF_MARK)
    )
    return Wordings(found.left, found.right, found.shared, found.sampled)


def _kept(piece: Joined, those: npt.NDArray[np.bool_]) -> Joined:
    """A piece with some of its pairs."""
    return Joined(piece.left[those], piece.right[those], piece.shared[those], piece.sampled)


def meetings(keyed: Iterable[tuple[str, Keys]], join: Join = joining) -> Iterator[Met]:
    """The pairs worth comparing, whatever the order of the documents; `join` is an engine's.

    First come those that share wording as copies, excerpts and rewordings do, then those that share
    the words that weigh most alone: each when it is asked for, so that the first can be laid side
    by side while the others are sought.
    """
    ordered = sorted(keyed, key=lambda one: one[0])
    names, keys = [name for name, _ in ordered], [key for _, key in ordered]
    ranks = ranked(names)
    worded = wordings([key.marks for key in keys], names, join)
    stood_for = _stood_for(worded, keys, ranks)
    terms, scores = tables(keys)
    del ordered, keys  # marks are most of what is held, and needed no more
    size = max(1, len(names))
    by_words = worded.left * size + worded.right
    yield Met(_named(by_words, names), worded.sampled)
    termed = whole(
        _kept(piece, alike(terms, scores, piece.left, piece.right))
        for piece in join(_term_pairs(terms, scores, stood_for), ranks, 1, OF_TERMS)
    )
    by_terms = np.setdiff1d(termed.left * size + termed.right, by_words)
    yield Met(_named(by_terms, names), termed.sampled)


def _named(codes: Places, names: Sequence[str]) -> tuple[Pair, ...]:
    """The ids of coded pairs of places."""
    size = max(1, len(names))
    left, right = (part.tolist() for part in np.divmod(np.sort(codes), size))
    return tuple((names[one], names[other]) for one, other in zip(left, right, strict=True))


def _stood_for(worded: Wordings, keys: Sequence[Keys], ranks: Places) -> set[int]:
    """Documents that others stand for where events are sought: all but a few of very many copies.

    Of ten thousand copies each would meet hundreds of the others for their event alone.
    """
    held = np.array([len(key.marks) for key in keys], np.int64)
    richer = np.maximum(held[worded.left], held[worded.right])
    close = worded.shared >= COPIED_FROM * richer
    copies = components(zip(worded.left[close].tolist(), worded.right[close].tolist(), strict=True))
    return {
        place
        for inside in copies
        if len(inside) > OF_MARK.most
        for place in sorted(inside, key=lambda one: ranks[one])[OF_MARK.few :]
    }


def tables(keys: Sequence[Keys]) -> tuple[Hashes, Ints]:
    """The terms of documents and their scores, of shape (n, 20); what is not there is 0."""
    terms = np.zeros((len(keys), TERMS), np.uint64)
    scores = np.zeros((len(keys), TERMS), np.int64)
    for place, key in enumerate(keys):
        terms[place, : len(key.terms)] = key.terms
        scores[place, : len(key.terms)] = key.scores
    return terms, scores


def _term_pairs(terms: Hashes, scores: Ints, left_out: Collection[int]) -> list[Hashes]:
    """For each row of terms `retold.stories.keys.term_pairs`; for those left out nothing."""
    found = [np.zeros(0, np.uint64)] * len(terms)
    counts = np.count_nonzero(scores, axis=1)
    counts[list(left_out)] = 0
    for count in np.unique(counts[counts > 1]).tolist():
        places = np.flatnonzero(counts == count)
        for begin in range(0, len(places), TOGETHER):
            run = places[begin : begin + TOGETHER]
            for place, row in zip(run.tolist(), term_pairs(terms[run, :count]), strict=True):
                found[place] = row
    return found


def alike(terms: Hashes, scores: Ints, left: Places, right: Places) -> npt.NDArray[np.bool_]:
    """Which pairs of rows have a cosine of `TERMS_ALIKE` and more, bool.

    `terms`, ascending, and what they weigh, `scores`, are of shape (n, 20); a score of 0 is no
    term. Sums are of whole numbers, so that a pair comes out the same among any others.
    """
    products = quick_products() if len(left) >= COMPILED_FROM else plain_products
    length = np.sqrt((scores**2).sum(axis=1).astype(np.float64))
    found = products(terms, scores, left, right)
    return np.asarray(found >= TERMS_ALIKE * length[left] * length[right])
