"""A pile of stories at a glance: each on a line with its facets, and who takes from whom."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.model.document import Document
from retold.model.story import DescentKind, NodeKind, Story
from retold.report import tree, words
from retold.stories.family import COMMON_TEXT, LOST_TEXT

# By eye: lines of the list of stories, and outlets on each side of the matrix, before the rest is
# left to the JSON.
LISTED = 1000
OUTLETS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A story with its facets, each sorted; `days` are the first and last known, ISO 8601."""

    story: Story
    outlets: tuple[str, ...]
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many tellings of each taker (row) descend from one of each giver (column)."""

    givers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class PileView:
    """The lines, most tellings an origin first; the matrix is None where nobody takes."""

    lines: tuple[Line, ...]
    left_out: int
    matrix: Matrix | None


def pile_view(stories: Sequence[Story], documents: Mapping[str, Document]) -> PileView:
    """The stories of two tellings and more."""
    ranked = sorted(stories, key=lambda one: (-spread(one), -len(one.documents), one.documents))
    return PileView(
        lines=tuple(_line(one, documents) for one in ranked[:LISTED]),
        left_out=max(len(ranked) - LISTED, 0),
        matrix=_matrix(Counter(pair for one in stories for pair in taken(one, documents))),
    )


def spread(story: Story) -> float:
    """Tellings an origin, 1 and more."""
    return len(story.documents) / max(len(story.origins), 1)


def _line(story: Story, documents: Mapping[str, Document]) -> Line:
    held = [documents[name] for name in story.documents]
    days = sorted({date.at[:10] for one in held for date in one.dates})
    return Line(
        story=story,
        outlets=tuple(sorted({one.outlet for one in held if one.outlet})),
        kinds=tuple(sorted({words.KIND_WORDS[one.kind] for one in story.relations})),
        languages=tuple(sorted({one.language for one in held if one.language})),
        days=tuple(dict.fromkeys((days[0], days[-1]))) if days else (),
    )


def taken(story: Story, documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Taker and giver of each telling that descends from another, by outlet where it is known."""
    nodes = {node.id: node for node in story.stemma.nodes}
    for row in tree.rows(story.stemma):
        if row.descent is None or row.node.kind is not NodeKind.ATTESTED:
            continue
        parent = nodes[row.descent.parent]
        taker = _outlet(documents.get(row.node.document or ""))
        if parent.kind is NodeKind.LOST:
            giver = _maker(parent.label)
        else:
            giver = _outlet(documents.get(parent.document or ""))
        if taker and giver and taker != giver and row.descent.kind is not DescentKind.CITES:
            yield taker, giver


def _maker(label: str) -> str | None:
    """Who made a lost text, which is named after its maker: "The Agency, later revision"."""
    name, _, _ = label.rpartition(", ")
    maker = name or label
    return None if maker in (LOST_TEXT, COMMON_TEXT) else maker


def _outlet(document: Document | None) -> str | None:
    return document.outlet if document else None


def _matrix(taken: Mapping[tuple[str, str], int]) -> Matrix | None:
    if not taken:
        return None
    takes, gives = Counter[str](), Counter[str]()
    for (taker, giver), number in taken.items():
        takes[taker] += number
        gives[giver] += number
    givers = tuple(sorted(gives, key=lambda one: (-gives[one], one))[:OUTLETS])
    takers = sorted(takes, key=lambda one: (-takes[one], one))[:OUTLETS]
    rows = tuple(
        (taker, tuple(taken.get((taker, giver), 0) for giver in givers)) for taker in takers
    )
    shown = sum(sum(numbers) for _, numbers in rows)
    return Matrix(givers, rows, sum(taken.values()) - shown)
