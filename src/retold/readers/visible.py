"""The visible text of an HTML page in document order, one line per block element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


def visible(tree: Any) -> Visible:
    """What a reader of the page sees, as text; lines are joined by one line break."""
    pieces: list[str] = []
    lines: list[Line] = []
    place = elements = depth = 0
    unseen = concealed(tree)
    for events in _lines(tree, unseen):
        elements += sum(event.opens for event in events)
        depth = max(depth, *(event.holder.depth for event in events))
        written = [event for event in events if event.text]
        line = "".join(event.text for event in written).replace(SOFT_HYPHEN, "")
        line = SPACE.sub(" ", line).strip()
        if line:
            linked = sum(len(event.text.strip()) for event in written if event.links)
            first = next((event for event in written if event.text.strip()), written[0])
            lines.append(Line(Span(place, place + len(line)), first.holder, linked))
            pieces.append(line)
            place += len(line) + 1
    return Visible("\n".join(pieces), tuple(lines), elements, depth, unseen.marks)


@dataclass(frozen=True, slots=True)
class _Event:
    """A step through the page: a line may end, and text may follow."""

    text: str
    breaks: bool
    holder: Holder
    opens: bool
    links: bool


def _lines(tree: Any, unseen: Concealed) -> Iterator[list[_Event]]:
    """The steps through the page, parted where a line ends; no part is empty."""
    held: list[_Event] = []
    for event in _events(tree, unseen):
        if event.breaks and held:
            yield held
            held = []
        held.append(event)
    if held:
        yield held


def _events(tree: Any, unseen: Concealed) -> Iterator[_Event]:
    """The page in document order, without recursion: pages nest as deep as they like."""
    root = Holder("", frozenset(), 0, 0, None)
    stack: list[tuple[Any, bool, Holder, bool]] = [(tree, True, root, False)]
    breaks = number = 0
    while stack:
        element, entering, around, linked = stack.pop()
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if not entering:
            block = tag not in INLINE and tag != "br" and bool(tag)
            yield _Event(element.tail or "", block, around, opens=False, links=linked)
            continue
        if element is not tree:
            stack.append((element, False, around, linked))
        if tag == "br":
            breaks = (
                breaks + 1 if not (element.getprevious() is not None and _parted(element)) else 1
            )
            yield _Event(" ", breaks >= BREAKS_A_LINE, around, opens=True, links=linked)
            continue
        if not tag or tag in UNSEEN or element in unseen or _is_ornament(element):
            continue
        number += 1
        inside = Holder(tag, _marks(element), number, around.depth + 1, around)
        linked = linked or tag == "a"
        yield _Event(element.text or "", tag not in INLINE, inside, opens=True, links=linked)
        stack.extend((child, True, inside, linked) for child in reversed(element))


def _marks(element: Any) -> frozenset[str]:
    """The words of an element's class, id and role, lower case; none of an element without them."""
    written = " ".join(element.get(name, "")[:LONGEST_MARKS] for name in ("class", "id", "role"))
    if not written.strip():
        return frozenset()
    return frozenset(MARK.findall(CAMEL.sub(r"\1 \2", written).lower()))


def _parted(element: Any) -> bool:
    """Whether text or another element stands between a line break and the one before it."""
    previous = element.getprevious()
    return previous.tag != "br" or bool((previous.tail or "").strip())


def _is_ornament(element: Any) -> bool:
    """Whether an element says that there is nothing in it to read."""
    return bool(element.get("aria-hidden") == "true")
