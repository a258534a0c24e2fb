"""The stories of a store, and the ids that stories had before."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from retold.backends.store import coding
from retold.backends.store.shelf import listed
from retold.model.story import Story

STORIES = "SELECT number, id, state, cohesion, whole, told, size FROM stories"
OF_DOCUMENTS = """
SELECT number, id, state, cohesion, whole, told, size FROM stories WHERE number IN
(SELECT story FROM documents WHERE number IN (SELECT value FROM json_each(?))) ORDER BY number
"""
UNTOLD = """
SELECT number, id, state, cohesion, whole, told, size FROM stories
WHERE size > 1 AND told IS NULL ORDER BY number LIMIT ?
"""
IN_PART = """
SELECT number, id, state, cohesion, whole, told, size FROM stories
WHERE size > 1 AND NOT whole ORDER BY number LIMIT ?
"""
BEFORE = """
SELECT told FROM befores WHERE number IN (SELECT before FROM documents WHERE story = ?)
ORDER BY number
"""
OF_DOCUMENT = """
SELECT stories.number, stories.id, state, cohesion, whole, told, size FROM stories
JOIN documents ON documents.story = stories.number WHERE documents.id = ?
"""
OF_ID = """
SELECT number, id, state, cohesion, whole, told, size FROM stories WHERE id = ?1 UNION ALL
SELECT number, id, state, cohesion, whole, told, size FROM stories WHERE number =
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
        told: None where it is told when somebody asks, or is still to be told.
        size: how many documents it has.
    """

    number: int
    id: str
    state: bytes
    cohesion: float
    whole: bool
    told: bytes | None
    size: int

    @property
    def story(self) -> Story | None:
        """The story, where it was told."""
        return None if self.told is None else coding.story_of(self.told)


def untold(key: str, state: bytes, cohesion: float, size: int) -> Kept:
    """A story that is to be kept, as yet without a number, and not told."""
    return Kept(0, key, state, cohesion, whole=False, told=None, size=size)


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
        """Takes a story out; its id leads to that of the document `heir` (a row) from now on.

        Where it was told its documents remember it, until they are told of again.
        """
        if kept.told is not None:
            before = self._connection.execute("INSERT INTO befores (told) VALUES (?)", (kept.told,))
            self._connection.execute(
                "UPDATE documents SET before = ? WHERE story = ?", (before.lastrowid, kept.number)
            )
        self._connection.execute(
            "UPDATE documents SET story = NULL WHERE story = ?", (kept.number,)
        )
        self._connection.execute("DELETE FROM stories WHERE number = ?", (kept.number,))
        self._connection.execute("INSERT OR REPLACE INTO former VALUES (?, ?)", (kept.id, heir))

    def put(self, rows: Sequence[int], kept: Kept) -> int:
        """Keeps a story of some documents, by row; its number, which is given here."""
        added = self._connection.execute(
            "INSERT INTO stories (id, size, state, cohesion, whole, told) "
            "VALUES (?, ?, ?, ?, FALSE, NULL)",
            (kept.id, kept.size, kept.state, kept.cohesion),
        )
        self._connection.execute(
            "UPDATE documents SET story = ? WHERE row IN (SELECT value FROM json_each(?))",
            (added.lastrowid, listed(rows)),
        )
        self._connection.execute("DELETE FROM former WHERE id = ?", (kept.id,))
        return int(added.lastrowid or 0)

    def to_tell(self, most: int, *, whole: bool) -> list[Kept]:
        """Stories of several documents that are not told yet, or not `whole`."""
        query = IN_PART if whole else UNTOLD
        return [Kept(*row) for row in self._connection.execute(query, (most,))]

    def tell(self, number: int, told: Story, *, whole: bool) -> None:
        """Keeps a story as it is told, `whole` or in part."""
        self._connection.execute(
            "UPDATE stories SET whole = ?, told = ? WHERE number = ?",
            (whole, coding.packed_story(told), number),
        )

    def before(self, kept: Kept) -> list[Story]:
        """The stories that the documents of one were in when they were last told of."""
        rows = self._connection.execute(BEFORE, (kept.number,))
        return [coding.story_of(told) for (told,) in rows]

    def forget_before(self) -> None:
        """Forgets how stories were told before: all that happened is told of."""
        self._connection.execute("UPDATE documents SET before = NULL WHERE before IS NOT NULL")
        self._connection.execute("DELETE FROM befores")

    def find(self, key: str) -> Kept | None:
        """The story of an id, or of one it had before; None where there never was one."""
        row = self._connection.execute(OF_ID, (key,)).fetchone()
        return None if row is None else Kept(*row)

    def every(self) -> Iterator[Kept]:
        """All stories, in no order."""
        return (Kept(*row) for row in self._connection.execute(STORIES))
