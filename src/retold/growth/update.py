"""A few more documents worked into a store, in reading order: the stories are those of one go.

take       documents are written down as they were read; from then on nothing loses them
label      lines that a site repeats, with the new pages among them
meet       whom the new ones meet, and who meets others because of them
compare    those pairs become relations
regroup    what hangs together with them is gathered anew
tell       once nothing waits, stories that differ are told anew, and what happened to them is noted
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version

from retold.backends.store.chronicle import Kept
from retold.backends.store.database import transaction
from retold.backends.store.pairs import Met
from retold.backends.store.shelf import Arrival
from retold.backends.store.store import Store
from retold.bench import Settings, bench, keys_of, likeness
from retold.growth.entry import enter
from retold.growth.happenings import Happenings
from retold.growth.held import Held, Relations
from retold.growth.labels import Labelled, labelled
from retold.growth.meeting import Change, Touched, meet
from retold.growth.region import binds
from retold.growth.regrouping import Teller, regroup
from retold.model.document import Document
from retold.pipeline import COMPILED_FROM
from retold.stories.event import COMPARED_FROM
from retold.stories.gather import ties
from retold.stories.keys import plain_keys, quick_keys
from retold.stories.letters import Hashes
from retold.text import times, words

# Documents worked in together: what a kill may cost in time, and what is held in memory for it.
BATCH = 1000
STORIES = 100  # told together
# The form of marks, terms and sketches: raised when it changes, and all keys are made anew.
KEYS = "2"


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
        self._happenings = Happenings(store, self._held, self._relations, self._tools)

    def all(self) -> Iterator[Worked]:
        """Works in all that waits, a batch at a time; each is safe when it is told of.

        What was made ready for comparing is let go at the end, so that one who watches for a year
        holds no more than after a day.
        """
        done = 0
        while count := self.some(BATCH):
            done += count
            yield Worked(done, self._store.shelf.count_waiting())
        self._tell()
        for held in (self._relations, self._held, words, times):
            held.let_go()

    def _tell(self) -> None:
        """Tells the stories that changed: once, after all that waited is worked in."""
        whole = self._store.shelf.count() <= self._settings.tell.whole_up_to
        while stories := self._store.chronicle.to_tell(STORIES, whole=whole):
            with transaction(self._store.connection):
                for kept in stories:
                    self._told(kept, whole=whole)
        self._happenings.told_of()

    def _told(self, kept: Kept, *, whole: bool) -> None:
        story = self._teller.told(kept, whole=whole)
        self._happenings.note(kept, story)
        self._store.chronicle.tell(kept.number, story, whole=whole)

    def some(self, most: int) -> int:
        """Works in at most so many, in one transaction; how many."""
        with transaction(self._store.connection):
            waiting = self._store.shelf.waiting(most)
            if waiting:
                self._work(labelled(self._store, waiting))
        self._store.merger.tend()
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
        regroup(self._store, self._settings.gather, touched)

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
        """Keeps the pairs that met anew, with what was judged of those worth comparing.

        Those of two events are kept too: where very many hold a key they meet again and again.
        """
        names = self._store.shelf.ids({n for met in touched.new for n in (met.one, met.other)})
        self._store.pairs.put(self._judged(met, names) for met in touched.new)

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
