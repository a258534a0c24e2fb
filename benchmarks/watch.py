"""A feed watched for a thousand polls: no text lost, none twice, memory flat.

    python -m benchmarks watch [--polls 1000] [--seed 1] [--folder DIR]

The site is on this machine (`benchmarks/newsroom.py`, seeded): it publishes and revises, and one
request in four meets an error, a redirect or a request to wait. Polls are 15 minutes of a clock of
their own apart. At the end the site is calm for some polls; then every version of an article that
was handed out must be in the store once, in the order in which it was handed out.

The watcher is a process of its own. Its memory is told after each eighth of the polls, without the
files that it maps (the store's, which grow with the store) and with them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.newsroom import Article, Newsroom, open_for_readers
from benchmarks.spending import resident, unshared
from benchmarks.trial import tried
from retold.backends.publishers import publishers
from retold.backends.store.checking import faults
from retold.backends.store.figures import figures
from retold.backends.store.store import Store, reading, writing
from retold.bench import Settings
from retold.growth.update import Update
from retold.readers.web.fetch import Fetcher
from retold.readers.web.settings import FetchSettings
from retold.watch.watcher import Watched, Watcher

EVERY = 900.0  # seconds of the clock that the polls go by
CALM = 12  # polls at the end; a page that failed often is due again after a day
DAY = 86400.0
LOOKS = 8  # at the memory, evenly among the polls


@dataclass(frozen=True, slots=True)
class Seen:
    """How a watcher stood after some polls: texts held, megabytes.

    Attributes:
        own: what it alone has and no file, so that no store grows in it.
        mapped: with the files that it has in its memory; the system takes these back when it likes.
        store: of the store on the disk.
    """

    polls: int
    texts: int
    own: float
    mapped: float
    store: float

    def line(self) -> str:
        """For people."""
        return (
            f"{self.polls:7,} {self.texts:7,} {self.own:10.0f} {self.mapped:18.0f} "
            f"{self.store:13.0f}"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the polls: counts, the memory as they went on, and what is wrong."""

    articles: int
    versions: int
    looks: int
    statuses: dict[int, int]
    seen: tuple[Seen, ...]
    events: int
    wrong: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"{self.articles} articles, {self.versions} versions handed out, {self.looks} looks"
        yield f"answers by status: {self.statuses}; {self.events} events"
        yield "  polls   texts  MB, alone  with files mapped  store on disk"
        yield from (one.line() for one in self.seen)


def watched(folder: Path, polls: int, seed: int) -> Outcome:
    """Polls a site and looks at what the store then holds."""
    room, now, looks, seen, store = Newsroom(seed), 1e9, 0, list[Seen](), folder / "store"
    with open_for_readers(room), _watching(store, room.address) as (process, polling):
        for number in range(1, polls + CALM + 1):
            room.calm = number > polls
            if not room.calm:
                room.turn()
            now += DAY if room.calm else EVERY
            polling.send(now)
            looks += polling.recv()
            if number in {polls * part // LOOKS for part in range(1, LOOKS + 1)}:
                seen.append(_seen(store, number, process))
    with reading(store) as opened:
        wrong = [line for one in room.articles for line in _missing(opened, one, room.address)]
        wrong += faults(opened)
        events = len(opened.journal.after(0))
    versions = sum(len(one.given) for one in room.articles)
    return Outcome(
        *(len(room.articles), versions, looks, dict(sorted(room.statuses.items()))),
        *(tuple(seen), events, tuple(wrong)),
    )


@contextmanager
def _watching(store: Path, address: str) -> Iterator[tuple[int, Connection]]:
    """A process of its own that watches a site, so that nothing of the site counts as its memory.

    It is sent the time for every poll, and answers with the looks that it took.
    """
    here, there = (spawn := get_context("spawn")).Pipe()
    process = spawn.Process(target=_watch, args=(store, address, there))
    process.start()
    there.close()
    try:
        yield process.pid or 0, here
    finally:
        here.close()
        process.join()


def _watch(folder: Path, address: str, told: Connection) -> None:
    """Polls whenever it is told the time, until nobody tells it any more."""
    now, settings = [0.0], FetchSettings(delay=0, allow_private=True)
    how = Watched(
        *((f"{address}/feed.xml",), EVERY, 1000),
        *(lambda: Fetcher(settings, lambda _: None), publishers()),
    )
    with writing(folder) as store:
        watcher = Watcher(store, Update(store, Settings()), how, lambda: now[0])
        while True:
            try:
                now[0] = told.recv()
            except EOFError:
                return
            told.send(watcher.poll().looks)


def _seen(folder: Path, polls: int, process: int) -> Seen:
    with reading(folder) as store:
        texts, size = store.shelf.count(), int(figures(store)["bytes"])
    return Seen(polls, texts, unshared(process), resident(process), size / 1_000_000)


def _missing(store: Store, one: Article, site: str) -> list[str]:
    """What the store lacks of an article, or has too much of it."""
    rows = store.connection.execute(
        "SELECT id FROM documents WHERE address IN (?, ?) ORDER BY row",
        (site + one.path, f"{site}/moved{one.path}"),
    ).fetchall()
    held = [store.document(key) for (key,) in rows]
    texts = [" ".join(" ".join(s.of(d.text) for s in d.body).split()) for d in held]
    given = [" ".join(version.split()) for version in one.given]
    if [text.partition(f"Report {one.number} ")[2] or text for text in texts] == given:
        return []
    return [f"{one.path}: {len(given)} versions handed out, {len(texts)} held, or other ones"]


def main(argv: list[str]) -> None:
    """Prints what came of it; exits 1 where anything is wrong."""
    tried(argv, "watch", ("polls", 1000), watched)
