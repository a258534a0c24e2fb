"""What hangs together with the documents that changed, gathered and told anew."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from retold.backends.store.chronicle import Kept
from retold.backends.store.pairs import BOUND, Met
from retold.backends.store.store import Store
from retold.bench import Bench
from retold.growth.held import Held, Relations
from retold.growth.meeting import Touched
from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.story import Group, Story
from retold.stories.gather import GatherSettings, gather
from retold.stories.settle import story_id
from retold.telling import tell


@dataclass(frozen=True, slots=True)
class Before:
    """A story that is no more as it was: its id, its documents, and itself where it was told."""

    id: str
    documents: tuple[str, ...]
    story: Story | None


@dataclass(frozen=True, slots=True)
class Retold:
    """The stories that a change took away, and those of several documents that came for them.

    `joined` are the documents that were not in the store before.
    """

    before: tuple[Before, ...]
    after: tuple[Story, ...]
    joined: frozenset[str] = frozenset()


def binds(relation: Relation, settings: GatherSettings) -> bool:
    """Whether a relation can bring two documents into one story.

    What goes back to one telling is joined over pairs that are dependent and of one event; units
    are joined by the mean of their likeness, which is nowhere above all that it is the mean of.
    """
    tied = relation.dependence is Dependence.DEPENDENT
    # A mean of equal numbers may be rounded to above them.
    least = settings.story_from * (1 - 1e-9)
    return relation.same_event >= least or (tied and relation.same_event >= settings.support_from)


def regroup(
    store: Store, relations: Relations, held: Held, tools: Bench, touched: Touched
) -> Retold:
    """Gathers anew what a change touched, and keeps the stories that came of it."""
    groups, before = _gathered(store, touched, tools.settings.gather)
    same = {(kept.id, kept.state) for kept in before}
    now = {(story_id(one.documents), one.state): one for one in groups}
    dropped = [kept for kept in before if (kept.id, kept.state) not in now]
    told_before = tuple(_dropped(store, kept) for kept in dropped)
    after = []
    for (key, state), group in sorted(now.items(), key=lambda one: one[1].documents):
        if (key, state) not in same:
            story = _told(group, relations, held, tools)
            store.chronicle.put(key, group.rows, state, story)
            if story is not None:
                after.append(story)
    return Retold(told_before, tuple(after))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The documents of a story by id, their rows, its judged pairs, and a hash of these."""

    documents: tuple[str, ...]
    rows: tuple[int, ...]
    pairs: tuple[tuple[str, str], ...]
    state: bytes


def _gathered(
    store: Store, touched: Touched, settings: GatherSettings
) -> tuple[list[_Gathered], list[Kept]]:
    """The groups among all that a change touched, and the stories that these documents were in."""
    ends = {end for met in touched.dropped if met.binds for end in (met.one, met.other)}
    waiting = {*touched.documents, *store.shelf.ids(ends)}
    seen: set[int] = set()
    groups: list[_Gathered] = []
    before: dict[int, Kept] = {}
    while waiting:
        part = store.pairs.reached(waiting.pop(), BOUND)
        seen |= part
        groups += _grouped(store, part, settings)
        for kept in store.chronicle.of(part):
            if kept.number not in before:
                before[kept.number] = kept
                # A story that falls apart: the documents it leaves behind are gathered too.
                members = store.chronicle.members(kept.number)
                waiting.update(number for _, number, _ in members if number is not None)
        waiting -= seen
    return groups, [before[number] for number in sorted(before)]


def _grouped(store: Store, part: set[int], settings: GatherSettings) -> list[_Gathered]:
    """The stories among documents that hang together."""
    names, rows = store.shelf.ids(part), store.shelf.rows_of(part)
    numbers = {name: number for number, name in names.items()}
    judged = [_light(met, names) for met in store.pairs.among(part)] if len(part) > 1 else []
    found = []
    for group in gather(sorted(numbers), judged, settings):
        ordered = [numbers[name] for name in group.documents]
        pairs = tuple((one.left, one.right) for one in group.relations)
        state = repr((ordered, pairs)).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(state, digest_size=16).digest()
        places = tuple(rows[number] for number in ordered)
        found.append(_Gathered(group.documents, places, pairs, digest))
    return found


def _light(met: Met, names: Mapping[int, str]) -> Relation:
    """As much of a relation as gathering asks for."""
    left, right = sorted((names[met.one], names[met.other]))
    return Relation(
        left=left,
        right=right,
        kind=RelationKind(met.kind or ""),
        dependence=Dependence(met.dependence or ""),
        parent=None,
        confidence=0.0,
        reasons=(),
        links=(),
        derived=0.0,
        same_event=met.likeness or 0.0,
    )


def _told(group: _Gathered, relations: Relations, held: Held, tools: Bench) -> Story | None:
    """The story of a group; that of a single document is told when somebody asks for it."""
    if len(group.documents) == 1:
        return None
    judged = tuple(relations.of(*pair) for pair in group.pairs)
    return tell(Group(group.documents, judged), held, tools)


def _dropped(store: Store, kept: Kept) -> Before:
    members = store.chronicle.members(kept.number)
    store.chronicle.drop(kept, members[0][0])
    return Before(kept.id, tuple(name for _, _, name in members), kept.story)
