"""NITF, the news industry's text format (IPTC, 3.6): one item a file."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from retold.model.document import BlockKind, Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pieces import Piece, document_of_pieces, pieces_of, stated
from retold.readers.source import Source
from retold.readers.text import BYLINE, About
from retold.readers.xml import first_text, first_value, text_of, tree_of, under

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of an item."""
    found = tree_of(source)
    if isinstance(found, Rejected):
        yield found
        return
    tree, content = found
    outside = replace(source.about, path=source.name, sha256=sha256(content).hexdigest())
    yield document_of_pieces(source.id, pieces_of_nitf(tree), about_nitf(tree, outside))


def about_nitf(tree: Any, outside: About) -> About:
    """What the head of an item says; what is known from outside goes before it."""
    byline = first_text(tree, "byline")
    day = (
        first_value(tree, "date.issue", "norm")
        or first_value(tree, "pubdata", "date.publication")
        or first_value(tree, "story.date", "norm")
    )
    outlet = first_value(tree, "pubdata", "name") or first_text(tree, "distributor")
    return replace(
        outside,
        title=first_text(tree, "hl1", "title"),
        byline=BYLINE.sub("", byline) if byline else None,
        outlet=outlet or first_value(tree, "doc.copyright", "holder"),
        url=outside.url or _address(first_value(tree, "pubdata", "ex-ref")),
        language=(tree.get(LANGUAGE) or "").lower()[:2] or None,
        dates=(*outside.dates, *stated(day)),
    )


def pieces_of_nitf(tree: Any) -> Iterator[Piece]:
    """The lines of an item: head, content, end."""
    kinds = {
        "hl1": BlockKind.TITLE,
        "hl2": BlockKind.HEADING,
        "byline": BlockKind.BYLINE,
        "distributor": BlockKind.FURNITURE,
        "dateline": BlockKind.DATE,
    }
    for head in under(tree, "body.head"):
        for name, kind in kinds.items():
            for element in under(head, name):
                yield Piece(kind, text_of(element))
    for part in under(tree, "body.content", "body.end"):
        yield from pieces_of(part)


def _address(stated: str | None) -> str | None:
    return stated if stated and stated.startswith(("http://", "https://")) else None
