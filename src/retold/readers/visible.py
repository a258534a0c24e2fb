"""The visible text of an HTML page in document order, one line per block element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from retold.model.document import Span

# Elements whose text stands in the line around them; any other element begins a line of its own.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q "
    "ruby rb s samp small span "
    "strike strong sub sup time tt u var wbr nobr".split()
)
# Not the head: where a page leaves out its body tag, the parser puts the article there.
UNSEEN = frozenset(
    "script style noscript template title svg math iframe object embed canvas audio "
    "video select option "
    "datalist textarea map area base link meta param source track".split()
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f\v]+")
# Two line breaks in a row part paragraphs; one is a space.
BREAKS_A_LINE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the visible text and the names of the elements it stands in, nearest first."""

    span: Span
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visible:
    """The text of a page and its lines; elements counted, and how deep they are nested."""

    text: str
    lines: tuple[Line, ...]
    elements: int
    depth: int


def visible(tree: Any) -> Visible:
    """What a reader of the page sees, as text; lines are joined by one line break."""
    pieces: list[str] = []
    lines: list[Line] = []
    place = elements = depth = 0
    words: list[str] = []
    tags: tuple[str, ...] = ()
    for event in _events(tree):
        elements += event.opens
        depth = max(depth, event.depth)
        if event.breaks and words:
            line = SPACE.sub(" ", "".join(words)).strip()
            words = []
            if line:
                lines.append(Line(Span(place, place + len(line)), tags))
                pieces.append(line)
                place += len(line) + 1
        if event.text:
            if not words:
                tags = event.tags
            words.append(event.text)
    line = SPACE.sub(" ", "".join(words)).strip()
    if line:
        lines.append(Line(Span(place, place + len(line)), tags))
        pieces.append(line)
    return Visible("\n".join(pieces), tuple(lines), elements, depth)


@dataclass(frozen=True, slots=True)
class _Event:
    """A step through the page: a line may end, and text may follow."""

    text: str
    breaks: bool
    tags: tuple[str, ...]
    depth: int
    opens: bool


def _events(tree: Any) -> Iterator[_Event]:
    """The page in document order, without recursion: pages nest as deep as they like."""
    stack: list[tuple[Any, bool, tuple[str, ...]]] = [(tree, True, ())]
    breaks = 0
    while stack:
        element, entering, around = stack.pop()
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        inside = (tag, *around[:7])
        if not entering:
            block = tag not in INLINE and tag != "br" and bool(tag)
            yield _Event(element.tail or "", block, around, len(stack), opens=False)
            continue
        if element is not tree:
            stack.append((element, False, around))
        if tag == "br":
            breaks = (
                breaks + 1 if not (element.getprevious() is not None and _parted(element)) else 1
            )
            yield _Event(" ", breaks >= BREAKS_A_LINE, around, len(stack), opens=True)
            continue
        if not tag or tag in UNSEEN or _hidden(element):
            continue
        yield _Event(element.text or "", tag not in INLINE, inside, len(stack), opens=True)
        stack.extend((child, True, inside) for child in reversed(element))


def _parted(element: Any) -> bool:
    """Whether text or another element stands between a line break and the one before it."""
    previous = element.getprevious()
    return previous.tag != "br" or bool((previous.tail or "").strip())


def _hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not shown."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and HIDDEN.search(style[:500]) is not None
