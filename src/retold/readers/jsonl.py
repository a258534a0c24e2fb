"""JSON lines: one document a line, read as a stream."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.records import Record, documents_of
from retold.readers.source import Source

# No line of an article collection is longer.
LONGEST_LINE = 64_000_000  # bytes


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of JSON lines; what is none is rejected with its line, from 1."""
    with source.open() as stream:
        yield from documents_of(_records(stream, source.name), source, options)


def _records(stream: BinaryIO, path: str) -> Iterator[Record | Rejected]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            _skip(stream)
            yield Rejected(path, number, f"longer than {LONGEST_LINE // 1_000_000} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _record(line, path, number)


def _skip(stream: BinaryIO) -> None:
    """Read to the end of a line too long to keep."""
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _record(line: bytes, path: str, number: int) -> Record | Rejected:
    try:
        value: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Rejected(path, number, f"not UTF-8 at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return Rejected(path, number, f"not JSON: {str(error)[:200]}")
    if not isinstance(value, dict):
        return Rejected(path, number, f"no object but {type(value).__name__}")
    return Record(number, value, sha256(line.rstrip(b"\r\n")).hexdigest())
