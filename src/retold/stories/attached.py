"""Tellings that were left out while a story was told, put into its finished tree.

Each goes below the telling that has most of its readings: of those that were told any, of the
others those it met. So the tree grows outward from what was told, the firmest ties first, as a
maximum spanning tree does (Prim 1957); what goes below depends on what stands above. By the share
of both, siblings that left out the same would come before their source: of 240 tellings edited
apart .60 would go below a sibling, and .00 do by the share of the child.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

import numpy as np

from retold.model.relation import Dependence, Relation
from retold.model.story import Descent, DescentKind, Node, NodeKind, Origin, Primary, Stemma
from retold.stories.crowd import Crowd
from retold.stories.family import DONE
from retold.stories.forms import Pairs
from retold.stories.traits import Traits, shared

# More readings than any telling has.
NONE = np.iinfo(np.int64).max

TraitsOf = Callable[[str], Traits]
Judged = Callable[[tuple[str, str]], Relation]


@dataclass(frozen=True, slots=True)
class Place:
    """A telling that was left out, the one it goes below, and the relation of the two."""

    name: str
    below: str
    relation: Relation


def placed(crowd: Crowd, traits: TraitsOf, pairs: Pairs, judged: Judged) -> list[Place]:
    """Where all that were left out go, each after what it goes below.

    `traits` are the readings of a telling, `pairs` those that met; `judged` is the relation of any
    two, ids in order.
    """
    found = []
    for name, nearest in _order(crowd, traits, pairs):
        near = Place(name, nearest, judged(_pair(name, nearest)))
        stands = crowd.stands[name]
        if near.relation.dependence is not Dependence.DEPENDENT and nearest != stands:
            near = Place(name, stands, judged(_pair(name, stands)))
        found.append(near)
    return found


def attached(stemma: Stemma, places: Iterable[Place], called: Callable[[str], str]) -> Stemma:
    """The tree with those left out under the names they are called by.

    A copy of a copy goes where that one goes.
    """
    node = {one.document: one.id for one in stemma.nodes if one.document}
    nodes, descents = list(stemma.nodes), list(stemma.descents)
    copied = {
        edge.child: edge.parent
        for edge in descents
        if edge.kind is DescentKind.COPY and not edge.secondary
    }
    for place in places:
        fresh = f"n{len(nodes) + 1}"
        kind, parent = DONE.get(place.relation.kind, DescentKind.REWRITE), node[place.below]
        if kind is DescentKind.COPY:
            parent = copied[fresh] = copied.get(parent, parent)
        node[place.name] = fresh
        nodes.append(Node(fresh, NodeKind.ATTESTED, called(place.name), place.name))
        descents.append(Descent(parent, fresh, kind, place.relation.derived))
    return Stemma(tuple(nodes), tuple(descents))


def with_attached(
    origins: Sequence[Origin], primaries: Sequence[Primary], places: Iterable[Place]
) -> tuple[tuple[Origin, ...], tuple[Primary, ...]]:
    """Origins, in the order of their first ids, and primaries, with those left out."""
    told, more = dict[str, str](), defaultdict[str, list[str]](list)
    for place in places:
        told[place.name] = told.get(place.below, place.below)
        more[told[place.name]].append(place.name)
    whole = (replace(one, documents=_filled(one.documents, more)) for one in origins)
    resting = (replace(one, documents=_filled(one.documents, more)) for one in primaries)
    return tuple(sorted(whole, key=lambda one: one.documents)), tuple(resting)


def _filled(documents: Collection[str], more: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({*documents, *(one for name in documents for one in more.get(name, ()))}))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _order(crowd: Crowd, traits: TraitsOf, pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Each of those left out with what it goes below, the firmest ties first."""
    told, beside = _Told(crowd.group.documents, traits), _beside(crowd, pairs)
    own = {name: traits(name) for name in beside}
    queue = []
    for name, stands in crowd.stands.items():
        like, below = told.nearest(own[name] if name in own else traits(name), stands)
        queue.append((-like, name, below))
    heapify(queue)
    left = set(crowd.stands)
    while queue:
        _, name, below = heappop(queue)
        if name not in left:
            continue
        left.remove(name)
        yield name, below
        for other in beside.get(name, ()):
            if other in left:
                heappush(queue, (-_share_of(own[other], own[name]), other, name))


def _share_of(child: Traits, parent: Traits) -> float:
    """The share of a telling's readings that another has, 0..1."""
    return round(len(shared(child, parent)) / max(1, len(child)), 6)


def _beside(crowd: Crowd, pairs: Pairs) -> dict[str, list[str]]:
    """For each of those left out the others that it depends on or that depend on it, if any."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (left, right), relation in pairs.items():
        dependent = relation.dependence is Dependence.DEPENDENT
        if dependent and left in crowd.stands and right in crowd.stands:
            found[left].append(right)
            found[right].append(left)
    return dict(found)


class _Told:
    """The readings of the tellings that were told, and who has each."""

    def __init__(self, names: Sequence[str], traits: TraitsOf) -> None:
        self._names = sorted(names)
        self._place = {name: place for place, name in enumerate(self._names)}
        every = [traits(name) for name in self._names]
        self._sizes = np.array([len(one) for one in every])
        readings = np.concatenate([np.zeros(0, np.uint64), *every])
        rows = np.repeat(np.arange(len(every)), self._sizes)
        order = np.argsort(readings, kind="stable")
        self._rows = rows[order]
        self._readings, starts = np.unique(readings[order], return_index=True)
        self._bounds = np.append(starts, len(readings))

    def nearest(self, traits: Traits, stands: str) -> tuple[float, str]:
        """The telling that has most of some readings, and their share, 0..1.

        Of equals the one given, else the one with the fewest others.
        """
        at = np.searchsorted(self._readings, traits)
        at[at == len(self._readings)] = 0
        at = at[self._readings[at] == traits] if len(self._readings) else at[:0]
        begins, counts = self._bounds[at], self._bounds[at + 1] - self._bounds[at]
        places = np.repeat(begins - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        common = np.bincount(self._rows[places], minlength=len(self._names))
        most = common.max()
        like = round(float(most) / max(1, len(traits)), 6)
        if common[self._place[stands]] == most:
            return like, stands
        return like, self._names[int(np.where(common == most, self._sizes, NONE).argmin())]
