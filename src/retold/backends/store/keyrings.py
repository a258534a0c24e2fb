"""Which key files make up a store, by kind of key; the database names those that count."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import numpy as np

from retold.backends.store import segments
from retold.backends.store.segments import ENDING, Merge, Numbers, Ranks, Segment
from retold.stories.letters import Hashes


class Kind(StrEnum):
    """What keys are of: wording, or pairs of the words that weigh most."""

    MARKS = "marks"
    TERMS = "terms"


class Keyrings:
    """The key files of a folder."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, ranks: Ranks) -> None:
        self._folder = folder
        self._connection = connection
        self._ranks = ranks
        self._open: dict[str, Segment] = {}

    def segments(self, kind: Kind) -> list[Segment]:
        """The files of a kind, in the order of their names."""
        rows = self._connection.execute(
            "SELECT name, size FROM segments WHERE kind = ? ORDER BY name", (kind,)
        ).fetchall()
        for name, size in rows:
            if name not in self._open:
                self._open[name] = segments.opened(self._folder, name, size)
        return [self._open[name] for name, _ in rows]

    def open_all(self) -> None:
        """Opens every file, so that none can be taken away any more."""
        for kind in Kind:
            self.segments(kind)

    def add(self, kind: Kind, keys: Sequence[Hashes], first: int) -> None:
        """Adds the keys of documents, of which the first has the number `first`."""
        every = np.concatenate([np.zeros(0, np.uint64), *keys])
        if len(every):
            holders = np.repeat(np.arange(first, first + len(keys)), [len(one) for one in keys])
            name = self.free(kind)
            self._name(kind, segments.written(self._folder, name, every, holders, self._ranks))

    def merged(self, merge: Merge, stopped: Callable[[], bool] = bool) -> Segment:
        """One file of several, which nobody names yet; see `retold.backends.store.segments`."""
        return segments.merged(self._folder, merge, self._ranks, stopped)

    def whole(self, gone: Numbers) -> None:
        """Makes one file of all of a kind, without documents that are gone.

        The files merged stay until `sweep`: a reader may have them open.
        """
        for kind in Kind:
            parts = self.segments(kind)
            if parts:
                name = self.free(kind)
                self.replace(kind, parts, self.merged(Merge(name, parts, gone)))

    def replace(self, kind: Kind, parts: Sequence[Segment], made: Segment) -> bool:
        """Lets one file count in place of those it was made of; False where these no longer do."""
        names = {part.name for part in parts}
        if not names <= {part.name for part in self.segments(kind)}:
            return False
        self._name(kind, made)
        self._connection.executemany("DELETE FROM segments WHERE name = ?", zip(names, strict=True))
        for name in names:
            del self._open[name]
        return True

    def sweep(self) -> int:
        """Takes away the files that a run that was stopped, or a merge, has left; how many."""
        rows = self._connection.execute("SELECT name FROM segments")
        named = {name for (name,) in rows}
        left = [path for path in self._folder.glob(f"*{ENDING}") if path.name not in named]
        left += self._folder.glob("*.part")
        for path in left:
            with suppress(PermissionError):  # Windows keeps what somebody has open
                path.unlink(missing_ok=True)
        return len(left)

    def _name(self, kind: Kind, segment: Segment) -> None:
        self._open[segment.name] = segment
        self._connection.execute(
            "INSERT INTO segments VALUES (?, ?, ?)", (segment.name, kind, segment.size)
        )

    def free(self, kind: Kind) -> str:
        """A name that no file had before: a reader may still have an older one open."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = 'segment'").fetchone()
        number = int(row[0]) + 1 if row else 1
        self._connection.execute(
            "INSERT OR REPLACE INTO facts VALUES ('segment', ?)", (str(number),)
        )
        return f"{kind}-{number:08}{ENDING}"
