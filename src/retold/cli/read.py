"""`retold read`: the main job, from files to stories."""

from typing import Any

import click

from retold.cli.exits import Exit
from retold.cli.job import main_job
from retold.cli.output import Output, output_options


@click.command(
    "read",
    epilog="""\b
Examples:
  retold read folder/
  retold read one.txt two.html -o report
  retold read pile.jsonl --text-field body --id-field key --json
  cat pile.jsonl | retold read - --json-lines
  retold read folder/ --fail-on single-origin --quiet
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--text-field", metavar="NAME", help="Field of a JSONL record that holds its text.")
@click.option("--id-field", metavar="NAME", help="Field of a JSONL record that names it.")
@output_options
def command(
    paths: tuple[str, ...], text_field: str | None, id_field: str | None, **options: Any
) -> Exit:
    """Read texts and say which go back to which.

    PATH is a file, a folder (read with all folders in it) or - for stdin. Files that end in .txt,
    .md, .html, .htm or .jsonl are read; in a .jsonl file every line is a text.
    """
    from retold.readers.options import ReadOptions
    from retold.readers.pile import read_pile

    output = Output(**options)
    given = {"text_field": text_field, "id_field": id_field}
    reading = ReadOptions(**{name: field for name, field in given.items() if field})
    return main_job(read_pile(paths, reading, output.say), output)
