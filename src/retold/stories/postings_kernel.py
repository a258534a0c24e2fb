"""The join of `retold.stories.postings`, compiled: the same pairs, some five times as fast.

Needs numba (the extra `volume`). Documents are gone through in order, and of each it is counted how
often it meets those after it, so that no pair is held but those told. Tests hold both equal.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numba import njit

from retold.ports import Holders
from retold.stories import postings
from retold.stories.letters import Hashes
from retold.stories.postings import Counted, Part, Places

Array = np.ndarray[Any, Any]
# Pairs told at once, some 100 MB; all of one document are, however many. Places fit 32 bits: two
# thousand million shared holdings, of some ten million documents.
ROOM = 4_000_000
# Bits of a key that choose among the slots, one bit each: 8 MB once, and once more.
WORDS = 1 << (postings.SLOTS - 6)
LOW, IN_WORD = np.uint64(WORDS - 1), np.uint64(63)
ONE, SIX, BYTE = np.uint64(1), np.uint64(6), np.uint64(8)


def kernel_likely(every: Hashes, counts: Places) -> tuple[Hashes, Places]:
    """As `retold.stories.postings.plain_likely`: keys in a slot with another, and their holders."""
    found: tuple[Hashes, Places] = _twice(every, counts)
    return found


@njit(cache=True)
def _twice(keys, counts):
    once, again = np.zeros(WORDS, np.uint64), np.zeros(WORDS, np.uint64)
    for key in keys:
        word, bit = _slot(key)
        again[word] |= once[word] & bit
        once[word] |= bit
    kept = 0
    for key in keys:
        word, bit = _slot(key)
        kept += (again[word] & bit) != 0
    found, holders = np.empty(kept, np.uint64), np.empty(kept, np.int64)
    at = kept = 0
    for holder in range(len(counts)):
        for key in keys[at : at + counts[holder]]:
            word, bit = _slot(key)
            if again[word] & bit:
                found[kept], holders[kept] = key, holder
                kept += 1
        at += counts[holder]
    return found, holders


@njit(cache=True, inline="always")
def _slot(key):
    """The word that holds the bit of a key, and the bit."""
    return (key >> (BYTE + SIX)) & LOW, ONE << ((key >> BYTE) & IN_WORD)


def kernel_counted(
    parts: Sequence[Part], ranks: Places, least: int, holding: Holders
) -> Iterator[Counted]:
    """The pairs of `retold.stories.postings.plain_counted`, fewer at once."""
    size = len(ranks)
    holders = _joined([one.astype(np.int32) for one, _ in parts])
    counts = _joined([np.diff(bounds).astype(np.int32) for _, bounds in parts])
    few = counts <= holding.most
    of_few = np.repeat(few, counts)
    rows = _rows(holders[of_few], counts[few], size)
    crowds = _crowds(holders[~of_few], counts[~few], ranks, holding.few)
    del holders
    found = np.empty((3, max(ROOM, size)), np.int64)
    times = np.zeros(size, np.int32)
    at = 0
    while at < size:
        at, count = _count(rows, crowds, times, (at, least), found)
        yield found[0, :count].copy(), found[1, :count].copy(), found[2, :count].copy()


def _joined(arrays: Sequence[Array]) -> Array:
    return np.concatenate([np.zeros(0, np.int32), *arrays])


@njit(cache=True)
def _rows(holders, counts, size):
    """Holders of each key ascending, of the first one -1 minus it; and where each document stands.

    The places of document n are `places[begins[n] : begins[n + 1]]`.
    """
    begins = _begins(holders, size)
    begin = 0
    for count in counts:
        holders[begin : begin + count].sort()
        begin += count
    places, at = np.empty(len(holders), np.int32), begins[:-1].copy()
    for place in range(len(holders)):
        places[at[holders[place]]] = place
        at[holders[place]] += 1
    begin = 0
    for count in counts:
        holders[begin] = -1 - holders[begin]
        begin += count
    return holders, places, begins


@njit(cache=True)
def _begins(holders, size):
    """Where what each document holds begins, documents in order, and the end."""
    found = np.zeros(size + 1, np.int64)
    for one in holders:
        found[one + 1] += 1
    return np.cumsum(found)


@njit(cache=True)
def _crowds(holders, counts, ranks, few):
    """Of keys with very many holders all of them and those who stand for them, by document."""
    stands = np.full((len(counts), few), -1, np.int32)
    ends = np.cumsum(counts)
    begins = _begins(holders, len(ranks))
    keys, at = np.empty(len(holders), np.int32), begins[:-1].copy()
    for key in range(len(counts)):
        held = holders[ends[key] - counts[key] : ends[key]]
        held.sort()
        first = held[np.argsort(ranks[held])[:few]]
        stands[key, : len(first)] = first
        for one in held:
            keys[at[one]] = key
            at[one] += 1
    return holders, ends, counts, stands, keys, begins


@njit(cache=True)
def _count(rows, crowds, times, asked, found):
    """Pairs from one document on, as many as there is room for: where to go on, and how many."""
    first, least = asked
    met = np.empty(len(times), np.int32)
    written = 0
    for one in range(first, len(times)):
        count = _by_crowds(crowds, one, times, met, _by_rows(rows, one, times, met))
        often = met[:count][times[met[:count]] >= least]
        if written + len(often) > found.shape[1]:
            times[met[:count]] = 0
            return one, written
        often.sort()
        found[0, written : written + len(often)] = one
        found[1, written : written + len(often)] = often
        found[2, written : written + len(often)] = times[often]
        written += len(often)
        times[met[:count]] = 0
    return len(times), written


@njit(cache=True)
def _by_rows(rows, one, times, met):
    """Counts the documents after one that it shares a key with; how many they are."""
    holders, places, begins = rows
    count = 0
    for place in places[begins[one] : begins[one + 1]]:
        after = place + 1
        while after < len(holders) and holders[after] >= 0:
            other = holders[after]
            if not times[other]:
                met[count] = other
                count += 1
            times[other] += 1
            after += 1
    return count


@njit(cache=True)
def _by_crowds(crowds, one, times, met, count):
    """The same of keys with very many holders, after `count` others."""
    holders, ends, counts, stands, keys, begins = crowds
    for key in keys[begins[one] : begins[one + 1]]:
        others = stands[key]
        if np.any(others == one):
            others = holders[ends[key] - counts[key] : ends[key]]
        for other in others:
            if other > one:
                if not times[other]:
                    met[count] = other
                    count += 1
                times[other] += 1
    return count
