"""The tables of a store, and how an older one becomes a newer one."""

import sqlite3

from retold.model.errors import StoreUnusable

# "Retd" in the header of the file: whose it is (https://sqlite.org/pragma.html#pragma_application_id).
APPLICATION = 0x52657464

# Documents are never changed once they are there, but for `number` and `blocks`, which are worked
# out from all of them. A number stands for one state of a document in the key files and is never
# given twice; without one a document waits to be worked in.
FIRST = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (digest BLOB PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    revision INTEGER NOT NULL,
    wording BLOB NOT NULL,
    site TEXT,
    digest BLOB NOT NULL REFERENCES texts (digest),
    given BLOB NOT NULL,
    blocks BLOB,
    number INTEGER UNIQUE,
    story INTEGER,
    UNIQUE (address, revision)
);
CREATE INDEX documents_of_site ON documents (site) WHERE site IS NOT NULL;
CREATE INDEX documents_of_story ON documents (story);
CREATE INDEX documents_waiting ON documents (site, row) WHERE number IS NULL;
CREATE TABLE gone (number INTEGER PRIMARY KEY);
CREATE TABLE stood (number INTEGER PRIMARY KEY);
CREATE TABLE segments (name TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL);
CREATE TABLE pairs (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    close INTEGER NOT NULL,
    ties INTEGER NOT NULL,
    binds INTEGER NOT NULL,
    likeness REAL,
    kind TEXT,
    dependence TEXT,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX pairs_back ON pairs (other, one);
CREATE TABLE stories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    state BLOB NOT NULL,
    cohesion REAL,
    whole INTEGER NOT NULL,
    told BLOB
);
CREATE INDEX stories_in_part ON stories (number) WHERE size > 1 AND NOT whole;
CREATE TABLE former (id TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE events (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE watched (
    address TEXT PRIMARY KEY,
    named_by TEXT,
    state TEXT NOT NULL,
    due REAL NOT NULL,
    pause REAL NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX watched_due ON watched (due);
"""
# A story that changed is told once, after all that waited is worked in; until then it is kept as it
# was told before, so that what happened to it can be told of too. The lines of a document are what
# its site may repeat; NULL where nobody has looked for them.
SECOND = """
CREATE TABLE befores (number INTEGER PRIMARY KEY, told BLOB NOT NULL);
ALTER TABLE documents ADD COLUMN before INTEGER;
ALTER TABLE documents ADD COLUMN lines BLOB;
CREATE INDEX documents_before ON documents (before) WHERE before IS NOT NULL;
CREATE INDEX stories_untold ON stories (number) WHERE size > 1 AND told IS NULL;
"""
# One step a version; a step that has been published is never changed.
STEPS = (FIRST, SECOND)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection, name: str) -> int:
    """The version of the store behind a connection; 0 for an empty file.

    Raises:
        StoreUnusable: another program's file, or a newer retold's.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise StoreUnusable(f"{name} holds no store of retold; nothing in it was changed")
    if version > VERSION:
        raise StoreUnusable(
            f"{name} was written by a newer retold (format {version}, this one knows "
            f"{VERSION}); nothing in it was changed; upgrade retold"
        )
    return int(version)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Brings a store to this version, in one transaction."""
    if version == VERSION:
        return
    steps = "".join(STEPS[version:])
    connection.executescript(
        f"BEGIN IMMEDIATE; {steps} PRAGMA application_id = {APPLICATION}; "
        f"PRAGMA user_version = {VERSION}; COMMIT;"
    )
