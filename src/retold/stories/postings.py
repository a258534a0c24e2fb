"""Who shares keys with whom: one join over the keys of all documents.

A key that many hold would ask for the square of their number, and a wire copied a hundred times is
the main case, so such a key is neither dropped nor paid for in full: all its holders meet a few of
them, chosen by a hash of the document. The same few are chosen for every key, so the copies of one
text meet the same ones. How many keys were so treated is counted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from retold.ports import Holders, Joined
from retold.stories.letters import HASHES, Hashes

Places = npt.NDArray[np.int64]
# Holders by key, and where those of each key begin, with the end.
Part = tuple[Places, Places]
# Left, right and how many they share, see `Joined`.
Counted = tuple[Places, Places, Places]
Likely = Callable[[Hashes, Places], tuple[Hashes, Places]]
Count = Callable[[Sequence[Part], Places, int, Holders], Iterator[Counted]]

# Keys are brought together in parts of about so many holdings, so that memory follows the part and
# not the pile: some 250 MB with what sorting takes. Twice as many take half as long again.
PART = 8_000_000
SLOTS = 26  # bits: of 8 million holdings one in ten that is held once looks shared
# Most pairs share a single key or two and are let go in the end, after they were counted: so many
# at once, some 700 MB. All holdings are gone through each time, so of a larger pile as many pairs
# as it has shared holdings: the rounds stay few, and memory grows with the keys.
CODES = 40_000_000  # pairs
A_HOLDING = 1  # pairs
# Holdings from which it pays to have the kernel: a second without it.
COMPILED_FROM = 1_000_000


def joining(
    keys: Sequence[Hashes], ranks: Places, least: int, holding: Holders
) -> Iterator[Joined]:
    """The pairs that share `least` keys and more; `keys` are ascending, each once, by place.

    `ranks` says in which order documents stand for others, by place (see `ranked`). They come in
    pieces, as many at once as may be held in memory; the keys sampled are told with the first.
    """
    many = sum(map(len, keys)) >= COMPILED_FROM
    likely, counted = quick() if many else (plain_likely, plain_counted)
    parts = [_shared(*part) for part in _parts(keys, likely)]
    sampled = sum(int((np.diff(bounds) > holding.most).sum()) for _, bounds in parts)
    for left, right, shared in counted(parts, ranks, least, holding):
        yield Joined(left, right, shared, sampled)
        sampled = 0


def plain_counted(
    parts: Sequence[Part], ranks: Places, least: int, holding: Holders
) -> Iterator[Counted]:
    """The pairs of holders that share `least` keys and more, in pieces as `joining` gives them.

    Of each part the holders of key n are `holders[bounds[n] : bounds[n + 1]]`, in any order.
    """
    size = len(ranks)
    ready = [(arranged(*part, ranks, holding.most), part[1]) for part in parts]
    for lefts in _lefts(ready, size, holding):
        found = [met(*part, size, holding, lefts)[0] for part in ready]
        codes, times = _counted(np.concatenate([np.zeros(0, np.int64), *found]))
        often = times >= least
        yield (*decoded(codes[often], size), times[often])


def whole(pieces: Iterable[Joined]) -> Joined:
    """All pairs of some pieces, whose lesser places ascend."""
    none = np.zeros(0, np.int64)
    every = [Joined(none, none, none, 0), *pieces]
    columns = zip(*((one.left, one.right, one.shared) for one in every), strict=True)
    left, right, shared = map(np.concatenate, columns)
    return Joined(left, right, shared, sum(one.sampled for one in every))


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


def arranged(holders: Places, bounds: Places, ranks: Places, most: int) -> Places:
    """The holders of each key ascending; of a key of more than `most`, in the order of `ranks`.

    Those of key n are `holders[bounds[n] : bounds[n + 1]]`, in any order.
    """
    size = np.diff(bounds)
    in_order = holders.copy()
    for length in _lengths(size, most):
        rows = bounds[:-1][size == length][:, None] + np.arange(length)
        in_order[rows] = np.sort(holders[rows], axis=1)
    where, key, _ = _popular(bounds, most)
    in_order[where] = holders[where][np.lexsort((ranks[holders[where]], key))]
    return in_order


def met(
    holders: Places, bounds: Places, size: int, holding: Holders, lefts: range | None = None
) -> tuple[Places, int]:
    """The pairs of each key's holders, coded, as often as they share one; and the keys sampled.

    Those of key n are `holders[bounds[n] : bounds[n + 1]]`, as `arranged`, places among `size`.
    With `lefts` only pairs are given whose lesser place is one of these.
    """
    counts = np.diff(bounds)
    found = [np.zeros(0, np.int64)]
    for length in _lengths(counts, holding.most):
        rows = holders[bounds[:-1][counts == length][:, None] + np.arange(length)]
        if lefts is not None:
            rows = rows[(rows[:, 0] < lefts.stop) & (rows[:, -2] >= lefts.start)]
        first, second = np.triu_indices(length, 1)
        found.append(_coded(rows[:, first].ravel(), rows[:, second].ravel(), size, lefts))
    for one, other in _sampled(holders, bounds, holding):
        low, high = np.minimum(one, other), np.maximum(one, other)
        found.append(_coded(low, high, size, lefts))
    return np.concatenate(found), int((counts > holding.most).sum())


def _lengths(counts: Places, most: int) -> list[int]:
    """How many hold a key that some share and no more than `most`, each number once."""
    found: list[int] = np.unique(counts[(counts > 1) & (counts <= most)]).tolist()
    return found


def _coded(low: Places, high: Places, size: int, lefts: range | None) -> Places:
    if lefts is not None:
        inside = (low >= lefts.start) & (low < lefts.stop)
        low, high = low[inside], high[inside]
    return low * size + high


def _popular(bounds: Places, most: int) -> tuple[Places, Places, Places]:
    """Where the holders of keys of more than `most` stand, whose they are, and which of its own."""
    counts = np.diff(bounds)
    popular = np.flatnonzero(counts > most)
    sizes = counts[popular]
    key = np.repeat(np.arange(len(popular)), sizes)
    turn_of = np.arange(len(key)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(bounds[popular], sizes) + turn_of, key, turn_of


def _sampled(holders: Places, bounds: Places, holding: Holders) -> Iterator[tuple[Places, Places]]:
    """Every holder of the popular keys with each of the key's representatives, each pair once."""
    where, key, turn_of = _popular(bounds, holding.most)
    held = holders[where]
    for first in range(holding.few):
        after = turn_of > first
        heads = held[turn_of == first]
        yield held[after], heads[key[after]]


