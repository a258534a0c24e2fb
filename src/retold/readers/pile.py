"""Files, folders and standard input, read into documents one at a time."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.html import MOST_BYTES, document_of_html, html_of
from retold.readers.jsonl import records
from retold.readers.mapping import sound
from retold.readers.names import Found, ids_of, printable
from retold.readers.options import ReadOptions
from retold.readers.text import About, decode, document_of_text, too_long, unreadable
from retold.readers.walk import Walk, walk

STDIN = "-"
# No article is longer; past this a file is a collection in a format not known here, or a mistake.
LARGEST = 64_000_000  # bytes
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
HTML_BEGINS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")


@dataclass(frozen=True, slots=True)
class _Source:
    """Something to read: its id, its name for the reader, and where its bytes lie (None: stdin)."""

    id: str
    name: str
    path: Path | None


def read_pile(
    paths: Sequence[str], options: ReadOptions, say: Callable[[str], None]
) -> Iterator[Document | Rejected]:
    """The documents under `paths` in an order of their own, and what could not be read.

    Ids and order hang on the set of files alone. `say` hears what is skipped, replaced or read
    once.
    """
    walked = walk(paths, frozenset(FORMATS), say)
    yield from (Rejected(printable(path), None, reason) for path, reason in walked.rejected)
    used: set[str] = set()
    for source in _sources(walked):
        for found in _read(source, options, say):
            yield _unique(found, source, used)


def _sources(walked: Walk) -> Iterator[_Source]:
    ids = ids_of(walked.files + ((Found(STDIN, "stdin"),) if walked.stdin else ()))
    for file in sorted(walked.files, key=lambda file: ids[file.path]):
        yield _Source(ids[file.path], printable(file.path), Path(file.path))
    if walked.stdin:
        yield _Source(ids[STDIN], STDIN, None)


def _unique(found: Document | Rejected, source: _Source, used: set[str]) -> Document | Rejected:
    """`found`, under a longer id where a record's id is taken."""
    if isinstance(found, Rejected):
        return found
    key, count = found.id, 1
    while key in used:
        count += 1
        key = f"{source.id}/{found.id}" if count == 2 else f"{source.id}/{found.id}#{count}"
    used.add(key)
    return found if key == found.id else replace(found, id=key)


def _read(
    source: _Source, options: ReadOptions, say: Callable[[str], None]
) -> Iterator[Document | Rejected]:
    """What lies at one path: one document, or those of its lines."""
    try:
        if source.path is None:
            yield from _parsed(source, sys.stdin.buffer.read(LARGEST + 1), options, say)
        elif FORMATS.get(source.path.suffix.lower()) == "jsonl":
            with source.path.open("rb") as stream:
                yield from records(stream, source.name, source.id, options)
        elif source.path.stat().st_size > LARGEST:
            yield _too_large(source)
        else:
            yield from _parsed(source, source.path.read_bytes(), options, say)
    except OSError as error:
        yield Rejected(source.name, None, f"not readable: {(error.strerror or str(error)).lower()}")


def _too_large(source: _Source) -> Rejected:
    reason = f"larger than {LARGEST // 1_000_000} MB; cut it, or give it as JSON lines"
    return Rejected(source.name, None, reason)


def _parsed(
    source: _Source, content: bytes, options: ReadOptions, say: Callable[[str], None]
) -> Iterator[Document | Rejected]:
    if len(content) > LARGEST:
        yield _too_large(source)
        return
    reason = unreadable(content)
    if reason is not None:
        yield Rejected(source.name, None, reason)
        return
    form = _form(source, content)
    if form == "jsonl":
        yield from records(io.BytesIO(content), source.name, source.id, options)
    elif form == "html":
        yield _page(source, content)
    else:
        yield _text(source, content, say)


def _form(source: _Source, content: bytes) -> str:
    """The format by the file's ending, or by how its bytes begin."""
    named = FORMATS.get(source.path.suffix.lower()) if source.path is not None else None
    if named is not None:
        return named
    begin = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(HTML_BEGINS):
        return "html"
    return "jsonl" if source.path is None and begin.startswith(b"{") else "text"


def _page(source: _Source, content: bytes) -> Document | Rejected:
    if len(content) > MOST_BYTES:
        return Rejected(source.name, None, f"an HTML page larger than {MOST_BYTES // 1_000_000} MB")
    about = About(path=source.name, sha256=sha256(content).hexdigest())
    return sound(document_of_html(source.id, html_of(content), None, about), source.name)


def _text(source: _Source, content: bytes, say: Callable[[str], None]) -> Document | Rejected:
    decoded = decode(content)
    if decoded.note:
        say(f"{source.name}: {decoded.note}")
    if not decoded.text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        return Rejected(source.name, None, "empty: no characters in it")
    reason = too_long(decoded.text)
    if reason is not None:
        return Rejected(source.name, None, reason)
    about = About(path=source.name, sha256=sha256(content).hexdigest())
    return document_of_text(source.id, decoded.text, about)
