"""A store's folder opened: for one writer at a time, and for any number of readers beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from retold.backends.store.schema import migrate, version_of
from retold.model.errors import StoreUnusable

FILE = "store.sqlite"
# Held open by the writer for as long as it lives; the system frees it when the process ends,
# however it ends.
LOCK = "writer.lock"
WAIT = 10.0  # seconds for the moment in which another process starts or folds the log
FULL = "database or disk is full"


@contextmanager
def writer(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection that may write; the folder and its store are made where they are not there.

    Raises:
        StoreUnusable: another process writes, the folder takes no files, the disk is full, or what
            lies there is no store that this version knows.
    """
    with told(folder):
        _made(folder)
        with closing(sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)) as lock:
            _locked(lock, folder)
            path = folder / FILE
            with closing(sqlite3.connect(path, timeout=WAIT, isolation_level=None)) as connection:
                version = version_of(connection, str(folder))
                # Every commit is on the disk before it is told of.
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                migrate(connection, version)
                yield connection


@contextmanager
def reader(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees the store as it stands now, and changes nothing.

    Raises:
        StoreUnusable: there is no store, or none that this version knows.
    """
    path = folder / FILE
    if not path.is_file():
        raise StoreUnusable(f"{folder} holds no store; make one with: retold add --store {folder}")
    with told(folder), closing(_read(path)) as connection:
        if not version_of(connection, str(folder)):
            raise StoreUnusable(f"{folder} holds no store yet")
        connection.execute("BEGIN")
        yield connection


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Faults of SQLite as lines for people.

    Raises:
        StoreUnusable: in place of any fault of SQLite.
    """
    try:
        yield
    except sqlite3.Error as fault:
        reason = str(fault)
        if reason == FULL:
            reason = "the disk is full; what was acknowledged stands, make room and go on"
        elif "readonly" in reason or "unable to open" in reason:
            reason = "cannot be written to"
        elif isinstance(fault, sqlite3.DatabaseError) and "malformed" in reason:
            reason = f"is damaged ({reason}); see: retold store check {folder}"
        raise StoreUnusable(f"{folder}: {reason}") from fault


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _made(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreUnusable(f"{folder} is a file; name a folder with --store")
    if folder.is_dir() and not (folder / FILE).exists() and any(folder.iterdir()):
        left = {path.name for path in folder.iterdir()} - {LOCK, f"{LOCK}-journal"}
        if left:
            raise StoreUnusable(f"{folder} is a folder of other files; name an empty or a new one")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StoreUnusable(f"{folder} cannot be made: {(fault.strerror or '').lower()}") from fault


def _locked(lock: sqlite3.Connection, folder: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault):
            raise StoreUnusable(
                f"{folder} is being written to by another process; one writes at a time"
            ) from fault
        raise


def _read(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    try:
        connection = sqlite3.connect(
            f"{address}?mode=ro", uri=True, timeout=WAIT, isolation_level=None
        )
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A folder that takes no files, so that nobody can be writing there either.
        return sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    return connection
