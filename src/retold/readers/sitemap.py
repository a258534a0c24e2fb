"""Sitemaps, also of news, and their indexes: the addresses they list."""

import io
import re
from collections.abc import Iterator

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.source import Source, content_of
from retold.readers.web.addresses import documents_at, is_address

# Elements whose <loc> is a page or a further sitemap; an <image:loc> is neither.
PARENTS = frozenset({"url", "sitemap"})
# Addresses often stand there with their ampersands bare, and a parser that mends it loses them.
# With this no entity unfolds either, whatever the file declares.
BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
CUT = "ERR_TAG_NOT_FINISHED"


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents at a sitemap's addresses; an entry without an address is rejected by number."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    entries = _entries(content)
    if not entries:
        yield Rejected(source.name, None, "a sitemap without an entry")
    for number, address in enumerate(entries, 1):
        if not is_address(address):
            yield Rejected(source.name, number, "an entry without an address")
    yield from documents_at(filter(is_address, entries), source, options)


def _entries(content: bytes) -> list[str]:
    """What stands in each entry's <loc>, in order; "" where nothing does, or it breaks off.

    Nesting is bounded by libxml2; broken markup is read as far as it goes.
    """
    from lxml import etree

    stream = io.BytesIO(BARE.sub(b"&amp;", content))
    events = etree.iterparse(
        stream, ("end",), recover=True, resolve_entities=False, no_network=True
    )
    entries, address = [], ""
    try:
        for _, element in events:
            name, above = _name(element), element.getparent()
            if name == "loc" and above is not None and _name(above) in PARENTS:
                address = "".join(element.itertext()).strip()
            elif name in PARENTS:
                entries.append(address)
                address = ""
                element.clear()
                while above is not None and element.getprevious() is not None:
                    del above[0]
    except etree.XMLSyntaxError:
        pass  # not a single element
    if entries and any(error.type_name == CUT for error in events.error_log):
        entries[-1] = ""
    return entries


def _name(element: object) -> str:
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
