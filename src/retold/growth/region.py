"""How far a change reaches among stories: those that it can bring together or pull apart.

Units join best first, and no part comes closer to another by growing (`retold.stories.linkage`).
So a story that was joined over more surplus than any of its units has with the changed region was
whole before the region could touch it: it stays whole, and joins the region or does not. Any other
story beside the region is opened, and the region is larger by it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from retold.backends.store.chronicle import Kept
from retold.backends.store.pairs import BOUND, TIED, Met
from retold.backends.store.store import Store
from retold.model.relation import Dependence, Near, Relation, RelationKind
from retold.stories.gather import GatherSettings, Known, Units, united
from retold.stories.linkage import Part, Terms, parted


@dataclass(frozen=True, slots=True)
class Cluster:
    """The documents of a story by number, in the order of their ids, and its pairs.

    `cohesion` is the least surplus over which its units joined; infinite for a single one.
    """

    documents: tuple[int, ...]
    pairs: tuple[Met, ...]
    cohesion: float


@dataclass(frozen=True, slots=True)
class Regathered:
    """The stories that a region had, and those it has now; some are the same."""

    before: tuple[Kept, ...]
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """Open documents, the stories beside them with their documents, and what is known of all."""

    open: set[int]
    beside: dict[int, tuple[Kept, set[int]]]
    names: Mapping[int, str]
    pairs: list[Met]
    units: Units

    def units_of(self, documents: Iterable[int]) -> set[str]:
        """The units that documents are in."""
        return {self.units.of[self.names[number]] for number in documents}


def regathered(store: Store, changed: Collection[int], settings: GatherSettings) -> Regathered:
    """The stories around documents that changed, as gathering all documents would give them."""
    opened = _opened(store, changed)
    while True:
        region = _region(store, opened, settings)
        loose = [number for number in region.beside if _loose(region, number, settings)]
        if not loose:
            return _joined(store, region, settings)
        opened = _opened(store, opened.union(*(region.beside[number][1] for number in loose)))


def cluster_of(store: Store, kept: Kept) -> Cluster:
    """The documents and pairs of a story that is kept."""
    members = [number for _, number, _ in store.chronicle.members(kept.number) if number]
    return Cluster(tuple(members), tuple(store.pairs.among(members)), kept.cohesion)


def binds(same_event: float, settings: GatherSettings) -> bool:
    """Whether a pair can join two units: their mean is nowhere above all that it is the mean of."""
    # A mean of equal numbers may be rounded to above them.
    return same_event >= settings.story_from * (1 - 1e-9)


def _opened(store: Store, numbers: Collection[int]) -> set[int]:
    """All whose units may be others now, with the whole of their stories."""
    found = store.pairs.reached(numbers, TIED)
    return found.union(*(_members(store, kept) for kept in store.chronicle.of(found)))


def _members(store: Store, kept: Kept) -> set[int]:
    members = store.chronicle.members(kept.number)
    return {number for _, number, _ in members if number is not None}


def _region(store: Store, opened: set[int], settings: GatherSettings) -> _Region:
    outside = store.pairs.beside(opened, BOUND) - opened
    beside = {kept.number: (kept, _members(store, kept)) for kept in store.chronicle.of(outside)}
    every = opened.union(*(documents for _, documents in beside.values()))
    tied = store.pairs.reached(every, TIED)
    names = store.shelf.ids(tied)
    pairs = store.pairs.among(tied)
    judged = sorted((_known(met, names) for met in pairs), key=lambda one: (one.left, one.right))
    units = united(list(names.values()), judged, settings)
    return _Region(opened, beside, names, pairs, units)


def _loose(region: _Region, number: int, settings: GatherSettings) -> bool:
    """Whether a story beside the open ones may come apart because of them."""
    kept, documents = region.beside[number]
    if settings.story_growth < 0:
        return True  # parts could come closer by growing
    own, other = region.units_of(documents), region.units_of(region.open)
    return any(
        likeness >= kept.cohesion
        for (left, right), likeness in region.units.between.items()
        if (left in own and right in other) or (left in other and right in own)
    )


def _joined(store: Store, region: _Region, settings: GatherSettings) -> Regathered:
    """The parts that the units of a region make, stories beside it taken whole."""
    whole = {
        Part(tuple(sorted(region.units_of(documents))), kept.cohesion): kept
        for kept, documents in region.beside.values()
    }
    items = region.units_of(region.open).union(*(part.items for part in whole))
    between = {
        pair: likeness
        for pair, likeness in region.units.between.items()
        if pair[0] in items and pair[1] in items
    }
    terms = Terms(settings.story_from, settings.story_growth)
    parts = parted(items, between, terms, whole)
    changed = [part for part in parts if part not in whole]
    stay = {kept.number for part, kept in whole.items() if part in set(parts)}
    before = {kept.number: kept for kept in store.chronicle.of(region.open)}
    before |= {n: kept for n, (kept, _) in region.beside.items() if n not in stay}
    return Regathered(tuple(before.values()), tuple(_clusters(region, changed)))


def _clusters(region: _Region, parts: Iterable[Part]) -> Iterable[Cluster]:
    """The documents and pairs of each part."""
    inside: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in sorted(region.names.items(), key=lambda one: one[1]):
        inside[region.units.of[name]].append(number)
    part_of = {unit: place for place, part in enumerate(parts) for unit in part.items}
    place_of = {
        number: part_of[unit]
        for unit, numbers in inside.items()
        if unit in part_of
        for number in numbers
    }
    pairs: defaultdict[int, list[Met]] = defaultdict(list)
    for met in region.pairs:
        place = place_of.get(met.one)
        if place is not None and place == place_of.get(met.other):
            pairs[place].append(met)
    for place, part in enumerate(parts):
        documents = [number for unit in part.items for number in inside[unit]]
        documents.sort(key=region.names.__getitem__)
        yield Cluster(tuple(documents), tuple(pairs[place]), part.cohesion)


def _known(met: Met, names: Mapping[int, str]) -> Known:
    """As much of a pair as gathering asks for."""
    left, right = sorted((names[met.one], names[met.other]))
    same = met.likeness or 0.0
    if met.kind is None or met.dependence is None:
        return Near(left, right, same)
    return Relation(
        left=left,
        right=right,
        kind=RelationKind(met.kind),
        dependence=Dependence(met.dependence),
        parent=None,
        confidence=0.0,
        reasons=(),
        links=(),
        derived=0.0,
        same_event=same,
    )
