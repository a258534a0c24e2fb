"""The events of a store in the order in which they happened, and how far each reader has come."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any


class Journal:
    """The events behind a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, key: str, body: Mapping[str, Any]) -> None:
        """Notes an event, unless it is noted already."""
        self._connection.execute(
            "INSERT OR IGNORE INTO events (id, body) VALUES (?, ?)", (key, json.dumps(body))
        )

    def after(self, place: int) -> list[tuple[int, dict[str, Any]]]:
        """The events past a place, each with its own, in order."""
        rows = self._connection.execute(
            "SELECT place, body FROM events WHERE place > ? ORDER BY place", (place,)
        )
        return [(at, json.loads(body)) for at, body in rows]

    def last(self, most: int) -> list[dict[str, Any]]:
        """The newest events, the newest first."""
        rows = self._connection.execute(
            "SELECT body FROM events ORDER BY place DESC LIMIT ?", (most,)
        )
        return [json.loads(body) for (body,) in rows]

    def reached(self, reader: str) -> int:
        """The place that a reader has come to; 0 for a new one."""
        row = self._connection.execute(
            "SELECT value FROM facts WHERE name = ?", (f"reached {reader}",)
        ).fetchone()
        return int(row[0]) if row else 0

    def reach(self, reader: str, place: int) -> None:
        """Notes that a reader has come to a place."""
        self._connection.execute(
            "INSERT OR REPLACE INTO facts VALUES (?, ?)", (f"reached {reader}", str(place))
        )
