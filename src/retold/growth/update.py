"""A few more documents worked into a store, in reading order: the stories are those of one go.

take       documents are written down as they were read; from then on nothing loses them
label      lines that a site repeats, with the new pages among them
meet       whom the new ones meet, and who meets others because of them
compare    those pairs become relations
regroup    what hangs together with them is gathered anew, and stories that differ are told anew
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version

from retold.backends.store.database import transaction
from retold.backends.store.pairs import Met
from retold.backends.store.shelf import Arrival
from retold.backends.store.store import Store
from retold.bench import Settings, bench, keys_of, likeness
from retold.growth.entry import enter
from retold.growth.events import Revised, events
from retold.growth.held import Held, Relations
from retold.growth.labels import Labelled, labelled
from retold.growth.meeting import Change, Touched, meet
from retold.growth.region import binds
from retold.growth.regrouping import Retold, Teller, regroup
from retold.model.document import Document
from retold.model.relation import Dependence
from retold.model.story import Group
from retold.pipeline import COMPILED_FROM
from retold.stories.event import COMPARED_FROM
from retold.stories.gather import ties
from retold.stories.keys import plain_keys, quick_keys
from retold.stories.letters import Hashes
from retold.telling import tell

# Documents worked in together: what a kill may cost in time, and what is held in memory for it.
BATCH = 1000
STORIES = 100  # told whole together
# The form of marks, terms and sketches: raised when it changes, and all keys are made anew.
KEYS = "1"


@dataclass(frozen=True, slots=True)
class Worked:
    """How far a store is: documents worked in by this call, and still waiting."""

    done: int
    waiting: int


def take(store: Store, documents: Iterable[Document]) -> list[Arrival]:
    """Writes documents down; when this returns no kill loses them."""
    with transaction(store.connection):
        return store.shelf.take(documents)


def begin_anew(store: Store) -> None:
    """Lets every document wait again: all that was worked out is forgotten."""
    with transaction(store.connection):
        store.begin_anew()


class Update:
    """Works the documents that wait in a store into its stories.

    Where the store was told by another version of retold, or under other settings, all documents
    wait anew.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._tools = bench(settings)
        self._made_by = f"{version('retold')} {settings.digest} {KEYS}"
        made_by = store.fact("made by")
        if made_by != self._made_by:
            with transaction(store.connection):
                if made_by is not None:
                    store.begin_anew()
                store.note("made by", self._made_by)
        many = store.shelf.count_waiting() >= COMPILED_FROM
        self._make = quick_keys() if many else plain_keys
        self._held = Held(store)
        self._relations = Relations(self._held, self._tools)
        self._teller = Teller(store, self._held, self._relations, self._tools)

    def all(self) -> Iterator[Worked]:
        """Works in all that waits, a batch at a time; each is safe when it is told of."""
        done = 0
        while count := self.some(BATCH):
            done += count
            yield Worked(done, self._store.shelf.count_waiting())
        if self._store.shelf.count() <= self._settings.tell.whole_up_to:
            self._complete()

    def _complete(self) -> None:
        """Tells what the tellings of stories say: once, after all that waited is worked in."""
        while stories := self._store.chronicle.in_part(STORIES):
            with transaction(self._store.connection):
                for kept in stories:
                    self._store.chronicle.complete(kept, self._teller.whole(kept))

    def some(self, most: int) -> int:
        """Works in at most so many, in one transaction; how many."""
        with transaction(self._store.connection):
            waiting = self._store.shelf.waiting(most)
            if waiting:
                self._work(labelled(self._store, waiting))
        with transaction(self._store.connection):
            self._store.keyrings.merge(self._store.numbers("gone"))
        return len(waiting)

    def _work(self, ready: Sequence[Labelled]) -> None:
        before = {one.number: one.before for one in ready if one.number and one.before}
        leaving = {number: keys_of(one, self._make).marks for number, one in before.items()}
        changed = {one.id for one in before.values()}
        self._relations.forget(changed)
        self._held.forget(changed)
        joining = enter(self._store, ready, self._make)
        marks = partial(self._marks, {**joining, **leaving})
        touched = meet(self._store, Change(frozenset(joining), frozenset(leaving), marks))
        self._judge(touched)
        told = regroup(self._store, self._teller, touched)
        self._note_events(replace(told, joined=self._new(ready)))

    def _new(self, ready: Sequence[Labelled]) -> frozenset[str]:
        """The documents that nobody has been told of, even before all were worked in anew."""
        known = int(self._store.fact("known up to") or 0)
        return frozenset(one.document.id for one in ready if one.number is None and one.row > known)

    def _note_events(self, told: Retold) -> None:
        """Writes down what happened, each event once."""
        revised = [one for name in sorted(told.joined) if (one := self._revised(name)) is not None]
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for event in events(told, revised):
            self._store.journal.add(event.id, asdict(event) | {"at": at})

    def _revised(self, name: str) -> Revised | None:
        """A document with what changed since the revision before it, if there is one."""
        before = self._store.shelf.before(name)
        if before is None:
            return None
        relation = self._relations.of(before, name)
        if relation.dependence is not Dependence.DEPENDENT:
            return None
        pair = Group((relation.left, relation.right), (relation,))
        return Revised(name, before, tell(pair, self._held, self._tools).drifts)

    def _marks(self, known: Mapping[int, Hashes], numbers: Sequence[int]) -> list[Hashes]:
        """The marks of documents, in their order; of those not known they are made anew."""
        names = self._store.shelf.ids(number for number in numbers if number not in known)
        return [
            known[number]
            if number in known
            else keys_of(self._store.document(names[number]), self._make).marks
            for number in numbers
        ]

    def _judge(self, touched: Touched) -> None:
        """Keeps the pairs that met anew, with what was judged of those worth comparing."""
        names = self._store.shelf.ids({n for met in touched.new for n in (met.one, met.other)})
        kept = [self._judged(met, names) for met in touched.new]
        self._store.pairs.put(met for met in kept if met.shared or met.likeness is not None)

    def _judged(self, met: Met, names: Mapping[int, str]) -> Met:
        """A pair with how far it tells of one event and, if it shares wording, its relation."""
        pair = (min(names[met.one], names[met.other]), max(names[met.one], names[met.other]))
        same = likeness(pair, self._held, self._tools)
        if same < COMPARED_FROM:
            return replace(met, likeness=None, kind=None, dependence=None)
        settings = self._settings.gather
        known = replace(met, binds=binds(same, settings), likeness=same)
        if not met.shared:
            return known
        found = self._relations.of(*pair)
        return replace(
            known,
            ties=ties(found, settings),
            kind=found.kind.value,
            dependence=found.dependence.value,
        )
