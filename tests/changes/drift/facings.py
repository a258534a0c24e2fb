"""Two sentences laid face to face, as the chain lays them."""

from retold.changes.drift.checks import CHECKS
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift
from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import LinkKind
from retold.text.quotes import quotations
from retold.text.sentences import sentences


def passage(name: str, text: str) -> Passage:
    """A whole text as one passage."""
    whole = (Span(0, len(text)),)
    document = Document(name, text, (Block(whole[0], BlockKind.BODY),), language="en")
    spans = sentences(text, whole, "en")
    marked = tuple(one.marks for one in quotations(text, whole, "en"))
    return Passage(document, spans, marked, spans)


def facing(before: str, after: str, *, descended: bool = True, likeness: float = 0.8) -> Facing:
    """A parent's words beside a child's."""
    parent, child = passage("parent", before), passage("child", after)
    return Facing(parent, child, LinkKind.EDITED, likeness, descended)


def found(before: str, after: str) -> list[Drift]:
    """What all checks find."""
    both = facing(before, after)
    return [drift for check in CHECKS for drift in check(both)]


def codes(before: str, after: str) -> set[str]:
    """The codes of what all checks find, wording and tense apart."""
    return {drift.code for drift in found(before, after)} - {"C706", "M509"}
