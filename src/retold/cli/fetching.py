"""The options that let `retold read` use the network, and bound it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from retold.readers.web.pages import Pages
    from retold.readers.web.settings import FetchSettings

Command = TypeVar("Command", bound=Callable[..., Any])
ABOVE_0 = click.FloatRange(min=0, min_open=True, max=1e6)
# By the names that the options hand over; what is not given is as FetchSettings has it.
BOUNDS = {
    "delay": "--delay",
    "most_megabytes": "--max-megabytes",
    "most_seconds": "--max-seconds",
    "most_pages": "--max-pages",
    "save": "--save",
    "allow_private": "--allow-private",
}
OPTIONS = (
    click.option("--allow-fetch", is_flag=True, help="Read addresses from the network."),
    click.option(
        "--save",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Keep what is fetched in DIR; `retold read DIR` reads it again without the network.",
    ),
    click.option(
        "--delay",
        metavar="SECONDS",
        type=click.FloatRange(min=0, max=3600),
        help="Between two requests to one host (1).",
    ),
    click.option(
        "--max-pages",
        "most_pages",
        metavar="N",
        type=click.IntRange(min=1),
        help="Addresses asked for in one run (1000).",
    ),
    click.option(
        "--max-megabytes", "most_megabytes", metavar="N", type=ABOVE_0, help="Of one page (10)."
    ),
    click.option(
        "--max-seconds", "most_seconds", metavar="N", type=ABOVE_0, help="For one request (30)."
    ),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Also read addresses of this machine and of the own network.",
    ),
)


def fetch_options(command: Command) -> Command:
    """Add the options of fetching to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def pages_allowed(options: dict[str, Any]) -> "Pages | None":
    """Takes the options of fetching out of `options`: pages of the network, None where not allowed.

    Raises:
        click.UsageError: fetching is bounded but not allowed, or wrongly, or packages are missing.
    """
    settings = fetch_settings(options)
    if settings is None:
        return None
    from retold.readers.web.pages import pages_of

    try:
        return pages_of(settings)
    except ModuleNotFoundError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"--save {settings.save}: {error.strerror or error}") from None


def fetch_settings(options: dict[str, Any]) -> "FetchSettings | None":
    """Takes the options of fetching out of `options`: how far it may go, None where not allowed.

    Raises:
        click.UsageError: fetching is bounded but not allowed, or wrongly.
    """
    allowed = options.pop("allow_fetch")
    given = {name: options.pop(name) for name in BOUNDS}
    given = {
        name: value for name, value in given.items() if value is not None and value is not False
    }
    if not allowed:
        if given:
            names = " and ".join(BOUNDS[name] for name in given)
            raise click.UsageError(f"{names} without --allow-fetch: nothing is fetched")
        return None
    from retold.readers.web.settings import FetchSettings

    try:
        return FetchSettings(**given)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
