"""The `retold` command: finds the command asked for and turns every ending into an exit code."""

import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from retold import __version__
from retold.cli.exits import MEANING, Exit
from retold.cli.interrupts import INTERRUPTS
from retold.cli.nearest import unknown
from retold.cli.streams import flush_stdout, forget_stdout, leave_stdout, note, speak_utf8
from retold.model.errors import NothingReadable, RetoldError

# In the order of --help. Each lies in a file of its own and is imported when it is asked for.
COMMANDS = (
    *("read", "compare", "rebuild", "quote", "export", "dedupe", "serve", "mcp", "demo", "explain"),
    *("add", "watch", "trace", "store", "completion"),
)


class ClosedPipe(Exception):
    """Whoever read stdout went away; click would make an error of it."""


class Commands(click.Group):
    """The commands, imported one at a time: `retold --version` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"retold.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS:
            if Path(name).exists():
                raise click.UsageError(
                    f"{name!r} is a path, not a command; write: retold read {name}", ctx
                )
            raise click.UsageError(unknown("command", name, COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError as fault:
            forget_stdout(fault)
            raise ClosedPipe from fault

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as fault:
            forget_stdout(fault)
            raise ClosedPipe from fault


EXIT_CODES = "\n".join(f"  {code:>3}  {MEANING[code]}" for code in Exit)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"""\b
Examples:
  retold demo                         the shipped example, with a report
  retold read folder/                 every text, page and record in a folder
  retold read a.txt b.html -o report  two files, and a report to open in a browser
  retold read pile.jsonl --json       the result for a script
  retold compare a.txt b.txt          how two texts stand to each other
  retold rebuild folder/              the lost text that the tellings go back to
  retold quote "a few words" folder/  who quotes them, and in which words
  retold export folder/ --to csv -o o tables, graphs, PROV, TEI for other programs
  retold serve                        the same in a browser, and an API, on this machine
  retold mcp                          tools for a language model's client, over stdio
  retold explain paraphrase           what a word in the output means

\b
Exit codes:
{EXIT_CODES}

Where two apply, the first of 130, 2, 3, 1, 4 is given.
Nothing is sent anywhere: retold works without a network.
""",
)
@click.version_option(__version__, "-V", "--version", message="retold %(version)s")
def retold() -> None:
    """How many independent tellings a news story has, and who took from whom.

    retold reads texts and groups them into stories. For each story it says how many tellings
    were read, how many of them were made without another (origins), what they rest on
    (primaries), and which text goes back to which, with the evidence.
    """


def run(arguments: Sequence[str] | None = None) -> Exit:
    """Run one command line; the exit code that is due. Never raises for what a user did."""
    try:
        code = Exit(retold.main(args=arguments, prog_name="retold", standalone_mode=False) or 0)
        flush_stdout()
        INTERRUPTS.check()
    except (click.Abort, KeyboardInterrupt):
        return _interrupted()
    except ClosedPipe:
        return Exit.DONE
    except (click.ClickException, RetoldError, OSError) as fault:
        # What an interrupt left undone that was lost is no fault of the input.
        return _interrupted() if INTERRUPTS.came else _told(fault)
    return code


def _interrupted() -> Exit:
    note("interrupted")
    return Exit.INTERRUPTED


def _told(fault: Exception) -> Exit:
    """Tell on stderr what stopped the run."""
    if isinstance(fault, click.UsageError):
        _tell_usage(fault)
    elif isinstance(fault, click.ClickException):
        note(fault.format_message())
    elif isinstance(fault, OSError):
        where = f"{fault.filename}: " if fault.filename else ""
        if fault.errno == errno.ENOSPC and not fault.filename:
            leave_stdout()  # Python would try once more at its end, and complain
        note(f"{where}{(fault.strerror or str(fault)).lower()}")
    else:
        note(str(fault.args[0]) if fault.args else type(fault).__name__)
    return Exit.NOTHING_READABLE if isinstance(fault, NothingReadable) else Exit.USAGE


def _tell_usage(fault: click.UsageError) -> None:
    message = fault.format_message()
    if fault.ctx is not None and message == fault.ctx.get_help():
        click.echo(message, err=True)  # a bare `retold`
        return
    asked = fault.ctx.command_path if fault.ctx else "retold"
    note(f"{message[:1].lower()}{message[1:]}")
    click.echo(f"see '{asked} --help'", err=True)


def main() -> None:
    """Entry point of the `retold` script."""
    INTERRUPTS.heed()
    speak_utf8()
    sys.exit(run())


if __name__ == "__main__":
    main()
