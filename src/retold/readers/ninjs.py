"""ninjs, the IPTC's news in JSON (versions 1 to 3): one item a file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from retold.model.document import BlockKind, Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pieces import Piece, document_of_pieces, pieces_of, stated
from retold.readers.records import plain
from retold.readers.source import Source, content_of
from retold.readers.text import BYLINE, About

# The dates of an item, the one of the telling before those of its file.
DATES = ("firstcreated", "contentcreated", "versioncreated")


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of an item."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    try:
        item = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield Rejected(source.name, None, f"not JSON: {str(error)[:200]}")
        return
    if not isinstance(item, Mapping):
        yield Rejected(source.name, None, f"no object but {type(item).__name__}")
        return
    outside = replace(source.about, path=source.name, sha256=sha256(content).hexdigest())
    about = _about(item, outside)
    yield document_of_pieces(source.id, _pieces(item, about), about)


def _about(item: Mapping[str, Any], outside: About) -> About:
    uri, byline = plain(item.get("uri")), plain(item.get("byline") or item.get("by"))
    address = uri if uri and uri.startswith(("http://", "https://")) else None
    outlet = plain(item.get("provider")) or plain(item.get("copyrightholder"))
    day = next((found for name in DATES if (found := plain(item.get(name)))), None)
    return replace(
        outside,
        title=_of_role(item, "headline", "headlines"),
        byline=BYLINE.sub("", byline) if byline else None,
        outlet=outlet,
        url=outside.url or address,
        language=(plain(item.get("language")) or "").lower()[:2] or None,
        dates=(*outside.dates, *stated(day)),
    )


def _pieces(item: Mapping[str, Any], about: About) -> Iterator[Piece]:
    yield Piece(BlockKind.TITLE, about.title or "")
    yield Piece(BlockKind.BYLINE, plain(item.get("byline") or item.get("by")) or "")
    page = _words(item, "body_xhtml", "body_html")
    text = _words(item, "body_text", "body")
    for body in _objects(item.get("bodies")):
        value = _words(body, "value")
        if "html" in str(body.get("contenttype", "")).lower():
            page = page or value
        else:
            text = text or value
    if page is not None and (tree := _tree(page)) is not None:
        yield from pieces_of(tree)
    else:
        for line in (text or "").splitlines():
            yield Piece(BlockKind.BODY, line)
    credit = plain(item.get("copyrightnotice")) or plain(item.get("usageterms"))
    yield Piece(BlockKind.FURNITURE, credit or "")


def _of_role(item: Mapping[str, Any], one: str, several: str) -> str | None:
    """The field of version 1, or the main one among those of version 2 and 3."""
    found = [body for body in _objects(item.get(several)) if plain(body.get("value"))]
    main = [body for body in found if body.get("role") in {"main", "headline", None}]
    chosen = next(iter(main or found), None)
    return plain(item.get(one)) or (plain(chosen.get("value")) if chosen else None)


def _words(item: Mapping[str, Any], *names: str) -> str | None:
    """The first of these fields that is a string with something in it."""
    values = (item.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _tree(page: str) -> Any:
    """The markup as a tree; None where there is no element."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(recover=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
