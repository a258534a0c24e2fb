"""HTML pages: their visible text in lines, labelled, and what the page says of its article."""

import re
from dataclasses import replace
from typing import Any

from retold.model.document import Block, BlockKind, Document
from retold.readers.article import article_blocks
from retold.readers.line_weights import text_forest
from retold.readers.metadata.writers import Below
from retold.readers.metatags import LINES_BELOW, about_page
from retold.readers.stated import settled, shown, statement
from retold.readers.text import NOTHING, About, decode, too_long
from retold.readers.tree import tree_of
from retold.readers.visible import Visible, visible
from retold.text.blocks import label
from retold.text.dates import dated, trusted
from retold.text.language import language
from retold.text.unseen import unseen

# Past these a page is no article, or costs trafilatura more than linear time (1 MB of short
# paragraphs): its text is then labelled as plain text is. Fixed sizes, not a clock, so that the
# same page gives the same result on every machine.
MOST_ELEMENTS = 20_000
DEEPEST = 200  # elements inside each other
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
BOLD = frozenset({"b", "strong"})


def html_of(content: bytes) -> str:
    """The characters of an HTML file: UTF-8, or what the page says it is, or the nearest."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    stated = CHARSET.search(content[:4096])
    if stated:
        try:
            return content.decode(stated.group(1).decode("ascii"), errors="replace")
        except LookupError:
            pass
    return decode(content).text


def document_of_html(
    key: str,
    html: str,
    url: str | None = None,
    about: About = NOTHING,
) -> Document:
    """The document of a page: its visible text in lines, labelled. `about` goes before its meta
    tags.

    A page without visible text gives a document with empty text.
    """
    tree = tree_of(html)
    if tree is None:
        return Document(id=key, text="", blocks=(), url=url, path=about.path, sha256=about.sha256)
    seen = visible(tree)
    known = _merged(about, about_page(tree, url, _below(seen)))
    blocks = _blocks(seen, tree, known)
    stated = statement(tree, known.title, shown(seen.text, blocks))
    text, blocks = settled(seen.text, blocks, stated)
    body = " ".join(b.span.of(text) for b in blocks[:400] if b.kind is BlockKind.BODY)
    return Document(
        id=key,
        text=text,
        blocks=blocks,
        language=known.language or language(body or text),
        title=known.title,
        byline=known.byline,
        outlet=known.outlet,
        url=known.url,
        path=known.path,
        sha256=known.sha256,
        dates=trusted((*known.dates, *dated(text, blocks))),
        attributions=known.attributions,
        marks=(*seen.hidden, *unseen(text)),
    )


def _merged(first: About, second: About) -> About:
    """What `first` knows, and where it knows nothing what `second` does."""
    fields = ("title", "byline", "outlet", "url", "language", "attributions")
    known = {name: getattr(first, name) or getattr(second, name) for name in fields}
    return replace(first, **known, dates=first.dates + second.dates)


def _below(seen: Visible) -> list[Below]:
    """The lines right below the first h1."""
    heads = (place for place, line in enumerate(seen.lines) if "h1" in line.tags[:3])
    head = next(heads, len(seen.lines)) + 1
    return [
        Below(line.span.of(seen.text), bool(BOLD & set(line.tags[:2])))
        for line in seen.lines[head : head + LINES_BELOW]
    ]


def _blocks(seen: Visible, tree: Any, about: About) -> tuple[Block, ...]:
    """The lines labelled as a page's, or as those of plain text where no article is found."""
    found = None
    fits = seen.elements <= MOST_ELEMENTS and seen.depth <= DEEPEST
    if fits and too_long(seen.text) is None:
        found = article_blocks(seen, tree, about.title)
    return label(seen.text, text_forest()) if found is None else found
