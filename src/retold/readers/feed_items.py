"""The items of a feed, whatever its dialect: RSS, RDF and Atom by feedparser, JSON Feed by hand."""

import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from retold.model.document import Attribution, AttributionKind, DateBasis, Dated, DateKind
from retold.model.run import Rejected
from retold.readers.source import Source
from retold.readers.web.addresses import is_address
from retold.text.dates import on
from retold.text.stamps import LONGEST, stamp

# feedparser holds a feed whole, at up to ten times its size, and takes .4 s a megabyte.
LARGEST = 20_000_000  # bytes
# ... and 20 to 50 us a tag; an item has ten to thirty. Markup in CDATA is not taken apart there.
MOST_TAGS = 400_000
# feedparser's time grows with the square of the attributes of one element (100,000 of them in a
# megabyte take 85 s); no element of a feed has a tag of this length.
LONGEST_TAG = 8_000  # bytes
LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{%d}" % LONGEST_TAG)
ENTITY = re.compile(rb"<!ENTITY\s+[^%\s]", re.IGNORECASE)
ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|rdf|feed)\b", re.IGNORECASE)
# A description of fewer words is taken for a summary of the page it links to; some feeds put whole
# articles there. By eye.
SUMMARY_BELOW = 150  # words
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&#?\w{2,20};")
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
LONGEST_FIELD = 1_000  # characters of a title, a name, an address
PLAIN = "text/plain"
VERSION = "jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed.

    Attributes:
        id: as the feed calls it for good (guid).
        link: address of its page.
        outlet: of whom a syndicated item is, or else the feed's own title.
        content: the text it carries; "" where it carries none.
        markup: whether that is HTML.
        full: whether it is the whole text as far as the feed says, not a summary of it.
    """

    id: str | None
    link: str | None
    title: str | None
    byline: str | None
    outlet: str | None
    content: str
    markup: bool
    full: bool
    dates: tuple[Dated, ...]
    attributions: tuple[Attribution, ...] = ()


def items_of(content: bytes, source: Source) -> list[Item] | Rejected:
    """The items of a feed in its order, or why there are none."""
    begin = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    items = _of_json(content) if begin.startswith(b"{") else _of_xml(content, source)
    if isinstance(items, str):
        return Rejected(source.name, None, items)
    return items or Rejected(source.name, None, "a feed without items")


def _of_xml(content: bytes, source: Source) -> list[Item] | str:
    root = ROOT.search(content)
    if ENTITY.search(content, 0, root.start() if root else len(content)):
        return "a feed that declares entities of its own, which may unfold without end"
    if LONG_TAG.search(content):
        return f"a feed with a tag of more than {LONGEST_TAG:,} bytes"
    if _tags(content) > MOST_TAGS:
        return f"a feed with more than {MOST_TAGS:,} tags"
    import feedparser

    charset = re.search(r"charset=[\w-]{2,30}", source.content_type or "")
    told = {"content-type": f"application/xml; {charset.group() if charset else ''}"}
    if source.about.url:
        told["content-location"] = source.about.url
    # A stream and never a string: that would be taken for an address or a path.
    parsed = feedparser.parse(
        io.BytesIO(content),
        response_headers=told,
        resolve_relative_uris=False,
        sanitize_html=False,  # the text is read through our own reader of HTML, which runs nothing
    )
    outlet = _line(parsed.feed.get("title"))
    return [_of_entry(entry, outlet) for entry in parsed.entries]


def _tags(content: bytes) -> int:
    """How many tags a feed may have, those in CDATA left out."""
    first, *others = content.split(b"<![CDATA[")
    return first.count(b"<") + sum(one.partition(b"]]>")[2].count(b"<") for one in others)


def _of_entry(entry: Mapping[str, Any], outlet: str | None) -> Item:
    origin = entry.get("source") or {}
    own = _longest(entry.get("content") or ())
    given = own or entry.get("summary_detail") or {}
    content = str(given.get("value") or "")
    return Item(
        id=_field(entry.get("id")),
        link=_link(entry.get("link")),
        title=_line(entry.get("title")),
        byline=_line(_names(entry.get("authors") or ()) or entry.get("author")),
        outlet=_line(origin.get("title")) or outlet,
        attributions=_origin(_line(origin.get("title")), _link(origin.get("href"))),
        content=content,
        markup=given.get("type") != PLAIN and MARKUP.search(content) is not None,
        full=own is not None or len(content.split()) >= SUMMARY_BELOW,
        dates=_dates(entry.get("published") or entry.get("created"), _changed(entry)),
    )


def _changed(entry: Mapping[str, Any]) -> Any:
    """When an entry was changed, as it says; None where it does not."""
    if "updated" not in entry:
        return None
    # Asked with get, feedparser gives the day of publication in its place.
    return entry["updated"]


def _origin(name: str | None, address: str | None) -> tuple[Attribution, ...]:
    """Whom a syndicated item was taken over from (`<source>`)."""
    known = name or address
    return (Attribution(AttributionKind.SYNDICATED, name, address),) if known else ()


def _of_json(content: bytes) -> list[Item] | str:
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return f"not JSON: {str(error)[:200]}"
    if not isinstance(feed, dict) or VERSION not in str(feed.get("version")):
        return "no JSON Feed: it does not name its version"
    listed = feed.get("items")
    items = listed if isinstance(listed, list) else []
    return [_of_object(one if isinstance(one, dict) else {}, feed) for one in items]


def _of_object(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Item:
    """An item of a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    texts = {name: item.get(name) for name in ("content_html", "content_text", "summary")}
    name, content = next(
        ((name, text) for name, text in texts.items() if isinstance(text, str) and text.strip()),
        ("summary", ""),
    )
    author = item.get("author")
    authors = item.get("authors") or ([author] if isinstance(author, dict) else ())
    return Item(
        id=_field(item.get("id")),
        link=_link(item.get("external_url")) or _link(item.get("url")),
        title=_line(item.get("title")),
        byline=_line(_names(authors)),
        outlet=_line(feed.get("title")),
        content=content,
        markup=name == "content_html",
        full=name != "summary",
        dates=_dates(item.get("date_published"), item.get("date_modified")),
    )


