"""The tree of descent as rows in reading order: what a terminal and a nested list both draw."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma


@dataclass(frozen=True, slots=True)
class Row:
    """One node of the tree on a row of its own.

    Attributes:
        depth: 0 for a root.
        last: whether it is the last child of its parent.
        guides: for each ancestor below the root, whether more of its siblings follow.
        descent: the edge that leads here; None for a root.
        others: further edges that lead here (secondary parents), with their parents.
        rests_on: the primaries that it cites itself.
    """

    node: Node
    depth: int
    last: bool
    guides: tuple[bool, ...]
    descent: Descent | None
    others: tuple[tuple[Node, Descent], ...]
    rests_on: tuple[Node, ...]


# Guides of a row are as long as it is deep, so a chain of n revisions would cost n * n: beyond
# this depth a row keeps its place in the order and is drawn at this depth. By eye: no screen
# shows more.
DEEPEST = 24


def rows(stemma: Stemma) -> tuple[Row, ...]:
    """Every telling of the stemma once, parents before children; primaries stand apart.

    Nodes in a circle (no stemma of ours has one) are begun at the first of them.
    """
    forest = _Forest(stemma)
    seen: set[str] = set()
    found: list[Row] = []
    for node in (*forest.roots(), *forest.tellings):
        if node.id not in seen:
            found.extend(forest.walk(node, seen))
    return tuple(found)


def primaries(stemma: Stemma) -> tuple[Node, ...]:
    """The primary sources, in the order of the stemma."""
    return tuple(node for node in stemma.nodes if node.kind is NodeKind.PRIMARY)


def nesting(listed: Iterable[Row]) -> Iterator[tuple[Row, int]]:
    """Each row with the step to the next one's depth: 1 opens a list, below 0 that many end."""
    ordered = list(listed)
    for place, row in enumerate(ordered):
        after = ordered[place + 1].depth if place + 1 < len(ordered) else 0
        yield row, after - row.depth


class _Forest:
    """The descents of a stemma by child and by parent."""

    def __init__(self, stemma: Stemma) -> None:
        self._nodes = {node.id: node for node in stemma.nodes}
        self.tellings = [node for node in stemma.nodes if node.kind is not NodeKind.PRIMARY]
        self._leading: dict[str, Descent] = {}
        self._others: dict[str, list[tuple[Node, Descent]]] = defaultdict(list)
        self._cited: dict[str, list[Node]] = defaultdict(list)
        self._children: dict[str, list[Node]] = defaultdict(list)
        for descent in stemma.descents:
            if descent.parent in self._nodes and descent.child in self._nodes:
                self._add(descent)

    def _add(self, descent: Descent) -> None:
        parent, child = self._nodes[descent.parent], self._nodes[descent.child]
        if child.kind is NodeKind.PRIMARY:
            return  # a primary stands apart, whatever it may itself go back to
        if descent.kind is DescentKind.CITES or parent.kind is NodeKind.PRIMARY:
            self._cited[child.id].append(parent)
        elif descent.secondary or child.id in self._leading:
            self._others[child.id].append((parent, descent))
        else:
            self._leading[child.id] = descent
            self._children[parent.id].append(child)

    def roots(self) -> Iterator[Node]:
        """Tellings that descend from no other telling."""
        return (node for node in self.tellings if node.id not in self._leading)

    def walk(self, root: Node, seen: set[str]) -> Iterator[Row]:
        """The rows of one tree, root first. Notes in `seen` what it has shown."""
        # A stack of our own: a chain of ten thousand revisions must not end in a RecursionError.
        waiting: list[tuple[Node, int, tuple[bool, ...], bool]] = [(root, 0, (), True)]
        while waiting:
            node, depth, guides, last = waiting.pop()
            if node.id in seen:
                continue
            seen.add(node.id)
            yield self._row(node, depth, guides, last=last)
            below = guides if depth in (0, DEEPEST) else (*guides, not last)
            children = [child for child in self._children[node.id] if child.id not in seen]
            for place, child in reversed(list(enumerate(children))):
                is_last = place == len(children) - 1
                waiting.append((child, min(depth + 1, DEEPEST), below, is_last))

    def _row(self, node: Node, depth: int, guides: tuple[bool, ...], *, last: bool) -> Row:
        return Row(
            node=node,
            depth=depth,
            last=last,
            guides=guides,
            descent=self._leading.get(node.id) if depth else None,
            others=tuple(self._others[node.id]),
            rests_on=tuple(self._cited[node.id]),
        )
