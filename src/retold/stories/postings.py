"""Who shares keys with whom: one join over the keys of all documents.

A key that many hold would ask for the square of their number, and a wire copied a hundred times is
the main case, so such a key is neither dropped nor paid for in full: all its holders meet a few of
them, chosen by a hash of the document. The same few are chosen for every key, so the copies of one
text meet the same ones. How many keys were so treated is counted.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from retold.ports import Holders, Joined
from retold.stories.letters import Hashes, mixed

Places = npt.NDArray[np.int64]

# Keys are joined in parts of about so many holdings, so that memory follows the part and not the
# pile: some 250 MB with what sorting takes.
PART = 4_000_000
KEYS = 1 << 64
SLOTS = 24  # bits: of 4 million holdings one in twenty that is held once looks shared
# Most pairs share a single key or two and are let go in the end. From so many parts on, some
# 200,000 documents of news length, pairs are therefore counted twice: first in cells that several
# pairs may share, half a gigabyte whatever the pile, then those alone whose cell is full enough.
SIFTED_FROM = 16  # parts
CELLS = 28  # bits
FULL = 8  # keys: more are not told apart, so that a part does not count past what a cell holds


def joined(keys: Sequence[Hashes], ranks: Places, least: int, holding: Holders) -> Joined:
    """The pairs that share `least` keys and more; `keys` are ascending, each once, by place.

    `ranks` says in which order documents stand for others, by place (see `ranked`).
    """
    coded, counts, sampled = np.zeros(0, np.int64), np.zeros(0, np.int64), 0
    cells = _cells(keys, ranks, holding) if _sifted(keys, least) else None
    for part, holders in _parts(keys):
        found, popular = met(holders, _bounds(part), ranks, holding)
        if cells is not None:
            found = found[cells[_cell(found)] >= least]
        coded, counts = _added(coded, counts, found)
        sampled += popular
    enough = counts >= least
    return Joined(*decoded(coded[enough], len(keys)), counts[enough], sampled)


def _sifted(keys: Sequence[Hashes], least: int) -> bool:
    return 1 < least <= FULL and sum(map(len, keys)) > SIFTED_FROM * PART


def _cells(keys: Sequence[Hashes], ranks: Places, holding: Holders) -> npt.NDArray[np.uint16]:
    """How many keys the pairs of each cell share, up to `FULL` and never too few."""
    cells = np.zeros(1 << CELLS, np.uint16)
    for part, holders in _parts(keys):
        found, _ = met(holders, _bounds(part), ranks, holding)
        pairs, times = np.unique(found, return_counts=True)
        np.add.at(cells, _cell(pairs), np.minimum(times, FULL).astype(np.uint16))
        np.minimum(cells, FULL, out=cells)
    return cells


def _cell(codes: Places) -> Hashes:
    return mixed(codes.view(np.uint64)) >> np.uint64(64 - CELLS)


def _bounds(part: Hashes) -> Places:
    """Where in sorted keys each begins, and where the last ends."""
    return np.flatnonzero(np.concatenate([[True], part[1:] != part[:-1], [True]]))


def decoded(codes: Places, size: int) -> tuple[Places, Places]:
    """The lesser and the greater place of coded pairs among `size` documents."""
    return codes // max(1, size), codes % max(1, size)


def ranked(names: Sequence[str]) -> Places:
    """The order of documents by a hash of their ids: whose turn it is to stand for others."""
    order = sorted(range(len(names)), key=lambda place: (turn(names[place]), names[place]))
    ranks = np.empty(len(names), np.int64)
    ranks[order] = np.arange(len(names))
    return ranks


def turn(name: str) -> bytes:
    """Eight bytes by which documents are ordered: the least stand for the others first."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _parts(keys: Sequence[Hashes]) -> Iterator[tuple[Hashes, Places]]:
    """The keys in ascending order, a part at a time, with the place that holds each."""
    parts = -(-sum(map(len, keys)) // PART)
    begins = [0] * len(keys)
    for part in range(1, parts + 1):
        # Keys are hashes: equal ranges of them are held about equally often.
        last = np.uint64(part * KEYS // parts - 1)
        ends = [int(np.searchsorted(one, last, side="right")) for one in keys]
        held = [one[a:b] for one, a, b in zip(keys, begins, ends, strict=True)]
        every = np.concatenate(held)
        holders = np.repeat(np.arange(len(keys)), [len(one) for one in held])
        begins = ends
        kept = _shared(every)
        order = np.argsort(every[kept])
        yield every[kept][order], holders[kept][order]


def _shared(every: Hashes) -> npt.NDArray[np.bool_]:
    """Where a key stands that stands twice, and a few others: most are held once and join nothing.

    Sorted without their holders keys take a tenth of the time, and tell which of them come twice.
    """
    ordered = np.sort(every)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    known = np.zeros(1 << SLOTS, np.bool_)
    known[_slot(twice)] = True
    return np.asarray(known[_slot(every)])


def _slot(keys: Hashes) -> Hashes:
    return keys >> np.uint64(8) & np.uint64((1 << SLOTS) - 1)


def met(holders: Places, bounds: Places, ranks: Places, holding: Holders) -> tuple[Places, int]:
    """The pairs of each key's holders, coded, as often as they share one; and the keys sampled.

    Those of key n are `holders[bounds[n] : bounds[n + 1]]`, in any order.
    """
    size = np.diff(bounds)
    found = [np.zeros(0, np.int64)]
    for length in np.unique(size[(size > 1) & (size <= holding.most)]).tolist():
        rows = np.sort(holders[bounds[:-1][size == length][:, None] + np.arange(length)], axis=1)
        first, second = np.triu_indices(length, 1)
        found.append((rows[:, first] * len(ranks) + rows[:, second]).ravel())
    popular = np.flatnonzero(size > holding.most)
    for begin, end in zip(bounds[popular].tolist(), bounds[popular + 1].tolist(), strict=True):
        found.append(_sampled(holders[begin:end], ranks, holding.few))
    return np.concatenate(found), len(popular)


def _sampled(run: Places, ranks: Places, few: int) -> Places:
    """Every holder with each of the representatives, coded, each pair once."""
    heads = run[np.argsort(ranks[run])[:few]]
    low, high = np.minimum(run[:, None], heads), np.maximum(run[:, None], heads)
    return np.unique((low * len(ranks) + high)[low != high])


def _added(coded: Places, counts: Places, found: Places) -> tuple[Places, Places]:
    """The counts of coded pairs, ascending, with those found added."""
    more, times = np.unique(found, return_counts=True)
    if not len(coded):
        return more, times
    at = np.searchsorted(coded, more)
    known = coded[np.minimum(at, len(coded) - 1)] == more
    counts[at[known]] += times[known]
    fresh = ~known
    return np.insert(coded, at[fresh], more[fresh]), np.insert(counts, at[fresh], times[fresh])
