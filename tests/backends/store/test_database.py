"""A store opened: by one writer, by readers beside it, and in no other way."""

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from retold.backends.store import database
from retold.backends.store.database import FILE
from retold.backends.store.schema import VERSION
from retold.backends.store.store import reading, writing
from retold.growth.update import take
from retold.model.document import Document
from retold.model.errors import StoreUnusable
from tests.growth.piles import add, at_once, exported, pile


def test_a_second_writer_is_told_that_another_one_writes(tmp_path: Path) -> None:
    with (
        writing(tmp_path / "store"),
        pytest.raises(StoreUnusable, match="another process"),
        writing(tmp_path / "store"),
    ):
        pass


def test_a_reader_reads_beside_the_writer_what_stood_before(tmp_path: Path) -> None:
    add(tmp_path / "store", pile(3)[:3])
    before = exported(tmp_path / "store")

    with writing(tmp_path / "store") as store:
        take(store, pile(3)[3:])
        assert exported(tmp_path / "store") == before


def test_a_store_of_a_newer_format_is_left_as_it_is(tmp_path: Path) -> None:
    add(tmp_path, pile(3)[:1])
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()

    with pytest.raises(StoreUnusable, match="newer retold"), writing(tmp_path):
        pass
    with pytest.raises(StoreUnusable, match="newer retold"), reading(tmp_path):
        pass
    assert (tmp_path / FILE).read_bytes() == before


def test_a_store_of_the_first_format_goes_on_in_this_one(tmp_path: Path) -> None:
    add(tmp_path, pile(3)[:8])
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.executescript(
            "DROP INDEX documents_before; DROP INDEX stories_untold; DROP TABLE befores;"
            "ALTER TABLE documents DROP COLUMN before; ALTER TABLE documents DROP COLUMN lines;"
            "PRAGMA user_version = 1"
        )
    connection.close()

    assert exported(tmp_path) == at_once(pile(3)[:8])
    add(tmp_path, pile(3)[8:])
    assert exported(tmp_path) == at_once(pile(3))


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE theirs (one)")
    connection.close()

    with pytest.raises(StoreUnusable, match="no store of retold"), writing(tmp_path):
        pass


def test_a_folder_of_other_files_does_not_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")

    with pytest.raises(StoreUnusable, match="other files"), writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_is_no_store_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="retold add"), reading(tmp_path / "nowhere"):
        pass


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path) -> None:
    add(tmp_path, pile(3)[:2])
    before = exported(tmp_path)

    with pytest.raises(StoreUnusable, match="disk is full"):
        fill(tmp_path)
    assert exported(tmp_path) == before


def fill(folder: Path) -> None:
    """Takes in more than the store may grow."""
    words = [f"word{random.Random(number).random()}" for number in range(100_000)]
    with writing(folder) as store:
        (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        take(store, [Document("large", " ".join(words), ())])


@pytest.fixture
def locked() -> Iterator[Path]:
    """A store that its reader may not write to; root, who may write anywhere, is nobody there."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        store = Path(folder, "store")
        add(store, pile(3)[:2])
        store.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(65534)
        try:
            yield store
        finally:
            os.seteuid(os.getuid())
            store.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="folders are locked in another way there")
def test_a_folder_that_takes_no_files_is_read_and_not_written_to(locked: Path) -> None:
    assert exported(locked)
    with pytest.raises(StoreUnusable, match="cannot be written to"), writing(locked):
        pass


def test_what_a_stopped_run_left_behind_is_swept_away(tmp_path: Path) -> None:
    add(tmp_path, pile(3)[:2])
    (tmp_path / "marks-99999999.keys").write_bytes(b"")
    (tmp_path / "marks-99999999.part").write_bytes(b"")

    with writing(tmp_path):
        pass
    left = {path.name for path in tmp_path.iterdir()}
    assert not {"marks-99999999.keys", "marks-99999999.part"} & left


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        with suppress(KeyError), database.transaction(store.connection):
            store.note("name", "value")
            store.document("nobody")

        assert store.fact("name") is None
