"""What a command's exit code says, and which one wins where two apply."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING_READABLE = 3
    SOME_REJECTED = 4
    INTERRUPTED = 130


MEANING = {
    Exit.DONE: "done",
    Exit.FINDINGS: "something named by --fail-on was found",
    Exit.USAGE: "the command line, a setting or the report folder cannot be used",
    Exit.NOTHING_READABLE: "no text could be read from what was given",
    Exit.SOME_REJECTED: "done, but some inputs were rejected (listed with reasons)",
    Exit.INTERRUPTED: "interrupted",
}

PRECEDENCE = (
    Exit.INTERRUPTED,
    Exit.USAGE,
    Exit.NOTHING_READABLE,
    Exit.FINDINGS,
    Exit.SOME_REJECTED,
    Exit.DONE,
)


def due(*codes: Exit) -> Exit:
    """The code that wins among those that apply; DONE where none does."""
    return min((*codes, Exit.DONE), key=PRECEDENCE.index)
