"""How a format is told, what outsiders may add, and what is said of a package that is missing."""

import gzip
import io
import json
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Document
from retold.model.run import Rejected
from retold.ports import Source
from retold.readers import formats
from retold.readers.checks import check_reader
from retold.readers.formats import FORMATS, format_of, signed
from retold.readers.options import Hands, ReadOptions
from retold.readers.source import of_bytes
from retold.readers.text import document_of_text
from tests.readers.made import PAGE, TEXT, answer, read, record, write, zipped
from tests.readers.test_csv_table import table
from tests.readers.test_mhtml import saved
from tests.readers.test_news_items import NINJS, NITF, XHTML, item

SAMPLES = {
    "text": TEXT.encode(),
    "html": PAGE.encode(),
    "mhtml": saved(),
    "jsonl": "\n".join(json.dumps({"id": n, "text": TEXT}) for n in range(3)).encode(),
    "json": json.dumps([{"id": 1, "text": TEXT}], indent=1).encode(),
    "csv": table(["id", "text"], ["a", TEXT]).encode(),
    "zip": zipped({"pier.txt": TEXT}),
    "warc": answer("https://tide.example/", PAGE.encode()),
    "wacz": zipped({"archive/a.warc": answer("https://tide.example/", PAGE.encode())}),
    "nitf": NITF.encode(),
    "newsml": item("urn:1", XHTML).encode(),
    "ninjs": json.dumps(NINJS).encode(),
}
SIGNED = sorted(set(SAMPLES) - {"text", "csv", "wacz"})


class Ours:
    """A format of ours as outsiders offer theirs."""

    def __init__(self, name: str) -> None:
        self._form = formats.BY_NAME[name]
        self.endings = self._form.endings

    def recognises(self, head: bytes) -> bool:
        return self._form.sign is not None and self._form.sign(head)

    def read(self, source: Source, options: Any) -> Iterator[Document | Rejected]:
        module = __import__(self._form.module, fromlist=["read"])
        yield from module.read(source, options)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_reader_holds_what_the_port_says(name: str) -> None:
    check_reader(Ours(name), SAMPLES[name])


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("ending", ["", ".txt", ".dat", ".html"])
def test_a_format_is_told_by_its_content_whatever_the_ending(name: str, ending: str) -> None:
    source = of_bytes("x", f"x{ending}", SAMPLES[name])

    assert format_of(source).name == name


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_is_told_by_its_ending_where_the_content_is_silent(form: formats.Format) -> None:
    for ending in form.endings:
        assert format_of(of_bytes("x", f"x{ending}", b"silent words")).name == form.name


@pytest.mark.parametrize(
    "text",
    [
        "The pier is closed.",
        "{CNN} - the pier is closed",
        "[Photo] The pier",
        "From: the harbour master\nThe pier is closed.",
        "https://tide.example/ is where it stood.\nThe pier is closed.",
        "< 3 piles are left",
        "# Pier closed\n\nSee <https://tide.example/>.",
        "",
    ],
)
def test_a_text_is_not_taken_for_another_format(text: str) -> None:
    assert signed(text.encode()) is None


@given(st.binary(max_size=400), st.sampled_from([form.name for form in FORMATS]))
def test_no_bytes_break_a_reader(content: bytes, name: str) -> None:
    sample = SAMPLES.get(name, b"")[:200]
    source, options = of_bytes("x", "x", sample + content), ReadOptions(format=name)
    try:
        for one in formats.reader_of(source, options)(source, options):
            assert isinstance(one, Document | Rejected)
    except OSError:
        pass


def test_a_missing_package_is_told_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    path = write(tmp_path / "crawl.warc", SAMPLES["warc"])

    assert read(path, write(tmp_path / "pier.txt", TEXT)).ids == ["pier"]
    assert read(path).reasons == ["needs fastwarc: pip install 'retold[warc]'"]


class Slips:
    """A format of another package: one slip of paper a file."""

    endings = (".slip",)

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"SLIP ")

    def read(self, source: Source, _: Any) -> Iterator[Document | Rejected]:
        with source.open() as stream:
            words = stream.read().removeprefix(b"SLIP ").decode("utf-8", "replace")
        if words.strip():
            yield document_of_text(source.id, words)
        else:
            yield Rejected(source.name, None, "an empty slip")


def test_a_reader_of_another_package_is_found_by_its_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = EntryPoint("slips", "slips:reader", formats.GROUP)
    monkeypatch.setitem(sys.modules, "slips", SimpleNamespace(reader=Slips()))
    monkeypatch.setattr(formats, "entry_points", lambda group: [point])
    formats.outsiders.cache_clear()
    try:
        found = read(write(tmp_path / "a.slip", TEXT), write(tmp_path / "b.txt", f"SLIP {TEXT}"))
    finally:
        formats.outsiders.cache_clear()

    assert found.ids == ["a", "b"]
    check_reader(Slips(), f"SLIP {TEXT}".encode())


def test_the_suite_finds_a_reader_that_breaks() -> None:
    class Careless(Slips):
        def read(self, source: Source, _: Any) -> Iterator[Document | Rejected]:
            with source.open() as stream:
                yield document_of_text(source.id, stream.read().decode())

    with pytest.raises(AssertionError):
        check_reader(Careless(), TEXT.encode())


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (SAMPLES["warc"], gzip.compress(SAMPLES["warc"]), SAMPLES["zip"]):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))

        assert len(read("-").documents) == 1


def test_records_that_were_rejected_and_documents_add_up(tmp_path: Path) -> None:
    rows = [{"id": n, "text": TEXT if n % 3 else ""} for n in range(30)]
    path = write(tmp_path / "p.jsonl", "\n".join(map(json.dumps, rows)))

    reading = read(path)

    assert (len(reading.documents), len(reading.rejected)) == (20, 10)
    assert {one.record for one in reading.rejected} == set(range(1, 31, 3))


def test_processes_change_nothing_in_a_table(tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", SAMPLES["jsonl"] + b"\nbroken\n" + SAMPLES["jsonl"])

    one, two = read(path), read(path, options=ReadOptions(hands=Hands(2)))

    assert (one.documents, one.rejected) == (two.documents, two.rejected)


def test_the_request_of_a_crawl_is_no_document(tmp_path: Path) -> None:
    path = write(tmp_path / "c.warc", record("request", "https://a.example/", b"x", "text/html"))

    assert (read(path).documents, len(read(path).said)) == ([], 1)
