"""Sorted key files: which document holds which key, found by a binary search in mapped memory.

A file is written whole, flushed to the disk and only then named in the store's database, so a file
that no row names is nobody's and a kill at any moment needs no repair. Small files are merged with
others of their size, each key some few times in all (O'Neil and others 1996, "The log-structured
merge-tree"); see `retold.backends.store.merging` for when.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from retold.model.errors import StoreUnusable
from retold.stories.letters import HASHES, Hashes

Numbers = npt.NDArray[np.int64]
# The rank of documents by their numbers, uint64: whose turn it is to stand for others.
Ranks = Callable[[Numbers], Hashes]
KEY, HOLDER = np.dtype("<u8"), np.dtype("<u4")
ENDING = ".keys"
# So many files of about one size are merged into one: a store of a million documents has some ten
# files of a kind, and each of its keys was written five times.
WIDTH = 4
# Keys joined at a time when files are merged: 64 MB of them.
PIECE = 4_000_000
# Of a key of more holders in one file they stand by rank, so that the few that stand for the others
# are found among the first; shorter runs are read whole.
RANKED_FROM = 32


@dataclass(frozen=True, slots=True)
class Segment:
    """Keys, ascending, and the number of the document that holds each.

    The holders of a key that more than `RANKED_FROM` hold are in the order of their ranks.
    """

    name: str
    keys: npt.NDArray[Any]
    holders: npt.NDArray[Any]

    @property
    def size(self) -> int:
        """How many keys stand there."""
        return len(self.keys)


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


def written(
    folder: Path, name: str, keys: Hashes, holders: npt.NDArray[Any], ranks: Ranks
) -> Segment:
    """A segment of keys in any order, in a file that is on the disk when this returns.

    Raises:
        OSError: the folder takes no file of that length; nothing is left of it.
    """
    order = np.argsort(keys, kind="stable")
    with _kept(folder / name) as out:
        _put(out, 0, keys[order], KEY)
        _put(out, len(keys) * KEY.itemsize, by_rank(keys[order], holders[order], ranks), HOLDER)
    return opened(folder, name, len(keys))


def by_rank(keys: Hashes, holders: npt.NDArray[Any], ranks: Ranks) -> npt.NDArray[Any]:
    """The holders of ascending keys, those of a key that very many hold by their ranks."""
    holders = np.array(holders)
    bounds = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]]))
    size = np.diff(bounds)
    long = np.flatnonzero(np.repeat(size > RANKED_FROM, size))
    if len(long):
        order = np.lexsort((ranks(holders[long]), keys[long]))
        holders[long] = holders[long][order]
    return holders


class Stopped(Exception):
    """A merge was given up; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Several segments that are to be one, called `name`, without the documents that are gone
    (ascending).
    """

    name: str
    parts: Sequence[Segment]
    gone: Numbers


def merged(folder: Path, merge: Merge, ranks: Ranks, stopped: Callable[[], bool] = bool) -> Segment:
    """The one segment that comes of a merge.

    `stopped` is asked now and then whether the merge is still wanted. Some 200 MB are held at a
    time, whatever the size of the parts.

    Raises:
        OSError: the folder takes no file of that length; nothing is left of it.
        Stopped: it was not wanted any more.
    """
    pieces = partial(_pieces, merge.parts)
    total = sum(int(np.count_nonzero(~among(who, merge.gone))) for _, who in pieces())
    at = 0
    with _kept(folder / merge.name) as out:
        for keys, holders in pieces():
            if stopped():
                raise Stopped
            order = np.argsort(keys, kind="stable")  # of runs in order: it merges them
            order = order[~among(holders[order], merge.gone)]
            _put(out, at * KEY.itemsize, keys[order], KEY)
            who = by_rank(keys[order], holders[order], ranks)
            _put(out, total * KEY.itemsize + at * HOLDER.itemsize, who, HOLDER)
            at += len(order)
    return opened(folder, merge.name, total)


def _pieces(parts: Sequence[Segment]) -> Iterator[tuple[Hashes, npt.NDArray[Any]]]:
    """The keys of segments with their holders, a range of keys at a time, one part after another.

    Keys are hashes: equal ranges of them are held about equally often.
    """
    pieces = -(-sum(part.size for part in parts) // PIECE)
    begins = [0] * len(parts)
    for piece in range(1, pieces + 1):
        last = KEY.type(piece * HASHES // pieces - 1)
        ends = [int(np.searchsorted(part.keys, last, "right")) for part in parts]
        runs = [slice(begin, end) for begin, end in zip(begins, ends, strict=True)]
        yield (
            np.concatenate([part.keys[run] for part, run in zip(parts, runs, strict=True)]),
            np.concatenate([part.holders[run] for part, run in zip(parts, runs, strict=True)]),
        )
        begins = ends


def among(holders: npt.NDArray[Any], numbers: Numbers) -> npt.NDArray[np.bool_]:
    """Which holders are among some numbers, ascending, bool."""
    if not len(numbers):
        return np.zeros(len(holders), np.bool_)
    at = np.minimum(np.searchsorted(numbers, holders), len(numbers) - 1)
    return np.asarray(numbers[at] == holders)


def places(keys: npt.NDArray[Any], wanted: Hashes) -> Numbers:
    """For each of some keys the first place in ascending `keys` where it or a greater one stands.

    All are sought one step at a time: so the memory, which is what a search in a long file waits
    for, is asked for many places at once (`numpy.searchsorted` seeks one after another).
    """
    at, step = np.full(len(wanted), -1), 1 << len(keys).bit_length()
    while step := step // 2:
        to = at + step
        at += step * ((to < len(keys)) & (keys.take(to, mode="clip") < wanted))
    return np.asarray(at + 1)


def times(keys: npt.NDArray[Any], at: Numbers, most: int) -> Numbers:
    """How often the keys stand in ascending `keys` of which each stands first at some place.

    Past `most` they are not counted.
    """
    key, last, step = keys[at], at.copy(), 1 << most.bit_length()
    while step := step // 2:
        to = last + step
        last += step * ((to < len(keys)) & (keys.take(to, mode="clip") == key))
    return np.asarray(np.minimum(last - at + 1, most))


def due(parts: Sequence[Segment]) -> list[Segment]:
    """Those that are to be merged now; few of one size are left as they are."""
    tiers: dict[int, list[Segment]] = {}
    for part in sorted(parts, key=lambda one: one.name):
        tiers.setdefault(max(part.size, 1).bit_length() // WIDTH.bit_length(), []).append(part)
    full = [tier for _, tier in sorted(tiers.items()) if len(tier) >= WIDTH]
    return full[0] if full else []


@contextmanager
def _kept(path: Path) -> Iterator[BinaryIO]:
    """A file to be written, which is there whole and on the disk afterwards, or not at all."""
    half = path.with_suffix(".part")
    try:
        with half.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    _settled(path.parent)


def _put(out: BinaryIO, place: int, values: npt.NDArray[Any], kind: np.dtype[Any]) -> None:
    out.seek(place)
    out.write(np.ascontiguousarray(values, kind).data)


def _settled(folder: Path) -> None:
    """The folder's list of files is on the disk; where a system cannot say so, it is not asked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
