"""Documents put together from pieces whose kind is known: news items that say what is what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from retold.model.document import Block, BlockKind, DateBasis, Dated, Document, Span
from retold.model.run import Rejected
from retold.readers.surrogates import readable
from retold.readers.text import About, too_long
from retold.readers.visible import visible
from retold.text.dates import dated, trusted
from retold.text.language import language
from retold.text.stamps import stamp

# Elements that say what a line is, by the nearest: those of NITF and of HTML.
KINDS = {
    **dict.fromkeys(("hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(
        ("media", "media-caption", "media-producer", "figure", "figcaption", "caption", "credit"),
        BlockKind.CAPTION,
    ),
    **dict.fromkeys(("tagline", "footer", "nav", "aside", "note"), BlockKind.FURNITURE),
}
# Elements of NITF inside a line; all others of its own begin one.
INSIDE_A_LINE = frozenset(
    "person location city region state country sublocation org chron event function num money "
    "frac frac-num frac-den frac-sep name.given name.family object.title virtloc copyrite lang "
    "pronounce alt-code".split()
)
LONGEST_DATE = 100  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a document and what it is there for."""

    kind: BlockKind
    text: str


def pieces_of(markup: Any) -> Iterator[Piece]:
    """The lines of an item's body, marked up as NITF or HTML, in order; changes the tree."""
    for element in markup.iter():
        if isinstance(element.tag, str):
            name = element.tag.rpartition("}")[2].lower()
            element.tag = "span" if name in INSIDE_A_LINE else name
    seen = visible(markup)
    for line in seen.lines:
        kind = next((KINDS[tag] for tag in line.tags if tag in KINDS), BlockKind.BODY)
        yield Piece(kind, line.span.of(seen.text))


def document_of_pieces(key: str, pieces: Iterable[Piece], about: About) -> Document | Rejected:
    """The document whose text has one line a piece; empty ones and a title said twice are left
    out.
    """
    kept = list(_kept(pieces))
    text = "\n".join(piece.text for piece in kept)
    reason = too_long(text)
    if not any(piece.kind is BlockKind.BODY for piece in kept):
        reason = "no text in the item"
    if reason is not None:
        return Rejected(about.path or key, None, reason)
    begins = accumulate((len(piece.text) + 1 for piece in kept), initial=0)
    blocks = tuple(
        Block(Span(begin, begin + len(piece.text)), piece.kind)
        for begin, piece in zip(begins, kept, strict=False)
    )
    body = " ".join(piece.text for piece in kept if piece.kind is BlockKind.BODY)
    return Document(
        id=key,
        text=text,
        blocks=blocks,
        language=about.language or language(body[:20_000]),
        title=about.title,
        byline=about.byline,
        outlet=about.outlet,
        url=about.url,
        path=about.path,
        sha256=about.sha256,
        dates=trusted((*about.dates, *dated(text, blocks))),
    )


def stated(moment: str | None) -> tuple[Dated, ...]:
    """The moment that an item's metadata give, in any usual spelling; none where there is none."""
    at = stamp((moment or "")[:LONGEST_DATE])
    return (Dated(at, DateBasis.METADATA),) if at else ()


def _kept(pieces: Iterable[Piece]) -> Iterator[Piece]:
    title: str | None = None
    for piece in pieces:
        line = " ".join(readable(piece.text).split())
        if not line or (piece.kind is BlockKind.HEADING and line == title):
            continue
        if piece.kind is BlockKind.TITLE:
            title = line
        yield Piece(piece.kind, line)
