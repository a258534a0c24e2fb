"""How a result leaves: as a summary, as JSON, as lines, and as a folder with a report."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import click

from retold.cli.findings import FINDINGS, FindingNames, found
from retold.cli.folder import prepare, write
from retold.cli.selection import Codes, selected
from retold.cli.streams import is_terminal, note, print_bytes, print_text, wants_colour, width
from retold.model.run import Result

PAGE, JSON = "index.html", "retold.json"
Command = TypeVar("Command", bound=Callable[..., Any])

OPTIONS = (
    click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON document."),
    click.option("--json-lines", is_flag=True, help="Print JSON, one line a story after a head."),
    click.option(
        "-o",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help=f"Write the report to DIR/{PAGE} and the result to DIR/{JSON}.",
    ),
    click.option(
        "--fail-on",
        metavar="NAME",
        type=FindingNames(),
        multiple=True,
        help=f"Exit 1 where this is found: {', '.join(FINDINGS)}. May be given several times.",
    ),
    click.option(
        "--select",
        metavar="CODE,...",
        type=Codes(),
        multiple=True,
        help="Show these changes alone, by code or family: Q,N201. See retold explain.",
    ),
    click.option(
        "--ignore",
        metavar="CODE,...",
        type=Codes(),
        multiple=True,
        help="Leave these changes out, by code or family.",
    ),
    click.option(
        "--set",
        "assignments",
        metavar="NAME=VALUE",
        multiple=True,
        help="Change a setting, over what retold.toml in the current folder says.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr."),
    click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set."),
)


@dataclass(frozen=True, slots=True)
class Output:
    """What was asked for by the options above."""

    as_json: bool
    json_lines: bool
    folder: Path | None
    fail_on: tuple[tuple[str, ...], ...]
    assignments: tuple[str, ...]
    quiet: bool
    no_color: bool
    select: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[tuple[str, ...], ...] = ()

    @property
    def summary_on_screen(self) -> bool:
        """Whether the summary, which lists the rejected, is before the user's eyes."""
        return not self.as_json and not self.json_lines and is_terminal()

    def check(self) -> None:
        """Stop before the work starts where its result could not be put anywhere.

        Raises:
            click.UsageError: two forms of output at once, or a folder that takes no files.
        """
        if self.as_json and self.json_lines:
            raise click.UsageError("--json and --json-lines are two forms of one thing; give one")
        if self.folder is not None:
            prepare(self.folder)

    def say(self, text: str) -> None:
        """A note on stderr, unless --quiet."""
        if not self.quiet:
            note(text)


def output_options(command: Command) -> Command:
    """Add the options that every command with a result takes."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def shown(result: Result, output: Output) -> Result:
    """The result with the changes that are to be shown, published."""
    left = selected(result, chain.from_iterable(output.select), chain.from_iterable(output.ignore))
    _publish(left, output)
    return left


def failed(result: Result, output: Output) -> bool:
    """Whether --fail-on names what the result holds; a line on stderr for each such name."""
    findings = list(found(result, chain.from_iterable(output.fail_on)))
    for finding in findings:
        note(finding)
    return bool(findings)


def _publish(result: Result, output: Output) -> None:
    """Write the folder first, so that a reader of stdout who goes away loses nothing."""
    from retold.report.json import encode, json_lines

    if output.folder is not None:
        from retold.report.html import page

        write(output.folder, {JSON: encode(result), PAGE: _markup(page(result))})
    if output.as_json:
        print_bytes([encode(result)])
    elif output.json_lines:
        print_bytes(json_lines(result))
    else:
        _print_summary(result, output)
    if output.folder is not None and (output.as_json or output.json_lines):
        output.say(f"the report lies in {_report(output.folder)}")


def _print_summary(result: Result, output: Output) -> None:
    from retold.report.terminal import summary

    colour = wants_colour(refused=output.no_color)
    report = _report(output.folder) if output.folder is not None else None
    print_text(summary(result, width=width(), colour=colour, report=report), colour=colour)


def _markup(page: str) -> bytes:
    """The page in UTF-8; a lone surrogate, which has none, becomes a character reference."""
    return page.encode("utf-8", "xmlcharrefreplace")


def _report(folder: Path) -> str:
    return (folder / PAGE).as_posix()
