"""NewsML-G2 (IPTC): a news item, or a message with several."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from retold.model.document import BlockKind, Document
from retold.model.run import Rejected
from retold.readers.nitf import LANGUAGE, about_nitf, pieces_of_nitf
from retold.readers.options import ReadOptions
from retold.readers.pieces import Piece, document_of_pieces, pieces_of, stated
from retold.readers.source import Source
from retold.readers.text import BYLINE, About
from retold.readers.xml import first_text, first_value, local, text_of, tree_of, under


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the items; one that holds no text (pictures, packages) is rejected."""
    found = tree_of(source)
    if isinstance(found, Rejected):
        yield found
        return
    tree, content = found
    outside = replace(source.about, path=source.name, sha256=sha256(content).hexdigest())
    items = list(under(tree, "newsitem"))
    if not items:
        yield Rejected(source.name, None, "no news item in it")
    for number, item in enumerate(items, 1):
        key = source.id if len(items) == 1 else item.get("guid") or f"{source.id}:{number}"
        made = _document(item, key, outside)
        yield replace(made, record=number) if isinstance(made, Rejected) else made


def _document(item: Any, key: str, outside: About) -> Document | Rejected:
    inner = next(under(item, "nitf"), None)
    if inner is not None:
        told = about_nitf(inner, outside)
        return document_of_pieces(key, pieces_of_nitf(inner), _about(item, told))
    about = _about(item, outside)
    return document_of_pieces(key, _pieces(item, about), about)


def _about(item: Any, known: About) -> About:
    """What the item's metadata say, where it is not yet known."""
    byline = first_text(item, "by") or _creator(item)
    first = first_value(item, "language", "tag") or item.get(LANGUAGE) or ""
    day = first_text(item, "contentcreated", "firstcreated", "versioncreated")
    return replace(
        known,
        title=known.title or first_text(item, "headline"),
        byline=known.byline or (BYLINE.sub("", byline) if byline else None),
        outlet=known.outlet or _provider(item),
        language=known.language or first.lower()[:2] or None,
        dates=known.dates or stated(day),
    )


def _pieces(item: Any, about: About) -> Iterator[Piece]:
    yield Piece(BlockKind.TITLE, about.title or "")
    yield Piece(BlockKind.BYLINE, first_text(item, "by") or "")
    yield Piece(BlockKind.DATE, first_text(item, "dateline") or "")
    for content in under(item, "contentset"):
        for part in content:
            if local(part) == "inlinexml":
                yield from pieces_of(part)
            elif local(part) == "inlinedata":
                for line in "".join(part.itertext()).splitlines():
                    yield Piece(BlockKind.BODY, line)
    for credit in under(item, "creditline"):
        yield Piece(BlockKind.FURNITURE, text_of(credit))


def _creator(item: Any) -> str | None:
    creators = (first_text(one, "name") for one in under(item, "creator"))
    return next(creators, None)


def _provider(item: Any) -> str | None:
    for one in under(item, "provider"):
        return first_text(one, "name") or one.get("literal")
    return None
