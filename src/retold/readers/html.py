"""HTML pages: their visible text, labelled by what trafilatura takes for the article.

trafilatura (Barbaresi, *Trafilatura: A Web Scraping Library and Command-Line Tool*, ACL 2021) says
which paragraphs are the article; they are found again in the visible text, so that nothing is lost.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from retold.model.document import Block, BlockKind, Document
from retold.readers.metatags import about_page
from retold.readers.text import NOTHING, About, decode
from retold.readers.visible import Line, Visible, visible
from retold.text.blocks import label
from retold.text.dates import dated
from retold.text.language import language
from retold.text.page import Page, page_of

# Past these a page is no article, or costs trafilatura more than linear time (1 MB of short
# paragraphs: PARTS.md): its text is then labelled as plain text is. Fixed sizes, not a clock, so
# that
# the same page gives the same result on every machine.
MOST_BYTES = 5_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 200  # elements inside each other
# What trafilatura returns below this is a cookie notice or nothing.
LEAST_WORDS = 25
# A line is of the article if so many of its runs of four words are. By eye: the extractor changes
# spaces at links, so a few runs differ.
LEAST_SHARED = 0.6  # share
RUN = 4  # words
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
CAPTIONS = frozenset({"figcaption", "figure", "caption"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


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
    tree = _tree(html)
    if tree is None:
        return Document(id=key, text="", blocks=(), url=url, path=about.path, sha256=about.sha256)
    known = _merged(about, about_page(tree, url))
    seen = visible(tree)
    blocks = _blocks(seen, tree, known)
    text = seen.text
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
        dates=known.dates + dated(text, blocks),
    )


def _merged(first: About, second: About) -> About:
    """What `first` knows, and where it knows nothing what `second` does."""
    fields = ("title", "byline", "outlet", "url", "language", "dates")
    return replace(
        first, **{name: getattr(first, name) or getattr(second, name) for name in fields}
    )


def _tree(html: str) -> Any:
    """The page as a tree, whatever is broken in it; None where there is no element."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(recover=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    content = html.encode("utf-8", "replace")[:MOST_BYTES].replace(b"\0", b"")
    try:
        return document_fromstring(content, parser=parser, ensure_head_body=False)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _blocks(seen: Visible, tree: Any, about: About) -> tuple[Block, ...]:
    """Blocks by the extractor's choice, or those of plain text where it makes none."""
    extracted = _extracted(seen, tree)
    if extracted is None:
        return label(seen.text)
    chosen = _chosen(seen, extracted)
    if not any(chosen):
        return label(seen.text)
    kinds = _own_kinds(seen)
    first = chosen.index(True)
    blocks = []
    for place, line in enumerate(seen.lines):
        kind = _kind(line, kinds.get(line.span.begin), chosen=chosen[place])
        blocks.append(Block(line.span, kind))
    return tuple(_titled(seen, blocks, about, first))


def _extracted(seen: Visible, tree: Any) -> list[str] | None:
    """The paragraphs that trafilatura takes for the article; None where it finds none or must not
    look.
    """
    words = len(WORD.findall(seen.text))
    if words < LEAST_WORDS or seen.elements > MOST_ELEMENTS or seen.depth > DEEPEST:
        return None
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False, as_dict=False)
    except Exception:  # noqa: BLE001 - pages find errors in every extractor; plain rules still hold
        return None
    text = getattr(found, "text", None) or ""
    return text.split("\n") if len(WORD.findall(text)) >= LEAST_WORDS else None


def _chosen(seen: Visible, extracted: Iterable[str]) -> list[bool]:
    """For each visible line, whether it is of the article; a line seen before is not."""
    keys: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    for paragraph in extracted:
        words = WORD.findall(paragraph.lower())
        keys.add(" ".join(words))
        runs.update(_runs(words))
    chosen, before = [], set()
    for line in seen.lines:
        words = WORD.findall(line.span.of(seen.text).lower())
        key = " ".join(words)
        found = _runs(words)
        shared = sum(run in runs for run in found)
        inside = key in keys or (bool(found) and shared >= LEAST_SHARED * len(found))
        chosen.append(bool(words) and inside and key not in before)
        before.add(key)
    return chosen


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    """Every run of `RUN` words."""
    return [tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]


def _own_kinds(seen: Visible) -> dict[int, BlockKind]:
    """What lines say of themselves, by their begin."""
    page: Page = page_of(seen.text)
    return {
        unit.span.begin: kind
        for unit, kind in zip(page.units, page.kinds, strict=True)
        if kind is not None
    }


def _kind(line: Line, own: BlockKind | None, *, chosen: bool) -> BlockKind:
    """The label of one line."""
    if not chosen:
        near = {BlockKind.DATE, BlockKind.BYLINE, BlockKind.CAPTION}
        if CAPTIONS & set(line.tags):
            return BlockKind.CAPTION
        return own if own in near and own is not None else BlockKind.FURNITURE
    if CAPTIONS & set(line.tags[:3]):
        return BlockKind.CAPTION
    if HEADINGS & set(line.tags[:3]):
        return BlockKind.HEADING
    return own or BlockKind.BODY


def _titled(seen: Visible, blocks: list[Block], about: About, first: int) -> list[Block]:
    """The blocks with the title's line labelled: the head's own title, else the first h1."""
    wanted = " ".join(WORD.findall((about.title or "").lower()))
    best: int | None = None
    for place, line in enumerate(seen.lines):
        key = " ".join(WORD.findall(line.span.of(seen.text).lower()))
        same = key and (key == wanted or (len(key) > 20 and wanted.startswith(key)))
        if same or ("h1" in line.tags[:3] and place <= first + 3):
            best = place
            break
    if best is not None:
        blocks[best] = Block(seen.lines[best].span, BlockKind.TITLE)
    return blocks
