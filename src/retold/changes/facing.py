"""A passage of one telling beside the passage of another that says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from retold.model.document import Document, Place, Span
from retold.model.relation import LinkKind
from retold.text.words import Word, stem, words


@dataclass(frozen=True)
class Passage:
    """Sentences of one telling, in order, at least one.

    Attributes:
        quoted: what stands between quotation marks in them, marks included, in order.
        body: every sentence of the telling's body, in order: what else it says.
    """

    document: Document
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentences, those in quotation marks too, in order."""
        text = self.document.text
        return tuple(word for span in self.sentences for word in words(text, span))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Their stems, in the same order."""
        return tuple(map(self.stem_of, self.words))

    def stem_of(self, word: Word) -> str:
        """The stem of one of its words."""
        return stem(word.key, self.document.language)

    @property
    def whole(self) -> Span:
        """From the first sentence's begin to the last one's end."""
        return Span(self.sentences[0].begin, max(span.end for span in self.sentences))

    def outside(self, span: Span) -> bool:
        """Whether a span has no character between quotation marks."""
        return not any(span.meets(marked) for marked in self.quoted)

    def of(self, span: Span) -> str:
        """The words under a span, on one line."""
        return " ".join(span.of(self.document.text).split())

    def place(self, span: Span) -> Place:
        """A place of this passage's document."""
        return Place(self.document.id, span)


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that stand in one another's place, between words that both passages have in order.

    One side is empty where words were dropped or added; never both.
    """

    parent: tuple[Word, ...]
    child: tuple[Word, ...]


@dataclass(frozen=True)
class Facing:
    """Linked passages: the parent's, or where it is open which came first the lesser id's, and the
    child's.

    Attributes:
        descended: whether the child goes back to the parent or both to one telling; between
            independent tellings a difference is a contradiction, never an alteration.
        directed: whether it is known that the child is the later one.
    """

    parent: Passage
    child: Passage
    kind: LinkKind
    likeness: float
    descended: bool
    directed: bool = True

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Where the wording differs, in order; words match by stem. Empty for a verbatim link."""
        return tuple(_slots(self.parent, self.child))

    @cached_property
    def same(self) -> Mapping[Word, Word]:
        """The words that return in order, by stem: the parent's with the child's."""
        found = Indel.opcodes(self.parent.stems, self.child.stems)
        return {
            mine: theirs
            for code in found
            if code.tag == "equal"
            for mine, theirs in zip(
                self.parent.words[code.src_start : code.src_end],
                self.child.words[code.dest_start : code.dest_end],
                strict=True,
            )
        }

    @property
    def language(self) -> str | None:
        """The language of both; None where they differ or it is not known."""
        mine, theirs = self.parent.document.language, self.child.document.language
        return mine if mine == theirs else None


def _slots(parent: Passage, child: Passage) -> Iterator[Slot]:
    mine, theirs = parent.words, child.words
    here = there = 0
    for code in Indel.opcodes(parent.stems, child.stems):
        if code.tag == "equal":
            if here < code.src_start or there < code.dest_start:
                yield Slot(mine[here : code.src_start], theirs[there : code.dest_start])
            here, there = code.src_end, code.dest_end
    if here < len(mine) or there < len(theirs):
        yield Slot(mine[here:], theirs[there:])
