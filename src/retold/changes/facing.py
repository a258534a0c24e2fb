"""A passage of one telling beside the passage of another that says the same."""

from dataclasses import dataclass

from retold.model.document import Document, Place, Span
from retold.model.relation import LinkKind


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one telling, in order, at least one."""

    document: Document
    sentences: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first sentence's begin to the last one's end."""
        return Span(self.sentences[0].begin, max(span.end for span in self.sentences))

    def place(self, span: Span) -> Place:
        """A place of this passage's document."""
        return Place(self.document.id, span)


@dataclass(frozen=True, slots=True)
class Facing:
    """Linked passages: the parent's, or where descent is open the lesser id's, and the child's.

    `descended`: whether the child goes back to the parent or both to one telling; between
    independent tellings a difference is a contradiction, never an alteration.
    """

    parent: Passage
    child: Passage
    kind: LinkKind
    likeness: float
    descended: bool
