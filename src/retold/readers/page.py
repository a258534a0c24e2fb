"""A saved page, an answer of a server: one HTML document with what is known of it from outside."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.html import document_of_html, html_of
from retold.readers.mapping import sound
from retold.readers.options import ReadOptions
from retold.readers.source import Source, content_of
from retold.readers.text import About, unreadable
from retold.readers.tree import MOST_BYTES

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
# Codecs that are no character sets of pages, some of them slow without bound.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
TOO_LARGE = f"an HTML page larger than {MOST_BYTES // 1_000_000} MB"


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of a page."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    about = replace(source.about, path=source.name)
    yield document_of_page(source.id, content, about, source.content_type)


def document_of_page(
    key: str, content: bytes, about: About, content_type: str | None = None
) -> Document | Rejected:
    """The document of a page's bytes; `about.path` is named where there is none."""
    where = about.path or key
    reason = TOO_LARGE if len(content) > MOST_BYTES else unreadable(content)
    if reason is not None:
        return Rejected(where, None, reason)
    about = replace(about, sha256=sha256(content).hexdigest())
    html = characters(content, content_type)
    return sound(document_of_html(key, html, about.url, about), where)


def characters(content: bytes, content_type: str | None) -> str:
    """The characters of a page: UTF-8, or what its server said, or what the page says."""
    stated = CHARSET.search(content_type or "")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        name = codecs.lookup(stated.group(1)).name if stated else ""
        if name and name.replace("_", "-") not in NO_CHARSETS:
            return content.decode(name, "replace")
    except (LookupError, ValueError):
        pass
    return html_of(content)