def _longest(contents: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The longest of an item's contents; None where none has a character."""
    told = [one for one in contents if str(one.get("value") or "").strip()]
    return max(told, key=lambda one: len(str(one["value"])), default=None)


def _names(authors: Any) -> str:
    listed = authors if isinstance(authors, list) else []
    names = (one.get("name") for one in listed[:10] if isinstance(one, Mapping))
    return ", ".join(name for name in names if isinstance(name, str) and name.strip())


def _field(value: object) -> str | None:
    """A value that names something, in a line; None where there is none."""
    if not isinstance(value, str | int):
        return None
    return " ".join(str(value).split())[:LONGEST_FIELD] or None


def _line(value: object) -> str | None:
    """Words of a feed as a plain line: titles come with markup and escaped twice."""
    return _field(unescape(TAG.sub("", value[:10_000]))) if isinstance(value, str) else None


def _link(value: object) -> str | None:
    link = _field(value)
    return link if link and is_address(link) else None


def _dates(published: object, updated: object) -> tuple[Dated, ...]:
    """When a feed says an item was published and changed, in its own time zone; () where never."""
    days = ((published, DateKind.PUBLISHED), (updated, DateKind.MODIFIED))
    told = ((_moment(stated), kind) for stated, kind in days)
    return tuple(on(moment, DateBasis.METADATA, kind=kind) for moment, kind in told if moment)


def _moment(stated: object) -> str | None:
    if not isinstance(stated, str):
        return None
    stated = stated.strip()[:LONGEST]
    try:
        return stamp(stated) or stamp(parsedate_to_datetime(stated).isoformat())
    except (ValueError, OverflowError):
        return None
