"""`retold rebuild`: a lost text of a story, sentence by sentence."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from retold.cli.exits import Exit, due
from retold.cli.pile import read_result
from retold.cli.streams import print_bytes, print_text, wants_colour, width
from retold.model.story import Story

# More stories than this in an error push the question out of sight.
LISTED_MOST = 10
TITLE = 60  # columns


@click.command(
    "rebuild",
    short_help="Rebuild the lost text that the tellings of a story go back to.",
    epilog="""\b
Examples:
  retold rebuild folder/                   the only story with a lost text
  retold rebuild "ferry withdrawn" folder/ the story whose title has these words
  retold rebuild 3f2a folder/ --json       the story whose id begins so, for a script
""",
)
@click.argument("arguments", metavar="[STORY] PATH...", nargs=-1, required=True)
@click.option("--text-field", metavar="NAME", help="Field of a JSONL record that holds its text.")
@click.option("--id-field", metavar="NAME", help="Field of a JSONL record that names it.")
@click.option("--json", "as_json", is_flag=True, help="Print the lost texts as JSON.")
@click.option("--set", "assignments", metavar="NAME=VALUE", multiple=True, help="Change a setting.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def command(
    arguments: tuple[str, ...],
    text_field: str | None,
    id_field: str | None,
    as_json: bool,
    assignments: tuple[str, ...],
    quiet: bool,
    no_color: bool,
) -> Exit:
    """Rebuild the lost text that the tellings of a story go back to.

    Every sentence stands with the tellings that attest it and how surely it stood in the lost
    text. PATH is a file, a folder or - for stdin, as for read. STORY is the id of a story, the
    beginning of one, or words of its title; a first argument that is no path names a story.
    """
    from retold.readers.options import ReadOptions

    asked, paths = _parted(arguments)
    reading = ReadOptions(text_field=text_field or None, id_field=id_field or None)
    result, rejected = read_result(paths, reading, assignments, quiet=quiet)
    story = chosen(result.stories, asked)
    if as_json:
        print_bytes([_encoded(story)])
    else:
        from retold.report.terminal_rebuilt import rebuilt_text

        colour = wants_colour(refused=no_color)
        print_text(rebuilt_text(story, width=width(), colour=colour), colour=colour)
    return due(Exit.SOME_REJECTED if rejected else Exit.DONE)


def _parted(arguments: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The story asked for, None for the only one, and the paths.

    Raises:
        click.UsageError: there is no path.
    """
    first, *rest = arguments
    if first == "-" or Path(first).exists():
        return None, arguments
    if not rest:
        raise click.UsageError(f"{first!r} is no path; name what to read after the story")
    return first, rest


def chosen(stories: Sequence[Story], asked: str | None) -> Story:
    """The story asked for by id, the beginning of one, or words of its title.

    Raises:
        click.UsageError: none or several are meant; names those that could be.
    """
    with_lost = [story for story in stories if story.rebuilt]
    if asked is None:
        found = with_lost or list(stories)
        kind = "have a lost text" if with_lost else "were read, none with a lost text"
    else:
        found = [story for story in stories if story.id == asked] or _meant(stories, asked)
        kind = f"are meant by {asked!r}"
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"{len(found)} stories {kind}; name one of: {_listed(found)}")
    raise click.UsageError(f"no story is meant by {asked!r}; there are: {_listed(stories)}")


def _meant(stories: Sequence[Story], asked: str) -> list[Story]:
    """Stories whose id begins so; where there is none, those whose title has all the words."""
    begun = [story for story in stories if story.id.startswith(asked.casefold())]
    wanted = set(asked.casefold().split())
    return begun or [
        story for story in stories if wanted and wanted <= set(story.title.casefold().split())
    ]


def _listed(stories: Sequence[Story]) -> str:
    from retold.report.words import line

    named = [f"{story.id} ({line(story.title, TITLE)})" for story in stories[:LISTED_MOST]]
    more = len(stories) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more else [])])


def _encoded(story: Story) -> bytes:
    """The story's lost texts as in `stories[].rebuilt`; a lone surrogate goes out escaped."""
    from retold.model.shape import story_dict

    shaped = story_dict(story)
    labels = {node["id"]: node["label"] for node in shaped["stemma"]["nodes"]}
    rebuilt = [{"label": labels[one["node"]], **one} for one in shaped["rebuilt"]]
    written = {"story": shaped["id"], "title": shaped["title"], "rebuilt": rebuilt}
    return json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
