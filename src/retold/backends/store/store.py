"""A store in a folder: its documents, who holds which key, who met whom, and the stories."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np

from retold.backends.store import database
from retold.backends.store.cards import CardFile
from retold.backends.store.chronicle import Chronicle, untold
from retold.backends.store.holdings import Holdings, held, sampled
from retold.backends.store.joining import Join
from retold.backends.store.journal import Journal
from retold.backends.store.keyrings import Keyrings, Kind
from retold.backends.store.merging import Merger
from retold.backends.store.pairs import Pairs
from retold.backends.store.segments import Numbers
from retold.backends.store.shelf import Shelf
from retold.backends.store.watchlist import Watchlist
from retold.model.document import Document
from retold.model.errors import StoreUnusable
from retold.model.story import Story
from retold.ports import Holders
from retold.stories.letters import Hashes

FORGET = (
    "DELETE FROM stories",
    "DELETE FROM befores",
    "DELETE FROM pairs",
    "DELETE FROM gone",
    "DELETE FROM stood",
    "DELETE FROM segments",
)
# The fact that says which document is the last that everybody has been told of.
KNOWN = "known up to"
# A writer may fold key files between a reader's look at their names and at the files.
TRIES = 3


class Store:
    """What lies behind a connection; the `Store` of the ports, and more.

    Attributes:
        folder: where it lies.
        connection: to its database.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.connection = connection
        self.shelf = Shelf(connection)
        self.pairs = Pairs(connection)
        self.chronicle = Chronicle(connection)
        self.journal = Journal(connection)
        self.watchlist = Watchlist(connection)
        self.cards = CardFile(folder)
        self.keyrings = Keyrings(folder, connection, self.ranks)
        self.merger = Merger(self.keyrings, connection, lambda: self.numbers("gone"))

    def document(self, key: str) -> Document:
        """The document of that id with its labels in force; KeyError where there is none."""
        return self.shelf.document(key)

    def keep(self, story: Story) -> None:
        """Holds a story of documents that are worked in; one of the same id is replaced."""
        rows = [self.shelf.row(key) for key in story.documents]
        number = self.chronicle.put(rows, untold(story.id, b"", 0.0, len(rows)))
        self.chronicle.tell(number, story, whole=False)

    def join(self, kind: Kind, holding: Holders, absent: Numbers) -> Join:
        """How the documents meet over keys of a kind, as if those `absent` (ascending) were not
        there.
        """
        parts = self.keyrings.segments(kind)

        def every(keys: Hashes) -> Holdings:
            return held(parts, keys).without(absent)

        def find(keys: Hashes, uncounted: Numbers) -> Holdings:
            beside = np.union1d(absent, uncounted)
            return sampled(parts, keys, holding, beside).without(absent)

        return Join(find, every, self.ranks, holding)

    def ranks(self, numbers: Numbers) -> Hashes:
        """The ranks of documents: whose turn it is to stand for others, the least first."""
        return np.asarray(self.cards.column("rank", numbers), np.uint64)

    def numbers(self, table: str) -> Numbers:
        """The documents that are gone, or those that others stand for, ascending."""
        query = {"gone": "SELECT number FROM gone", "stood": "SELECT number FROM stood"}[table]
        found = [row[0] for row in self.connection.execute(f"{query} ORDER BY number")]
        return np.array(found, np.int64)

    def begin_anew(self) -> None:
        """Forgets all that was worked out, so that every document waits; ids of stories lead on."""
        self.connection.execute(
            "INSERT OR REPLACE INTO former SELECT stories.id, min(row) FROM stories "
            "JOIN documents ON story = stories.number GROUP BY stories.id"
        )
        self.note(KNOWN, self.shelf.last())
        for query in FORGET:
            self.connection.execute(query)
        self.connection.execute(
            "UPDATE documents SET number = NULL, blocks = NULL, story = NULL, before = NULL"
        )

    def fact(self, name: str) -> str | None:
        """What is noted of the store under a name."""
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, name: str, value: str) -> None:
        """Notes something of the store."""
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def existing(folder: Path) -> None:
    """Nothing, where there is a store.

    Raises:
        StoreUnusable: there is none, so that a name mistyped makes no new one.
    """
    with reading(folder):
        pass


@contextmanager
def writing(folder: Path) -> Iterator[Store]:
    """The store of a folder, made where there is none; nobody else writes to it meanwhile.

    Raises:
        StoreUnusable: it cannot be written to; see `retold.backends.store.database.writer`.
    """
    with database.writer(folder) as connection:
        store = Store(folder, connection)
        store.keyrings.sweep()
        with store.merger:
            yield store


@contextmanager
def examining(folder: Path) -> Iterator[Store]:
    """The store of a folder, whatever state its key files are in; else like `reading`."""
    with database.reader(folder) as connection:
        yield Store(folder, connection)


@contextmanager
def reading(folder: Path) -> Iterator[Store]:
    """The store of a folder as it stands now, whatever a writer does meanwhile.

    Raises:
        StoreUnusable: there is none; see `retold.backends.store.database.reader`.
    """
    with ExitStack() as stack:
        for left in range(TRIES, 0, -1):
            store = Store(folder, stack.enter_context(database.reader(folder)))
            try:
                store.keyrings.open_all()
                break
            except StoreUnusable:
                if left == 1:
                    raise
            stack.pop_all().close()
        yield store
