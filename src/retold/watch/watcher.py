"""One look after another at what is watched; each leaves the store as if it had been the last.

What a look brought and that it was brought are written down in one transaction, so that a kill
loses no text and makes none come twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from retold.backends.publishers import Publishers, identified
from retold.backends.store.database import transaction
from retold.backends.store.shelf import Taken
from retold.backends.store.store import Store
from retold.backends.store.watchlist import NEVER, Seen
from retold.growth.update import Update
from retold.model.document import Document
from retold.readers.web.addresses import in_turn, is_address
from retold.readers.web.fetch import Fetcher
from retold.watch.folders import changed
from retold.watch.pages import FILED, LIST, Look, look

Clock = Callable[[], float]
# Addresses taken from the list at a time, so that the hosts take turns among them.
TOGETHER = 200
# A fetcher's memory of robots.txt files, and of hosts that cost too much, is kept for so long.
MEMORY = 86400.0  # seconds
DIED = 1  # the first failure in a row is worth a line; the others are known


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched, and how.

    Attributes:
        places: addresses, files and folders.
        every: seconds between two looks at a list.
        most_pages: addresses asked for in one poll.
        fetcher: makes one that asks the network; None where only files are watched.
        publishers: who owns which outlet.
    """

    places: tuple[str, ...]
    every: float
    most_pages: int
    fetcher: Callable[[], Fetcher] | None
    publishers: Publishers


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll did: looks taken, texts that are new, revisions, looks that failed."""

    looks: int = 0
    new: int = 0
    revisions: int = 0
    failures: tuple[str, ...] = ()


class Watcher:
    """Looks at what is watched, and works into a store what that brings."""

    def __init__(self, store: Store, update: Update, watched: Watched, clock: Clock) -> None:
        self._store = store
        self._update = update
        self._watched = watched
        self._clock = clock
        self._fetcher: Fetcher | None = None
        self._made = 0.0
        self._failures: list[str] = []

    def poll(self) -> Poll:
        """Looks at all that is due, and works in what it brought."""
        self._failures = []
        files = [place for place in self._watched.places if not is_address(place)]
        found = Poll()
        for file in changed(files, self._state) if files else ():
            seen = Seen(file.path, None, file.state)
            found = self._keep(found, seen, file.look())
        if self._watched.fetcher is not None:
            found = self._pages(found)
        for _ in self._update.all():
            pass
        return replace(found, failures=tuple(self._failures))

    def _pages(self, found: Poll) -> Poll:
        given = [place for place in self._watched.places if is_address(place)]
        with transaction(self._store.connection):
            self._store.watchlist.add(given, None)
        asked = 0
        while asked < self._watched.most_pages:
            due = self._store.watchlist.due(self._clock(), self._watched.most_pages - asked)
            if not due:
                break
            by_address = {one.address: one for one in due[:TOGETHER]}
            for address in in_turn(by_address):
                seen = by_address[address]
                found = self._keep(found, seen, look(address, seen.state, self._ask()))
            asked += len(by_address)
        return found

    def _keep(self, found: Poll, seen: Seen, looked: Look) -> Poll:
        """Writes down what a look brought, and that it did."""
        texts = [
            one
            for one in identified(looked.documents, self._watched.publishers)
            if isinstance(one, Document)
        ]
        filed: dict[str, str] = {}
        if looked.place is not None and any(one.url == looked.place for one in texts):
            filed[looked.place] = looked.state.setdefault(FILED, looked.place)
        with transaction(self._store.connection):
            taken = [one.taken for one in self._store.shelf.take(texts, filed)]
            self._store.watchlist.add(looked.addresses, seen.address)
            self._store.watchlist.put(self._after(seen, looked))
            if is_address(seen.address):
                self._store.note("network", "used")
        return Poll(
            found.looks + 1,
            found.new + taken.count(Taken.NEW),
            found.revisions + taken.count(Taken.REVISION),
        )

    def _after(self, seen: Seen, looked: Look) -> Seen:
        """What is noted of an address after a look."""
        now, every = self._clock(), self._watched.every
        if looked.failed is not None:
            after = seen.failed(now, every)
            if after.failures == DIED:
                self._failures.append(f"{seen.address}: {looked.failed}")
            return after if is_address(seen.address) else replace(after, due=NEVER)
        if not is_address(seen.address):
            return replace(seen, state=looked.state, due=NEVER)
        if looked.changed:
            return seen.changed(now, every, looked.state)
        often = seen.named_by is None or LIST in looked.state
        return replace(seen, state=looked.state).unchanged(now, every, often=often)

    def _state(self, path: str) -> dict[str, str] | None:
        seen = self._store.watchlist.of(path)
        return None if seen is None or seen.failures else seen.state

    def _ask(self) -> Fetcher:
        now = self._clock()
        if self._fetcher is None or now - self._made > MEMORY:
            if self._watched.fetcher is None:
                raise ValueError("nothing may be fetched")
            self._fetcher, self._made = self._watched.fetcher(), now
        return self._fetcher


def misplaced(places: Sequence[str], *, allowed: bool) -> str | None:
    """The first address among places, where no network is allowed; None where all is well."""
    return None if allowed else next(filter(is_address, places), None)
