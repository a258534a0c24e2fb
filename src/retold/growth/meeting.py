"""Whom the documents that join a store meet, and who meets others because of them.

The rules are those of `retold.stories.meet`. What two documents need to meet depends on the two
alone, but for keys that very many hold: there a newcomer may change who stands for the others. All
whom that can touch are asked about anew, and nobody else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold.backends.store.cards import terms_of
from retold.backends.store.joining import Partners, partners, swayed
from retold.backends.store.keyrings import Kind
from retold.backends.store.pairs import CLOSE, Met
from retold.backends.store.segments import Numbers
from retold.backends.store.store import Store
from retold.stories.keys import term_pairs
from retold.stories.letters import Hashes
from retold.stories.meet import COPIED_FROM, LEAST_MARKS, OF_MARK, OF_TERMS, SHARED_FROM, alike

Pair = tuple[int, int]
NO_KEYS = np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Change:
    """Documents by number that join a store, and others that leave it.

    The cards and keys of the joining are in the store, and so are still those of the leaving, which
    are not noted as gone yet. `marks` gives the marks of any of them and of others, by number.
    """

    joining: frozenset[int]
    leaving: frozenset[int]
    marks: Callable[[Sequence[int]], list[Hashes]]


@dataclass(frozen=True, slots=True)
class Touched:
    """What came of a change.

    Attributes:
        documents: whose pairs were looked at anew.
        new: pairs that met, or share wording, for the first time or no longer do; they are to be
            judged and kept.
        dropped: pairs that meet no more; they are forgotten already.
    """

    documents: frozenset[int]
    new: tuple[Met, ...]
    dropped: tuple[Met, ...]


def meet(store: Store, change: Change) -> Touched:
    """The pairs that a change brings and takes away; notes who is gone and who is stood for."""
    return _Meeting(store, change).touched()


class _Meeting:
    """One change, step by step."""

    def __init__(self, store: Store, change: Change) -> None:
        self._store = store
        self._change = change
        self._joining, self._leaving = _ordered(change.joining), _ordered(change.leaving)
        self._gone_before, self._stood_before = store.numbers("gone"), store.numbers("stood")
        self._gone = np.union1d(self._gone_before, self._leaving)

    def touched(self) -> Touched:
        store = self._store
        lost = store.pairs.of(self._change.leaving)
        store.pairs.drop([(met.one, met.other) for met in lost])
        asked = self._asked_for_wording()
        known = {(met.one, met.other): met for met in store.pairs.of(asked.tolist())}
        worded = self._worded(asked)
        fresh = {pair: met for pair, met in worded.items() if not _worded(known.get(pair))}
        restless = self._rewrite(known, worded)
        close = {number for met in lost if met.close for number in (met.one, met.other)}
        stood = self._stood({*self._change.joining, *restless, *close})
        asked = np.union1d(asked, self._asked_for_terms(stood))
        known = {(met.one, met.other): met for met in store.pairs.of(asked.tolist())}
        termed = self._termed(asked, stood)
        parted = [met for pair, met in known.items() if not met.shared and pair not in termed]
        store.pairs.drop([(met.one, met.other) for met in parted])
        store.connection.executemany(
            "INSERT INTO gone VALUES (?)", [(number,) for number in self._leaving.tolist()]
        )
        lapsed = {pair for pair, met in known.items() if met.kind is not None and not met.shared}
        bare = (termed - known.keys()) | (lapsed & termed)
        fresh |= {pair: Met(*pair, 0, close=False) for pair in bare if pair not in fresh}
        new = tuple(fresh[pair] for pair in sorted(fresh))
        return Touched(frozenset(asked.tolist()), new, (*lost, *parted))

    def _asked_for_wording(self) -> Numbers:
        """Those that joined, and those whose partners in wording they may have changed."""
        keys = _every(self._change.marks([*self._joining.tolist(), *self._leaving.tolist()]))
        join = self._store.join(Kind.MARKS, OF_MARK, self._gone_before)
        return np.union1d(self._joining, swayed(join, keys, self._joining, self._leaving))

    def _worded(self, asked: Numbers) -> dict[Pair, Met]:
        """The pairs that share enough marks (see `retold.stories.meet.wordings`)."""
        join = self._store.join(Kind.MARKS, OF_MARK, self._gone)
        found = partners(join, asked, self._change.marks(asked.tolist()))
        enough = found.shared >= LEAST_MARKS
        found = Partners(found.asked[enough], found.met[enough], found.shared[enough])
        counts = [self._store.cards.column("marks", side) for side in (found.asked, found.met)]
        kept = found.shared >= SHARED_FROM * np.minimum(*counts)
        close = found.shared >= COPIED_FROM * np.maximum(*counts)
        rows = zip(
            *(column[kept].tolist() for column in (found.asked, found.met, found.shared, close)),
            strict=True,
        )
        return {
            (min(one, other), max(one, other)): Met(min(one, other), max(one, other), shared, near)
            for one, other, shared, near in rows
        }

    def _rewrite(self, known: Mapping[Pair, Met], worded: Mapping[Pair, Met]) -> set[int]:
        """Notes what pairs share now; the documents of which something else is close now."""
        changed, restless = [], set[int]()
        for pair in known.keys() | worded.keys():
            before = known.get(pair, Met(*pair, 0, close=False))
            now = worded.get(pair, Met(*pair, 0, close=False))
            if before.close != now.close:
                restless.update(pair)
            if (before.shared, before.close) != (now.shared, now.close):
                changed.append(replace(before, shared=now.shared, close=now.close))
        # In one order, so that one store and another of the same history are alike.
        self._store.pairs.put(sorted(changed, key=lambda met: (met.one, met.other)))
        return restless

    def _stood(self, restless: Iterable[int]) -> Numbers:
        """Those that others stand for where events are sought (see `meet._stood_for`), noted."""
        stood = set(self._stood_before.tolist()) - self._change.leaving
        seen: set[int] = set()
        for number in sorted(set(restless) - self._change.leaving):
            if number not in seen:
                copies = self._store.pairs.reached([number], CLOSE)
                seen |= copies
                ordered = _ordered(copies)
                ranks = self._store.cards.column("rank", ordered)
                standing = ordered[np.argsort(ranks, kind="stable")[: OF_MARK.few]].tolist()
                many = len(copies) > OF_MARK.most
                stood = (stood - copies) | (copies - set(standing) if many else set())
        after = _ordered(stood)
        self._note_stood(after)
        return after

    def _note_stood(self, after: Numbers) -> None:
        left = np.setdiff1d(self._stood_before, after).tolist()
        come = np.setdiff1d(after, self._stood_before).tolist()
        connection = self._store.connection
        connection.executemany("DELETE FROM stood WHERE number = ?", [(one,) for one in left])
        connection.executemany("INSERT INTO stood VALUES (?)", [(one,) for one in come])

    def _asked_for_terms(self, stood: Numbers) -> Numbers:
        """Those for whom events are sought anew or no more, and whom they sway."""
        freed = np.setdiff1d(self._stood_before, np.union1d(stood, self._leaving))
        bound = np.setdiff1d(stood, np.union1d(self._stood_before, self._joining))
        joining = np.union1d(np.setdiff1d(self._joining, stood), freed)
        leaving = np.union1d(np.setdiff1d(self._leaving, self._stood_before), bound)
        absent = np.union1d(self._gone_before, np.union1d(self._stood_before, stood))
        absent = np.setdiff1d(absent, np.union1d(joining, leaving))
        join = self._store.join(Kind.TERMS, OF_TERMS, absent)
        keys = _every(self._terms(np.union1d(joining, leaving)))
        moved = np.union1d(joining, bound)
        return np.union1d(moved, swayed(join, keys, joining, leaving))

    def _termed(self, asked: Numbers, stood: Numbers) -> set[Pair]:
        """The pairs whose terms are alike (see `retold.stories.meet.meetings`)."""
        join = self._store.join(Kind.TERMS, OF_TERMS, np.union1d(self._gone, stood))
        seeking = np.setdiff1d(asked, stood)
        found = partners(join, seeking, self._terms(seeking))
        every = np.union1d(found.asked, found.met)
        cards = self._store.cards.of(every)
        left, right = np.searchsorted(every, found.asked), np.searchsorted(every, found.met)
        near = alike(cards["terms"], cards["scores"], left, right)
        pairs = zip(found.asked[near].tolist(), found.met[near].tolist(), strict=True)
        return {(min(pair), max(pair)) for pair in pairs}

    def _terms(self, numbers: Numbers) -> list[Hashes]:
        return [term_pairs(terms_of(one)) for one in self._store.cards.of(numbers)]


def _worded(met: Met | None) -> bool:
    """Whether a pair was known to share wording."""
    return met is not None and met.shared > 0


def _ordered(numbers: Iterable[int]) -> Numbers:
    return np.array(sorted(numbers), np.int64)


def _every(keys: Sequence[Hashes]) -> Hashes:
    return np.unique(np.concatenate([NO_KEYS, *keys]))
