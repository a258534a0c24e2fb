"""What goes to stdout and stderr: always UTF-8, never a traceback for a closed pipe."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from io import TextIOWrapper

import click

# Narrower than this a tree cannot be drawn; wider than this a line is hard to follow.
NARROWEST, WIDEST = 40, 120  # columns
# A pipe whose reader went away; Windows reports it as EINVAL, which means other things elsewhere.
CLOSED_PIPE = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}
# More lines than this on stderr push the summary out of sight.
LISTED_MOST = 20  # lines


def speak_utf8() -> None:
    """Make stdout and stderr take any character; one that cannot be encoded is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width() -> int:
    """Columns to write for; COLUMNS is honoured, 80 where stdout is no terminal."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def wants_colour(*, refused: bool) -> bool:
    """Whether stdout should be coloured: a terminal, and neither NO_COLOR nor --no-color."""
    if refused or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal()


def is_terminal() -> bool:
    """Whether stdout is one."""
    return sys.stdout is not None and sys.stdout.isatty()


def print_text(text: str, *, colour: bool = False) -> None:
    """Write the result to stdout; a reader that went away is no error."""
    try:
        click.echo(text.rstrip("\n"), color=colour)
    except OSError as fault:
        forget_stdout(fault)


def print_bytes(pieces: Iterable[bytes]) -> None:
    """Write each piece and a line break to stdout, untouched."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        out = sys.stdout.buffer
        for piece in pieces:
            out.write(piece)
            if not piece.endswith(b"\n"):
                out.write(b"\n")
        out.flush()
    except OSError as fault:
        forget_stdout(fault)


def flush_stdout() -> None:
    """Write what is still held back; a reader that went away is no error."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as fault:
        forget_stdout(fault)


def forget_stdout(fault: OSError) -> None:
    """Send what is still to be written nowhere, if stdout's reader went away; else raise.

    Python flushes stdout once more when it ends and would complain there.
    """
    if fault.errno not in CLOSED_PIPE:
        leave_stdout()
        raise fault
    leave_stdout()


def leave_stdout() -> None:
    """Send what is still held back, and all that follows, nowhere: it could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def note(text: str) -> None:
    """One line to stderr, signed; a control character in a file's name is shown, not obeyed."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    line = f"retold: {shown}"
    if sys.stderr is not None and sys.stderr.isatty():
        # A progress bar may stand on this line: written over, to its end.
        line = "\r" + line.ljust(shutil.get_terminal_size((80, 24)).columns - 1)
    click.echo(line, err=True)


def note_each(lines: list[str], *, rest: str) -> None:
    """At most 20 lines to stderr, then how many more there are and where to find them."""
    for line in lines[:LISTED_MOST]:
        note(line)
    if len(lines) > LISTED_MOST:
        note(f"and {len(lines) - LISTED_MOST} more; {rest}")
