"""Feeds: RSS, RDF, Atom and JSON Feed. Each item is a document of the text that it carries.

An item that carries a summary only stands for a page elsewhere: with leave to fetch, that page is
read instead.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from retold.model.document import Block, BlockKind, DateBasis, Document
from retold.model.run import Rejected
from retold.readers.article import page_of_lines
from retold.readers.feed_items import LARGEST, Item, items_of
from retold.readers.mapping import sound
from retold.readers.options import ReadOptions
from retold.readers.source import Source, content_of
from retold.readers.surrogates import readable
from retold.readers.text import About, document_of_text
from retold.readers.tree import tree_of
from retold.readers.visible import Line, Visible, visible
from retold.readers.web.addresses import documents_at
from retold.text.dates import dated, trusted
from retold.text.furniture import Sign
from retold.text.language import language
from retold.text.unseen import unseen

CAPTIONS = frozenset({"figure", "figcaption", "caption"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A line in a link leads elsewhere ("Read more: ..."). By eye.
LINKED_FROM = 0.9  # share of its characters
# A sentence with more behind it: a paragraph that ends in "Read more" is one all the same.
SENTENCE = re.compile(r"[^\W\d_]{2}[.!?…][\"”’»)]?\s")
LONGEST_SAMPLE = 20_000  # characters that tell a language


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
    found = _marked_up(key, text, about) if item.markup else document_of_text(key, text, about)
    sounding = sound(found, source.name)
    return replace(sounding, record=number) if isinstance(sounding, Rejected) else sounding


def _marked_up(key: str, markup: str, about: About) -> Document:
    """The document of an item's markup. It is no page but the text itself, so nobody has to find
    the article in it: body is what neither its element, its links nor its words call another thing.
    """
    tree = tree_of(markup)
    if tree is None:
        return Document(id=key, text="", blocks=(), path=about.path)
    seen = visible(tree)
    kinds = _kinds(seen)
    blocks = tuple(Block(line.span, kind) for line, kind in zip(seen.lines, kinds, strict=True))
    body = " ".join(block.span.of(seen.text) for block in blocks if block.kind is BlockKind.BODY)
    return Document(
        id=key,
        text=seen.text,
        blocks=blocks,
        language=language(body[:LONGEST_SAMPLE] or seen.text[:LONGEST_SAMPLE]),
        title=about.title,
        byline=about.byline,
        outlet=about.outlet,
        url=about.url,
        path=about.path,
        sha256=about.sha256,
        dates=trusted((*about.dates, *dated(seen.text, blocks))),
        attributions=about.attributions,
        marks=(*seen.hidden, *unseen(seen.text)),
    )


def _kinds(seen: Visible) -> list[BlockKind]:
    """What each line of an item is there for; one that is nothing but furniture is all body."""
    page = page_of_lines(seen)
    own = [
        None if sign is Sign.TEASER and SENTENCE.search(unit.text) else kind
        for unit, kind, sign in zip(page.units, page.kinds, page.signs, strict=True)
    ]
    kinds = [_kind(line, kind) for line, kind in zip(seen.lines, own, strict=True)]
    if BlockKind.BODY in kinds:
        return kinds
    return [BlockKind.BODY if kind is BlockKind.FURNITURE else kind for kind in kinds]


def _kind(line: Line, own: BlockKind | None) -> BlockKind:
    """What a line is there for by its element, its links, and by what its words say (`own`)."""
    if CAPTIONS.intersection(line.tags):
        return BlockKind.CAPTION
    if HEADINGS.intersection(line.tags[:3]):
        return BlockKind.HEADING
    if line.linked >= LINKED_FROM * len(line.span):
        return BlockKind.FURNITURE
    return own or BlockKind.BODY
