"""What is watched: addresses and files, what was seen of them last, when they are due again."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

# An address is asked again after twice the time, as long as nothing changes there; a page rests
# for good where a month has brought nothing, which are some twelve requests in all.
LONGEST = 30 * 86400.0  # seconds
# ... and one that fails at least once a day.
LONGEST_OF_FAILING = 86400.0
# No look is due any more. Later than any clock; as a number it sorts in the table of the store.
NEVER = 1e18  # seconds of the epoch


@dataclass(frozen=True, slots=True)
class Seen:
    """An address or a file that is watched.

    Attributes:
        named_by: the list that it stood in; None where a person gave it.
        state: what was seen last: headers of an answer, a digest of the content, a file's times.
        due: when it is to be looked at again, seconds of the epoch.
        pause: seconds between the last two looks.
        failures: in a row.
    """

    address: str
    named_by: str | None = None
    state: dict[str, str] = field(default_factory=dict)
    due: float = 0.0
    pause: float = 0.0
    failures: int = 0

    def unchanged(self, now: float, every: float, *, often: bool) -> "Seen":
        """Looked at, and nothing new there; `often` asks for it to be looked at every time."""
        if often:
            return replace(self, due=now + every, pause=every, failures=0)
        pause = max(every, 2 * self.pause)
        due = now + pause if pause <= LONGEST else NEVER
        return replace(self, due=due, pause=pause, failures=0)

    def changed(self, now: float, every: float, state: dict[str, str]) -> "Seen":
        """Looked at, and something new there."""
        return replace(self, state=state, due=now + every, pause=every, failures=0)

    def failed(self, now: float, every: float) -> "Seen":
        """Not to be had."""
        failures = self.failures + 1
        pause = min(max(every, 1.0) * 2.0 ** min(failures, 20), LONGEST_OF_FAILING)
        return replace(self, due=now + pause, failures=failures)


class Watchlist:
    """What is watched, behind a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, addresses: Iterable[str], named_by: str | None) -> int:
        """Watches addresses that are not watched yet, from now on; how many."""
        before = self._connection.total_changes
        self._connection.executemany(
            "INSERT OR IGNORE INTO watched VALUES (?, ?, '{}', 0, 0, 0)",
            ((address, named_by) for address in addresses),
        )
        return self._connection.total_changes - before

    def due(self, now: float, most: int) -> list[Seen]:
        """Those that are due, the longest waiting first."""
        rows = self._connection.execute(
            "SELECT address, named_by, state, due, pause, failures FROM watched "
            "WHERE due <= ? ORDER BY due, address LIMIT ?",
            (now, most),
        )
        return [_seen(row) for row in rows]

    def of(self, address: str) -> Seen | None:
        """What was seen of an address; None where it is not watched."""
        row = self._connection.execute(
            "SELECT address, named_by, state, due, pause, failures FROM watched WHERE address = ?",
            (address,),
        ).fetchone()
        return None if row is None else _seen(row)

    def put(self, seen: Seen) -> None:
        """Notes what was seen."""
        self._connection.execute(
            "INSERT OR REPLACE INTO watched VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(seen.address, seen.named_by, json.dumps(seen.state)),
                *(seen.due, seen.pause, seen.failures),
            ),
        )


def _seen(row: tuple[str, str | None, str, float, float, int]) -> Seen:
    address, named_by, state, due, pause, failures = row
    return Seen(address, named_by, json.loads(state), due, pause, failures)
