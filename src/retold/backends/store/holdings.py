"""Who holds some keys, by all key files: every one, or as many as are asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.backends.store import segments
from retold.backends.store.segments import Numbers, Segment, among, places, times
from retold.ports import Holders
from retold.stories.letters import Hashes

# Of a key of very many holders so many times those are read that make it one.
SAMPLED = 2
NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds some keys: `holders[bounds[n] : bounds[n + 1]]` hold key n, ascending."""

    bounds: Numbers
    holders: Numbers

    def of(self, place: int) -> Numbers:
        """Who holds the key at a place."""
        return self.holders[self.bounds[place] : self.bounds[place + 1]]

    def some(self, those: Numbers) -> "Holdings":
        """Who holds the keys at some places, in their order."""
        size = np.diff(self.bounds)[those]
        ends = np.cumsum(size)
        step = np.arange(int(size.sum())) - np.repeat(ends - size, size)
        holders = self.holders[np.repeat(self.bounds[those], size) + step]
        return Holdings(np.concatenate([[0], ends]), holders)

    def without(self, numbers: Numbers) -> "Holdings":
        """The same as if some documents, ascending, were not there."""
        if not len(numbers):
            return self
        stays = ~among(self.holders, numbers)
        passed = np.concatenate([[0], np.cumsum(stays)])
        return Holdings(passed[self.bounds], self.holders[stays])


@dataclass(frozen=True, slots=True)
class _Found:
    """Who holds some keys by one file: pairs of the place of a key and a holder.

    `cut` are the places of keys of which only the first holders are given.
    """

    places: Numbers
    holders: Numbers
    cut: Numbers


def held(parts: Sequence[Segment], keys: Hashes) -> Holdings:
    """Who holds each of some keys, which are ascending and differ."""
    return _joined([_found(part, keys) for part in parts], len(keys))


def sampled(parts: Sequence[Segment], keys: Hashes, holding: Holders, absent: Numbers) -> Holdings:
    """Who holds each of some keys; of those that very many hold no more than is asked of them.

    That is more than `holding.most`, and among them the `holding.few` of the least ranks, those
    absent (ascending) counted in neither. So the work does not grow with the number of holders.
    """
    most = SAMPLED * max(holding.most, segments.RANKED_FROM)
    found = [_found(part, keys, most) for part in parts]
    thin, left = np.zeros(len(keys), np.bool_), np.zeros(len(keys), np.int64)
    cut = np.zeros(len(keys), np.bool_)
    for one in found:
        here = np.bincount(one.places[~among(one.holders, absent)], minlength=len(keys))
        thin[one.cut] |= here[one.cut] < holding.few
        cut[one.cut] = True
        left += here
    whole = np.flatnonzero(thin | (cut & (left <= holding.most)))
    if not len(whole):
        return _joined(found, len(keys))
    kept = [_without(one, whole) for one in found]
    again = [_found(part, keys[whole]) for part in parts]
    more = [_Found(whole[one.places], one.holders, one.cut) for one in again]
    return _joined([*kept, *more], len(keys))


def _found(part: Segment, keys: Hashes, most: int | None = None) -> _Found:
    """Who holds keys by one file; at most so many of one key, those of the least ranks."""
    if not part.size:
        return _Found(NONE, NONE, NONE)
    low = places(part.keys, keys)
    # Most keys are in no document of most files: only for others is it asked how often.
    there = np.flatnonzero(part.keys[np.minimum(low, part.size - 1)] == keys)
    low = low[there]
    count = times(part.keys, low, part.size if most is None else most + 1)
    cut = NONE if most is None else there[count > most]
    count = count if most is None else np.minimum(count, most)
    ends = np.cumsum(count)
    step = np.arange(int(count.sum())) - np.repeat(ends - count, count)
    holders = part.holders[np.repeat(low, count) + step].astype(np.int64)
    return _Found(np.repeat(there, count), holders, cut)


def _without(found: _Found, places: Numbers) -> _Found:
    stays = ~among(found.places, places)
    return _Found(found.places[stays], found.holders[stays], NONE)


def _joined(found: Sequence[_Found], size: int) -> Holdings:
    """What several files say of `size` keys, together."""
    place = np.concatenate([NONE, *(one.places for one in found)])
    holders = np.concatenate([NONE, *(one.holders for one in found)])
    order = np.lexsort((holders, place))
    return Holdings(np.searchsorted(place[order], np.arange(size + 1)), holders[order])
