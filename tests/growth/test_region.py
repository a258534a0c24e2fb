"""Gathering what a change touches gives what gathering everything gives."""

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.backends.store.chronicle import untold
from retold.backends.store.database import transaction
from retold.backends.store.pairs import Met
from retold.backends.store.store import Store, writing
from retold.growth.region import binds, regathered
from retold.model.document import Document
from retold.model.relation import Dependence, Near, Relation, RelationKind
from retold.stories.gather import GatherSettings, Known, gather, ties
from retold.stories.settle import story_id

SETTINGS = GatherSettings()
# Likeness of pairs about the bound from which units join, equal values among them.
LIKENESS = (0.02, 0.1, 0.16, 0.16, 0.2, 0.25, 0.3, 0.5, 0.5, 0.9)


def relations(size: int, degree: float, draw: random.Random) -> list[Known]:
    """Drawn pairs of so many documents: copies, dependent ones, others, and some only near."""
    return [
        _pair(f"{left:03}", f"{right:03}", draw)
        for right in range(size)
        for left in range(right)
        if draw.random() < degree / size
    ]


def _pair(left: str, right: str, draw: random.Random) -> Known:
    same = draw.choice(LIKENESS) if draw.random() < 0.5 else draw.random() ** 2
    way = draw.randrange(10)
    if way > 5:
        return Near(left, right, same)
    kind = RelationKind.COPY if way == 0 else RelationKind.REVISION
    dependence = Dependence.DEPENDENT if way < 3 else Dependence.INDEPENDENT
    return Relation(left, right, kind, dependence, None, 0.9, (), (), 0.9, same)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.integers(2, 40), st.floats(0.5, 5))
def test_grown_a_few_at_a_time_the_stories_are_those_of_all_at_once(
    draw: random.Random, size: int, degree: float
) -> None:
    known = relations(size, degree, draw)
    names = [f"{number:03}" for number in range(size)]
    order = draw.sample(names, size)

    with tempfile.TemporaryDirectory() as folder, writing(Path(folder, "store")) as store:
        while order:
            count = draw.choice((1, 1, 2, 5))
            with transaction(store.connection):
                grow(store, order[:count], known)
            order = order[count:]
            present = set(names) - set(order)
            at_once = gather(sorted(present), known, SETTINGS)
            assert stories(store) == [group.documents for group in at_once]


def grow(store: Store, names: list[str], known: list[Known]) -> None:
    """Puts documents with their pairs into a store, and gathers what that touches."""
    store.shelf.take(Document(name, f"text {name}", ()) for name in names)
    for name in names:
        store.shelf.number(store.shelf.row(name), int(name), None)
    held = {name for (name,) in store.connection.execute("SELECT id FROM documents")}
    store.pairs.put(
        _met(one)
        for one in known
        if {one.left, one.right} <= held and {one.left, one.right} & set(names)
    )
    found = regathered(store, {int(name) for name in names}, SETTINGS)
    for kept in found.before:
        store.chronicle.drop(kept, store.chronicle.members(kept.number)[0][0])
    for cluster in found.clusters:
        rows = store.shelf.rows_of(cluster.documents)
        key = story_id([f"{number:03}" for number in cluster.documents])
        kept = untold(key, b"", cluster.cohesion, len(cluster.documents))
        store.chronicle.put([rows[number] for number in cluster.documents], kept)


def _met(one: Known) -> Met:
    judged = isinstance(one, Relation)
    return Met(
        one=int(one.left),
        other=int(one.right),
        shared=int(judged),
        close=False,
        ties=isinstance(one, Relation) and ties(one, SETTINGS),
        binds=binds(one.same_event, SETTINGS),
        likeness=one.same_event,
        kind=one.kind.value if isinstance(one, Relation) else None,
        dependence=one.dependence.value if isinstance(one, Relation) else None,
    )


def stories(store: Store) -> list[tuple[str, ...]]:
    return sorted(
        tuple(name for _, _, name in store.chronicle.members(kept.number))
        for kept in store.chronicle.every()
    )
