"""The tellings of one origin as a tree: texts found and lost, parents, what was done between.

The shape comes from `retold.stories.lineage`; here it is given names. Where tellings unawares name
an outlet that has no telling in the pile, that outlet's text is lost and every wording of it is a
lost revision.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from retold.model.document import Document
from retold.model.relation import RelationKind
from retold.model.story import Descent, DescentKind, Node, NodeKind
from retold.pairs.direction import DECIDED_FROM
from retold.stories.forms import Form, Pairs, between, forms
from retold.stories.lineage import Lineage, lineage
from retold.stories.makers import Maker, maker
from retold.stories.traits import Traits
from retold.text.credits import Credit

# Kinds that keep a text a form of itself.
SAME_TEXT = (RelationKind.COPY, RelationKind.REVISION)
DONE = {
    RelationKind.COPY: DescentKind.COPY,
    RelationKind.REVISION: DescentKind.REVISION,
    RelationKind.EXCERPT: DescentKind.EXCERPT,
    RelationKind.PARAPHRASE: DescentKind.PARAPHRASE,
}
# How sure it is that a telling was copied from the lost text it names or has in common with
# others, and is not that text itself; by eye.
COPIED = 0.95
# Weight (0..1) from which a telling's word for its own outlet is good enough to call it by.
OWN_WORD = 0.5
# What a lost text is called where nothing says who made it.
LOST_TEXT = "lost text"
COMMON_TEXT = "text that its copies have in common"
# A place in the tree whose rival is as good is right as often as not.
COIN = 0.5


@dataclass(frozen=True, slots=True)
class Kin:
    """What the tree of a story is made from, by document id."""

    documents: Mapping[str, Document]
    traits: Mapping[str, Traits]
    credits: Mapping[str, Sequence[Credit]]
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Family:
    """One origin as a tree. `nodes` begin with the root; ids are document ids or `lost-...`."""

    label: str
    nodes: tuple[Node, ...]
    descents: tuple[Descent, ...]

    @property
    def root(self) -> str:
        """The id of the first telling, found or lost."""
        return self.nodes[0].id


def family(part: Sequence[str], kin: Kin) -> Family:
    """The tree of the documents of one origin."""
    made_by = maker([kin.documents[name] for name in part], kin.credits)
    if len(part) == 1:
        return _single(part[0], made_by, kin)
    wordings = forms(part, kin.pairs)
    of_maker = _maker_forms(wordings, made_by, kin) if made_by else ()
    members = {form.first: form.members for form in wordings}
    tree = lineage(
        {name: kin.traits[name] for name in members},
        lambda one, other: _lean_of_forms(members[one], members[other], kin.pairs),
        [form.first for form in of_maker],
    )
    heads = _heads(wordings, of_maker, made_by, tree, kin)
    return _assembled(wordings, heads, tree, kin, made_by)


def _single(name: str, made_by: Maker | None, kin: Kin) -> Family:
    """A telling alone; a credit to another outlet puts that outlet's lost text above it."""
    document = kin.documents[name]
    node = Node(name, NodeKind.ATTESTED, called(document), name)
    if made_by and made_by.own is None and document.outlet:
        lost = Node("lost-1", NodeKind.LOST, made_by.name)
        return Family(
            made_by.name, (lost, node), (Descent("lost-1", name, DescentKind.COPY, COIN),)
        )
    return Family(made_by.name if made_by else _called_origin(document, kin), (node,), ())


def _called_origin(document: Document, kin: Kin) -> str:
    """What an origin is called by its first telling: its outlet, or one it calls itself."""
    own = [one for one in kin.credits.get(document.id, ()) if one.weight >= OWN_WORD]
    named = min(own, key=lambda one: (-one.weight, one.name), default=None)
    return document.outlet or (named.name if named else document.id)


def called(document: Document) -> str:
    """What a telling is called: its outlet, or its id."""
    return document.outlet or document.id


def _lean(pairs: Pairs, one: str, other: str) -> float:
    """Evidence that `one` is the earlier form, nats; 0 where the two were not judged."""
    relation = between(pairs, one, other)
    if relation is None:
        return 0.0
    return relation.lean if relation.left == one else -relation.lean


def _lean_of_forms(one: Sequence[str], other: Sequence[str], pairs: Pairs) -> float:
    """Mean evidence over the members of two wordings that the first is the earlier, nats."""
    found = [_lean(pairs, left, right) for left in one for right in other]
    return sum(found) / len(found)


def _maker_forms(wordings: Sequence[Form], made_by: Maker, kin: Kin) -> tuple[Form, ...]:
    """The wordings that are the maker's own text: they name it and are forms of one another.

    The first is the one that most tellings have; others join it as copies or revisions.
    """
    naming = set(made_by.tellings) if made_by.own is None else {made_by.own}
    named = [form for form in wordings if naming & set(form.members)]
    named.sort(key=lambda form: (-len(form.members), -len(kin.traits[form.first]), form.first))
    chosen: list[Form] = []
    for form in named:
        beside = [between(kin.pairs, form.first, other.first) for other in chosen]
        if all(relation is not None and relation.kind in SAME_TEXT for relation in beside):
            chosen.append(form)
    return tuple(sorted(chosen, key=lambda form: form.first))


