"""Which pairs of a long story are listed: enough to see each telling's place and every origin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from retold.model.story import DescentKind, Origin, Stemma

# Parent by child, document by node, and the first children of each node that are documents.
_Tree = tuple[Mapping[str, str], Mapping[str, str | None], Mapping[str, Sequence[str]]]


def listed(stemma: Stemma, origins: Sequence[Origin]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids, the lesser first, sorted.

    Each telling with its nearest parent or sibling and with the representative of its origin (the
    first of its tellings in the tree), and every two representatives.
    """
    order = [node.document for node in stemma.nodes if node.document]
    place = {name: index for index, name in enumerate(order)}
    first = [min(origin.documents, key=place.__getitem__) for origin in origins]
    pairs = set(combinations(sorted(first), 2))
    beside = nearest(stemma)
    for origin, head in zip(origins, first, strict=True):
        for name in origin.documents:
            for other in (head, beside.get(name)):
                if other is not None and other != name:
                    pairs.add((min(name, other), max(name, other)))
    return tuple(sorted(pairs))


def nearest(stemma: Stemma) -> dict[str, str]:
    """The telling beside each in a tree: its first found parent, or a sibling under a lost one."""
    document = {node.id: node.document for node in stemma.nodes}
    above: dict[str, str] = {}
    below: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
    for edge in stemma.descents:
        if not edge.secondary and edge.kind is not DescentKind.CITES:
            above[edge.child] = edge.parent
            name = document[edge.child]
            if name is not None:
                below[edge.parent].append((edge.kind is not DescentKind.COPY, name))
    # Of the children of one lost text two are enough, those that have its wording first: a sibling
    # is the first that is not oneself.
    siblings = {
        node: [name for _, name in sorted(children)[:2]] for node, children in below.items()
    }
    found = {}
    for node, name in document.items():
        if name is not None:
            other = _upwards(name, node, (above, document, siblings))
            if other is not None:
                found[name] = other
    return found


def _upwards(name: str, node: str, tree: _Tree) -> str | None:
    above, document, siblings = tree
    while node in above:
        node = above[node]
        if document[node]:
            return document[node]
        other = next((one for one in siblings.get(node, ()) if one != name), None)
        if other is not None:
            return other
    return None
