"""The whole command in a process of its own: pipes, encodings, no network, hostile files."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

PIECE = (
    "The harbour board of Brackwater closed the north lock on Tuesday after a gate came off its "
    "hinge. Nobody was hurt. Boats will be sent round by the old cut until the gate is mended, "
    "which the board expects to take nine days."
)
# Ends the process, and any process it starts, at the first look at the internet.
NO_NETWORK = """
import os, socket, sys

def refuse(event, args):
    internet = (socket.AF_INET, socket.AF_INET6)
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        os._exit(97)
    if event == "socket.__new__" and args[1] in internet:
        raise PermissionError("sockets are shut")

sys.addaudithook(refuse)
"""


@pytest.fixture
def command(tmp_path: Path) -> Run:
    """Run `python -m retold` from an empty folder."""

    def ran(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        asked: dict[str, Any] = {"cwd": tmp_path, "timeout": 120, **more}
        if "stdout" not in asked:
            asked |= {"stdout": subprocess.PIPE}
        process: subprocess.CompletedProcess[bytes] = subprocess.run(
            [sys.executable, "-m", "retold", *arguments],
            stderr=subprocess.PIPE,
            check=False,
            **asked,
        )
        assert b"Traceback" not in process.stderr, process.stderr.decode()
        return process

    return ran


def clean(**changes: str) -> dict[str, str]:
    """The environment without what changes colours and widths, and with `changes`."""
    dropped = {"NO_COLOR", "COLUMNS", "PYTHONIOENCODING", "LC_ALL", "LANG"}
    return {name: value for name, value in os.environ.items() if name not in dropped} | changes


def test_the_version_comes_in_under_250_milliseconds(command: Run) -> None:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        command("--version")
        times.append(time.perf_counter() - began)

    assert min(times) < 0.25, f"fastest of five: {min(times):.3f} s"


def test_neither_version_nor_help_imports_anything_heavy(command: Run) -> None:
    heavy = {"numpy", "networkx", "trafilatura", "rich", "jinja2", "msgspec", "wordfreq", "lxml"}
    code = (
        "import sys; from retold.cli.main import run; run(['--version']); run(['--help']);"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )

    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert process.stderr == b"[]\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe whose reader is gone")
@pytest.mark.parametrize(
    "line", ["--help", "explain", "demo --json --quiet", "demo --quiet", "completion bash"]
)
def test_a_reader_that_goes_away_is_no_error(command: Run, line: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        process = command(*line.split(), stdout=writer)
    finally:
        os.close(writer)

    assert process.returncode == 0
    assert process.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(command: Run) -> None:
    with Path("/dev/full").open("wb") as full:
        process = command("--help", stdout=full)

    assert process.returncode == 2
    assert process.stderr.startswith(b"retold: ")


def test_the_demo_opens_no_socket(command: Run, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    shut = clean(PYTHONPATH=str(tmp_path / "shut"))
    probe = [sys.executable, "-c", "import socket; socket.socket()"]
    assert subprocess.run(probe, env=shut, check=False).returncode == 1, "the guard sleeps"
    probe = [sys.executable, "-c", "import socket; socket.getaddrinfo('localhost', 80)"]
    assert subprocess.run(probe, env=shut, check=False).returncode == 97, "the guard sleeps"

    process = command("demo", "-o", "report", env=shut)

    assert process.returncode == 0, process.stderr.decode()
    assert (tmp_path / "report" / "index.html").is_file()


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"NO_COLOR": "1"}])
def test_the_output_is_the_same_utf_8_in_any_locale(
    command: Run, environment: dict[str, str]
) -> None:
    usual = command("demo", "--quiet", env=clean())
    other = command("demo", "--quiet", env=clean(**environment))

    assert other.stdout == usual.stdout
    assert b"\x1b[" not in other.stdout
    usual.stdout.decode("utf-8")


def test_a_latin_1_terminal_gets_utf_8(command: Run, tmp_path: Path) -> None:
    (tmp_path / "œuvre – 1.txt").write_text(PIECE, encoding="utf-8")

    process = command("read", "œuvre – 1.txt", env=clean(PYTHONIOENCODING="latin-1"))

    assert process.returncode == 0
    process.stdout.decode("utf-8")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with two texts that can be read and a good deal that cannot."""
    folder = tmp_path / "hostile"
    (folder / "hollow" / "deeper").mkdir(parents=True)
    (folder / "hollow" / "deeper" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "good.txt").write_text(PIECE, encoding="utf-8")
    (folder / "same-bytes.txt").write_text(PIECE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \r\n\t\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "broken.txt").write_bytes(PIECE.encode() + b" caf\xe9 \x93so\x94 \xc3\x28")
    (folder / "records.jsonl").write_text(
        "\n".join(
            [
                json.dumps({"id": "r1", "text": PIECE.replace("nine", "ten")}),
                "[1, 2]",
                "not json",
                json.dumps({"id": "r2"}),
                json.dumps({"id": "r3", "text": None}),
                "",
            ]
        ),
        encoding="utf-8",
    )
    return folder


