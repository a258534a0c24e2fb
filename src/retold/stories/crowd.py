"""A story of very many copies: a few of each wording stand for all while it is told.

What a story costs grows with the square of its tellings and more; ten thousand copies of one wire
say no more than a few of them do. Which stand for the others is told by their dates and by a hash
of their ids, so the order of the pile changes nothing, and the rest are attached to the finished
tree beside what they copy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retold.model.relation import Relation
from retold.model.story import (
    Descent,
    DescentKind,
    Group,
    Node,
    NodeKind,
    Origin,
    Primary,
    Stemma,
)
from retold.stories.forms import Pairs, between, by_pair, forms
from retold.stories.postings import turn

# Copies of one wording that are told in full, those with the earliest date among them.
STANDING = 8
EARLIEST = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """A group cut down to what is told in full.

    Attributes:
        group: that part, with the relations among its documents.
        stands: for each document left out, the one of the group whose copy it is taken for.
    """

    group: Group
    stands: Mapping[str, str]


def thinned(group: Group, dates: Mapping[str, date | None], from_size: int) -> Crowd:
    """The group without the copies that others stand for; up to `from_size` documents the whole."""
    if len(group.documents) <= from_size:
        return Crowd(group, {})
    pairs = by_pair(group.relations)
    stands: dict[str, str] = {}
    for form in forms(group.documents, pairs):
        kept = _standing(form.members, dates)
        for name in set(form.members) - set(kept):
            stands[name] = _nearest(name, kept, pairs)
    left = tuple(name for name in group.documents if name not in stands)
    known = set(left)
    inside = tuple(one for one in group.relations if {one.left, one.right} <= known)
    near = tuple(one for one in group.near if {one.left, one.right} <= known)
    return Crowd(Group(left, inside, near), stands)


def attached(stemma: Stemma, crowd: Crowd, relations: Mapping[str, Relation]) -> Stemma:
    """The tree with every document left out as a copy of the one that stands for it.

    `relations` are those of the documents left out with what stands for them.
    """
    node = {one.document: one.id for one in stemma.nodes if one.document}
    nodes, descents = list(stemma.nodes), list(stemma.descents)
    for name, other in sorted(crowd.stands.items()):
        nodes.append(Node(f"n{len(nodes) + 1}", NodeKind.ATTESTED, name, name))
        sure = relations[name].confidence
        descents.append(Descent(node[other], nodes[-1].id, DescentKind.COPY, sure))
    return Stemma(tuple(nodes), tuple(descents))


def with_copies(origins: Sequence[Origin], crowd: Crowd) -> tuple[Origin, ...]:
    """The origins with the documents left out, in the order of their first ids."""
    whole = [replace(one, documents=_filled(one.documents, crowd)) for one in origins]
    return tuple(sorted(whole, key=lambda origin: origin.documents))


def resting_copies(primaries: Sequence[Primary], crowd: Crowd) -> tuple[Primary, ...]:
    """The primaries with the documents left out whose original rests on them."""
    return tuple(replace(one, documents=_filled(one.documents, crowd)) for one in primaries)


def _filled(documents: Sequence[str], crowd: Crowd) -> tuple[str, ...]:
    inside = set(documents)
    return tuple(sorted(inside | {name for name, to in crowd.stands.items() if to in inside}))


def _standing(members: Sequence[str], dates: Mapping[str, date | None]) -> list[str]:
    """Those of one wording that stay: the earliest by date, then by hash."""
    dated = sorted((at, name) for name in members if (at := dates.get(name)) is not None)
    first = [name for _, name in dated[:EARLIEST]]
    rest = sorted(set(members) - set(first), key=turn)
    return first + rest[: STANDING - len(first)]


def _nearest(name: str, kept: Sequence[str], pairs: Pairs) -> str:
    """The one that stays which the document is surest to depend on; else the first."""
    beside = [(one, between(pairs, name, one)) for one in kept]
    met = [(-relation.derived, one) for one, relation in beside if relation is not None]
    return min(met)[1] if met else kept[0]
