"""Sorted key files: which document holds which key, found by a binary search in mapped memory.

A file is written whole, flushed to the disk and only then named in the store's database, so a file
that no row names is nobody's and a kill at any moment needs no repair. Small files are merged with
others of their size, each key some few times in all (O'Neil and others 1996, "The log-structured
merge-tree").
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.model.errors import StoreUnusable
from retold.stories.letters import Hashes

Numbers = npt.NDArray[np.int64]
KEY, HOLDER = np.dtype("<u8"), np.dtype("<u4")
ENDING = ".keys"
# Files of one size, within this factor, before they are merged into one.
WIDTH = 8
# Keys joined at a time when files are merged: 64 MB of them.
PIECE = 4_000_000
KEYS = 1 << 64


@dataclass(frozen=True, slots=True)
class Segment:
    """Keys, ascending, and the number of the document that holds each, ascending within a key."""

    name: str
    keys: npt.NDArray[Any]
    holders: npt.NDArray[Any]

    @property
    def size(self) -> int:
        """How many keys stand there."""
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds some keys: `holders[bounds[n] : bounds[n + 1]]` hold key n, ascending."""

    bounds: Numbers
    holders: Numbers

    def of(self, place: int) -> Numbers:
        """Who holds the key at a place."""
        return self.holders[self.bounds[place] : self.bounds[place + 1]]

    def without(self, numbers: Numbers) -> "Holdings":
        """The same as if some documents, ascending, were not there."""
        if not len(numbers):
            return self
        at = np.minimum(np.searchsorted(numbers, self.holders), len(numbers) - 1)
        stays = numbers[at] != self.holders
        passed = np.concatenate([[0], np.cumsum(stays)])
        return Holdings(passed[self.bounds], self.holders[stays])


def opened(folder: Path, name: str, size: int) -> Segment:
    """A segment of so many keys in a file.

    Raises:
        StoreUnusable: the file is not there or of another length.
    """
    path = folder / name
    try:
        length = path.stat().st_size
    except OSError as fault:
        raise StoreUnusable(f"{path} is missing; see: retold store check") from fault
    if length != size * (KEY.itemsize + HOLDER.itemsize):
        raise StoreUnusable(f"{path} is not as it was written; see: retold store check")
    if not size:
        return Segment(name, np.zeros(0, KEY), np.zeros(0, HOLDER))
    keys = np.memmap(path, KEY, "r", 0, (size,))
    holders = np.memmap(path, HOLDER, "r", size * KEY.itemsize, (size,))
    # As plain arrays on the same memory: searching a memmap makes a new one at each step.
    return Segment(name, np.asarray(keys), np.asarray(holders))


def written(folder: Path, name: str, keys: Hashes, holders: npt.NDArray[Any]) -> Segment:
    """A segment of keys in any order, in a file that is on the disk when this returns.

    Raises:
        OSError: the folder takes no file of that length; nothing is left of it.
    """
    order = np.lexsort((holders, keys))
    _kept(folder / name, [np.asarray(keys[order], KEY), np.asarray(holders[order], HOLDER)])
    return opened(folder, name, len(keys))


def merged(folder: Path, name: str, parts: Sequence[Segment], gone: Numbers) -> Segment:
    """One segment of several, without the documents that are gone (ascending)."""
    keys: list[npt.NDArray[Any]] = []
    holders: list[npt.NDArray[Any]] = []
    pieces = -(-sum(part.size for part in parts) // PIECE)
    begins = [0] * len(parts)
    for piece in range(1, pieces + 1):
        last = KEY.type(piece * KEYS // pieces - 1)
        ends = [int(np.searchsorted(part.keys, last, "right")) for part in parts]
        spans = list(zip(parts, begins, ends, strict=True))
        every = np.concatenate([part.keys[begin:end] for part, begin, end in spans])
        who = np.concatenate([part.holders[begin:end] for part, begin, end in spans])
        order = np.lexsort((who, every))
        stays = order[~np.isin(who[order], gone)]
        keys.append(every[stays])
        holders.append(who[stays])
        begins = ends
    _kept(folder / name, [*keys, *holders])
    return opened(folder, name, sum(map(len, keys)))


def held(parts: Sequence[Segment], keys: Hashes) -> Holdings:
    """Who holds each of some keys, which are ascending and differ."""
    places, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part in parts:
        low = np.searchsorted(part.keys, keys, "left")
        count = np.searchsorted(part.keys, keys, "right") - low
        place = np.repeat(np.arange(len(keys)), count)
        ends = np.cumsum(count)
        step = np.arange(len(place)) - np.repeat(ends - count, count)
        places.append(place)
        found.append(part.holders[np.repeat(low, count) + step].astype(np.int64))
    place, holders = np.concatenate(places), np.concatenate(found)
    order = np.lexsort((holders, place))
    bounds = np.searchsorted(place[order], np.arange(len(keys) + 1))
    return Holdings(bounds, holders[order])


def due(parts: Sequence[Segment]) -> list[Segment]:
    """Those that are to be merged now; few of one size are left as they are."""
    tiers: dict[int, list[Segment]] = {}
    for part in sorted(parts, key=lambda one: one.name):
        tiers.setdefault(max(part.size, 1).bit_length() // WIDTH.bit_length(), []).append(part)
    full = [tier for _, tier in sorted(tiers.items()) if len(tier) >= WIDTH]
    return full[0] if full else []


def _kept(path: Path, arrays: Sequence[npt.NDArray[Any]]) -> None:
    """Writes a file whole, onto the disk."""
    half = path.with_suffix(".part")
    try:
        with half.open("wb") as out:
            for array in arrays:
                array.tofile(out)
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    _settled(path.parent)


def _settled(folder: Path) -> None:
    """The folder's list of files is on the disk; where a system cannot say so, it is not asked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
