"""The options that say how files are read."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from retold.readers.options import Hands, ReadOptions
    from retold.readers.web.pages import Pages

Command = TypeVar("Command", bound=Callable[..., Any])
# What a record may hold, by the option that names its field.
FIELDS = {
    "text": "its text",
    "html": "its page",
    "id": "its id",
    "url": "its address",
    "date": "its date",
    "title": "its title",
    "outlet": "its outlet",
    "byline": "its writers",
    "language": "its language",
}
# Above this a machine has more processes than work.
MOST_JOBS = 64
# Seconds of work in one process before others are begun, where nobody said how many: about what it
# takes to begin them, so that waiting at most doubles that.
PATIENCE = 1.0


jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, MOST_JOBS),
    help="Processes that share the work (as many as processors, once it takes seconds).",
)


class FormatName(click.ParamType[str]):
    """A format by its name."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from retold.cli.nearest import unknown
        from retold.readers.formats import BY_NAME

        if value not in BY_NAME:
            self.fail(unknown("format", str(value), sorted(BY_NAME)), param, ctx)
        return str(value)


def read_options(command: Command) -> Command:
    """Add the options of reading to a command."""
    named = click.option(
        "--format",
        "format_name",
        metavar="NAME",
        type=FormatName(),
        help="Read the files as this format (csv, jsonl, warc ...) instead of by their content.",
    )
    command = jobs_option(named(command))
    for field, words in reversed(FIELDS.items()):
        text = f"Field of a record (JSONL, CSV, Parquet ...) that holds {words}."
        command = click.option(f"--{field}-field", metavar="NAME", help=text)(command)
    return command


def reading(options: dict[str, Any], pages: "Pages | None" = None) -> "ReadOptions":
    """Takes the options of reading out of `options`."""
    from retold.readers.options import ReadOptions

    fields: dict[str, Any] = {
        f"{field}_field": options.pop(f"{field}_field") or None for field in FIELDS
    }
    name, jobs = options.pop("format_name"), options.pop("jobs")
    return ReadOptions(**fields, format=name, hands=hands(jobs), pages=pages)


def hands(jobs: int | None) -> "Hands":
    """The processes that share the work: so many, or where nobody said as there are processors."""
    from retold.readers.options import Hands

    return Hands(jobs) if jobs is not None else Hands(_processors(), PATIENCE)


def _processors() -> int:
    """How many processes may run at once; one where it is not known to be safe to fork."""
    return min(MOST_JOBS, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1
