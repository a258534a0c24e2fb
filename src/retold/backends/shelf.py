"""Items by name in one file, for workers in other processes and on other machines.

The file is written item by item and read by the memory map, so that neither side holds it whole,
and the workers of a machine share one copy in its page cache.
"""

import mmap
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")

# Items a worker keeps unpacked, some 100 KB each: 250 MB.
REMEMBERED = 2500
INDEX_AT = 8  # bytes at the end of the file: where the index begins


class Blob(Protocol):
    """Bytes that a worker can get at, wherever it runs; small when pickled, and hashable."""

    def open(self) -> Any:
        """The bytes, as a buffer that can be sliced."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that all workers see under one path."""

    path: str

    def open(self) -> mmap.mmap:
        """The file's bytes."""
        return mapped(self.path)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file here, which is reached in another way elsewhere: pickled it is that other way."""

    path: str
    there: Blob

    def open(self) -> mmap.mmap:
        """The file's bytes."""
        return mapped(self.path)

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, (self.there,)


def _arrived(there: Blob) -> Blob:
    return there


def mapped(path: str) -> mmap.mmap:
    """The bytes of a file, read as they are asked for."""
    with Path(path).open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def packed(item: object) -> bytes:
    """An item on its way to a worker or back."""
    return pickle.dumps(item, pickle.HIGHEST_PROTOCOL)


def unpacked(data: Any) -> Any:
    """What this run has packed itself; bytes from elsewhere could do anything."""
    return pickle.loads(data)  # noqa: S301 - driver and workers are one program of one user


class Shelf(Mapping[str, Item]):
    """Items by name, in the order they were written; what is pickled is where they lie."""

    def __init__(self, blob: Blob) -> None:
        """`blob` is what `write` wrote."""
        self._blob = blob

    def __reduce__(self) -> tuple[Any, ...]:
        return Shelf, (self._blob,)

    def __getitem__(self, name: str) -> Item:
        item: Item = _opened(self._blob).item(name)
        return item

    def __iter__(self) -> Iterator[str]:
        return iter(_opened(self._blob).spans)

    def __len__(self) -> int:
        return len(_opened(self._blob).spans)


def write(items: Iterable[tuple[str, Item]], path: Path) -> None:
    """Writes items with their names, which differ."""
    spans: dict[str, tuple[int, int]] = {}
    with path.open("wb") as out:
        for name, item in items:
            begin = out.tell()
            out.write(packed(item))
            spans[name] = begin, out.tell()
        index = out.tell()
        out.write(packed(spans))
        out.write(index.to_bytes(INDEX_AT, "little"))


class _Opened:
    """A shelf as a worker has it: the bytes, the index, and what was unpacked last."""

    def __init__(self, held: Any) -> None:
        self._held = held
        index = int.from_bytes(bytes(held[-INDEX_AT:]), "little")
        self.spans: dict[str, tuple[int, int]] = unpacked(held[index:-INDEX_AT])
        self.item = lru_cache(maxsize=REMEMBERED)(self._unpacked)

    def _unpacked(self, name: str) -> Any:
        begin, end = self.spans[name]
        return unpacked(self._held[begin:end])


# A stage reads three: documents, sketches, groups.
@lru_cache(maxsize=4)
def _opened(blob: Blob) -> _Opened:
    return _Opened(blob.open())
