"""`retold export`: a result in the forms other programs read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.exits import Exit, due
from retold.cli.folder import prepare
from retold.cli.forms import forms_option, write_forms
from retold.cli.pile import read_result
from retold.cli.reading import read_options, reading
from retold.exports.forms import FORMS

if TYPE_CHECKING:
    from retold.model.output import ResultDict

SAVED = ".json"
LISTED = "\n".join(f"  {one.name:11}  {one.words}" for one in FORMS.values())


@click.command(
    "export",
    short_help="Write a result as tables, graphs, PROV, TEI, annotations.",
    epilog=f"""\b
Forms:
{LISTED}

\b
Examples:
  retold export folder/ --to sqlite -o tables
  retold export report/retold.json --to parquet --to graphml -o out
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@forms_option("A form, from the list below.", required=True)
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="Write the files to DIR.",
)
@read_options
@click.option("--set", "assignments", metavar="NAME=VALUE", multiple=True, help="Change a setting.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr.")
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    folder: Path,
    assignments: tuple[str, ...],
    quiet: bool,
    **options: Any,
) -> Exit:
    """Write a result for other programs: tables, graphs, PROV-JSON, TEI, Web Annotations.

    PATH is what read takes, or one retold.json that read has written. Files of several forms lie
    side by side in DIR.
    """
    prepare(folder)
    result = _saved(paths)
    rejected = False
    if result is None:
        read, rejected = read_result(paths, reading(options), assignments, quiet=quiet)
        result = read.to_dict()
    write_forms(result, forms, folder, quiet=quiet)
    return due(Exit.SOME_REJECTED if rejected else Exit.DONE)


def _saved(paths: tuple[str, ...]) -> "ResultDict | None":
    """The result a single JSON file holds; None for any other pile."""
    path = Path(paths[0])
    if len(paths) > 1 or path.suffix != SAVED or not path.is_file():
        return None
    content = path.read_bytes()
    if b'"stories"' not in content:
        return None
    from retold.exports.saved import loaded

    return loaded(content, path.name)
