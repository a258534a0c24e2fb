"""Plain text and Markdown: bytes to characters, untouched, and the document they make.

Every reader module of this package offers one function from what was read (bytes, a mapping) to
`Document` or `Rejected`; none opens a file, which is `pile.py`'s work. A reader never raises for
what is wrong with its input: it says so in the `Rejected` it returns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.model.document import Attribution, Block, BlockKind, Dated, Document
from retold.readers.line_weights import text_forest
from retold.text.blocks import label
from retold.text.dates import dated, trusted
from retold.text.language import language
from retold.text.mastheads import nameplate
from retold.text.signatures import signature
from retold.text.unseen import unseen

# Bytes looked at to tell a text from a picture; share of control bytes above which it is no text.
SNIFFED = 65_536
MOST_CONTROLS = 0.05
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
BYLINE = re.compile(r"^(?:by|von|par|por|di|text)\b:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document beside its text; None where it is not."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    path: str | None = None
    sha256: str | None = None
    dates: tuple[Dated, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text out of bytes, and what had to be said of the way there (None: nothing)."""

    text: str
    note: str | None = None


NOTHING = About()
# Past this a text is an archive, not a telling, and the tables of its sentences grow with the
# square: two of this length take 8 s and 770 MB. The longest magazine reports have 120,000
# characters.
LONGEST_TEXT = 300_000  # characters


def too_long(text: str) -> str | None:
    """Why a text is not read for its length; None where it is."""
    if len(text) <= LONGEST_TEXT:
        return None
    return (
        f"{len(text):,} characters in one text, and retold reads up to {LONGEST_TEXT:,}; "
        "part it into its documents"
    )


def document_of_text(key: str, text: str, about: About = NOTHING) -> Document:
    """The document of a plain text: blocks labelled, language told, dates in its lines found.

    What `about` knows goes before what the text says.
    """
    blocks = label(text, text_forest())
    body = " ".join(
        block.span.of(text)[:2000] for block in blocks[:200] if block.kind is BlockKind.BODY
    )
    first = {block.kind: block.span.of(text) for block in reversed(blocks)}
    title = about.title or first.get(BlockKind.TITLE)
    outlet = about.outlet or nameplate(text, blocks)
    return Document(
        id=key,
        text=text,
        blocks=blocks,
        language=about.language or language(body or text),
        title=title.lstrip("# ") if title else None,
        byline=about.byline or _byline(text, blocks, outlet),
        outlet=outlet,
        url=about.url,
        path=about.path,
        sha256=about.sha256,
        dates=trusted((*about.dates, *dated(text, blocks))),
        attributions=about.attributions,
        marks=unseen(text),
    )


def _byline(text: str, blocks: Sequence[Block], outlet: str | None) -> str | None:
    """The names in the first line that holds some and is marked as a byline."""
    own = (outlet,) if outlet else ()
    lines = (block.span.of(text) for block in blocks if block.kind is BlockKind.BYLINE)
    return next(filter(None, (signature([line], own).byline for line in lines)), None)


def unreadable(content: bytes) -> str | None:
    """Why bytes are no text; None where they may be."""
    if not content.strip():
        return "empty: no characters in it"
    head = content[:SNIFFED]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return None
    if b"\0" in head:
        return "binary: zero bytes in it, so no text"
    if len(CONTROLS.findall(head)) > MOST_CONTROLS * len(head):
        return "binary: too many control characters for a text"
    return None


def decode(content: bytes) -> Decoded:
    """The characters of `content`: UTF-8 as it stands, else the nearest of UTF-8 and Windows-1252.

    Line ends and a byte order mark stay. What could not be read becomes U+FFFD and is counted.
    """
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _told(content.decode("utf-16", errors="replace"), "UTF-16")
    loose = content.decode("utf-8", errors="replace")
    if loose.count("\ufffd") <= len(MULTIBYTE.findall(content)):
        return _told(loose, "UTF-8")
    return _told(content.decode("cp1252", errors="replace"), "Windows-1252")


def _told(text: str, name: str) -> Decoded:
    count = text.count("\ufffd")
    return Decoded(text, f"not clean UTF-8; read as {name}, {count} characters replaced")
