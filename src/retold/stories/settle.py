"""What the story as a whole settles: the parent of a pair, the story's id and its title."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from retold.model.document import BlockKind, Document
from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.story import DescentKind, Stemma
from retold.pairs.direction import decided_from

# A text that this many others come from is their source by their number; with one it may be the
# other way.
HUB = 2  # children
# A title taken from a first sentence is cut here.
LONGEST_TITLE = 120  # characters


def story_id(documents: Collection[str]) -> str:
    """A hash of the sorted ids: it depends on the set alone."""
    return hashlib.sha256("\n".join(sorted(documents)).encode()).hexdigest()[:16]


def story_title(documents: Mapping[str, Document], stemma: Stemma) -> str:
    """The title of the first telling in the tree that has one, or the opening of the first."""
    order = [node.document for node in stemma.nodes if node.document in documents]
    for name in order:
        document = documents[name or ""]
        spans = list(document.spans_of(BlockKind.TITLE))
        if document.title or spans:
            return _flat(document.title or spans[0].of(document.text))
    first = documents[order[0] or ""]
    opening = first.body[0].of(first.text) if first.body else first.id
    return _flat(opening)


def _flat(text: str) -> str:
    # No word is shorter than a letter: of more words than that nothing would be left.
    line = " ".join(text.split(maxsplit=LONGEST_TITLE)[:LONGEST_TITLE])
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


def settled(relations: Sequence[Relation], stemma: Stemma) -> tuple[Relation, ...]:
    """The relations as they stand in the story: the parent by its tree, none unrelated."""
    above = {
        edge.child: edge.parent
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    }
    node: dict[str | None, str] = {one.document: one.id for one in stemma.nodes if one.document}
    children: dict[str, int] = {}
    for parent in above.values():
        children[parent] = children.get(parent, 0) + 1
    return tuple(_settled(one, above, node, children) for one in relations)


def _settled(
    relation: Relation,
    above: Mapping[str, str],
    node: Mapping[str | None, str],
    children: Mapping[str, int],
) -> Relation:
    if relation.kind is RelationKind.UNRELATED:
        kept = tuple(reason for reason in relation.reasons if reason.code != "two-events")
        return replace(relation, kind=RelationKind.INDEPENDENT, reasons=kept)
    if relation.dependence is not Dependence.DEPENDENT:
        return _below(relation, None)
    parent = None
    for one, other in ((relation.left, relation.right), (relation.right, relation.left)):
        if _descends(node[other], node[one], above):
            lean = relation.lean if one == relation.left else -relation.lean
            seen = lean >= decided_from(relation.kind)
            firm = seen or (lean >= 0 and children.get(node[one], 0) >= HUB)
            parent = one if firm else None
    return _below(relation, parent)


def _below(relation: Relation, parent: str | None) -> Relation:
    """The relation with that parent."""
    return relation if relation.parent == parent else replace(relation, parent=parent)


def _descends(child: str, parent: str, above: Mapping[str, str]) -> bool:
    """Whether the one node lies below the other."""
    while child in above:
        child = above[child]
        if child == parent:
            return True
    return False
