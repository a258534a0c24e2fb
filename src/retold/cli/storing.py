"""The option that names a store, and how a command opens it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from retold.cli.settings import settle

if TYPE_CHECKING:
    from retold.bench import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def store_option(command: Command) -> Command:
    """Add `--store DIR`, which a command that works on a store cannot do without."""
    return click.option(
        "--store",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        required=True,
        help="The folder of the store.",
    )(command)


def settings_option(command: Command) -> Command:
    """Add `--set NAME=VALUE`."""
    return click.option(
        "--set",
        "assignments",
        metavar="NAME=VALUE",
        multiple=True,
        help="Change a setting, over what retold.toml in the current folder says.",
    )(command)


def settings_of(assignments: Sequence[str]) -> "Settings":
    """The settings in force."""
    from retold.bench import Settings

    return settle(Settings(), Path.cwd(), assignments)
