"""A feed watched for a thousand polls: no text lost, none twice, memory flat.

    python -m benchmarks watch [--polls 1000] [--seed 1] [--folder DIR]

The site is on this machine (`benchmarks/newsroom.py`, seeded): it publishes and revises, and one
request in four meets an error, a redirect or a request to wait. Polls are 15 minutes of a clock of
their own apart. At the end the site is calm for some polls; then every version of an article that
was handed out must be in the store once, in the order in which it was handed out.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.newsroom import Article, Newsroom, open_for_readers
from benchmarks.spending import resident
from benchmarks.trial import tried
from retold.backends.publishers import publishers
from retold.backends.store.checking import faults
from retold.backends.store.store import Store, reading, writing
from retold.bench import Settings
from retold.growth.update import Update
from retold.readers.web.fetch import Fetcher
from retold.readers.web.settings import FetchSettings
from retold.watch.watcher import Watched, Watcher

EVERY = 900.0  # seconds of the clock that the polls go by
CALM = 12  # polls at the end; a page that failed often is due again after a day
DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the polls: counts, megabytes after each quarter, and what is wrong."""

    articles: int
    versions: int
    looks: int
    statuses: dict[int, int]
    held: tuple[float, ...]
    events: int
    wrong: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"{self.articles} articles, {self.versions} versions handed out, {self.looks} looks"
        yield f"answers by status: {self.statuses}; {self.events} events"
        held = ", ".join(f"{one:.0f}" for one in self.held)
        yield f"memory after each quarter of the polls: {held} MB"


def watched(folder: Path, polls: int, seed: int) -> Outcome:
    """Polls a site and looks at what the store then holds."""
    room, now, looks, held = Newsroom(seed), [1e9], 0, list[float]()
    settings = FetchSettings(delay=0, allow_private=True)
    with open_for_readers(room), writing(folder / "store") as store:
        place = f"{room.address}/feed.xml"
        how = Watched(
            (place,), EVERY, 1000, lambda: Fetcher(settings, lambda _: None), publishers()
        )
        watcher = Watcher(store, Update(store, Settings()), how, lambda: now[0])
        for number in range(polls + CALM):
            room.calm = number >= polls
            if not room.calm:
                room.turn()
            now[0] += DAY if room.calm else EVERY
            looks += watcher.poll().looks
            if number + 1 in {polls * quarter // 4 for quarter in range(1, 5)}:
                held.append(resident(os.getpid()))
        wrong = [line for one in room.articles for line in _missing(store, one, room.address)]
        events = len(store.journal.after(0))
    with reading(folder / "store") as opened:
        wrong += faults(opened)
    versions = sum(len(one.given) for one in room.articles)
    return Outcome(
        *(len(room.articles), versions, looks, dict(sorted(room.statuses.items()))),
        *(tuple(held), events, tuple(wrong)),
    )


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
