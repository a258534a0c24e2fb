"""`retold read --no-stories`: documents alone, in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.readers.made import TEXT, write

Shell = Callable[..., Ended]


def test_each_document_and_each_rejected_record_is_a_line(shell: Shell, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": TEXT}, {"id": "b"}, {"id": "c", "text": TEXT}]
    path = write(tmp_path / "p.jsonl", "\n".join(map(json.dumps, rows)))

    ended = shell("read", str(path), "--no-stories")

    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line.get("id") for line in lines] == ["a", None, "c"]
    assert lines[0]["text"] == TEXT
    assert lines[1]["rejected"]["record"] == 2
    assert ended.code == 4
    assert "2 documents, 1 rejected" in ended.err


def test_many_rejected_are_counted_and_not_kept(shell: Shell, tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", json.dumps({"id": "a", "text": TEXT}) + "\n" + "[]\n" * 50)

    ended = shell("read", str(path), "--no-stories")

    assert ended.err.count("rejected ") == 20
    assert "and 30 more rejected" in ended.err


def test_nothing_readable_is_told_with_its_code(shell: Shell, tmp_path: Path) -> None:
    assert shell("read", str(write(tmp_path / "p.jsonl", "[]")), "--no-stories").code == 3


@pytest.mark.parametrize(
    "further", [["--json"], ["-o", "out"], ["--fail-on", "single-origin"], ["--set", "a.b=1"]]
)
def test_what_is_about_stories_is_refused(shell: Shell, tmp_path: Path, further: list[str]) -> None:
    path = write(tmp_path / "pier.txt", TEXT)

    ended = shell("read", str(path), "--no-stories", *further)

    assert ended.code == 2
    assert f"{further[0]} is about stories" in ended.err


def test_what_was_guessed_is_said_on_stderr(shell: Shell, tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", json.dumps({"guid": "a", "body": TEXT}))

    assert "text from 'body', id from 'guid'" in shell("read", str(path), "--no-stories").err


def test_every_field_can_be_named(shell: Shell, tmp_path: Path) -> None:
    row = {"k": "a", "w": {"x": TEXT}, "d": "2031-03-03", "t": "Pier closed", "o": "Tide",
           "u": "https://tide.example/1", "b": "Nils Abeck", "l": "en"}  # fmt: skip
    path = write(tmp_path / "p.jsonl", json.dumps(row))
    names = {"text": "w.x", "id": "k", "date": "d", "title": "t", "outlet": "o", "url": "u",
             "byline": "b", "language": "l"}  # fmt: skip
    given = [part for field, name in names.items() for part in (f"--{field}-field", name)]

    document = json.loads(shell("read", str(path), "--no-stories", *given).out)

    told = ("id", "text", "title", "outlet", "url", "byline", "language")
    assert [document[one] for one in told] == [
        "a", TEXT, "Pier closed", "Tide", "https://tide.example/1", "Nils Abeck", "en",
    ]  # fmt: skip
    assert document["dates"][0]["at"] == "2031-03-03"


def test_a_format_nobody_knows_names_the_nearest(shell: Shell, tmp_path: Path) -> None:
    ended = shell("read", str(write(tmp_path / "p.txt", TEXT)), "--format", "parket")

    assert ended.code == 2
    assert "did you mean 'parquet'?" in ended.err


def test_no_stage_behind_the_readers_is_loaded(tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", json.dumps({"id": "a", "text": TEXT}))
    program = (
        "import sys; from retold.cli.main import run; run(sys.argv[1:]); "
        "print([name for name in sys.modules if name.startswith(('retold.pipeline', "
        "'retold.backends.weights', 'retold.backends.event_weights', 'retold.stories', 'onnx'))], "
        "file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "read", str(path), "--no-stories", "--quiet"]

    ended = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True)

    assert ended.stderr.splitlines()[-1] == "[]"
