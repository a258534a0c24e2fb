"""A feed watched for a thousand polls: no text lost, none twice, memory flat.

    python -m benchmarks watch [--polls 1000] [--seed 1] [--folder DIR]

The site is on this machine (`benchmarks/newsroom.py`, seeded): it publishes and revises, and one
request in four meets an error, a redirect or a request to wait. Polls are 15 minutes of a clock of
their own apart. At the end the site is calm for some polls; then every version of an article that
was handed out must be in the store once, in the order in which it was handed out.
"""

import argparse
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.newsroom import Article, Newsroom, open_for_readers
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
    """What came of the polls: counts, megabytes early and late, and what is wrong."""

    articles: int
    versions: int
    looks: int
    statuses: dict[int, int]
    early: float
    late: float
    events: int
    wrong: tuple[str, ...]


def watched(folder: Path, polls: int, seed: int) -> Outcome:
    """Polls a site and looks at what the store then holds."""
    room, now, looks, early = Newsroom(seed), [1e9], 0, 0.0
    settings = FetchSettings(delay=0, allow_private=True)
    with open_for_readers(room), writing(folder) as store:
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
            if number == polls // 4:
                early = resident()
        wrong = [line for one in room.articles for line in _missing(store, one, room.address)]
        events = len(store.journal.after(0))
    with reading(folder) as opened:
        wrong += faults(opened)
    versions = sum(len(one.given) for one in room.articles)
    return Outcome(
        *(len(room.articles), versions, looks, dict(sorted(room.statuses.items()))),
        *(early, resident(), events, tuple(wrong)),
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


def resident() -> float:
    """Megabytes of this process; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def main(argv: list[str]) -> None:
    """Prints what came of it; exits 1 where anything is wrong."""
    options = argparse.ArgumentParser(prog="python -m benchmarks watch")
    options.add_argument("--polls", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, help="where the store is kept meanwhile")
    chosen = options.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        found = watched(Path(folder, "store"), chosen.polls, chosen.seed)
    print(f"python -m benchmarks watch --polls {chosen.polls} --seed {chosen.seed}")
    print(f"  {found.articles} articles, {found.versions} versions handed out, {found.looks} looks")
    print(f"  answers by status: {found.statuses}; {found.events} events")
    print(f"  memory after a quarter {found.early:.0f} MB, at the end {found.late:.0f} MB")
    print(f"  {len(found.wrong)} things wrong")
    for line in found.wrong:
        print(f"    {line}")
    if found.wrong:
        raise SystemExit(1)
