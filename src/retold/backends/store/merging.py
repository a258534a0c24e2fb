"""Key files merged beside the work of the writer: nobody waits for them, and none is half merged.

A thread reads the files that are to be merged, which never change, and writes the new one. The
writer's own thread then names it in place of them, in one transaction. A kill before that leaves a
file that nobody names; one after it leaves the old files, which nobody names any more. Either is
taken away by the next writer. A reader that began before keeps the old ones open.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from sqlite3 import Connection
from threading import Event

from retold.backends.store import segments
from retold.backends.store.database import transaction
from retold.backends.store.keyrings import Keyrings, Kind
from retold.backends.store.segments import Merge, Numbers, Segment


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """Files of a kind that are being merged."""

    kind: Kind
    parts: Sequence[Segment]
    made: Future[Segment]


class Merger:
    """What merges the key files of a store that is written to, one merge at a time.

    Used in a `with`: at its end all that is due is merged; where it is left by a fault, or by a
    person who is in a hurry, what is under way is given up. `gone` gives the documents that are
    gone.
    """

    def __init__(
        self, keyrings: Keyrings, connection: Connection, gone: Callable[[], Numbers]
    ) -> None:
        self._connection = connection
        self._keyrings = keyrings
        self._gone = gone
        self._under_way: _UnderWay | None = None
        self._stopped = Event()
        self._thread = ThreadPoolExecutor(1, "merging")

    def tend(self) -> None:
        """Takes over a merge that is done, and begins the next that is due; waits for none.

        Raises:
            OSError: a merge found no room; what was there before stands.
        """
        if self._under_way is not None and self._under_way.made.done():
            self._take_over(self._under_way)
        if self._under_way is None:
            self._begin()

    def settle(self) -> None:
        """Merges all that is due; raises what `tend` does."""
        self.tend()
        while self._under_way is not None:
            self._take_over(self._under_way)
            self._begin()

    def __enter__(self) -> "Merger":
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        try:
            if fault is None:
                self.settle()
        finally:
            self._stopped.set()
            self._thread.shutdown()

    def _begin(self) -> None:
        for kind in Kind:
            parts = segments.due(self._keyrings.segments(kind))
            if parts:
                with transaction(self._connection):
                    name = self._keyrings.free(kind)
                merge = Merge(name, parts, self._gone())
                made = self._thread.submit(self._keyrings.merged, merge, self._stopped.is_set)
                self._under_way = _UnderWay(kind, parts, made)
                return

    def _take_over(self, merge: _UnderWay) -> None:
        """Lets a merged file count, once it is there; one whose parts no longer count goes."""
        self._under_way = None
        made = merge.made.result()
        with transaction(self._connection):
            self._keyrings.replace(merge.kind, merge.parts, made)
        self._keyrings.sweep()
