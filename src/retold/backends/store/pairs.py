"""The pairs of documents that met: what they share, what was judged, and what hangs together."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from retold.backends.store.shelf import listed

OF_ONE = """
SELECT one, other, shared, close, ties, binds, likeness, kind, dependence FROM pairs
WHERE one IN (SELECT value FROM json_each(?))
"""
OF_OTHER = """
SELECT one, other, shared, close, ties, binds, likeness, kind, dependence FROM pairs
WHERE other IN (SELECT value FROM json_each(?))
"""
# What hangs together with some documents: over pairs of which one text may stand for the other, and
# over pairs that make one unit of two documents.
CLOSE = """
SELECT other FROM pairs WHERE close AND one IN (SELECT value FROM json_each(:of))
UNION SELECT one FROM pairs WHERE close AND other IN (SELECT value FROM json_each(:of))
"""
TIED = """
SELECT other FROM pairs WHERE ties AND one IN (SELECT value FROM json_each(:of))
UNION SELECT one FROM pairs WHERE ties AND other IN (SELECT value FROM json_each(:of))
"""
BOUND = """
SELECT other FROM pairs WHERE binds AND one IN (SELECT value FROM json_each(:of))
UNION SELECT one FROM pairs WHERE binds AND other IN (SELECT value FROM json_each(:of))
"""


@dataclass(frozen=True, slots=True)
class Met:
    """Two documents by number, the lesser first.

    Attributes:
        shared: marks of wording in common, 0 where too few brought them together.
        close: whether one may stand for the other where events are sought.
        ties: whether the pair can make one unit of the two.
        binds: whether it can join the units of the two in one story.
        likeness: how far they tell of one event; None where that is too little to matter.
        kind, dependence: of their relation; None where they were not laid side by side.
    """

    one: int
    other: int
    shared: int
    close: bool
    ties: bool = False
    binds: bool = False
    likeness: float | None = None
    kind: str | None = None
    dependence: str | None = None


class Pairs:
    """The pairs behind a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, numbers: Collection[int]) -> list[Met]:
        """Every pair of some documents, with each other and with all others."""
        found = {*self._rows(OF_ONE, numbers), *self._rows(OF_OTHER, numbers)}
        return sorted(found, key=lambda met: (met.one, met.other))

    def among(self, numbers: Collection[int]) -> list[Met]:
        """The pairs of some documents with each other that tell of one event to some degree."""
        known = set(numbers)
        return [
            met
            for met in self._rows(OF_ONE, known)
            if met.other in known and met.likeness is not None
        ]

    def reached(self, numbers: Iterable[int], by: str) -> set[int]:
        """All documents that hang together with some, these among them; `by` is CLOSE or TIED."""
        found = waiting = set(numbers)
        while waiting:
            waiting = self.beside(waiting, by) - found
            found = found | waiting
        return found

    def beside(self, numbers: Collection[int], by: str) -> set[int]:
        """The documents that one pair leads to from some; `by` is CLOSE, TIED or BOUND."""
        return {row[0] for row in self._connection.execute(by, {"of": listed(numbers)})}

    def put(self, pairs: Iterable[Met]) -> None:
        """Keeps pairs, in place of what was kept of them."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (astuple(met) for met in pairs),
        )

    def drop(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Forgets pairs."""
        self._connection.executemany("DELETE FROM pairs WHERE one = ? AND other = ?", pairs)

    def _rows(self, query: str, numbers: Collection[int]) -> Iterator[Met]:
        for one, other, shared, close, ties, binds, *judged in self._connection.execute(
            query, (listed(numbers),)
        ):
            yield Met(one, other, shared, bool(close), bool(ties), bool(binds), *judged)
