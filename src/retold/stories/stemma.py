"""The tree of a story: a family of tellings for each origin, above them what they rest on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from retold.model.relation import Dependence, LinkKind, Relation
from retold.model.story import Descent, DescentKind, Node, NodeKind, Origin, Primary, Stemma
from retold.pairs.direction import earliest
from retold.stories.family import Family, Kin, family
from retold.stories.forms import between

# How sure it is that a telling rests on a primary it names; by eye, on basil and polnear.
CITED = 0.9
# Sentences that a text has from a further telling and not from its parent, for that telling to be a
# second parent; one alone may be chance or a common quotation.
LEAST_BORROWED = 2


def descend(
    parts: Sequence[Sequence[str]], kin: Kin, primaries: Sequence[Primary]
) -> tuple[Stemma, tuple[Origin, ...]]:
    """The tree of a story whose documents are parted by origin, and the named origins."""
    families = [family(part, kin) for part in parts]
    numbers: dict[tuple[int, str], str] = {}
    nodes: list[Node] = []

    def numbered(where: int, node: Node) -> None:
        number = numbers[where, node.id] = f"n{len(nodes) + 1}"
        nodes.append(Node(number, node.kind, node.label, node.document))

    for place, primary in enumerate(primaries):
        if primary.attested is None:
            numbered(-1, Node(f"primary-{place}", NodeKind.PRIMARY, primary.label))
    for where, one in enumerate(families):
        for node in one.nodes:
            numbered(where, node)
    descents = [
        replace(edge, parent=numbers[where, edge.parent], child=numbers[where, edge.child])
        for where, one in enumerate(families)
        for edge in one.descents
    ]
    of_document = {node.document: node.id for node in nodes if node.document}
    descents += _citing(families, primaries, numbers, of_document)
    further = _borrowing(nodes, descents, kin)
    origins = tuple(
        Origin(one.label, tuple(part)) for one, part in zip(families, parts, strict=True)
    )
    return Stemma(tuple(nodes), (*descents, *further)), origins


def _citing(
    families: Sequence[Family],
    primaries: Sequence[Primary],
    numbers: Mapping[tuple[int, str], str],
    of_document: Mapping[str, str],
) -> list[Descent]:
    """An edge from each primary to the first telling of every origin that rests on it."""
    found = []
    for place, primary in enumerate(primaries):
        above = (
            of_document[primary.attested] if primary.attested else numbers[-1, f"primary-{place}"]
        )
        for where, one in enumerate(families):
            inside = {node.document for node in one.nodes if node.document}
            root = numbers[where, one.root]
            if inside & set(primary.documents) and root != above:
                found.append(Descent(above, root, DescentKind.CITES, CITED, secondary=False))
    return _one_parent_each(found)


def _one_parent_each(edges: Sequence[Descent]) -> list[Descent]:
    """A root's first primary is its parent, a further one is secondary: a forest stays one."""
    seen: set[str] = set()
    found = []
    for edge in edges:
        found.append(replace(edge, secondary=edge.child in seen))
        seen.add(edge.child)
    return found


def _borrowing(nodes: Sequence[Node], descents: Sequence[Descent], kin: Kin) -> list[Descent]:
    """Second parents: tellings a text has sentences from that no telling of its own line has."""
    attested = [node for node in nodes if node.document]
    if len(attested) == 1:
        return []
    document = {node.id: node.document for node in nodes}
    above = {edge.child: edge.parent for edge in descents if edge.kind is not DescentKind.CITES}
    line = {node.id: _line(node.id, above) for node in nodes}
    found = []
    for child in attested:
        kindred = {
            node.document
            for node in attested
            if node.document and line[node.id] & line[child.id] and node.id != child.id
        }
        if not kindred and child.id not in above:
            # A further parent goes beside a first: a text that stands alone has none.
            continue
        own = _of_line(child.document or "", kindred, kin)
        best = max(
            (
                (_borrowed(child.document or "", other.document or "", own, kin), other.id)
                for other in attested
                if other.document not in kindred and other.id != child.id
            ),
            key=lambda pair: (pair[0], pair[1]),
            default=(0, ""),
        )
        if best[0] >= LEAST_BORROWED:
            relation = between(kin.pairs, child.document or "", document[best[1]] or "")
            if relation is not None and _may_borrow(relation, child.document or "", kin):
                sure = relation.derived
                found.append(Descent(best[1], child.id, DescentKind.REWRITE, sure, secondary=True))
    return found


def _line(node: str, above: Mapping[str, str]) -> frozenset[str]:
    """The first telling a node goes back to, and itself."""
    while node in above:
        node = above[node]
    return frozenset({node})


def _may_borrow(relation: Relation, child: str, kin: Kin) -> bool:
    """Whether the further telling may be the earlier: dependent or open, and not dated later.

    Traces in the wording say little of a text drawn from two: they were learned on texts from one.
    """
    other = relation.left if relation.right == child else relation.right
    here, there = (earliest(kin.documents[name].dates) for name in (child, other))
    dated_later = here is not None and there is not None and there > here
    return relation.dependence is not Dependence.INDEPENDENT and not dated_later


def _of_line(child: str, kindred: Collection[str], kin: Kin) -> set[int]:
    """Where the sentences of `child` begin that a telling of its own line has too."""
    kinds = (LinkKind.VERBATIM, LinkKind.EDITED, LinkKind.REWRITTEN)
    beside = (between(kin.pairs, child, name) for name in kindred)
    return set().union(*(_sentences(one, child, kinds) for one in beside if one is not None))


def _borrowed(child: str, other: str, own: Collection[int], kin: Kin) -> int:
    """Sentences of `child` that `other` has nearly verbatim, those left out that begin at `own`."""
    relation = between(kin.pairs, child, other)
    if relation is None:
        return 0
    return len(_sentences(relation, child, (LinkKind.VERBATIM, LinkKind.EDITED)).difference(own))


def _sentences(relation: Relation, name: str, kinds: Sequence[LinkKind]) -> set[int]:
    """Where the linked sentences of one document begin, links of the given kinds."""
    return {
        span.begin
        for link in relation.links
        if link.kind in kinds
        for span in (link.left if relation.left == name else link.right)
    }
