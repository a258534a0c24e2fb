"""The result as JSON bytes: one document, or one line a story."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from retold.model import shape
from retold.model.document import Document
from retold.model.run import Rejected, Result, Run
from retold.model.story import Story

NO_RUN = Run("", "", None, 0)  # documents outside of any
INDENT = 1  # spaces: a text of many short values stays readable and half the size of four


def encode(result: Result) -> bytes:
    """The document of docs/json.md in UTF-8, indented, with a line break at the end."""
    return _indented(shape.result_dict(result))


def encode_schema() -> bytes:
    """The JSON Schema of `encode`, indented, with a line break at the end."""
    return _indented(shape.json_schema())


def json_lines(result: Result) -> Iterator[bytes]:
    """A head line without stories, then each story on a line; every line ends in a line break."""
    yield _compact(shape.head_dict(result)) + b"\n"
    for story in shape.in_order(result.stories):
        yield story_line(story)


def story_line(story: Story) -> bytes:
    """A story as it stands in `stories`; one line."""
    return _compact(shape.story_dict(story)) + b"\n"


def piece_line(piece: Document | Rejected) -> bytes:
    """A document as it stands in `documents`, or what was rejected as it stands in `rejected` under
    that name; one line.
    """
    if isinstance(piece, Rejected):
        head = shape.head_dict(Result(NO_RUN, (), (), (piece,)))
        return _compact({"rejected": head["rejected"][0]}) + b"\n"
    return _compact(shape.head_dict(Result(NO_RUN, (piece,), ()))["documents"][0]) + b"\n"


def _compact(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return _escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _indented(value: Any) -> bytes:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=INDENT) + b"\n"
    except UnicodeEncodeError:
        return _escaped(json.dumps(value, ensure_ascii=False, indent=INDENT)) + b"\n"


def _escaped(written: str) -> bytes:
    """JSON in UTF-8 although a string of it holds a lone surrogate, which has no UTF-8.

    Broken input can hold one. Written as an escape it survives and counts as one code point, so
    that the offsets stay true.
    """
    return written.encode("utf-8", "backslashreplace")