def test_hostile_files_are_listed_and_the_rest_is_read(command: Run, hostile: Path) -> None:
    process = command("read", "hostile", "--json")
    result = json.loads(process.stdout)

    assert process.returncode == 4
    assert {"good", "same-bytes", "broken", "r1"} <= {one["id"] for one in result["documents"]}
    rejected = {(one["path"].rpartition("/")[2], one["record"]) for one in result["rejected"]}
    assert {("empty.txt", None), ("binary.txt", None)} <= rejected
    assert {("records.jsonl", line) for line in (2, 3, 4, 5)} <= rejected
    assert all(one["reason"] for one in result["rejected"])
    listed = process.stderr.decode().count("retold: rejected")
    assert listed == len(result["rejected"])


def test_nothing_is_lost_between_documents_and_stories(command: Run, hostile: Path) -> None:
    result = json.loads(command("read", "hostile", "--json").stdout)

    told = sorted(name for story in result["stories"] for name in story["documents"])
    assert told == [one["id"] for one in result["documents"]]
    assert result["run"]["documents"] == len(told)


def test_one_text_alone_is_a_story_of_one_telling(command: Run, hostile: Path) -> None:
    process = command("read", "hostile/good.txt", "--json")
    (story,) = json.loads(process.stdout)["stories"]

    assert process.returncode == 0
    assert (story["tellings"], len(story["origins"]), story["relations"]) == (1, 1, [])


def test_a_path_given_twice_is_read_once_and_that_is_said(command: Run, hostile: Path) -> None:
    process = command("read", "hostile/good.txt", "hostile/../hostile/good.txt", "--json")

    assert len(json.loads(process.stdout)["documents"]) == 1
    assert b"good.txt" in process.stderr


def test_equal_bytes_at_two_paths_are_two_tellings(command: Run, hostile: Path) -> None:
    process = command("read", "hostile/good.txt", "hostile/same-bytes.txt", "--json")
    (story,) = json.loads(process.stdout)["stories"]

    assert (story["tellings"], len(story["origins"])) == (2, 1)


@pytest.mark.parametrize("path", ["hostile/hollow", "hostile/empty.txt", "nowhere", "no/where.txt"])
def test_nothing_readable_ends_with_3_and_names_the_path(
    command: Run, hostile: Path, path: str
) -> None:
    process = command("read", path)

    assert process.returncode == 3
    assert path.rpartition("/")[2].encode() in process.stderr


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are Unicode there")
def test_a_file_name_that_is_no_utf_8_does_no_harm(command: Run, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9\x1b[2J.txt"
    Path(os.fsdecode(odd)).write_text(PIECE, encoding="utf-8")

    for form in ("--json", "--json-lines", "--quiet"):
        process = command("read", ".", form)
        assert process.returncode in {0, 3, 4}
        assert b"\x1b[2J" not in process.stdout + process.stderr
    assert command("read", ".", "-o", "report").returncode in {0, 3, 4}


def test_stdin_is_read_where_the_path_is_a_dash(command: Run) -> None:
    process = command("read", "-", "--json", input=PIECE.encode())

    assert process.returncode == 0
    assert json.loads(process.stdout)["documents"][0]["text"] == PIECE


@pytest.mark.slow
def test_a_line_of_50_megabytes_ends_in_time(command: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"the gate of the lock " * 2_500_000)
    (tmp_path / "good.txt").write_text(PIECE, encoding="utf-8")

    process = command("read", "long.txt", "good.txt", timeout=100)

    assert process.returncode == 4
    assert b"long.txt" in process.stderr + process.stdout
    assert b"2 documents" not in process.stdout


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_an_interrupt_ends_with_130_and_leaves_no_half_report(tmp_path: Path) -> None:
    import signal

    process = subprocess.Popen(
        [sys.executable, "-m", "retold", "read", "-", "-o", "report"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not (tmp_path / "report").is_dir() and process.poll() is None:
        time.sleep(0.05)  # it then waits for our text
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert b"Traceback" not in told
    assert list((tmp_path / "report").iterdir()) == []
