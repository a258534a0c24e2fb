"""Engines that work outside this process: every stage a function from Arrow batches to batches.

What an engine of this kind has to offer is three things: to run such a function over a table, to
group a table by a key, and to bring a file to its workers. The rest is here, so that Daft, Spark
and whatever comes next differ in a page each.
"""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from retold.backends.serial import Serial
from retold.backends.shelf import Blob, Shelf, packed, unpacked, write
from retold.model.errors import RetoldError
from retold.ports import Holders, Joined
from retold.stories.postings import arranged, decoded, met

if TYPE_CHECKING:
    import pyarrow as pa

Item = TypeVar("Item")
Made = TypeVar("Made")

# Items in a row of a table: enough that a row costs little beside its work (some ms an item).
TOGETHER = 32
# Rows given to an engine at once: what the driver holds of a long stream, 30,000 items.
ROWS = 1000
# Stands among coded pairs, which are 0 and more, once for each key that was sampled.
SAMPLED = -1
# Some engines call from several threads at once. The stages are written for one, and two gain
# nothing where only one may run Python.
_ONE_AT_A_TIME = Lock()


def here() -> str:
    """What has to be the same on the driver and on every worker."""
    return f"retold {version('retold')}, Python {sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True, slots=True)
class Stage:
    """A function of items as a function of Arrow columns: lists of items in, lists made out.

    Attributes:
        work: the function, pickled.
        driver: what it was pickled by.
    """

    work: bytes
    driver: str = field(default_factory=here)

    def __call__(self, column: "pa.Array") -> "pa.Array":
        """What the function makes of each row of pickled items, as pickled rows."""
        import pyarrow as pa

        with _ONE_AT_A_TIME:
            function = _loaded(self.work, self.driver)
            rows = (unpacked(value.as_buffer()) for value in column)
            return pa.array([_made(function, row) for row in rows], pa.large_binary())


@lru_cache(maxsize=4)
def _loaded(work: bytes, driver: str) -> Callable[[Any], Any]:
    if driver != here():
        raise RetoldError(f"a worker has {here()}, the driver {driver}; install the same on both")
    function: Callable[[Any], Any] = unpacked(work)
    return function


def _made(function: Callable[[Any], Any], items: Iterable[Any]) -> bytes:
    """What came of the items, and the error that ended them; None where none did.

    An error travels as a value: raised here, each engine would wrap it in another of its own.
    """
    made: list[Any] = []
    try:
        made.extend(map(function, items))
    except Exception as fault:  # noqa: BLE001 - whatever it is, the driver raises it again
        return packed((made, fault))
    return packed((made, None))


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """Lists of the places that hold a key into coded pairs of places.

    Attributes:
        ranks: int64, by place: whose turn it is to stand for others.
        holding: how many may all meet.
    """

    ranks: npt.NDArray[np.int64]
    holding: Holders

    def __call__(self, held: "pa.Array") -> npt.NDArray[np.int64]:
        """The pairs as often as they share one of the keys, and `SAMPLED` for each sampled key."""
        import pyarrow.compute as pc

        sizes = pc.list_value_length(held).to_numpy(zero_copy_only=False)
        places = held.flatten().to_numpy(zero_copy_only=False)
        bounds = np.concatenate([[0], np.cumsum(sizes)])
        held = arranged(places, bounds, self.ranks, self.holding.most)
        codes, popular = met(held, bounds, len(self.ranks), self.holding)
        return np.concatenate([codes, np.full(popular, SAMPLED, np.int64)])


class Batched(Serial, ABC):
    """An `Engine` made of what another one offers; components are found on the driver."""

    def __init__(self, folder: Path) -> None:
        """`folder` is empty, and goes when the engine does."""
        self._folder = folder
        self._shelves = 0

    @abstractmethod
    def _run(self, stage: Stage, table: "pa.Table") -> "pa.Table":
        """Columns `at` and `made` from columns `at` and `items`, in any order of rows."""

    @abstractmethod
    def _joined(self, meeting: Meeting, table: "pa.Table", least: int) -> "pa.Table":
        """From rows of `key` and `place`: grouped by key, met, and counted by code.

        Columns `code` and `times`, of the codes that came at least so often, and of `SAMPLED`.
        """

    @abstractmethod
    def _brought(self, path: Path) -> Blob:
        """A file of the driver's as its workers see it."""

    def map(self, function: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """`function` of every item, in order; it is called by a worker."""
        rest = iter(items)
        stage = Stage(packed(function))
        while rows := list(islice(_rows(rest), ROWS)):
            yield from self._spread(stage, rows)

    def hold(self, items: Iterable[tuple[str, Item]]) -> Mapping[str, Item]:
        """The items by name, in a file that workers map."""
        path = self._folder / f"shelf-{self._shelves}"
        self._shelves += 1
        write(items, path)
        return Shelf(self._brought(path))

    def pairs(
        self,
        keys: Sequence[npt.NDArray[np.uint64]],
        ranks: npt.NDArray[np.int64],
        least: int,
        holding: Holders,
    ) -> Iterator[Joined]:
        """The pairs of places that share `least` keys and more; only keys and places travel."""
        import pyarrow as pa

        every = np.concatenate([np.zeros(0, np.uint64), *keys])
        places = np.repeat(np.arange(len(keys), dtype=np.int64), [len(one) for one in keys])
        if not len(every):
            yield from Serial.pairs(self, keys, ranks, least, holding)
            return
        # Not every engine has unsigned integers, and a key is nothing but its bits.
        table = pa.table({"key": every.view(np.int64), "place": places})
        found = self._joined(Meeting(ranks, holding), table, least)
        codes, times = (_ints(found, name) for name in ("code", "times"))
        order = np.argsort(codes)
        codes, times = codes[order], times[order]
        sampled = int(times[codes == SAMPLED].sum())
        real = codes != SAMPLED
        yield Joined(*decoded(codes[real], len(keys)), times[real], sampled)

    def _spread(self, stage: Stage, rows: list[bytes]) -> Iterator[Any]:
        import pyarrow as pa

        table = pa.table({"at": np.arange(len(rows)), "items": pa.array(rows, pa.large_binary())})
        found = self._run(stage, table)
        order = np.argsort(_ints(found, "at"))
        for value in found.column("made").take(pa.array(order)):
            made, fault = unpacked(value.as_buffer())
            yield from made
            if fault is not None:
                raise fault


def _rows(items: Iterator[Any]) -> Iterator[bytes]:
    """Items in pickled lists; it takes from `items` no more than it gives."""
    while row := list(islice(items, TOGETHER)):
        yield packed(row)


def _ints(table: "pa.Table", name: str) -> npt.NDArray[np.int64]:
    return np.asarray(table.column(name).to_numpy(), np.int64)
