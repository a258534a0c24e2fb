"""The stories around documents that changed: gathered anew, to be told anew where they differ."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from retold.backends.store.chronicle import Kept, untold
from retold.backends.store.pairs import Met
from retold.backends.store.store import Store
from retold.bench import Bench
from retold.growth.held import Held, Relations
from retold.growth.meeting import Touched
from retold.growth.region import Cluster, cluster_of, regathered
from retold.model.relation import Near
from retold.model.story import Group, Story
from retold.stories.gather import GatherSettings
from retold.stories.settle import story_id
from retold.telling import tell


def regroup(store: Store, settings: GatherSettings, touched: Touched) -> None:
    """Gathers anew what a change touched, and keeps the stories that came of it, untold."""
    found = regathered(store, _changed(store, touched), settings)
    named = [_Named.of(store, cluster) for cluster in found.clusters]
    now = {(one.id, one.state) for one in named}
    same = {(kept.id, kept.state) for kept in found.before} & now
    for kept in found.before:
        if (kept.id, kept.state) not in same:
            store.chronicle.drop(kept, store.chronicle.members(kept.number)[0][0])
    for one in named:
        if (one.id, one.state) not in same:
            kept = untold(one.id, one.state, one.cluster.cohesion, len(one.rows))
            store.chronicle.put(one.rows, kept)


@dataclass(frozen=True, slots=True)
class _Named:
    """A cluster with the ids and rows of its documents, its id, and a hash of what it hangs on."""

    cluster: Cluster
    names: Mapping[int, str]
    rows: tuple[int, ...]
    id: str
    state: bytes

    @staticmethod
    def of(store: Store, cluster: Cluster) -> "_Named":
        """The cluster with what the store has of its documents."""
        names, rows = store.shelf.ids(cluster.documents), store.shelf.rows_of(cluster.documents)
        pairs = [(met.one, met.other, met.shared > 0) for met in cluster.pairs]
        state = repr((cluster.documents, pairs)).encode()
        return _Named(
            cluster,
            names,
            tuple(rows[number] for number in cluster.documents),
            story_id(list(names.values())),
            hashlib.blake2b(state, digest_size=16).digest(),
        )

    def pair(self, met: Met) -> tuple[str, str]:
        """The ids of a pair, the lesser first."""
        one, other = self.names[met.one], self.names[met.other]
        return (min(one, other), max(one, other))


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the stories of several documents of a store."""

    store: Store
    held: Held
    relations: Relations
    tools: Bench

    def told(self, kept: Kept, *, whole: bool) -> Story:
        """A story of several documents; in part it is as far as who goes back to whom."""
        one = _Named.of(self.store, cluster_of(self.store, kept))
        pairs = one.cluster.pairs
        worded = sorted(one.pair(met) for met in pairs if met.kind is not None)
        near = sorted((*one.pair(met), met.likeness or 0.0) for met in pairs if met.kind is None)
        group = Group(
            tuple(one.names[number] for number in one.cluster.documents),
            tuple(self.relations.of(*pair) for pair in worded),
            tuple(Near(*pair) for pair in near),
        )
        return tell(group, self.held, self.tools, whole=whole)


def _changed(store: Store, touched: Touched) -> Collection[int]:
    """The documents whose pairs are others now, those that are gone left out."""
    ends = {end for met in touched.dropped for end in (met.one, met.other)}
    return {*touched.documents, *store.shelf.ids(ends)}
