"""Web archives (WARC, and the WET files of their plain texts), record by record.

Read are the HTML pages among the answers of servers, and the texts among the conversions; all
other records are counted and told of.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BufferedReader
from typing import Any, cast

from retold.model.document import DateBasis, Dated, Document
from retold.model.run import Rejected
from retold.readers.http_payload import payload
from retold.readers.jobs import ordered
from retold.readers.options import ReadOptions
from retold.readers.page import TOO_LARGE, document_of_page
from retold.readers.plain import document_of_bytes
from retold.readers.records import KILLED
from retold.readers.source import Source
from retold.readers.surrogates import readable
from retold.readers.text import About
from retold.readers.tree import MOST_BYTES

PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXT = "text/plain"
ANSWERED = range(200, 300)  # HTTP status of what was asked for
# A Last-Modified this close to the moment of answering is the server's clock, not the page's date.
CLOCK = timedelta(minutes=5)
LONGEST_HEADER = 1_000_000  # bytes
PANIC = "PanicException"
LISTED = 6  # kinds of other records that are named


@dataclass(frozen=True, slots=True)
class _Work:
    """A record that may be a document, ready to be made one in any process."""

    number: int
    key: str
    content: bytes
    content_type: str
    about: About


class _Forward:
    """A stream that can be read and tells its place: all that fastwarc asks for. One that says it
    could be wound back, and cannot, makes it panic.
    """

    def __init__(self, stream: BufferedReader) -> None:
        self._stream, self._place = stream, 0

    def read(self, size: int = -1) -> bytes:
        # One step at a time: what comes before a break is not lost with it.
        piece = self._stream.read1(size)
        self._place += len(piece)
        return piece

    def tell(self) -> int:
        return self._place


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of an archive; each is called by its address."""
    passed: Counter[str] = Counter()
    with source.open() as stream:
        work = _work(cast(BufferedReader, stream), source, passed)
        yield from ordered(_made, work, options.hands.for_file(source.size), _lost)
    if passed:
        kinds = ", ".join(f"{count} {kind}" for kind, count in passed.most_common(LISTED))
        options.say(f"{source.name}: {passed.total()} other records passed over ({kinds})")


def _work(
    stream: BufferedReader, source: Source, passed: Counter[str]
) -> Iterator[_Work | Rejected]:
    """The records that may be documents; the others are counted by kind."""
    from fastwarc.warc import ArchiveIterator

    number = 0
    forward: Any = _Forward(stream)
    try:
        for record in ArchiveIterator(forward, max_header_len=LONGEST_HEADER, stream_detect=False):
            number += 1
            kind, content_type = _kind(record)
            if kind is not None:
                passed[kind] += 1
            else:
                yield _piece(record, number, content_type, source)
    except BaseException as error:
        # Rust's panics come as a kind of their own below Exception.
        if not isinstance(error, OSError | ValueError) and type(error).__name__ != PANIC:
            raise
        reason = f"nothing is read from here on: {str(error).lower()}"
        yield Rejected(source.name, number + 1, reason)
    if number == 0:
        yield Rejected(source.name, None, "empty: no record in it")


def _kind(record: Any) -> tuple[str | None, str]:
    """What kind of other record it is, None for one to read; and the type of its content."""
    kind = str(record.record_type).rpartition(".")[2].lower()
    if kind == "response" and record.is_http:
        stated = _header(record, "Content-Type")
        status = record.http_headers.status_code if record.http_headers else None
        if status is not None and status not in ANSWERED:
            return f"HTTP {status}", stated
        return _other(stated, PAGES), stated
    stated = record.headers.get("Content-Type") or ""
    if kind == "conversion":
        return _other(stated, {TEXT}), stated
    if kind == "resource":
        return _other(stated, PAGES), stated
    return kind, stated


def _other(stated: str, read: frozenset[str] | set[str]) -> str | None:
    """The type of a content that is not read; None for one that is."""
    plain = stated.partition(";")[0].strip().lower()
    return None if plain in read else plain[:40] or "of no type"


def _piece(record: Any, number: int, content_type: str, source: Source) -> _Work | Rejected:
    where = source.name
    if record.content_length > MOST_BYTES:
        return Rejected(where, number, TOO_LARGE)
    content = record.reader.read(MOST_BYTES + 1)
    if len(content) < record.content_length:
        return Rejected(where, number, "breaks off: the archive ends inside this record")
    if record.http_headers is not None:
        codings = _header(record, "Transfer-Encoding"), _header(record, "Content-Encoding")
        content = payload(content, *codings, most=MOST_BYTES + 1)
    url = readable(record.headers.get("WARC-Target-URI") or "").strip("<> \t")[:4000] or None
    about = About(url=url, path=where, dates=tuple(_dates(record)))
    return _Work(number, url or f"{source.id}:{number}", content, content_type, about)


def _header(record: Any, name: str) -> str:
    headers = record.http_headers
    return readable((headers.get(name) if headers is not None else None) or "")


def _dates(record: Any) -> Iterator[Dated]:
    """The day the server gives the page, unless that is its clock, and the day of the crawl."""
    crawled, modified = record.record_date, record.http_last_modified
    answered = record.http_date or crawled
    if modified is not None and answered is not None and modified < answered - CLOCK:
        yield Dated(modified.date().isoformat(), DateBasis.HTTP)
    if crawled is not None:
        yield Dated(crawled.date().isoformat(), DateBasis.CRAWL)


def _made(work: _Work | Rejected) -> Document | Rejected:
    if isinstance(work, Rejected):
        return work
    if work.content_type.startswith(TEXT):
        made = document_of_bytes(work.key, work.content, work.about)
    else:
        made = document_of_page(work.key, work.content, work.about, work.content_type)
    if isinstance(made, Rejected):
        return Rejected(made.path, work.number, made.reason)
    return made


def _lost(work: _Work | Rejected) -> Document | Rejected:
    if isinstance(work, Rejected):
        return work
    return Rejected(work.about.path or work.key, work.number, KILLED)
