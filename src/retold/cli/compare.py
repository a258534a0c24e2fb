"""`retold compare`: how two texts stand to each other."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from retold.cli.exits import Exit
from retold.cli.intake import line
from retold.cli.settings import settle
from retold.cli.streams import note, print_bytes, print_text, wants_colour, width
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
""",
)
@click.argument("left")
@click.argument("right")
@click.option("--json", "as_json", is_flag=True, help="Print the relation as JSON.")
@click.option("--set", "assignments", metavar="NAME=VALUE", multiple=True, help="Change a setting.")
@click.option("-q", "--quiet", is_flag=True, help="No notes on stderr.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def command(
    left: str, right: str, as_json: bool, assignments: tuple[str, ...], quiet: bool, no_color: bool
) -> Exit:
    """Compare two texts, each a file or - for stdin."""
    from retold.face import compare_documents
    from retold.pipeline import Settings

    if left == right == "-":
        raise click.UsageError("stdin can be read once; name a file for the other text")
    settings = settle(Settings(), Path.cwd(), assignments)
    say: Callable[[str], None] = (lambda _: None) if quiet else note
    one, other = _told_apart(_only(left, say), _only(right, say))
    relation = compare_documents(one, other, settings)
    if as_json:
        print_bytes([_encoded(relation)])
        return Exit.DONE
    from retold.report.terminal import comparison

    colour = wants_colour(refused=no_color)
    first, second = sorted((one, other), key=lambda document: document.id != relation.left)
    text = comparison(relation, first, second, width=width(), colour=colour)
    print_text(text, colour=colour)
    return Exit.DONE


def _encoded(relation: Relation) -> bytes:
    """The relation as it stands in a story's `relations`; a lone surrogate goes out escaped."""
    from retold.model.shape import relation_dict

    written = json.dumps(relation_dict(relation), ensure_ascii=False, indent=1)
    return written.encode("utf-8", "backslashreplace")


def _only(path: str, say: Callable[[str], None]) -> Document:
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
