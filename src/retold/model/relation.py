"""Two documents once judged: which sentences correspond, and what that says of descent."""

from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span
from retold.model.packed import Packed


class LinkKind(StrEnum):
    """How the wording of one side returns on the other."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the left document and those of the right that say the same.

    Several spans on a side where sentences were joined or split; `likeness` of the wording, 0..1.
    """

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    kind: LinkKind
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of two documents in the order of the right; an unlinked sentence has no match."""

    left: str
    right: str
    links: tuple[Link, ...]


class RelationKind(StrEnum):
    """How two bodies' own prose compares, quotations apart."""

    COPY = "copy"
    REVISION = "revision"
    EXCERPT = "excerpt"
    PARAPHRASE = "paraphrase"
    REWRITE = "rewrite"
    SHARED_SOURCE = "shared-source"
    INDEPENDENT = "independent"
    UNRELATED = "unrelated"
    UNKNOWN = "unknown"


class Dependence(StrEnum):
    """Whether one text explains the other. Unknown is an answer."""

    DEPENDENT = "dependent"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a judgement: a stable code and a sentence for the reader."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Two documents, left id < right id, that met and were not laid side by side.

    Attributes:
        same_event: how far the two tell of one event, 0..1.
    """

    left: str
    right: str
    same_event: float


@dataclass(frozen=True, slots=True, repr=False)
class Relation(Packed):
    """Two documents, left id < right id, and what was judged of them.

    Attributes:
        parent: id of the one the other descends from; None where neither does or it is open.
        confidence: probability that `dependence` is right, calibrated, 0..1; where it is unknown,
            of the likelier of the two answers.
        derived: probability that one body goes back to the other or both to one telling, 0..1.
        same_event: how far the two tell of one event, 0..1.
        lean: evidence on direction, natural log odds that the left is the earlier form; 0 where
        open.
    """

    left: str
    right: str
    kind: RelationKind
    dependence: Dependence
    parent: str | None
    confidence: float
    reasons: tuple[Reason, ...]
    links: tuple[Link, ...]
    derived: float
    same_event: float
    lean: float = 0.0

    def __repr__(self) -> str:
        from retold.model.glance import relation_line

        return relation_line(self)

    def _repr_html_(self) -> str:
        from retold.model.glance import relation_table

        return relation_table(self)
