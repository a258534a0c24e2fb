"""What the head of an HTML page says of its article: title, byline, outlet, address, dates."""

import json
import re
from collections.abc import Iterator
from typing import Any

from retold.model.document import DateBasis, Dated, Span
from retold.readers.text import About
from retold.text.dates import written_dates

TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "title", "headline")
BYLINES = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "sailthru.author",
    "parsely-author",
    "citation_author",
)
OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "cre",
    "al:android:app_name",
)
ADDRESSES = ("og:url", "twitter:url")
DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
)
URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-]|\D|$)")
ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
# Linked data past this size is a shop's catalogue, not an article's head.
LONGEST_DATA = 400_000  # characters


def about_page(tree: Any, url: str | None) -> About:
    """What the page's meta elements and linked data say; nothing is guessed from its text."""
    meta = _meta(tree)
    data = next(_articles(tree), {})
    address = url or _first(meta, ADDRESSES) or _canonical(tree)
    byline = _name(data.get("author")) or _first(meta, BYLINES)
    return About(
        title=_string(data.get("headline")) or _first(meta, TITLES) or _title(tree),
        byline=None if byline and "://" in byline else byline,
        outlet=_first(meta, OUTLETS) or _name(data.get("publisher")),
        url=address,
        dates=tuple(_dates(meta, data, address)),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each meta element by its lower-case name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content[:500])
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _canonical(tree: Any) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href"))[:2000]
    return None


def _title(tree: Any) -> str | None:
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            text = " ".join("".join(element.itertext()).split())
            if text:
                return text[:500]
    return None


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The linked data of articles, in order."""
    for element in tree.iter("script"):
        if element.get("type") != "application/ld+json" or len(element.text or "") > LONGEST_DATA:
            continue
        try:
            data = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        listed = data if isinstance(data, list) else [data]
        for one in listed:
            if isinstance(one, dict):
                graph = one.get("@graph")
                inner = graph if isinstance(graph, list) else [one]
                yield from (n for n in inner if isinstance(n, dict) and _is_article(n))


def _is_article(node: dict[str, Any]) -> bool:
    return ARTICLE.search(str(node.get("@type"))) is not None and "headline" in node


def _string(value: object) -> str | None:
    return value.strip()[:500] or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name or names in a linked-data value."""
    if isinstance(value, list):
        names = [name for name in map(_name, value[:10]) if name]
        return ", ".join(names) or None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _dates(meta: dict[str, str], data: dict[str, Any], url: str | None) -> Iterator[Dated]:
    """The date of publication by meta element or linked data, then the one in the address."""
    stated = _string(data.get("datePublished")) or _first(meta, DATES) or ""
    at = next(written_dates(stated, Span(0, len(stated))), None)
    if at is not None:
        yield Dated(at.at, DateBasis.METADATA)
    in_url = URL_DATE.search(url or "")
    if in_url:
        year, month, day = map(int, in_url.groups())
        text = f"{year}-{month:02}-{day:02}"
        for written in written_dates(text, Span(0, len(text))):
            yield Dated(written.at, DateBasis.URL)
