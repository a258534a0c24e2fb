"""Files of a result in the forms other programs read: the option that names them, the writing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from retold.cli.folder import write
from retold.cli.streams import note, print_text
from retold.exports.forms import FORMS

if TYPE_CHECKING:
    from retold.model.output import ResultDict

Command = TypeVar("Command", bound=Callable[..., Any])


def forms_option(words: str, *, required: bool = False) -> Callable[[Command], Command]:
    """`--to FORM`, as often as one likes."""
    return click.option(
        "--to",
        "forms",
        metavar="FORM",
        type=click.Choice(list(FORMS)),
        multiple=True,
        required=required,
        help=f"{words} May be given again.",
    )


def write_forms(result: "ResultDict", forms: Iterable[str], folder: Path, *, quiet: bool) -> None:
    """Writes the files of each form to a folder and prints their paths; notes go to stderr."""
    for name in dict.fromkeys(forms):
        exported = FORMS[name].make(result)
        write(folder, exported.files)
        for line in () if quiet else exported.notes:
            note(line)
        print_text("\n".join((folder / file).as_posix() for file in exported.files))
