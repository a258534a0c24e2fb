"""`retold.dedupe`: which texts of a pile to keep so that a telling counts once, and why.

For retrieval and training: ten reprints of one agency text are one voice, and a model or a reader
who is shown all ten takes them for ten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from retold.bench import Settings
from retold.face import Source, read
from retold.model.document import Document
from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.run import Rejected, Result
from retold.model.story import NodeKind, Origin, Stemma, Story
from retold.stories.standing import Keep, standing


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided of one text.

    Attributes:
        id: of the document.
        kept: whether it is to be kept.
        weight: 1 over the texts kept of its origin, so that each origin weighs one; 0 if dropped.
        why: a sentence for the reader.
        story: id of its story.
        origin: the origin's name.
        size: texts in its origin, kept or not.
        instead: id of the text that stands for it; None where it was kept.
    """

    id: str
    kept: bool
    weight: float
    why: str
    story: str
    origin: str
    size: int
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """A choice for every text read, by id; iterates over those kept."""

    choices: tuple[Choice, ...]
    rejected: tuple[Rejected, ...] = ()

    @property
    def kept(self) -> tuple[Choice, ...]:
        """Texts to keep, by id."""
        return tuple(one for one in self.choices if one.kept)

    @property
    def dropped(self) -> tuple[Choice, ...]:
        """Texts to leave out, by id, each with what stands for it."""
        return tuple(one for one in self.choices if not one.kept)

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each text kept; those of an origin add up to one."""
        return {one.id: one.weight for one in self.kept}

    def __iter__(self) -> Iterator[Choice]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)


def dedupe(
    docs: Result | Source | Iterable[Source],
    keep: str = Keep.ONE_PER_ORIGIN,
    settings: Settings | None = None,
) -> Choices:
    """Which texts to keep: `docs` are what `read` takes, or a result it gave.

    Kept of an origin is the text nearest the root of its tree; of those equally near the longest,
    then that of least id. A pair that could not be decided is counted as one origin, and that is
    said in `why`.

    Raises:
        ValueError: `keep` is not one of "one-per-origin", "one-per-copy", "all".
        NothingReadable: `docs` holds no text at all.
    """
    wanted = Keep(keep)
    result = docs if isinstance(docs, Result) else read(docs, settings)
    held = {one.id: one for one in result.documents}
    choices = [
        choice
        for story in result.stories
        for origin in story.origins
        for choice in _chosen(story, origin, held, wanted)
    ]
    return Choices(tuple(sorted(choices, key=lambda one: one.id)), result.rejected)


def _chosen(
    story: Story, origin: Origin, held: Mapping[str, Document], keep: Keep
) -> Iterator[Choice]:
    ranked = _ranked(story.stemma, origin, held)
    pairs = {frozenset((one.left, one.right)): one for one in story.relations}
    copies = ((r.left, r.right) for r in story.relations if r.kind is RelationKind.COPY)
    stands_for = standing(ranked, copies, keep)
    kept = sum(name == other for name, other in stands_for.items())
    for name, other in stands_for.items():
        stays = name == other
        relation = pairs.get(frozenset((name, other)))
        yield Choice(
            id=name,
            kept=stays,
            weight=1 / kept if stays else 0.0,
            why=_why_kept(ranked, name, keep) if stays else _why_dropped(other, relation),
            story=story.id,
            origin=origin.label,
            size=len(origin.documents),
            instead=None if stays else other,
        )


def _ranked(stemma: Stemma, origin: Origin, held: Mapping[str, Document]) -> list[str]:
    """An origin's documents, the one that is to stand for it first."""
    parents = {one.child: one.parent for one in stemma.descents if not one.secondary}
    kinds = {one.id: one.kind for one in stemma.nodes}
    nodes = {one.document: one.id for one in stemma.nodes if one.document is not None}

    def depth(name: str) -> int:
        # A primary is what an origin rests on, not a form of it.
        node, steps = parents.get(nodes.get(name, "")), 0
        while node is not None and kinds.get(node) is not NodeKind.PRIMARY and steps < len(kinds):
            node, steps = parents.get(node), steps + 1
        return steps

    def length(name: str) -> int:
        return sum(map(len, held[name].body))

    return sorted(origin.documents, key=lambda name: (depth(name), -length(name), name))


def _why_kept(ranked: list[str], name: str, keep: Keep) -> str:
    if len(ranked) == 1:
        return "the only text of its origin"
    if keep is Keep.ALL:
        return f"one of {len(ranked)} texts of one origin, which share one weight"
    if name == ranked[0]:
        return f"nearest the root of {len(ranked)} texts of one origin"
    return f"no copy of another text kept, among {len(ranked)} of one origin"


def _why_dropped(other: str, relation: Relation | None) -> str:
    if relation is None:
        return f"goes back to one telling with {other}, through others"
    if relation.dependence is Dependence.UNKNOWN:
        return f"may go back to one telling with {other}: not decided, so counted as one"
    if relation.dependence is Dependence.INDEPENDENT:
        return f"goes back to one telling with {other}, through others"
    return f"{relation.kind.value} of one telling with {other}"
