"""Text of a page that its styles keep from the screen: which elements, and what they say.

Read are the style attribute, the hidden attribute, and the plainest rules of the page's own style
elements (a class, an id, a name with a class). What linked style sheets or scripts do is not known.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from retold.model.document import Mark, MarkKind

LONGEST_STYLE = 500  # characters of one style attribute
LONGEST_SHEET = 1_000_000  # characters of all style elements; the largest pages inline some 400,000
MOST_CLASSES = 50  # of one element
DEEPEST = 300  # elements looked at above one
# What hides for good, and what may be a page that a script fades in or moves into place.
GONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
# Each pattern has one way to pass over white space: a sheet may be a megabyte of it.
FAINT = re.compile(
    r"(?<![\w-])(?:opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)\s*(?:%\s*)?(?:[;!]|$)"
    r"|font-size\s*:\s*(?:0+(?:\.0*)?|\.0+)\s*(?:(?:px|em|rem|pt|%)\s*)?(?:[;!]|$)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|right|top|margin-left)\s*:\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
SHOWN = re.compile(r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible", re.IGNORECASE)
SELECTOR = re.compile(r"(?:[a-z][a-z0-9]{0,15})?[.#][A-Za-z_][\w-]{0,80}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BRACE = re.compile(r"[{}]")
# Rules and faint styles that hide more of the page than this, one alone or all that would each hide
# less, are not believed: a script fades the
# text in, or a later rule in a linked style sheet shows it. One of 70 news pages
# hides its whole article by a rule of its own. By eye: a text hidden to be copied is a few lines.
LARGEST = 0.1  # share of the page's letters and figures
MOST_DOUBTED = 20  # elements whose share is counted; a page that hides more of its text is odd
LEAST = 5  # letters and figures; less is a label of a button
QUOTED = 200  # characters of a hidden text that are kept
MOST = 50  # hidden texts listed; the rest is counted in one more
UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "select", "option", "iframe"})


@dataclass(frozen=True, slots=True)
class Concealed:
    """The elements that styles hide, and a mark for each text among them."""

    elements: frozenset[Any] = frozenset()
    marks: tuple[Mark, ...] = ()

    def __contains__(self, element: Any) -> bool:
        return element in self.elements


def concealed(tree: Any) -> Concealed:
    """What the styles of a parsed page (lxml) hide; outermost elements only."""
    rules = _rules(tree)
    hidden: dict[Any, tuple[str, int]] = {}
    faint: dict[Any, int] = {}
    whole = 0
    for element, sure in _suspects(tree, rules):
        if hidden and _inside(element, hidden):
            continue
        text, count = _said(element)
        if not sure and count > LEAST:
            whole = whole or max(_said(tree)[1], 1)
            faint[element] = count
            if len(faint) > MOST_DOUBTED or count > LARGEST * whole:
                faint[element] = 0
                continue
        hidden[element] = text, count
    if sum(faint.values()) > LARGEST * whole:
        hidden = {element: said for element, said in hidden.items() if element not in faint}
    texts = [said for said in hidden.values() if said[1] >= LEAST]
    return Concealed(frozenset(hidden), tuple(_marks(texts)))


def _suspects(tree: Any, rules: dict[str, bool]) -> Iterator[tuple[Any, bool]]:
    """Elements that are hidden, in document order, and whether by something final."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or not element.attrib:
            continue
        style = (element.get("style") or "")[:LONGEST_STYLE]
        gone = element.get("hidden") is not None or (style and GONE.search(style) is not None)
        if gone or (style and FAINT.search(style)):
            yield element, bool(gone)
        elif rules and not SHOWN.search(style) and _ruled(element, rules):
            yield element, False


def _ruled(element: Any, rules: dict[str, bool]) -> bool:
    """Whether a rule of the page's style elements hides an element."""
    tag = element.tag.lower()
    names = [f".{name}" for name in (element.get("class") or "").split()[:MOST_CLASSES]]
    if element.get("id"):
        names.append(f"#{element.get('id')}")
    return any(rules.get(name) or rules.get(tag + name) for name in names)


def _rules(tree: Any) -> dict[str, bool]:
    """Whether each plain selector hides, by the last rule that says; rules for media are left."""
    found: dict[str, bool] = {}
    sheets = [one.text or "" for one in tree.iter("style") if not one.get("media")]
    for selectors, body in _blocks("\n".join(sheets)[:LONGEST_SHEET]):
        hides = GONE.search(body) is not None or FAINT.search(body) is not None
        if hides or SHOWN.search(body):
            for selector in selectors.split(","):
                if SELECTOR.fullmatch(selector.strip()):
                    found[selector.strip()] = hides
    return {selector: True for selector, hides in found.items() if hides}


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules at the top of a style sheet: selectors and body."""
    plain = COMMENT.sub(" ", sheet)
    depth = begin = opened = 0
    for brace in BRACE.finditer(plain):
        if brace.group() == "{":
            depth += 1
            opened = brace.end() if depth == 1 else opened
        elif depth:
            depth -= 1
            if depth == 0:
                yield plain[begin : opened - 1], plain[opened : brace.start()]
                begin = brace.end()
        else:
            begin = brace.end()


def _inside(element: Any, hidden: Container[Any]) -> bool:
    """Whether an element stands in one that is hidden already."""
    around = element.getparent()
    for _ in range(DEEPEST):
        if around is None:
            return False
        if around in hidden:
            return True
        around = around.getparent()
    return False


def _said(element: Any) -> tuple[str, int]:
    """The first words of an element and the number of its letters and figures."""
    pieces: list[str] = []
    length = count = 0
    for node in element.iter():
        read = isinstance(node.tag, str) and node.tag.lower() not in UNREAD
        own = node.text if read else None
        for text in (own, node.tail if node is not element else None):
            if not text:
                continue
            letters = sum(map(str.isalnum, text))
            count += letters
            if letters and length <= QUOTED:
                pieces.append(text[: 4 * QUOTED])
                length += letters
    return " ".join(" ".join(pieces).split())[:QUOTED], count


def _marks(texts: list[tuple[str, int]]) -> Iterator[Mark]:
    for text, count in texts[:MOST]:
        yield Mark(MarkKind.HIDDEN, text, count)
    if len(texts) > MOST:
        yield Mark(MarkKind.HIDDEN, "…", sum(count for _, count in texts[MOST:]))
