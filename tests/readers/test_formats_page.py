"""The page of formats is true: its commands run, and it names every format and limit."""

import gzip
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.cli.main import run
from retold.readers.compressed import DEEPEST, HARMLESS, MOST_RATIO
from retold.readers.csv_rows import LONGEST_CELL
from retold.readers.formats import FORMATS
from retold.readers.pdf import MOST_PAGES
from retold.readers.source import LARGEST
from retold.readers.text import LONGEST_TEXT
from retold.readers.tree import MOST_BYTES
from tests.conftest import ROOT
from tests.readers.made import TEXT, pdf, write
from tests.readers.test_columns import ROWS, parquet_of, stream_of
from tests.readers.test_formats import SAMPLES
from tests.readers.test_pdf import page
from tests.text.pages import BODY

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```text\n(retold read .*)\n```$", PAGE, re.MULTILINE)
FILES: dict[str, Callable[[], bytes]] = {
    "pier.txt": lambda: SAMPLES["text"],
    "pier.html": lambda: SAMPLES["html"],
    "saved.mhtml": lambda: SAMPLES["mhtml"],
    "crawl.warc.gz": lambda: gzip.compress(SAMPLES["warc"]),
    "crawl.wacz": lambda: SAMPLES["wacz"],
    "pile.jsonl": lambda: SAMPLES["jsonl"],
    "rows.json": lambda: SAMPLES["json"],
    "pile.csv": lambda: SAMPLES["csv"],
    "pile.parquet": lambda: parquet_of(ROWS),
    "news/train/data-00000-of-00001.arrow": lambda: stream_of([{"text": TEXT}]),
    "pier.pdf": lambda: pdf([page(*BODY)]),
    "item.xml": lambda: SAMPLES["nitf"],
    "parcel.xml": lambda: SAMPLES["newsml"],
    "item.json": lambda: SAMPLES["ninjs"],
    "pile.zip": lambda: SAMPLES["zip"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        write(tmp_path / name, content())

    code = run(shlex.split(command)[1:])

    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert code == 0
    assert lines
    assert all(line["text"].strip() for line in lines)


def test_every_ending_is_on_the_page() -> None:
    elsewhere = {".rss", ".atom", ".urls", ".saved"}
    endings = {ending for form in FORMATS for ending in form.endings} - elsewhere

    assert {ending for ending in endings if not re.search(rf"{re.escape(ending)}\b", PAGE)} == set()


def test_the_limits_are_as_the_page_says() -> None:
    assert f"{LONGEST_TEXT:,} characters" in PAGE
    assert f"| a page | {MOST_BYTES // 1_000_000} MB |" in PAGE
    assert f"{LARGEST // 1_000_000} MB" in PAGE
    assert f"{LONGEST_CELL:,} characters" in PAGE
    assert f"{MOST_PAGES:,} |" in PAGE
    assert f"{MOST_RATIO} times its size (from {HARMLESS // 1_000_000} MB on)" in PAGE
    assert DEEPEST == 3
