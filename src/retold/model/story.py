"""What is told of one event: its tellings, their tree, their origins and what they rest on."""

from dataclasses import dataclass
from enum import StrEnum

from retold.model.change import Claim, Drift, Moment, NameRecord, QuoteRecord
from retold.model.document import Place, Span
from retold.model.packed import Packed
from retold.model.relation import Near, Relation


@dataclass(frozen=True, slots=True)
class Group(Packed):
    """Documents that tell of one event, sorted by id, and the pairs among them that met.

    Attributes:
        relations: those that were judged.
        near: those that were not laid side by side.
    """

    documents: tuple[str, ...]
    relations: tuple[Relation, ...]
    near: tuple[Near, ...] = ()


class NodeKind(StrEnum):
    """Whether a node of the tree lies before us, is inferred, or is what a telling reports from."""

    ATTESTED = "attested"
    LOST = "lost"
    PRIMARY = "primary"


@dataclass(frozen=True, slots=True)
class Node:
    """A telling or a primary in the tree; `document` is its id where it lies in the pile."""

    id: str
    kind: NodeKind
    label: str
    document: str | None = None


class DescentKind(StrEnum):
    """What was done on the way from parent to child."""

    COPY = "copy"
    REVISION = "revision"
    PARAPHRASE = "paraphrase"
    REWRITE = "rewrite"
    EXCERPT = "excerpt"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Descent:
    """An edge of the tree, by node ids; `secondary` marks a further parent (contamination)."""

    parent: str
    child: str
    kind: DescentKind
    confidence: float
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class Stemma:
    """The tree of descent: without its secondary descents, a forest."""

    nodes: tuple[Node, ...]
    descents: tuple[Descent, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The documents of a story that go back to one telling, found or lost."""

    label: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Primary:
    """What the story's main event is known from; `attested` is its id if it is in the pile."""

    label: str
    attested: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RebuiltSentence:
    """A sentence of a lost text: its likeliest wording, where it is attested, how surely, 0..1.

    `places` are the sentences that tell it, by document and place; never empty. `doubtful` are runs
    of words of `wording` that one telling alone has, or that tellings dispute, in order.
    """

    wording: str
    places: tuple[Place, ...]
    sureness: float
    doubtful: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A lost text as far as its tellings give it: the id of its node, its sentences in order."""

    node: str
    sentences: tuple[RebuiltSentence, ...]


@dataclass(frozen=True, slots=True)
class WeakestLink:
    """The pair a story hangs on: parted there, it would be two. `same_event` 0..1."""

    left: str
    right: str
    same_event: float


@dataclass(frozen=True, slots=True, repr=False)
class Story(Packed):
    """Everything found about one event. Made once, at the end.

    `id` is a hash of the sorted document ids; `origins` is the least number the evidence allows,
    `origins_at_most` the greatest.
    """

    id: str
    title: str
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    origins_at_most: int
    primaries: tuple[Primary, ...]
    pairs_judged: int
    pairs_possible: int
    relations: tuple[Relation, ...]
    stemma: Stemma
    quotes: tuple[QuoteRecord, ...] = ()
    claims: tuple[Claim, ...] = ()
    drifts: tuple[Drift, ...] = ()
    timeline: tuple[Moment, ...] = ()
    names: tuple[NameRecord, ...] = ()
    rebuilt: tuple[Rebuilt, ...] = ()
    weakest_link: WeakestLink | None = None

    def __repr__(self) -> str:
        from retold.model.glance import story_line

        return story_line(self)

    def _repr_html_(self) -> str:
        from retold.model.glance import story_table

        return story_table(self)
