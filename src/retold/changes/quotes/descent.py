"""How far each telling stands from what was said: the times it was put into other words."""

from collections.abc import Mapping
from dataclasses import dataclass

from retold.changes.tellings import Tellings
from retold.model.story import DescentKind

# What is done to a text so puts its quotations in other words as easily as its prose.
IN_OTHER_WORDS = frozenset({DescentKind.PARAPHRASE, DescentKind.REWRITE})
# Which of two came first is read off their wording, quotations apart. From these odds on it also
# says whose quotation came first: fifty to one, so that a changed word is not taken for the given.
SURELY_FIRST = 4.0  # nats
# Below these odds, three to one, nobody knows which of two tellings put the other in its words.
LIKELY = 1.0  # nats


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a telling stands in the tree.

    Attributes:
        origin: the number of its origin.
        retold: how often, on the way from the primary or the root, it was put into other words.
        depth: how many tellings before us it surely goes back to.
        descended: whether it goes back to another telling, found or lost.
        revised: whether it is a revision of that one, which may add what was said.
    """

    origin: int
    retold: int
    depth: int
    descended: bool
    revised: bool = False


def standings(tellings: Tellings) -> Mapping[str, Standing]:
    """The standing of every telling that an origin names, by document id."""
    stemma, origins = tellings.stemma, tellings.origins
    found: dict[str, Standing] = {}
    parent = {
        edge.child: edge
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    }
    node_of = {node.document: node.id for node in stemma.nodes if node.document}
    document_of = {node.id: node.document for node in stemma.nodes if node.document}
    for number, origin in enumerate(origins):
        for name in origin.documents:
            retold = depth = 0
            node, seen = node_of.get(name, ""), set[str]()
            while node in parent and node not in seen:
                seen.add(node)
                edge = parent[node]
                node = edge.parent
                above, below = document_of.get(node), document_of.get(edge.child)
                told = above is None or below is None or _lean(tellings, above, below) >= LIKELY
                retold += told and edge.kind in IN_OTHER_WORDS
                depth += above is not None and _lean(tellings, above, name) >= SURELY_FIRST
            descended = node_of.get(name) in parent and len(origin.documents) > 1
            revised = descended and parent[node_of[name]].kind is DescentKind.REVISION
            found[name] = Standing(number, retold, depth, descended, revised)
    return found


def _lean(tellings: Tellings, above: str, below: str) -> float:
    """How much speaks for one telling having come before another, nats; 0 for not known."""
    relation = tellings.relations.get((min(above, below), max(above, below)))
    if relation is None:
        return 0.0
    return relation.lean if relation.left == above else -relation.lean
