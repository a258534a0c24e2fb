"""`retold demo`: the main job on the example story that is shipped with retold."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from retold.cli.exits import Exit
from retold.cli.job import main_job
from retold.cli.output import Output, output_options

REPORT = Path("retold-demo")


@click.command(
    "demo",
    short_help="Read the shipped example and write its report.",
    epilog=f"""\b
Examples:
  retold demo                 the report goes to {REPORT}/index.html
  retold demo -o elsewhere    the report goes to elsewhere/index.html
""",
)
@output_options
def command(**options: Any) -> Exit:
    """Read the shipped example: one invented event told many times, and a look-alike.

    The report goes to retold-demo in the current folder, or to the folder named by -o.
    """
    from retold.face import example_documents

    output = Output(**options)
    if output.folder is None:
        output = replace(output, folder=REPORT)
    return main_job(example_documents(), output)
