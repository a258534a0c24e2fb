"""Tellings of one wording as one form: texts that differ in furniture and typography alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from retold.model.relation import Relation, RelationKind

Pairs = Mapping[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True)
class Form:
    """The ids of tellings with one wording, sorted; the first stands for all."""

    members: tuple[str, ...]

    @property
    def first(self) -> str:
        """The member that stands for the others in comparisons."""
        return self.members[0]


def by_pair(relations: Iterable[Relation]) -> dict[tuple[str, str], Relation]:
    """Relations by their two ids, the lesser first."""
    return {(relation.left, relation.right): relation for relation in relations}


def between(pairs: Pairs, one: str, other: str) -> Relation | None:
    """The relation of two documents in either order, None where they were not judged."""
    return pairs.get((one, other) if one < other else (other, one))


def forms(documents: Collection[str], pairs: Pairs) -> tuple[Form, ...]:
    """The documents parted by wording, in the order of their first ids."""
    inside = frozenset(documents)
    copies: nx.Graph[str] = nx.Graph()
    copies.add_edges_from(
        pair
        for pair, relation in pairs.items()
        if relation.kind is RelationKind.COPY and inside.issuperset(pair)
    )
    parts = [tuple(sorted(part)) for part in nx.connected_components(copies)]
    parts += [(name,) for name in inside if name not in copies]
    return tuple(Form(part) for part in sorted(parts))
