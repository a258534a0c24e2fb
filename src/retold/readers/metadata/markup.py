"""A page's elements that speak of its article, collected in one pass; nothing is weighed here."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

# Bounds on what one page may make us keep. The longest titles and bylines have some 300
# characters; pages with thousands of marked elements are lists, and their first ones will do.
LONGEST = 500  # characters of one value
MOST = 400  # elements of one kind
DEEPEST = 40  # elements looked at above one
SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
# One vocabulary, written in several ways.
PREFIX = re.compile(r"^(?:dc|dcterms?)[.:](?=\w)")
OPEN_GRAPH = re.compile(r"^http://ogp\.me/ns(?:/article)?#")
HEADINGS = ("h1", "h2", "h3")
WHOLE = frozenset({*HEADINGS, "time"})
UNREAD = frozenset("html body meta link script style img input noscript template svg".split())
# Parts of class names and ids that may speak of the writer or the date.
CLASS_PARTS = re.compile(
    r"author|byline|writer|autor|reporter|journalist|redakt|signature|source|credit"
    r"|date|time|publish|posted|datum|stamp|meta|headline"
)
# What a page's other texts and their readers stand in.
ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|recommend|widget|footer|\bnav|most-?read|popular|promo|carousel"
    r"|newsletter|breadcrumb|share|social|trending|latest|more-?stories|gallery|slider",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element that may speak of the article.

    Attributes:
        place: its number among the collected ones, in document order.
        tag: its name, lower case.
        names: its class, id, itemprop and rel as one string.
        text: what stands in it, pieces of child elements apart by line breaks, cut at `LONGEST`.
        stamp: the value of its datetime or content attribute; empty without one.
        elsewhere: whether it stands in what is of the page's other texts.
    """

    place: int
    tag: str
    names: str
    text: str
    stamp: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's markup says, in document order.

    Attributes:
        language: the language tag of the html element.
        meta: contents of the meta elements by lower-case name.
        links: addresses of the link elements by lower-case rel.
        title: the title element's text; empty without one.
        scripts: the page's scripts of linked data.
        elements: headings, times, and what is marked by itemprop, rel, class or id.
    """

    language: str | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    scripts: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()

    def first(self, *names: str) -> str | None:
        """The first content of the first of `names` that the page has a meta element of."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def every(self, *names: str) -> list[str]:
        """All contents of the meta elements of these names, in the order of the names."""
        return [text for name in names for text in self.meta.get(name, ())]


def markup(tree: Any) -> Markup:
    """The elements of a parsed page (lxml) that speak of its article; empty for an empty page."""
    titles = [_text(one) for one in _first(tree, "title")]
    return Markup(
        language=_language(tree),
        meta=_meta(tree),
        links=_links(tree),
        title=titles[0] if titles else "",
        scripts=tuple(
            one.text or ""
            for one in tree.iter("script")
            if "ld+json" in (one.get("type") or "").lower()
        )[:MOST],
        elements=tuple(_elements(tree)),
    )


def _first(tree: Any, tag: str) -> Iterator[Any]:
    """The first element of that name with text, outside pictures."""
    for element in tree.iter(tag):
        if element.getparent() is None or element.getparent().tag != "svg":
            yield element
            return


def _language(tree: Any) -> str | None:
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        value = tree.get(name)
        if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8}){0,3}", value.strip()):
            return str(value.strip())
    return None


def _meta(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = plain(element.get("content") or "")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            # "dc.creator twitter:creator": some pages name two things in one attribute.
            for name in (element.get(attribute) or "").lower().split()[:4]:
                listed = found.setdefault(PREFIX.sub("dc.", OPEN_GRAPH.sub("", name)), [])
                if content not in listed and len(listed) < MOST:
                    listed.append(content)
    return found


def _links(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("link"):
        address = (element.get("href") or "").strip()
        for name in (element.get("rel") or "").lower().split()[:4] if address else ():
            listed = found.setdefault(name, [])
            if len(listed) < MOST:
                listed.append(address[:2000])
    return found


def _wanted(element: Any, tag: str) -> bool:
    """Whether an element may speak of the article: by its name, or by how it is marked."""
    if tag in WHOLE:
        return tag not in UNREAD
    if not element.attrib or tag in UNREAD:
        return False
    if element.get("itemprop") is not None or "author" in (element.get("rel") or ""):
        return True
    names = element.get("class") or element.get("id") or ""
    return bool(names) and _speaks(names[:LONGEST])


@lru_cache(maxsize=4096)
def _speaks(names: str) -> bool:
    """Whether class names may be of a writer or a date; pages repeat theirs a hundred times."""
    return CLASS_PARTS.search(names.lower()) is not None


def _elements(tree: Any) -> Iterator[Element]:
    kept: dict[str, int] = {}
    place = 0
    for element in tree.iter("*"):
        tag = str(element.tag)
        if not _wanted(element, tag):
            continue
        place += 1
        kept[tag] = kept.get(tag, 0) + 1
        if kept[tag] > MOST:
            continue
        names = " ".join(
            value for name in ("class", "id", "itemprop", "rel") if (value := element.get(name))
        )
        stamp = element.get("datetime") or element.get("content") or element.get("title") or ""
        yield Element(
            place, tag, names[:LONGEST], _text(element), stamp[:LONGEST], _elsewhere(element)
        )


def _text(element: Any) -> str:
    """An element's text, pieces apart by line breaks; longer than `LONGEST` only by its mark."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        words = SPACE.sub(" ", piece.replace("\n", " ")).strip()
        if words:
            pieces.append(words)
            length += len(words)
        if length > LONGEST:
            break
    return plain("\n".join(pieces)[: LONGEST + 1])


def _elsewhere(element: Any) -> bool:
    """Whether an element or one of those it stands in belongs to the page's other texts."""
    for _ in range(DEEPEST):
        if element is None or element.tag in {"main", "body"}:
            return False
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in {"aside", "footer", "nav"} or _of_others(names[:LONGEST]):
            return True
        element = element.getparent()
    return False


@lru_cache(maxsize=4096)
def _of_others(names: str) -> bool:
    return ELSEWHERE.search(names) is not None


def plain(value: str) -> str:
    """A value on the way out of markup: escapes undone (some are twice escaped), blanks folded."""
    value = value[: 4 * LONGEST]
    for _ in range(2):
        if "&" in value:
            value = html.unescape(value)
    lines = (SPACE.sub(" ", line).strip() for line in value.split("\n"))
    return "\n".join(line for line in lines if line)[: LONGEST + 1]
