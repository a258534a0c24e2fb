"""Which pairs of a long story are listed: enough to see each telling's place and every origin."""

from collections.abc import Sequence
from itertools import combinations

from retold.model.story import DescentKind, Origin, Stemma


def listed(stemma: Stemma, origins: Sequence[Origin]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids, the lesser first, sorted.

    Each telling with its nearest parent or sibling and with the representative of its origin (the
    first of its tellings in the tree), and every two representatives.
    """
    order = [node.document for node in stemma.nodes if node.document]
    place = {name: index for index, name in enumerate(order)}
    first = [min(origin.documents, key=place.__getitem__) for origin in origins]
    pairs = set(combinations(sorted(first), 2))
    for origin, head in zip(origins, first, strict=True):
        for name in origin.documents:
            for other in (head, _nearest(name, stemma)):
                if other is not None and other != name:
                    pairs.add((min(name, other), max(name, other)))
    return tuple(sorted(pairs))


def _nearest(name: str, stemma: Stemma) -> str | None:
    """The telling next to another: its first found parent, or a sibling under a lost one."""
    document = {node.id: node.document for node in stemma.nodes}
    edges = [
        edge
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    ]
    above = {edge.child: edge.parent for edge in edges}
    node = next(node.id for node in stemma.nodes if node.document == name)
    while node in above:
        node = above[node]
        if document[node]:
            return document[node]
        beside = sorted(
            document[edge.child] or ""
            for edge in edges
            if edge.parent == node and document[edge.child]
        )
        if beside != [name] and beside:
            return next(one for one in beside if one != name)
    return None
