"""`retold watch`: feeds, sitemaps, pages and folders into a store, and what matters told."""

import json
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.exits import Exit
from retold.cli.fetching import fetch_options, fetch_settings
from retold.cli.storing import settings_of, settings_option, store_option
from retold.cli.streams import note, note_each, print_bytes

if TYPE_CHECKING:
    from retold.backends.store.store import Store
    from retold.watch.watcher import Poll, Watched

UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
SCREEN = "screen"


class Duration(click.ParamType[float]):
    """A time as 90, 30s, 15m, 2h or 1d."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        if isinstance(value, float):
            return value
        told = re.fullmatch(r"(\d{1,6})([smhd]?)", str(value))
        if told is None or not int(told.group(1)):
            self.fail(f"{value!r} is no time; write 30s, 15m, 2h or 1d", param, ctx)
        return float(int(told.group(1)) * UNITS[told.group(2)])


@click.command(
    "watch",
    epilog="""\b
Examples:
  retold watch --store news https://paper.example/feed.xml --allow-fetch
  retold watch --store news addresses.txt inbox/ --allow-fetch --every 30m --atom events.xml
  retold watch --store news inbox/ --once
""",
)
@click.argument("places", metavar="PLACE...", nargs=-1, required=True)
@store_option
@click.option(
    "--every", metavar="TIME", type=Duration(), default="15m", help="Between two looks (15m)."
)
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option("--polls", metavar="N", type=click.IntRange(min=1), help="Look so often and end.")
@click.option(
    "--atom",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the newest events as an Atom feed in FILE.",
)
@click.option("--webhook", metavar="URL", help="Post each event as JSON to URL.")
@fetch_options
@settings_option
@click.option("-q", "--quiet", is_flag=True, help="No notes on stderr.")
def command(
    places: tuple[str, ...],
    folder: Path,
    every: float,
    once: bool,
    polls: int | None,
    atom: Path | None,
    webhook: str | None,
    assignments: tuple[str, ...],
    quiet: bool,
    **options: Any,
) -> Exit:
    """Look at feeds, sitemaps, pages and folders again and again, and keep what is new.

    PLACE is an address, a folder, or a file (a list of addresses among them). What an address
    brought before and now brings changed is kept beside it as a revision. Servers are asked only
    for what changed, page by page, as their robots.txt allows, and more seldom where nothing
    changes. Each event is a line of JSON on stdout: a quotation that changed between revisions, a
    story that came to a second origin, a text that what was held as the first comes from. Stopped
    at any moment, the same command goes on.
    """
    from retold.backends.store.store import writing
    from retold.growth.update import Update
    from retold.watch.watcher import Watcher

    watched = _watched(places, every, options)
    settings, left = settings_of(assignments), 1 if once else polls
    with writing(folder) as store:
        watcher = Watcher(store, Update(store, settings), watched, time.time)
        while True:
            began = time.monotonic()
            poll = watcher.poll()
            _tell(store, poll, quiet=quiet)
            _send(store, atom, webhook)
            left = None if left is None else left - 1
            if left == 0:
                return Exit.SOME_REJECTED if poll.failures else Exit.DONE
            time.sleep(max(0.0, every - (time.monotonic() - began)))


def _watched(places: tuple[str, ...], every: float, options: dict[str, Any]) -> "Watched":
    from retold.backends.publishers import publishers
    from retold.readers.web.settings import FetchSettings
    from retold.watch.watcher import Watched, misplaced

    fetch = fetch_settings(options)
    if fetch is not None and fetch.save is not None:
        raise click.UsageError("--save is for retold read; a store keeps what is watched")
    address = misplaced(places, allowed=fetch is not None)
    if address is not None:
        raise click.UsageError(f"{address} is an address; --allow-fetch lets it be read")
    most = (fetch or FetchSettings()).most_pages
    if fetch is None:
        return Watched(places, every, most, None, publishers())
    try:
        from retold.readers.web.fetch import Fetcher
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"watching addresses needs {error.name}: pip install 'retold[fetch]'"
        ) from None
    return Watched(places, every, most, lambda: Fetcher(fetch), publishers())


def _tell(store: "Store", poll: "Poll", *, quiet: bool) -> None:
    """The events on stdout, each once even over kills, and what was done on stderr."""
    from retold.backends.store.database import transaction

    for place, event in store.journal.after(store.journal.reached(SCREEN)):
        print_bytes([json.dumps(event).encode()])
        with transaction(store.connection):
            store.journal.reach(SCREEN, place)
    if not quiet:
        note_each(list(poll.failures), rest="retold store stats counts what is watched")
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        note(f"{moment} {poll.looks} looks, {poll.new} new texts, {poll.revisions} revisions")


def _send(store: "Store", atom: Path | None, webhook: str | None) -> None:
    from retold.watch.sinks import deliver, post, write_atom

    if atom is not None:
        write_atom(store, atom)
    if webhook is not None:
        failed = deliver(store, webhook, post)
        if failed is not None:
            note(failed)
