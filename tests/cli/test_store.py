"""`retold add`, `trace` and `store` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.backends.store.database import FILE
from retold.cli.exits import Exit
from tests.cli.conftest import Ended
from tests.invented.prose import retyped, story

Shell = Callable[..., Ended]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two texts in an empty one, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(story(1).body, encoding="utf-8")
    (folder / "b.txt").write_text(retyped(story(1).body), encoding="utf-8")
    return folder


def test_every_text_is_told_of_once_it_is_safe(shell: Shell, news: Path) -> None:
    first = shell("add", "--store", "s", "news", "-q")
    again = shell("add", "--store", "s", "news", "-q")

    told = [json.loads(line) for line in first.out.splitlines()]
    assert told == [{"id": "a", "taken": "new"}, {"id": "b", "taken": "new"}]
    assert {json.loads(line)["taken"] for line in again.out.splitlines()} == {"held"}
    assert (first.code, again.code) == (Exit.DONE, Exit.DONE)


def test_a_store_exports_what_read_prints(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news", "-q")

    for form in ("--json", "--json-lines"):
        exported = shell("store", "export", "s", form, "-q").out
        assert exported == shell("read", "news", form, "-q").out


def test_a_store_is_written_out_in_other_forms(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news", "-q")

    assert shell("store", "export", "s", "--to", "csv", "-o", "o").code == Exit.DONE
    assert (Path("o") / "relations.csv").is_file()
    assert shell("store", "export", "s", "--to", "csv").code == Exit.USAGE


def test_a_sound_store_has_no_fault_and_a_damaged_one_is_told(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news", "-q")
    assert shell("store", "check", "s").code == Exit.DONE

    (keys,) = Path("s").glob("marks-*.keys")
    keys.write_bytes(keys.read_bytes()[:-1])
    ended = shell("store", "check", "s")
    assert ended.code == Exit.FINDINGS
    assert keys.name in ended.err


def test_a_store_worked_out_anew_is_as_before(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news", "-q")
    before = shell("store", "export", "s", "--json").out

    assert shell("store", "compact", "s", "--again").code == Exit.DONE
    assert shell("store", "export", "s", "--json").out == before
    assert json.loads(shell("store", "stats", "s").out)["documents"] == 2


def test_a_story_is_given_by_the_id_it_had_before(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news/a.txt", "-q")
    before = json.loads(shell("store", "export", "s", "--json").out)["stories"][0]["id"]
    shell("add", "--store", "s", "news/b.txt", "-q")

    now = json.loads(shell("store", "story", "s", before).out)
    assert now["documents"] == ["a", "b"]
    assert shell("store", "story", "s", now["id"]).out.startswith('{"id":')
    assert shell("store", "story", "s", "0" * 16).code == Exit.USAGE
    assert shell("store", "events", "s").out == ""


def test_where_a_text_comes_from_is_told(shell: Shell, news: Path) -> None:
    shell("add", "--store", "s", "news", "-q")
    Path("c.txt").write_text(story(1).body, encoding="utf-8")

    assert shell("trace", "--store", "s", "c.txt").out.startswith("Comes from ")
    told = json.loads(shell("trace", "--store", "s", "c.txt", "--json").out)
    assert told["parent"] in {"a", "b"}
    assert told["origins"][0]["documents"] == ["a", "b"]


@pytest.mark.parametrize("asked", [("stats",), ("check",), ("compact",), ("export",)])
def test_a_folder_without_a_store_is_told_and_not_made(
    shell: Shell, news: Path, asked: tuple[str]
) -> None:
    ended = shell("store", *asked, "nowhere")

    assert ended.code == Exit.USAGE
    assert "retold add --store" in ended.err
    assert not Path("nowhere").exists()


def test_what_is_no_database_is_told_and_left(shell: Shell, news: Path) -> None:
    Path("s").mkdir()
    (Path("s") / FILE).write_bytes(b"Dear reader, this is a letter. " * 100)

    ended = shell("add", "--store", "s", "news")
    assert ended.code == Exit.USAGE
    assert len(ended.err.strip().splitlines()) == 1
    assert (Path("s") / FILE).read_bytes().startswith(b"Dear reader")


def test_an_address_is_watched_only_where_that_is_allowed(shell: Shell, news: Path) -> None:
    ended = shell("watch", "--store", "s", "https://a.example/feed", "--once")

    assert ended.code == Exit.USAGE
    assert "--allow-fetch" in ended.err


def test_a_folder_is_watched_once(shell: Shell, news: Path) -> None:
    ended = shell("watch", "--store", "s", "news", "--once", "--atom", "events.xml")

    assert ended.code == Exit.DONE
    assert "2 looks, 2 new texts, 0 revisions" in ended.err
    assert Path("events.xml").read_bytes().startswith(b"<?xml")
    assert "0 looks" in shell("watch", "--store", "s", "news", "--polls", "1").err
