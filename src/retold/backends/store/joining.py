"""Who meets whom over sorted key files: the answers of `retold.stories.meet` for a few documents.

There all documents of a pile are joined at once; here those few are asked about whose partners a
change may have touched. Both go by one rule: all holders of a key meet, or, where they are too
many, each meets the few of them that stand for the rest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retold.backends.store.holdings import Holdings
from retold.backends.store.segments import Numbers, Ranks
from retold.ports import Holders
from retold.stories.letters import Hashes

# Keys asked for at once; some megabytes with what they bring.
TOGETHER = 50_000
NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Join:
    """Who holds a key, the ranks of documents, and how the holders of one key meet.

    Attributes:
        find: the holders of keys; of those that very many hold more than `holding.most`, those of
            the least ranks among them. Some documents, ascending, are not counted for either.
        every: all holders of keys.
    """

    find: Callable[[Hashes, Numbers], Holdings]
    every: Callable[[Hashes], Holdings]
    ranks: Ranks
    holding: Holders

    def heads(self, holders: Numbers) -> Numbers:
        """Those among the holders of a key that all others meet; all of a key that few hold."""
        if len(holders) <= self.holding.most:
            return holders
        return holders[np.argsort(self.ranks(holders), kind="stable")[: self.holding.few]]

    def heads_of_each(self, found: Holdings) -> Numbers:
        """The same of keys that very many hold each: int64 (keys, few)."""
        size = np.diff(found.bounds)
        key = np.repeat(np.arange(len(size)), size)
        order = np.lexsort((self.ranks(found.holders), key))
        first = found.bounds[:-1, None] + np.arange(self.holding.few)
        return np.asarray(found.holders[order[first]], np.int64)


@dataclass(frozen=True, slots=True)
class Partners:
    """Pairs of a document asked about and one that it meets, with the keys that brought them."""

    asked: Numbers
    met: Numbers
    shared: Numbers


def partners(join: Join, asked: Numbers, keys: Sequence[Hashes]) -> Partners:
    """Whom each document meets, in ascending order; `keys` are those it holds, each once.

    A document need not be among the holders of its keys: it then meets them as if it were one more
    that stands for nobody.
    """
    found = [_partners(join, asked[run], keys[run]) for run in _runs(keys)]
    if not found:
        return Partners(NONE, NONE, NONE)
    return Partners(
        np.concatenate([one.asked for one in found]),
        np.concatenate([one.met for one in found]),
        np.concatenate([one.shared for one in found]),
    )


def swayed(join: Join, keys: Hashes, joining: Numbers, leaving: Numbers) -> Numbers:
    """The documents that meet others than before over a key that very many hold, ascending.

    `keys` (ascending, each once) are all that the documents joining and leaving hold; both are
    ascending, and the joining are among the holders, and so are the leaving still.
    """
    found = [NONE]
    for begin in range(0, len(keys), TOGETHER):
        every = join.find(keys[begin : begin + TOGETHER], np.union1d(joining, leaving))
        popular = np.flatnonzero(np.diff(every.bounds) > join.holding.most)
        for place in popular.tolist():
            holders = every.of(place)
            before = holders[~np.isin(holders, joining)]
            after = holders[~np.isin(holders, leaving)]
            found.append(_swayed(join, before, after))
    changed = np.unique(np.concatenate(found))
    return changed[~np.isin(changed, leaving)]


def _swayed(join: Join, before: Numbers, after: Numbers) -> Numbers:
    """Whose partners over one key changed, beyond those who joined or left."""
    if max(len(before), len(after)) <= join.holding.most:
        return NONE
    if min(len(before), len(after)) <= join.holding.most:
        return after  # it became popular, or is so no more
    return np.setxor1d(join.heads(before), join.heads(after))


def _runs(keys: Sequence[Hashes]) -> Iterator[slice]:
    """The documents in runs that hold about `TOGETHER` keys."""
    begin = held = 0
    for place, one in enumerate(keys):
        held += len(one)
        if held >= TOGETHER:
            yield slice(begin, place + 1)
            begin, held = place + 1, 0
    if begin < len(keys):
        yield slice(begin, len(keys))


def _partners(join: Join, asked: Numbers, keys: Sequence[Hashes]) -> Partners:
    every, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    place = np.repeat(np.arange(len(asked)), [len(one) for one in keys])
    found = join.find(every, NONE)
    size = np.diff(found.bounds)
    few = size[inverse] <= join.holding.most
    count = size[inverse[few]]
    steps = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    met = found.holders[np.repeat(found.bounds[inverse[few]], count) + steps]
    pieces = [(np.repeat(place[few], count), met)]
    pieces += _of_popular(join, (every, found), asked, (place[~few], inverse[~few]))
    return _counted(asked, pieces)


def _of_popular(
    join: Join, known: tuple[Hashes, Holdings], asked: Numbers, held: tuple[Numbers, Numbers]
) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs over keys that very many hold; `held` are places of documents and of keys.

    `known` are all keys, and who holds them.
    """
    (every, found), (places, keys) = known, held
    popular, row = np.unique(keys, return_inverse=True)
    heads = join.heads_of_each(found.some(popular))[row]
    leads = (heads == asked[places][:, None]).any(axis=1)
    yield np.repeat(places[~leads], heads.shape[1]), heads[~leads].ravel()
    leading, row = np.unique(keys[leads], return_inverse=True)
    whole = join.every(every[leading])
    for place, at in zip(places[leads].tolist(), row.tolist(), strict=True):
        met = whole.of(at)
        yield np.full(len(met), place), met


def _counted(asked: Numbers, pieces: Sequence[tuple[Numbers, Numbers]]) -> Partners:
    """Each pair once, with how often it is among the pieces; nobody meets himself."""
    places = np.concatenate([one for one, _ in pieces])
    met = np.concatenate([other for _, other in pieces])
    apart = asked[places] != met
    coded, shared = np.unique(places[apart] << 32 | met[apart], return_counts=True)
    return Partners(asked[coded >> 32], coded & 0xFFFFFFFF, shared)