def _heads(
    wordings: Sequence[Form],
    of_maker: Sequence[Form],
    made_by: Maker | None,
    tree: Lineage,
    kin: Kin,
) -> dict[str, Node]:
    """The node at the head of each wording and lost text of the lineage, by its name there."""
    heads: dict[str, Node] = {}
    lost = [name for name in tree.nodes if name in of_lost(tree, wordings)]
    for name in lost:
        theirs = made_by is not None and made_by.own is None and name == tree.root
        heads[name] = Node(name, NodeKind.LOST, made_by.name if made_by and theirs else LOST_TEXT)
    revisions = [form for name in tree.nodes for form in of_maker if form.first == name]
    for form in wordings:
        if form in revisions and made_by is not None and made_by.own is None:
            if tree.parents.get(form.first) in lost and len(form.members) == 1:
                heads[form.first] = _attested(form.first, kin)
                continue
            label = _revision(made_by.name, revisions.index(form), len(revisions))
            heads[form.first] = Node(f"lost-{form.first}", NodeKind.LOST, label)
        else:
            heads[form.first] = _head_of(form, kin)
    return heads


def of_lost(tree: Lineage, wordings: Sequence[Form]) -> Collection[str]:
    """The names of the lost texts of a lineage."""
    return set(tree.nodes) - {form.first for form in wordings}


def _revision(name: str, place: int, count: int) -> str:
    """What a lost wording is called: its maker's text, or which revision of it."""
    if count == 1:
        return name
    if count == 2:
        return f"{name}, {('earlier', 'later')[place]} revision"
    return f"{name}, revision {place + 1} of {count}"


def _attested(name: str, kin: Kin) -> Node:
    return Node(name, NodeKind.ATTESTED, called(kin.documents[name]), name)


def _head_of(form: Form, kin: Kin) -> Node:
    """The member the others were copied from where direction tells, or their lost common text."""
    if len(form.members) == 1:
        return _attested(form.first, kin)
    scores = {
        one: min(_lean(kin.pairs, one, other) for other in form.members if other != one)
        for one in form.members
    }
    best = min(form.members, key=lambda one: (-scores[one], one))
    if scores[best] >= DECIDED_FROM:
        return _attested(best, kin)
    return Node(f"lost-{form.first}", NodeKind.LOST, COMMON_TEXT)


def _assembled(
    wordings: Sequence[Form],
    heads: Mapping[str, Node],
    tree: Lineage,
    kin: Kin,
    made_by: Maker | None,
) -> Family:
    """All nodes, parents first, and the descents between them."""
    members = {form.first: form.members for form in wordings}
    nodes: list[Node] = []
    descents: list[Descent] = []
    for name in tree.nodes:
        head = heads[name]
        nodes.append(head)
        if name in tree.parents:
            descents.append(_descent(tree.parents[name], name, heads, tree, kin))
        for member in members.get(name, ()):
            if member != head.document:
                nodes.append(_attested(member, kin))
                certain = _certainty(name, member, kin)
                descents.append(Descent(head.id, member, DescentKind.COPY, certain))
    label = made_by.name if made_by else _label(nodes, kin)
    return Family(label, tuple(nodes), tuple(descents))


def _label(nodes: Sequence[Node], kin: Kin) -> str:
    """An origin without a named maker goes by its first attested telling."""
    first = next(node for node in nodes if node.document is not None)
    return _called_origin(kin.documents[first.document or first.id], kin)


def _certainty(first: str, member: str, kin: Kin) -> float:
    """How sure it is that a telling was copied from its wording's head."""
    relation = between(kin.pairs, first, member) if first != member else None
    return COPIED * (relation.derived if relation else 1.0)


def _descent(
    parent: str, child: str, heads: Mapping[str, Node], tree: Lineage, kin: Kin
) -> Descent:
    """What was done between two neighbours of the lineage, and how sure their place is."""
    attested = child if child in kin.traits else _below(child, tree, kin)
    model = parent if parent in kin.traits else _nearest(parent, attested, tree, kin)
    relation = between(kin.pairs, model, attested)
    kind = DONE.get(relation.kind, DescentKind.REWRITE) if relation else DescentKind.REWRITE
    if child not in kin.traits or (
        heads[parent].kind is NodeKind.LOST and heads[child].kind is NodeKind.LOST
    ):
        kind = DescentKind.REVISION
    sure = (relation.derived if relation else COIN) * tree.firmness.get(attested, COIN)
    return Descent(heads[parent].id, heads[child].id, kind, sure)


def _below(lost: str, tree: Lineage, kin: Kin) -> str:
    """The first attested text under a lost one."""
    queue = [lost]
    while queue:
        name = queue.pop(0)
        if name in kin.traits:
            return name
        queue.extend(sorted(child for child, above in tree.parents.items() if above == name))
    raise AssertionError("a lost text has texts below it")  # lineage puts it between two


def _nearest(lost: str, child: str, tree: Lineage, kin: Kin) -> str:
    """The text beside a lost one that stands for it: the one with most of what the others share."""
    beside = [name for name, above in tree.parents.items() if above == lost and name != child]
    if lost in tree.parents:
        beside.append(tree.parents[lost])
    known = sorted(name for name in beside if name in kin.traits)
    if not known:
        return _below(lost, tree, kin)
    return max(known, key=lambda name: _share(kin, name, [*known, child]))


def _share(kin: Kin, name: str, others: Sequence[str]) -> float:
    """Mean odds that a text depends on the others beside it."""
    found = [between(kin.pairs, name, other) for other in others if other != name]
    values = [relation.derived for relation in found if relation is not None]
    return sum(values) / len(values) if values else 0.0
