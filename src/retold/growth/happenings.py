"""What happened to the stories of a store since they were last told of, written down as events."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from retold.backends.store.chronicle import Kept
from retold.backends.store.database import transaction
from retold.backends.store.store import KNOWN, Store
from retold.bench import Bench
from retold.growth.events import Change, Revised, events
from retold.growth.held import Held, Relations
from retold.model.relation import Dependence
from retold.model.story import Group, Story
from retold.telling import tell


class Happenings:
    """Notes events in the journal of a store, each once."""

    def __init__(self, store: Store, held: Held, relations: Relations, tools: Bench) -> None:
        self._store = store
        self._held = held
        self._relations = relations
        self._tools = tools

    def note(self, kept: Kept, story: Story) -> None:
        """Writes down what happened to a story that is kept, and as it is told now."""
        known = int(self._store.fact(KNOWN) or 0)
        members = self._store.chronicle.members(kept.number)
        joined = frozenset(name for row, _, name in members if row > known)
        before = tuple(self._store.chronicle.before(kept))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for event in events(Change(story, before, joined), self._revised(joined)):
            self._store.journal.add(event.id, asdict(event) | {"at": at})

    def told_of(self) -> None:
        """Notes that everybody has been told of all that is in the store."""
        last = self._store.shelf.last()
        if last != self._store.fact(KNOWN):
            with transaction(self._store.connection):
                self._store.note(KNOWN, last)
                self._store.chronicle.forget_before()

    def _revised(self, joined: Collection[str]) -> Iterator[Revised]:
        """The revisions among documents, with what changed since those before them."""
        for name in sorted(joined):
            before = self._store.shelf.before(name)
            if before is not None:
                relation = self._relations.of(before, name)
                if relation.dependence is Dependence.DEPENDENT:
                    pair = Group((relation.left, relation.right), (relation,))
                    drifts = tell(pair, self._held, self._tools).drifts
                    yield Revised(name, before, drifts)
