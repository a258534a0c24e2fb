"""`retold add`: documents into a store, and from there into its stories."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.exits import Exit, due
from retold.cli.fetching import fetch_options, pages_allowed
from retold.cli.intake import Intake
from retold.cli.progress import Progress
from retold.cli.reading import read_options, reading
from retold.cli.storing import settings_of, settings_option, store_option
from retold.cli.streams import note, print_bytes
from retold.model.document import Document
from retold.model.errors import NothingReadable
from retold.model.run import Rejected

if TYPE_CHECKING:
    from retold.backends.store.shelf import Arrival
    from retold.backends.store.store import Store
    from retold.growth.update import Update

# Documents written down together; a kill loses no more than what was not yet told of.
TOGETHER = 200


@click.command(
    "add",
    epilog="""\b
Examples:
  retold add --store news folder/
  retold add --store news pile.jsonl --text-field body
  retold add --store news feed.xml --allow-fetch
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@store_option
@read_options
@fetch_options
@settings_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr.")
def command(
    paths: tuple[str, ...], folder: Path, assignments: tuple[str, ...], quiet: bool, **options: Any
) -> Exit:
    """Add texts to a store, and work them into its stories.

    PATH is what read takes. The store is made where there is none. A line of JSON on stdout tells
    of each text once it is safe: its `id` in the store, and whether it is `new`, a `revision` of
    a text of the same address, or was `held` before. The stories are those of `retold read` over
    everything in the store, whatever the order and the portions it was added in. A run that was
    stopped goes on when the command is given again.
    """
    from retold.backends.publishers import identified, publishers
    from retold.backends.store.store import writing
    from retold.growth.update import Update
    from retold.readers.pile import read_pile

    settings = settings_of(assignments)
    pages = pages_allowed(options)
    asked = reading(options, pages)
    with writing(folder) as store, Progress(quiet=quiet) as progress:
        intake = Intake(progress, None)
        pile = read_pile(paths, asked, (lambda _: None) if quiet else note)
        update = Update(store, settings)
        count = 0
        for arrivals in taken(store, identified(intake.take(pile), publishers())):
            count += len(arrivals)
            print_bytes(json.dumps({"id": one.id, "taken": one.taken}).encode() for one in arrivals)
        if pages is not None and pages.network:
            store.note("network", "used")
        work_in(update, progress)
    intake.list_rejected(rest="give them one at a time to see them")
    if not count:
        raise NothingReadable("no text could be read from what was given")
    return due(Exit.SOME_REJECTED if intake.rejected else Exit.DONE)


def taken(store: "Store", pile: Iterable[Document | Rejected]) -> Iterator[list["Arrival"]]:
    """Writes the documents of a pile down, a portion at a time; what became of each."""
    from retold.growth.update import take

    documents = (one for one in pile if isinstance(one, Document))
    while portion := list(islice(documents, TOGETHER)):
        yield take(store, portion)


def work_in(update: "Update", progress: Progress) -> None:
    """Works in what waits, with progress."""
    for worked in update.all():
        progress("telling", worked.done, worked.done + worked.waiting)
