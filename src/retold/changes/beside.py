"""Who is laid beside whom when a story is asked what changed, and which passages face each other.

Every descent is walked once, so that a change is seen where it entered the tree and not again in
each copy made later. For a lost text stands the telling that keeps it best; between origins the
telling that stands first in each tree.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from retold.changes.facing import Facing, Passage
from retold.changes.tellings import Tellings
from retold.model.change import QuoteStyle
from retold.model.document import Document, Span
from retold.model.relation import Link
from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma

# From the one that keeps a text best to the one that keeps it least.
FAITHFUL = (
    DescentKind.COPY,
    DescentKind.REVISION,
    DescentKind.EXCERPT,
    DescentKind.PARAPHRASE,
    DescentKind.REWRITE,
)
# Up to this kind a telling stands for the text it comes from: what others lack of it they lost.
STANDS_FOR = FAITHFUL.index(DescentKind.EXCERPT)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two tellings to lay side by side, by id.

    Attributes:
        above: the node of the tree that `parent` is, or stands for; empty between origins.
        descended, directed: as of `Facing`.
    """

    parent: str
    child: str
    above: str
    descended: bool
    directed: bool


@dataclass(frozen=True)
class Beside:
    """Two tellings side by side.

    Attributes:
        facings: the linked passages, in the order of the child.
        parent_alone, child_alone: sentences that no link holds, in order.
    """

    pairing: Pairing
    parent: Document
    child: Document
    facings: tuple[Facing, ...]
    parent_alone: tuple[Span, ...]
    child_alone: tuple[Span, ...]


def besides(tellings: Tellings) -> Iterator[Beside]:
    """Every two tellings between which something can have changed; none for a single telling.

    One a descent and one for every two origins; pairs of a long story that never met are left out.
    """
    marked = {
        name: tuple(one.marks for one in found if one.style is not QuoteStyle.INDIRECT)
        for name, found in tellings.quotations.items()
    }
    for pairing in pairings(tellings):
        if _key(pairing) in tellings.relations:
            yield _beside(pairing, tellings, marked)


def _key(pairing: Pairing) -> tuple[str, str]:
    return min(pairing.parent, pairing.child), max(pairing.parent, pairing.child)


def pairings(tellings: Tellings) -> Iterator[Pairing]:
    """Who is laid beside whom: along the tree, then between origins."""
    tree = _Tree(tellings.stemma)
    yield from tree.pairings()
    first = [
        min(origin.documents, key=lambda name: tree.place.get(name, len(tree.place)))
        for origin in tellings.origins
    ]
    for one, other in combinations(sorted(first), 2):
        yield Pairing(one, other, "", descended=False, directed=False)


@dataclass(frozen=True)
class _Tree:
    stemma: Stemma

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        return {node.id: node for node in self.stemma.nodes}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each telling stands in the tree, from the root on."""
        names = (node.document for node in self.stemma.nodes if node.document)
        return {name: number for number, name in enumerate(names)}

    @cached_property
    def below(self) -> Mapping[str, tuple[Descent, ...]]:
        """The descents out of each node, the most faithful first."""
        found: dict[str, list[Descent]] = {}
        for edge in self.stemma.descents:
            if not edge.secondary and edge.kind is not DescentKind.CITES:
                found.setdefault(edge.parent, []).append(edge)
        return {parent: tuple(sorted(edges, key=self._rank)) for parent, edges in found.items()}

    def _rank(self, edge: Descent) -> tuple[bool, int, float, str]:
        lost = self.nodes[edge.child].kind is NodeKind.LOST
        return lost, FAITHFUL.index(edge.kind), -edge.confidence, edge.child

    @cached_property
    def keepers(self) -> Mapping[str, str]:
        """The telling that keeps the text of each node best: its own, else that of a child."""
        found: dict[str, str] = {}
        for node in reversed(self._downward()):
            own = self.nodes[node].document
            heirs = (found[edge.child] for edge in self.below.get(node, ()) if edge.child in found)
            keeper = own or next(heirs, None)
            if keeper:
                found[node] = keeper
        return found

    def _downward(self) -> list[str]:
        """The nodes, each after the one above it."""
        under = {edge.child for edges in self.below.values() for edge in edges}
        order = [node.id for node in self.stemma.nodes if node.id not in under]
        for node in order:
            order.extend(edge.child for edge in self.below.get(node, ()))
        return order

    def pairings(self) -> Iterator[Pairing]:
        for node in self._downward():
            parent = self.keepers.get(node)
            if parent is None:
                continue
            for edge in self.below.get(node, ()):
                child = self.keepers.get(edge.child)
                if child is not None and child != parent:
                    directed = self._directed(node, edge)
                    yield Pairing(parent, child, node, descended=True, directed=directed)

    def _directed(self, node: str, edge: Descent) -> bool:
        """Whether what the child has otherwise came later: its parent lies before us, or nearly."""
        if self.nodes[node].document or self.nodes[edge.child].kind is NodeKind.LOST:
            return True
        nearest = FAITHFUL.index(self.below[node][0].kind)
        return nearest <= STANDS_FOR < FAITHFUL.index(edge.kind)


def _beside(pairing: Pairing, tellings: Tellings, marked: Mapping[str, tuple[Span, ...]]) -> Beside:
    relation = tellings.relations[_key(pairing)]
    turned = relation.left != pairing.parent
    linked = [_sides(link, turned=turned) for link in relation.links]
    parent, child = (
        Passage(tellings.documents[name], (), marked[name], tellings.readings[name].sentences)
        for name in (pairing.parent, pairing.child)
    )
    facings = (
        Facing(
            _passage(parent, mine),
            _passage(child, theirs),
            link.kind,
            link.likeness,
            pairing.descended,
            pairing.directed,
        )
        for link, (mine, theirs) in zip(relation.links, linked, strict=True)
    )
    return Beside(
        pairing,
        parent.document,
        child.document,
        tuple(sorted(facings, key=lambda one: (one.child.whole, one.parent.whole))),
        _alone(parent.body, (mine for mine, _ in linked)),
        _alone(child.body, (theirs for _, theirs in linked)),
    )


def _passage(whole: Passage, sentences: tuple[Span, ...]) -> Passage:
    """Some sentences of a whole body."""
    around = Span(sentences[0].begin, sentences[-1].end)
    return replace(whole, sentences=sentences, quoted=_within(whole.quoted, around))


def _alone(body: tuple[Span, ...], linked: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    held = {span for side in linked for span in side}
    return tuple(span for span in body if span not in held)


def _sides(link: Link, *, turned: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of parent and child, in order."""
    left, right = tuple(sorted(link.left)), tuple(sorted(link.right))
    return (right, left) if turned else (left, right)


def _within(spans: tuple[Span, ...], around: Span) -> tuple[Span, ...]:
    """Those of `spans`, in order and apart, that meet `around`."""
    first = max(0, bisect_left(spans, around.begin, key=lambda span: span.begin) - 1)
    last = bisect_left(spans, around.end, key=lambda span: span.begin)
    return tuple(span for span in spans[first:last] if span.meets(around))
