"""JSON lines: one document a line, read as a stream."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.mapping import from_mapping
from retold.readers.options import ReadOptions

# No line of an article collection is longer.
LONGEST_LINE = 64_000_000  # bytes


def records(
    stream: BinaryIO, path: str, stem: str, options: ReadOptions
) -> Iterator[Document | Rejected]:
    """The documents of a stream of JSON lines; what is none is rejected with its line, from 1.

    A line without an id is called by `stem` and its number.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            _skip(stream)
            yield Rejected(path, number, f"longer than {LONGEST_LINE // 1_000_000} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _record(line, path, f"{stem}:{number}", options, number)


def _skip(stream: BinaryIO) -> None:
    """Read to the end of a line too long to keep."""
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _record(
    line: bytes, path: str, fallback: str, options: ReadOptions, number: int
) -> Document | Rejected:
    try:
        value: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Rejected(path, number, f"not UTF-8 at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return Rejected(path, number, f"not JSON: {str(error)[:200]}")
    if not isinstance(value, dict):
        return Rejected(path, number, f"no object but {type(value).__name__}")
    fields = dict(value)
    text = value.get(options.text_field)
    if not isinstance(text, str) and not isinstance(value.get("html"), str):
        names = ", ".join(list(value)[:20]) or "none"
        reason = f"no {options.text_field!r} field (found: {names}); name it with --text-field"
        return Rejected(path, number, reason)
    fields["text"] = text
    key = value.get(options.id_field)
    fields["id"] = str(key) if isinstance(key, str | int) and str(key) else fallback
    fields["sha256"] = sha256(line.rstrip(b"\r\n")).hexdigest()
    found = from_mapping(fields, path=path)
    return found if isinstance(found, Document) else Rejected(path, number, found.reason)