def _parts(keys: Sequence[Hashes], likely: Likely) -> Iterator[tuple[Hashes, Places]]:
    """The keys in ascending order, a part at a time, with the place that holds each.

    Left out are those that are not `likely` held twice.
    """
    parts = -(-sum(map(len, keys)) // PART)
    # Keys are hashes: equal ranges of them are held about equally often.
    lasts = np.array([part * HASHES // parts - 1 for part in range(1, parts + 1)], np.uint64)
    ends = np.array([one.searchsorted(lasts, "right") for one in keys], np.int32)
    ends = np.concatenate([np.zeros((len(keys), 1), np.int32), ends.reshape(len(keys), parts)], 1)
    for part in range(parts):
        bounds = ends[:, part : part + 2]
        held = [one[a:b] for one, (a, b) in zip(keys, bounds.tolist(), strict=True)]
        found, holders = likely(np.concatenate(held), bounds[:, 1] - bounds[:, 0])
        order = np.argsort(found)
        yield found[order], holders[order]


def plain_likely(every: Hashes, counts: Places) -> tuple[Hashes, Places]:
    """The keys that stand twice, and a few others, with their holders; the first has `counts[0]`.

    Most are held once and join nothing. Sorted without their holders keys take a tenth of the time,
    and tell which of them come twice.
    """
    ordered = np.sort(every)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    known = np.zeros(1 << SLOTS, np.bool_)
    known[_slot(twice)] = True
    kept = known[_slot(every)]
    return every[kept], np.repeat(np.arange(len(counts)), counts)[kept]


@lru_cache(maxsize=1)
def quick() -> tuple[Likely, Count]:
    """`plain_likely` and `plain_counted`, compiled where numba is there.

    The one gives other keys held once beside the same, the other the same pairs in other pieces.
    """
    try:
        from retold.stories.postings_kernel import kernel_counted, kernel_likely
    except (ImportError, RuntimeError):  # numba raises the latter where it cannot keep its code
        return plain_likely, plain_counted
    return kernel_likely, kernel_counted


def _slot(keys: Hashes) -> Hashes:
    return keys >> np.uint64(8) & np.uint64((1 << SLOTS) - 1)


def _shared(keys: Hashes, holders: Places) -> Part:
    """Of sorted keys with their holders those held twice and more: holders, and where keys begin.

    The last bound is the end.
    """
    first = np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)]
    alone = first & np.append(first[1:], True)[: len(keys)]
    starts = np.flatnonzero(first[~alone])
    return holders[~alone], np.append(starts, np.count_nonzero(~alone))


def _lefts(parts: Sequence[Part], size: int, holding: Holders) -> Iterator[range]:
    """Runs of the lesser places of pairs, of about so many pairs each as are counted at once."""
    pairs = 0
    for _, bounds in parts:
        held = np.diff(bounds)
        few = np.where(held > holding.most, 2 * holding.few, held - 1)
        pairs += int((held * few).sum()) // 2
    runs = 1 + pairs // max(CODES, A_HOLDING * sum(len(holders) for holders, _ in parts))
    # Of pairs drawn among n places the lesser lies below x in 1 - (1 - x / n) ** 2.
    ends = [round(size * (1 - (1 - run / runs) ** 0.5)) for run in range(runs + 1)]
    return (range(begin, end) for begin, end in pairwise(ends))


def _counted(codes: Places) -> tuple[Places, Places]:
    """Each code once, ascending, and how often it came; sorts in place."""
    codes.sort()
    starts = np.flatnonzero(np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)])
    return codes[starts], np.diff(np.append(starts, len(codes)))
