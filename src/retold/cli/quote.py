"""`retold quote`: where a quotation stands in a pile, and how each use of it stands."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.exits import Exit, due
from retold.cli.pile import read_result
from retold.cli.reading import read_options, reading
from retold.cli.streams import print_bytes, print_text, wants_colour, width
from retold.model.document import Document

if TYPE_CHECKING:
    from retold.changes.quotes.lookup import Found


@click.command(
    "quote",
    short_help="Look a quotation up in a pile.",
    epilog="""\b
Examples:
  retold quote "a routine matter" folder/
  retold quote "a routine matter" --speaker Lund folder/ --json
  retold quote --from-file quotations.txt folder/
""",
)
@click.argument("arguments", metavar="[WORDS] PATH...", nargs=-1, required=True)
@click.option("--speaker", metavar="NAME", help="Only what is given to a speaker of this name.")
@click.option(
    "--from-file",
    "listed",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look up every line of FILE instead of WORDS.",
)
@read_options
@click.option("--json", "as_json", is_flag=True, help="Print the places as JSON.")
@click.option("--set", "assignments", metavar="NAME=VALUE", multiple=True, help="Change a setting.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def command(
    arguments: tuple[str, ...],
    speaker: str | None,
    listed: Path | None,
    as_json: bool,
    assignments: tuple[str, ...],
    quiet: bool,
    no_color: bool,
    **options: Any,
) -> Exit:
    """Look a quotation up: who has it, where, in which words, and how each use stands.

    PATH is a file, a folder or - for stdin, as for read. Places in the same words come first, then
    parts, then other words for it, then the words without quotation marks. Typography, spelling
    and letter case make no difference.
    """
    from retold.changes.quotes.lookup import looked_up

    asked, paths = _parted(arguments, listed)
    result, rejected = read_result(paths, reading(options), assignments, quiet=quiet)
    documents = {one.id: one for one in result.documents}
    found = [(one, looked_up(one, result.documents, result.stories, speaker)) for one in asked]
    if as_json:
        print_bytes([_encoded(found, documents)])
    else:
        from retold.report.terminal_quotes import quote_text

        colour = wants_colour(refused=no_color)
        texts = (
            quote_text(words, places, documents, width=width(), colour=colour)
            for words, places in found
        )
        print_text("\n".join(texts), colour=colour)
    return due(Exit.SOME_REJECTED if rejected else Exit.DONE)


def _parted(arguments: Sequence[str], listed: Path | None) -> tuple[list[str], Sequence[str]]:
    """The quotations asked for, and the paths.

    Raises:
        click.UsageError: there is nothing to look up, or nothing to look it up in.
    """
    if listed is not None:
        lines = listed.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        asked = [line.strip() for line in lines if line.strip()]
        if not asked:
            raise click.UsageError(f"{listed} has no line with words")
        return asked, arguments
    first, *rest = arguments
    if not rest:
        raise click.UsageError("name what to look it up in: retold quote WORDS PATH...")
    if not any(letter.isalnum() for letter in first):
        raise click.UsageError(f"{first!r} has no word to look up")
    return [first], rest


def _encoded(
    found: Sequence[tuple[str, Sequence["Found"]]], documents: Mapping[str, Document]
) -> bytes:
    """The places as one JSON document; a lone surrogate goes out escaped."""
    shaped = [
        {"asked": words, "found": [_shaped(one, documents[one.place.document]) for one in places]}
        for words, places in found
    ]
    written = {"texts": len(documents), "quotations": shaped}
    return json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _shaped(one: "Found", document: Document) -> dict[str, Any]:
    from retold.report.terminal_quotes import line_of

    span, use = one.place.span, one.use
    return {
        "match": one.match.value,
        "story": one.story,
        "document": document.id,
        "path": document.path,
        "line": line_of(document, one),
        "begin": span.begin,
        "end": span.end,
        "words": span.of(document.text),
        "speaker": use.speaker if use else None,
        "style": use.style.value if use else None,
        "status": use.status.value if use and use.status else None,
        "note": use.note if use else None,
    }
