"""The pairs of documents that met: what they share, what was judged, and what hangs together."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from retold.backends.store.shelf import listed

OF_ONE = """
SELECT one, other, shared, close, binds, likeness, kind, dependence FROM pairs
WHERE one IN (SELECT value FROM json_each(?))
"""
OF_OTHER = """
SELECT one, other, shared, close, binds, likeness, kind, dependence FROM pairs
WHERE other IN (SELECT value FROM json_each(?))
"""
# What hangs together with some documents: over pairs of which one text may stand for the other, and
# over pairs that can hold a story together.
CLOSE = """
SELECT other FROM pairs WHERE close AND one IN (SELECT value FROM json_each(:of))
UNION SELECT one FROM pairs WHERE close AND other IN (SELECT value FROM json_each(:of))
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
        binds: whether the pair can hold a story together.
        likeness, kind, dependence: of their relation; None where they were not worth comparing.
    """

    one: int
    other: int
    shared: int
    close: bool
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
        """The judged pairs of some documents with each other."""
        known = set(numbers)
        return [
            met
            for met in self._rows(OF_ONE, known)
            if met.other in known and met.likeness is not None
        ]

    def reached(self, number: int, by: str) -> set[int]:
        """All documents that hang together with one, itself among them; `by` is CLOSE or BOUND."""
        found = waiting = {number}
        while waiting:
            rows = self._connection.execute(by, {"of": listed(waiting)})
            waiting = {row[0] for row in rows} - found
            found = found | waiting
        return found

    def put(self, pairs: Iterable[Met]) -> None:
        """Keeps pairs, in place of what was kept of them."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (astuple(met) for met in pairs),
        )

    def drop(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Forgets pairs."""
        self._connection.executemany("DELETE FROM pairs WHERE one = ? AND other = ?", pairs)

    def _rows(self, query: str, numbers: Collection[int]) -> Iterator[Met]:
        for one, other, shared, close, binds, *judged in self._connection.execute(
            query, (listed(numbers),)
        ):
            yield Met(one, other, shared, bool(close), bool(binds), *judged)
