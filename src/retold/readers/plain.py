"""Plain text and Markdown: one document a file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions, unsaid
from retold.readers.source import Source, content_of
from retold.readers.text import About, decode, document_of_text, too_long, unreadable

BLANK = "\ufeff \t\r\n\f\v\u00a0\u200b"


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of a text, whose characters stay as they are."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    about = replace(source.about, path=source.name)
    yield document_of_bytes(source.id, content, about, options.say)


def document_of_bytes(
    key: str, content: bytes, about: About, say: Callable[[str], None] = unsaid
) -> Document | Rejected:
    """The document of a text's bytes; `say` hears what of them was no clean UTF-8."""
    where = about.path or key
    if (reason := unreadable(content)) is not None:
        return Rejected(where, None, reason)
    decoded = decode(content)
    if decoded.note:
        say(f"{where}: {decoded.note}")
    text = decoded.text
    reason = too_long(text) if text.strip(BLANK) else "empty: no characters in it"
    if reason is not None:
        return Rejected(where, None, reason)
    return document_of_text(key, text, replace(about, sha256=sha256(content).hexdigest()))
