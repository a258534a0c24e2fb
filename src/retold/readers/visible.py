"""The visible text of an HTML page in document order, one line per block element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from retold.model.document import Mark, Span
from retold.readers.concealed import Concealed, concealed

# Elements whose text stands in the line around them; any other element begins a line of its own.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q "
    "ruby rb rt rp s samp small span "
    "strike strong sub sup time tt u var wbr nobr".split()
)
# Not the head: where a page leaves out its body tag, the parser puts the article there.
UNSEEN = frozenset(
    "script style noscript template title svg math iframe object embed canvas audio "
    "video select option "
    "datalist textarea map area base link meta param source track "
    # How to read the characters beside it: a reader sees it, but it parts the words of the text.
    "rt rp".split()
)
# Where a word may be broken; a browser shows it only where it breaks one.
SOFT_HYPHEN = "\xad"
SPACE = re.compile(r"[ \t\n\r\f\v]+")
# The words that a page's makers write into class and id: "articleBody", "post-content", "nav_main".
LONGEST_MARKS = 300  # characters
CAMEL = re.compile(r"([a-z])([A-Z])")
MARK = re.compile(r"[a-z]{2,}")
# Two line breaks in a row part paragraphs; one is a space.
BREAKS_A_LINE = 2


@dataclass(frozen=True, slots=True)
class Holder:
    """An element that holds text: its name, the words of its class and id, and what holds it.

    Attributes:
        number: its place in the page; two lines of one element have holders of one number.
        depth: how many elements are around it.
    """

    name: str
    marks: frozenset[str]
    number: int
    depth: int
    around: "Holder | None"

    def outwards(self, most: int) -> "Iterator[Holder]":
        """This element and those around it, nearest first, at most `most`."""
        holder: Holder | None = self
        while holder is not None and most > 0:
            yield holder
            holder, most = holder.around, most - 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the visible text, the element its first word stands in, and how much of it links.

    Attributes:
        linked: characters of it inside links, white space as written; up to a few more than it has.
    """

    span: Span
    holder: Holder
    linked: int

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of the eight nearest elements, nearest first."""
        return tuple(holder.name for holder in self.holder.outwards(8))


@dataclass(frozen=True, slots=True)
class Visible:
    """The text of a page and its lines; elements counted, and how deep they are nested.

    Attributes:
        hidden: the texts that the page's styles keep from the screen.
    """

    text: str
    lines: tuple[Line, ...]
    elements: int
    depth: int
    hidden: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Writer:
    """The text under way: finished lines, and the pieces of the line that is open."""

    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    place: int = 0
    pieces: list[str] = field(default_factory=list)
    first: Holder | None = None  # of the open line's first word, else of its first piece
    worded: bool = False
    linked: int = 0

    def write(self, text: str, holder: Holder, *, links: bool) -> None:
        """Add a piece to the open line."""
        self.pieces.append(text)
        said = not text.isspace()
        if said and links:
            self.linked += len(text.strip())
        if self.first is None or (said and not self.worded):
            self.first, self.worded = holder, said

    def end(self) -> None:
        """End the open line, if it holds anything."""
        line = "".join(self.pieces).replace(SOFT_HYPHEN, "")
        line = SPACE.sub(" ", line).strip()
        if line and self.first is not None:
            end = self.place + len(line)
            self.lines.append(Line(Span(self.place, end), self.first, self.linked))
            self.texts.append(line)
            self.place = end + 1
        self.pieces.clear()
        self.first, self.worded, self.linked = None, False, 0


def visible(tree: Any) -> Visible:
    """What a reader of the page sees, as text; lines are joined by one line break."""
    unseen = concealed(tree)
    writer = _Writer()
    elements = depth = 0
    for text, breaks, holder, opens, links in _steps(tree, unseen):
        if breaks and writer.pieces:
            writer.end()
        elements += opens
        depth = max(depth, holder.depth)
        if text:
            writer.write(text, holder, links=links)
    writer.end()
    return Visible("\n".join(writer.texts), tuple(writer.lines), elements, depth, unseen.marks)


# A step through the page: the text that follows, whether a line ends before it, the element it
# stands in, whether that has just begun, and whether it is inside a link.
_Step = tuple[str, bool, Holder, bool, bool]


def _steps(tree: Any, unseen: Concealed) -> Iterator[_Step]:
    """The page in document order, without recursion: pages nest as deep as they like."""
    root = Holder("", frozenset(), 0, 0, None)
    # An element to enter, or what stands behind one: its tail and whether a line ends there.
    stack: list[tuple[Any, str, bool, Holder, bool]] = [(tree, "", False, root, False)]
    breaks = number = 0
    while stack:
        element, tail, block, around, linked = stack.pop()
        if element is None:
            yield tail, block, around, False, linked
            continue
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        inline = tag in INLINE or tag == "br" or not tag
        tail = (element.tail if element is not tree else None) or ""
        if tail or not inline:
            stack.append((None, tail, not inline, around, linked))
        if tag == "br":
            breaks = 1 if _parted(element) else breaks + 1
            yield " ", breaks >= BREAKS_A_LINE, around, True, linked
        elif tag and tag not in UNSEEN and not (element in unseen or _is_ornament(element)):
            number += 1
            inside = Holder(tag, _marks(element), number, around.depth + 1, around)
            linked = linked or tag == "a"
            yield element.text or "", not inline, inside, True, linked
            stack.extend((child, "", False, inside, linked) for child in reversed(element))


def _marks(element: Any) -> frozenset[str]:
    """The words of an element's class, id and role, lower case; none of an element without them."""
    get = element.get
    return _words_of(get("class", ""), get("id", ""), get("role", ""))


@lru_cache(maxsize=20_000)
def _words_of(*names: str) -> frozenset[str]:
    written = " ".join(name[:LONGEST_MARKS] for name in names)
    return frozenset(MARK.findall(CAMEL.sub(r"\1 \2", written).lower()))


def _parted(element: Any) -> bool:
    """Whether text or another element stands between a line break and one before it."""
    previous = element.getprevious()
    if previous is None:
        return False
    return previous.tag != "br" or bool((previous.tail or "").strip())


def _is_ornament(element: Any) -> bool:
    """Whether an element says that there is nothing in it to read."""
    return bool(element.get("aria-hidden") == "true")
