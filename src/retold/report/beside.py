"""Which pairs of a story are set side by side, and how each is laid out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from retold.model.document import Document
from retold.model.relation import Dependence, Relation
from retold.model.story import Stemma
from retold.report import anchors, ranks, side_by_side
from retold.report.side_by_side import Row, RowKind

# By eye: pairs set side by side in the page itself; its script sets any other pair that has links.
PAIRS_BESIDE = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the map of a pair: rows of one kind, `begin` and `width` in characters."""

    begin: int
    width: int
    kind: RowKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows shown as one: several word for word in a row, or a single row. `place` of the first."""

    place: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two tellings side by side, the parent on the left where there is one.

    `directed`: whether one is known to be the parent, so that words were dropped and added.
    `named`: the rows that a link leads to, those that moved stood after them.
    """

    relation: Relation
    left: Document
    right: Document
    anchor: str
    stretches: tuple[Stretch, ...]
    directed: bool
    counts: Mapping[str, int]
    bars: tuple[Bar, ...]
    named: frozenset[int]


def holding(relations: Iterable[Relation], stemma: Stemma) -> list[Relation]:
    """The dependent pairs with links that hold the origins of a story together, closest first.

    Each joins what no pair before it does (Kruskal 1956); pairs that the tree draws come first.
    """
    document = {node.id: node.document for node in stemma.nodes}
    drawn = {frozenset((document.get(d.parent), document.get(d.child))) for d in stemma.descents}
    ranked = ranks.of(Dependence.DEPENDENT, (one for one in relations if one.links))
    ranked.sort(key=lambda one: frozenset((one.left, one.right)) not in drawn)
    head: dict[str, str] = {}
    return [one for one in ranked if _joins(head, one)]


def _joins(head: dict[str, str], relation: Relation) -> bool:
    """Whether the two were apart; they are not after."""
    one, other = _top(head, relation.left), _top(head, relation.right)
    head[one] = other
    return one != other


def _top(head: dict[str, str], name: str) -> str:
    while head.setdefault(name, name) != name:
        name = head[name]
    return name


def sides(relation: Relation, documents: Mapping[str, Document]) -> Sides:
    """A pair laid out in rows."""
    left, right, links = documents[relation.left], documents[relation.right], relation.links
    if relation.parent == relation.right:
        left, right, links = right, left, side_by_side.turned(relation)
    rows = tuple(side_by_side.rows(links, left, right))
    counts = Counter(row.kind.value for row in rows)
    named = frozenset(row.after for row in rows if row.moved and row.after is not None)
    return Sides(
        relation=relation,
        left=left,
        right=right,
        anchor=anchors.pair(relation.left, relation.right),
        stretches=tuple(_stretches(rows, named)),
        directed=relation.parent is not None and relation.dependence is Dependence.DEPENDENT,
        counts={kind.value: counts[kind.value] for kind in RowKind if counts[kind.value]},
        bars=tuple(_bars(rows)),
        named=named,
    )


def _stretches(rows: Sequence[Row], named: Collection[int]) -> Iterator[Stretch]:
    """The rows, those word for word together as far as no link leads to one of them."""

    def alone(item: tuple[int, Row]) -> int:
        place, row = item
        kept = row.kind is RowKind.VERBATIM and not row.moved and place not in named
        return -1 if kept else place

    for _, run in groupby(enumerate(rows), key=alone):
        places, together = zip(*run, strict=True)
        yield Stretch(places[0], together)


def _bars(rows: Sequence[Row]) -> Iterator[Bar]:
    begin = 0
    for kind, run in groupby(rows, key=lambda row: row.kind):
        width = sum(sum(len(text) for text, _ in row.right or row.left) for row in run)
        yield Bar(begin, width, kind)
        begin += width
