"""The stories of a store, and the ids that stories had before."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from retold.backends.store import coding
from retold.backends.store.shelf import listed
from retold.model.story import Story

STORIES = "SELECT number, id, state, cohesion, whole, told FROM stories"
OF_DOCUMENTS = """
SELECT number, id, state, cohesion, whole, told FROM stories WHERE number IN
(SELECT story FROM documents WHERE number IN (SELECT value FROM json_each(?))) ORDER BY number
"""
IN_PART = """
SELECT number, id, state, cohesion, whole, told FROM stories
WHERE size > 1 AND NOT whole ORDER BY number LIMIT ?
"""
OF_DOCUMENT = """
SELECT stories.number, stories.id, state, cohesion, whole, told FROM stories
JOIN documents ON documents.story = stories.number WHERE documents.id = ?
"""
OF_ID = """
SELECT number, id, state, cohesion, whole, told FROM stories WHERE id = ?1 UNION ALL
SELECT number, id, state, cohesion, whole, told FROM stories WHERE number =
(SELECT story FROM former JOIN documents ON row = document WHERE former.id = ?1)
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A story as it is kept.

    Attributes:
        number: of its row; documents name their story by it.
        id: a hash of its document ids.
        state: a hash of all that its telling hangs on.
        cohesion: the least surplus over which its units joined; infinite for a single one.
        whole: whether it is told what its tellings say, besides who goes back to whom.
        told: None where it is told when somebody asks.
    """

    number: int
    id: str
    state: bytes
    cohesion: float
    whole: bool
    told: bytes | None

    @property
    def story(self) -> Story | None:
        """The story, where it was told."""
        return None if self.told is None else coding.story_of(self.told)


def untold(key: str, state: bytes, cohesion: float, told: Story | None) -> Kept:
    """A story that is to be kept, as yet without a number, and told in part."""
    packed = None if told is None else coding.packed_story(told)
    return Kept(0, key, state, cohesion, whole=False, told=packed)


class Chronicle:
    """The stories behind a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, numbers: Collection[int]) -> list[Kept]:
        """The stories that some documents are in, by row."""
        rows = self._connection.execute(OF_DOCUMENTS, (listed(numbers),))
        return [Kept(*row) for row in rows]

    def holding(self, key: str) -> Kept:
        """The story that a document is in; KeyError where it is in none."""
        row = self._connection.execute(OF_DOCUMENT, (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return Kept(*row)

    def members(self, number: int) -> list[tuple[int, int | None, str]]:
        """Row, number and id of each document of a story, by id."""
        return self._connection.execute(
            "SELECT row, number, id FROM documents WHERE story = ? ORDER BY id", (number,)
        ).fetchall()

    def drop(self, kept: Kept, heir: int) -> None:
        """Takes a story out; its id leads to that of the document `heir` (a row) from now on."""
        self._connection.execute(
            "UPDATE documents SET story = NULL WHERE story = ?", (kept.number,)
        )
        self._connection.execute("DELETE FROM stories WHERE number = ?", (kept.number,))
        self._connection.execute("INSERT OR REPLACE INTO former VALUES (?, ?)", (kept.id, heir))

    def put(self, rows: Sequence[int], kept: Kept) -> None:
        """Keeps a story of some documents, by row; its number is given here."""
        added = self._connection.execute(
            "INSERT INTO stories (id, size, state, cohesion, whole, told) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (kept.id, len(rows), kept.state, kept.cohesion, kept.whole, kept.told),
        )
        self._connection.execute(
            "UPDATE documents SET story = ? WHERE row IN (SELECT value FROM json_each(?))",
            (added.lastrowid, listed(rows)),
        )
        self._connection.execute("DELETE FROM former WHERE id = ?", (kept.id,))

    def in_part(self, most: int) -> list[Kept]:
        """Stories of several documents of which it is not told yet what their tellings say."""
        return [Kept(*row) for row in self._connection.execute(IN_PART, (most,))]

    def complete(self, kept: Kept, told: Story) -> None:
        """Keeps a story told whole."""
        self._connection.execute(
            "UPDATE stories SET whole = 1, told = ? WHERE number = ?",
            (coding.packed_story(told), kept.number),
        )

    def find(self, key: str) -> Kept | None:
        """The story of an id, or of one it had before; None where there never was one."""
        row = self._connection.execute(OF_ID, (key,)).fetchone()
        return None if row is None else Kept(*row)

    def every(self) -> Iterator[Kept]:
        """All stories, in no order."""
        return (Kept(*row) for row in self._connection.execute(STORIES))
