"""`retold compare`: how two texts stand to each other."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import click

from retold.cli.exits import Exit
from retold.cli.intake import line
from retold.cli.selection import Codes, chosen
from retold.cli.settings import settle
from retold.cli.streams import note, print_bytes, print_text, wants_colour, width
from retold.model.change import Drift
from retold.model.document import Document
from retold.model.errors import NothingReadable
from retold.model.relation import Relation
from retold.model.run import Rejected


@click.command(
    "compare",
    epilog="""\b
Examples:
  retold compare left.txt right.html
  retold compare left.txt - < right.txt
  retold compare left.txt right.txt --select N,M503
""",
)
@click.argument("left")
@click.argument("right")
@click.option("--json", "as_json", is_flag=True, help="Print the relation as JSON.")
@click.option(
    "--select",
    metavar="CODE,...",
    type=Codes(),
    multiple=True,
    help="Show these changes alone, by code or family: Q,N201.",
)
@click.option(
    "--ignore",
    metavar="CODE,...",
    type=Codes(),
    multiple=True,
    help="Leave these changes out, by code or family.",
)
@click.option("--set", "assignments", metavar="NAME=VALUE", multiple=True, help="Change a setting.")
@click.option("-q", "--quiet", is_flag=True, help="No notes on stderr.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def command(
    left: str,
    right: str,
    as_json: bool,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    assignments: tuple[str, ...],
    quiet: bool,
    no_color: bool,
) -> Exit:
    """Compare two texts, each a file or - for stdin: how they stand, and what changed."""
    from retold.bench import Settings
    from retold.face import changes_between, compare_documents

    if left == right == "-":
        raise click.UsageError("stdin can be read once; name a file for the other text")
    settings = settle(Settings(), Path.cwd(), assignments)
    say: Callable[[str], None] = (lambda _: None) if quiet else note
    one, other = _told_apart(only(left, say), only(right, say))
    relation = compare_documents(one, other, settings)
    drifts = chosen(changes_between(one, other, settings), chain(*select), chain(*ignore))
    if as_json:
        print_bytes([_encoded(relation, drifts)])
        return Exit.DONE
    from retold.report.terminal import comparison
    from retold.report.terminal_changes import differences

    colour = wants_colour(refused=no_color)
    first, second = sorted((one, other), key=lambda document: document.id != relation.left)
    text = comparison(relation, first, second, width=width(), colour=colour)
    text += differences(drifts, width=width(), colour=colour)
    print_text(text, colour=colour)
    return Exit.DONE


def _encoded(relation: Relation, drifts: Sequence[Drift]) -> bytes:
    """The relation as in a story's `relations`, with `drifts`; a lone surrogate is escaped."""
    from retold.model.shape import drift_dict, relation_dict

    found = {**relation_dict(relation), "drifts": [drift_dict(one) for one in drifts]}
    written = json.dumps(found, ensure_ascii=False, indent=1)
    return written.encode("utf-8", "backslashreplace")


def only(path: str, say: Callable[[str], None]) -> Document:
    """The one text at `path`."""
    from retold.readers.options import ReadOptions
    from retold.readers.pile import read_pile

    documents = []
    for piece in read_pile([path], ReadOptions(), say):
        if isinstance(piece, Rejected):
            note(f"rejected {line(piece)}")
        else:
            documents.append(piece)
    if not documents:
        raise NothingReadable(f"no text could be read from {path}")
    if len(documents) > 1:
        raise click.UsageError(
            f"{path} holds {len(documents)} texts, and compare takes one; use: retold read {path}"
        )
    return documents[0]


def _told_apart(one: Document, other: Document) -> tuple[Document, Document]:
    """The two with different ids: by path where the names are equal, by number where all is."""
    if one.id != other.id:
        return one, other
    if one.path and other.path and one.path != other.path:
        return replace(one, id=one.path), replace(other, id=other.path)
    return replace(one, id=f"{one.id} (1)"), replace(other, id=f"{other.id} (2)")
