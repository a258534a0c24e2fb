"""Documents and stories as bytes, and back: what comes out equals what went in."""

import json
import zlib
from typing import Any, TypeVar

import msgspec

from retold.model.document import Block, Document
from retold.model.story import Story

Kind = TypeVar("Kind")
PLAIN, ESCAPED = b"m", b"j"


def packed(value: Any) -> bytes:
    """A value of dataclasses, lists and plain things as bytes."""
    plain = msgspec.to_builtins(value)
    try:
        return PLAIN + zlib.compress(msgspec.msgpack.encode(plain))
    except UnicodeEncodeError:
        # A lone surrogate, as broken input can hold: it has no UTF-8 but an escape.
        return ESCAPED + zlib.compress(json.dumps(plain).encode())


def unpacked(content: bytes, kind: type[Kind]) -> Kind:
    """The value of `packed`, as a `kind`."""
    plain = zlib.decompress(content[1:])
    decoded = msgspec.msgpack.decode(plain) if content[:1] == PLAIN else json.loads(plain)
    return msgspec.convert(decoded, kind)


def packed_text(text: str) -> bytes:
    """A text, lone surrogates and all."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked_text(content: bytes) -> str:
    """The text of `packed_text`."""
    return zlib.decompress(content).decode("utf-8", "surrogatepass")


def packed_document(document: Document) -> bytes:
    """A document without its text."""
    plain = msgspec.to_builtins(document)
    del plain["text"]
    return packed(plain)


def document_of(given: bytes, text: str, key: str, blocks: bytes | None) -> Document:
    """The document of `packed_document`, called `key`, with other blocks where they are given."""
    plain = unpacked(given, dict) | {"text": text, "id": key}
    if blocks is not None:
        plain["blocks"] = unpacked(blocks, list)
    return msgspec.convert(plain, Document)


def packed_blocks(blocks: tuple[Block, ...]) -> bytes:
    """The labels of a document."""
    return packed(blocks)


def packed_story(story: Story) -> bytes:
    """A story."""
    return packed(story)


def story_of(content: bytes) -> Story:
    """The story of `packed_story`."""
    return unpacked(content, Story)
