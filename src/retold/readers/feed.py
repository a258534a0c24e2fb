"""Feeds: RSS, RDF, Atom and JSON Feed. Each item is a document of the text that it carries.

An item that carries a summary only stands for a page elsewhere: with leave to fetch, that page is
read instead.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from retold.model.document import DateBasis, Document
from retold.model.run import Rejected
from retold.readers.feed_items import LARGEST, Item, items_of
from retold.readers.html import document_of_html
from retold.readers.mapping import readable, sound
from retold.readers.options import ReadOptions
from retold.readers.source import Source, content_of
from retold.readers.text import About, document_of_text, too_long
from retold.readers.web.addresses import documents_at
from retold.text.dates import trusted


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of a feed's items; an item without text and address is rejected by number."""
    content = content_of(source, LARGEST)
    items = items_of(content, source) if isinstance(content, bytes) else content
    if isinstance(items, Rejected):
        yield items
        return
    summaries = 0
    failed: Counter[str] = Counter()
    for number, item in enumerate(items, 1):
        own = _document(item, number, source)
        if item.full or (options.pages is None and isinstance(own, Document)):
            summaries += not item.full
            yield own
        else:
            yield from _elsewhere(item, own, source, options, failed)
    if summaries:
        told = f"{summaries} of {len(items)} items carry a summary only"
        options.say(f"{source.name}: {told}; --allow-fetch reads their pages")
    for why, count in sorted(failed.items()):
        options.say(f"{source.name}: {count} items read from their summaries: {why}")


def _elsewhere(
    item: Item,
    own: Document | Rejected,
    source: Source,
    options: ReadOptions,
    failed: Counter[str],
) -> Iterator[Document | Rejected]:
    """The page that an item stands for; its summary where there is no page, and why."""
    if item.link is None or options.pages is None:
        yield own
        return
    reasons = []
    for found in documents_at([item.link], source, options):
        if isinstance(found, Document):
            yield _dated(found, item)
        else:
            reasons.append(found)
    if reasons and isinstance(own, Document):
        failed.update(one.reason for one in reasons)
        yield own
    else:
        yield from reasons


def _dated(page: Document, item: Item) -> Document:
    """A page with the date its feed gives it, where it has none of that basis itself."""
    if any(date.basis is DateBasis.METADATA for date in page.dates):
        return page
    return replace(page, dates=trusted((*item.dates, *page.dates)))


def _document(item: Item, number: int, source: Source) -> Document | Rejected:
    """The document of what an item itself carries."""
    text = readable(item.content)
    if not text.strip():
        lacks = ", only an address; --allow-fetch reads it" if item.link else " and address"
        return Rejected(source.name, number, f"an item without text{lacks}")
    about = About(
        title=item.title,
        byline=item.byline,
        outlet=item.outlet,
        url=item.link,
        path=source.name,
        sha256=sha256(text.encode()).hexdigest(),
        dates=item.dates + source.about.dates,
        attributions=item.attributions,
    )
    key = item.id or item.link or f"{source.id}:{number}"
    if item.markup:
        found = sound(document_of_html(key, text, item.link, about), source.name)
        return replace(found, record=number) if isinstance(found, Rejected) else found
    length = too_long(text)
    return Rejected(source.name, number, length) if length else document_of_text(key, text, about)
