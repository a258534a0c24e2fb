"""The documents of a store: taken in once, kept as they were read, and never overwritten.

An address (the URL of a document, else its id) may bring several texts one after another; each is a
revision, in the order in which they came. A text that an address brought before is held already.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

import numpy as np

from retold.backends.store import coding
from retold.model.document import Block, Document
from retold.stories.repeated import LINE, Lines, lines_of, site_of

BY_ID = """
SELECT row, id, given, blocks, packed FROM documents JOIN texts USING (digest) WHERE id = ?
"""
BY_ROW = """
SELECT row, id, given, blocks, packed FROM documents JOIN texts USING (digest)
WHERE row IN (SELECT value FROM json_each(?))
"""
LINES = "SELECT row, id, lines FROM documents WHERE site = ? AND number IS NOT NULL"
IDS = "SELECT number, id FROM documents WHERE number IN (SELECT value FROM json_each(?))"
ROWS = "SELECT number, row FROM documents WHERE number IN (SELECT value FROM json_each(?))"


class Taken(StrEnum):
    """What became of a document on its way in."""

    NEW = "new"
    REVISION = "revision"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was taken in, under the id it has in the store, or was there before."""

    id: str
    taken: Taken


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that is to be worked in: its row, and the site that may change its labels."""

    row: int
    site: str | None


@dataclass(frozen=True, slots=True)
class Sited:
    """A document of a site, as much of it as says which lines the site repeats."""

    id: str
    row: int
    lines: Lines


class Shelf:
    """The documents behind a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def take(
        self, documents: Iterable[Document], filed: Mapping[str, str] | None = None
    ) -> list[Arrival]:
        """Takes documents in, inside a transaction; they wait to be worked in.

        `filed` gives the address that a URL is filed under, where it is not its own: a page may be
        reached through a redirect today and without one tomorrow.
        """
        return [self._take(document, filed or {}) for document in documents]

    def _take(self, document: Document, filed: Mapping[str, str]) -> Arrival:
        address = filed.get(document.url or "", document.url or document.id)
        wording = _wording(document)
        known = self._connection.execute(
            "SELECT id, wording, revision FROM documents WHERE address = ? ORDER BY revision",
            (address,),
        ).fetchall()
        for key, other, _ in known:
            if other == wording:
                return Arrival(key, Taken.HELD)
        key = self._free(document.id)
        digest = sha256(document.text.encode("utf-8", "surrogatepass")).digest()
        self._connection.execute(
            "INSERT OR IGNORE INTO texts VALUES (?, ?)",
            (digest, coding.packed_text(document.text)),
        )
        self._connection.execute(
            "INSERT INTO documents (id, address, revision, wording, site, digest, given, lines) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(key, address, len(known) + 1, wording, site_of(document)),
                *(digest, coding.packed_document(document), lines_of(document).tobytes()),
            ),
        )
        return Arrival(key, Taken.REVISION if known else Taken.NEW)

    def _free(self, key: str) -> str:
        """The id itself, or with the least number behind it that nobody has."""
        free, count = key, 1
        while self._one("SELECT 1 FROM documents WHERE id = ?", free):
            count += 1
            free = f"{key}#{count}"
        return free

    def waiting(self, most: int) -> list[Waiting]:
        """The first documents that are to be worked in, those of one site together.

        All of a site is looked at for the lines that it repeats: best once for many of its pages.
        """
        rows = self._connection.execute(
            "SELECT row, site FROM documents WHERE number IS NULL ORDER BY site, row LIMIT ?",
            (most,),
        )
        return [Waiting(*row) for row in rows]

    def count_waiting(self) -> int:
        """How many documents are to be worked in."""
        found = self._one("SELECT count(*) FROM documents WHERE number IS NULL")
        return int(str(found[0])) if found else 0

    def count(self) -> int:
        """How many documents there are, those that wait among them."""
        found = self._one("SELECT count(*) FROM documents")
        return int(str(found[0])) if found else 0

    def last(self) -> str:
        """The row of the document that came last, as digits; "0" before the first."""
        found = self._one("SELECT coalesce(max(row), 0) FROM documents")
        return str(found[0]) if found else "0"

    def of_site(self, site: str) -> list[Sited]:
        """The documents of a site that are worked in, by id."""
        rows = self._connection.execute(LINES, (site,)).fetchall()
        return sorted(
            (Sited(key, row, self._lines(row, lines)) for row, key, lines in rows),
            key=lambda one: one.id,
        )

    def _lines(self, row: int, lines: bytes | None) -> Lines:
        """The lines of a document; looked for now where an older retold took it in."""
        return lines_of(self.given([row])[row]) if lines is None else np.frombuffer(lines, LINE)

    def given(self, rows: Sequence[int]) -> dict[int, Document]:
        """Documents as they were read, by row."""
        return self._documents(BY_ROW, listed(rows), given=True)

    def document(self, key: str) -> Document:
        """A document with its labels in force; KeyError where there is none of that id."""
        found = self._documents(BY_ID, key)
        if not found:
            raise KeyError(key)
        return next(iter(found.values()))

    def documents(self) -> Iterator[Document]:
        """Every document that is worked in, by id."""
        keys = self._connection.execute(
            "SELECT id FROM documents WHERE number IS NOT NULL ORDER BY id"
        )
        return (self.document(key) for (key,) in keys)

    def _documents(self, query: str, value: str, *, given: bool = False) -> dict[int, Document]:
        return {
            row: coding.document_of(
                about, coding.unpacked_text(text), key, None if given else blocks
            )
            for row, key, about, blocks, text in self._connection.execute(query, (value,))
        }

    def number(self, row: int, number: int, blocks: tuple[Block, ...] | None) -> None:
        """Gives a document a number, and labels other than those it was read with."""
        labels = None if blocks is None else coding.packed_blocks(blocks)
        self._connection.execute(
            "UPDATE documents SET number = ?, blocks = ? WHERE row = ?", (number, labels, row)
        )

    def labels(self, row: int) -> bytes | None:
        """The labels of a document where they are not those it was read with."""
        found = self._one("SELECT blocks FROM documents WHERE row = ?", row)
        return found[0] if found and isinstance(found[0], bytes) else None

    def numbered(self, row: int) -> tuple[int, Document]:
        """The number of a document that is worked in, and the document with its labels in force."""
        found = self._one("SELECT number, id FROM documents WHERE row = ?", row)
        if found is None:
            raise KeyError(row)
        return int(str(found[0])), self.document(str(found[1]))

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of documents, by number."""
        return dict(self._connection.execute(IDS, (listed(numbers),)))

    def rows_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """The rows of documents, by number."""
        return dict(self._connection.execute(ROWS, (listed(numbers),)))

    def itself(self, document: Document) -> int | None:
        """The number under which a document is held already, by its id and what it says."""
        found = self._one(
            "SELECT number FROM documents WHERE id = ? AND wording = ?",
            *(document.id, _wording(document)),
        )
        return None if found is None or found[0] is None else int(str(found[0]))

    def row(self, key: str) -> int:
        """The row of a document; KeyError where there is none of that id."""
        found = self._one("SELECT row FROM documents WHERE id = ?", key)
        if found is None:
            raise KeyError(key)
        return int(str(found[0]))

    def before(self, key: str) -> str | None:
        """The id of the revision before one; None for the first of its address."""
        found = self._one(
            "SELECT other.id FROM documents AS one JOIN documents AS other "
            "ON one.address = other.address AND other.revision = one.revision - 1 WHERE one.id = ?",
            key,
        )
        return None if found is None else str(found[0])

    def _one(self, query: str, *values: object) -> tuple[object, ...] | None:
        found: tuple[object, ...] | None = self._connection.execute(query, values).fetchone()
        return found


def listed(values: Iterable[int]) -> str:
    """Numbers as one value of a query, which takes them apart with json_each."""
    return json.dumps([int(value) for value in values])


def _wording(document: Document) -> bytes:
    """What a text says: another of the same address is another revision."""
    body = "\n".join(span.of(document.text) for span in document.body)
    said = f"{document.title or ''}\n{body}"
    return sha256(said.encode("utf-8", "surrogatepass")).digest()
