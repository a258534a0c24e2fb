"""The three numbers of a story without some of its tellings, from the dependence of pairs alone.

The page's script counts in the same way; tests/browser holds the two together.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from retold.model.relation import Dependence, Relation
from retold.model.story import Primary


@dataclass(frozen=True, slots=True)
class Recount:
    """Tellings left, origins at least and at most, and primaries that a telling left rests on."""

    tellings: int
    origins: int
    origins_at_most: int
    primaries: int


def recount(
    documents: Collection[str], relations: Iterable[Relation], primaries: Iterable[Primary]
) -> Recount:
    """The numbers of `documents`, the tellings that are left; relations of others do not count.

    Tellings tied by a chain of dependent pairs are one origin. An undecided pair ties two for the
    least number and does not for the greatest; so does none for a pair that is not listed.
    """
    left = frozenset(documents)
    inside = [one for one in relations if one.left in left and one.right in left]
    tied = [(one.left, one.right) for one in inside if one.dependence is Dependence.DEPENDENT]
    open_ties = [(one.left, one.right) for one in inside if one.dependence is Dependence.UNKNOWN]
    return Recount(
        tellings=len(left),
        origins=_parts(left, [*tied, *open_ties]),
        origins_at_most=_parts(left, tied),
        primaries=sum(not left.isdisjoint(one.documents) for one in primaries),
    )


def _parts(names: Collection[str], ties: Iterable[tuple[str, str]]) -> int:
    """How many parts the names fall into once the tied are one."""
    head = {name: name for name in names}

    def top(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for one, other in ties:
        head[top(one)] = top(other)
    return sum(head[name] == name for name in head)
