"""Where a text comes from: the documents of a store that it shares wording with, judged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold.backends.store.chronicle import Kept
from retold.backends.store.joining import partners
from retold.backends.store.keyrings import Kind
from retold.backends.store.store import Store
from retold.bench import Bench, Prepared, keys_of
from retold.growth.held import Held, Relations
from retold.growth.reading import alone
from retold.growth.regrouping import Teller
from retold.model.document import Document
from retold.model.relation import Dependence, Relation
from retold.model.story import Origin, Story
from retold.pairs.relate import relate
from retold.stories.event import COMPARED_FROM, same_event
from retold.stories.meet import LEAST_MARKS, OF_MARK, SHARED_FROM

# Documents laid beside a text, those that share most with it; of a wire in very many papers the
# next ones would say the same again.
MOST = 12
# The id of the text asked about: no document is called so, and it is the left one of every pair.
ASKED = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A document that a text shares wording with.

    Attributes:
        document: the document.
        relation: of the two; the text is its left one, called "".
        shared: how many marks of wording they have in common.
        story: the story the document is in.
        origin: that telling in it which the document goes back to.
    """

    document: Document
    relation: Relation
    shared: int
    story: Story
    origin: Origin

    @property
    def explains(self) -> bool:
        """Whether the text may come from this document: dependent, and not found its child."""
        dependent = self.relation.dependence is Dependence.DEPENDENT
        return dependent and self.relation.parent != ASKED


@dataclass(frozen=True, slots=True)
class Trace:
    """What a store knows of a text: its relatives, nearest first, and how many more there are."""

    relatives: tuple[Relative, ...]
    others: int

    @property
    def parent(self) -> Relative | None:
        """The relative that the text most likely comes from; None where none explains it."""
        return next((one for one in self.relatives if one.explains), None)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The tellings that lie behind the text, by what it comes from; each once."""
        found = {one.origin: None for one in self.relatives if one.explains}
        return tuple(found)


class Tracer:
    """Answers for one store; what it loads for a text is there for the next."""

    def __init__(self, store: Store, tools: Bench) -> None:
        self._store = store
        self._tools = tools
        self._held = Held(store)
        self._teller = Teller(store, self._held, Relations(self._held, tools), tools)
        self._join = store.join(Kind.MARKS, OF_MARK, store.numbers("gone"))

    def trace(self, document: Document, most: int = MOST) -> Trace:
        """The relatives of a text, whether the store holds it or not."""
        found = self.candidates(document)
        shared = dict(found)
        relations = self.relations(document, found[:most])
        ordered = sorted(relations.items(), key=lambda one: (-_nearness(one[1]), -shared[one[0]]))
        relatives = [self._relative(relation, shared[number]) for number, relation in ordered]
        return Trace(tuple(relatives), max(0, len(found) - most))

    def candidates(self, document: Document) -> list[tuple[int, int]]:
        """Numbers of documents that share wording, with how many marks, most first."""
        marks = keys_of(document).marks
        if not len(marks):
            return []
        # As a newcomer meets the others; no number is -1.
        met = partners(self._join, np.array([-1]), [marks])
        held = self._store.cards.column("marks", met.met)
        least = np.maximum(LEAST_MARKS, SHARED_FROM * np.minimum(held, len(marks)))
        enough = met.shared >= least
        itself = self._store.shelf.itself(document)
        found = [
            (number, shared)
            for number, shared in zip(
                met.met[enough].tolist(), met.shared[enough].tolist(), strict=True
            )
            if number != itself
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def relations(
        self, document: Document, found: Sequence[tuple[int, int]]
    ) -> dict[int, Relation]:
        """The relations of a text to documents that it shares wording with, by their numbers.

        Those that tell of another event share phrases by chance, and are left out.
        """
        names = self._store.shelf.ids(number for number, _ in found)
        asked = Prepared(replace(document, id=ASKED))
        relations = {}
        for number, _ in found:
            other = self._held[names[number]]
            same = same_event(asked.sketch, other.sketch, self._tools.events)
            if same >= COMPARED_FROM:
                relations[number] = relate(asked.reading, other.reading, self._tools.judge, same)
        return relations

    def _relative(self, relation: Relation, shared: int) -> Relative:
        name = relation.right
        story = self._story(self._store.chronicle.holding(name))
        origin = next(one for one in story.origins if name in one.documents)
        return Relative(self._held[name].document, relation, shared, story, origin)

    def _story(self, kept: Kept) -> Story:
        if kept.size == 1:
            return alone(self._store, kept, self._tools, whole=False)
        return kept.story or self._teller.told(kept, whole=False)


def _nearness(relation: Relation) -> float:
    """How much of wording two texts share: characters of their links, weighed by likeness."""
    weighed: Sequence[float] = [
        link.likeness * sum(len(span) for span in link.left) for link in relation.links
    ]
    return sum(weighed) * (relation.dependence is Dependence.DEPENDENT)
