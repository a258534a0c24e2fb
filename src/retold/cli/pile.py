"""A pile read and judged for a command that prints something of its own from the result."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from retold.cli.intake import Intake
from retold.cli.progress import Progress
from retold.cli.settings import settle
from retold.cli.streams import note
from retold.model.errors import NothingReadable
from retold.model.run import Result

if TYPE_CHECKING:
    from retold.readers.options import ReadOptions


def read_result(
    paths: Sequence[str], reading: "ReadOptions", assignments: Sequence[str], *, quiet: bool
) -> tuple[Result, bool]:
    """The result over the pile, and whether some of it was rejected (listed on stderr).

    Raises:
        click.UsageError: a setting is unknown.
        NothingReadable: the pile holds no text.
    """
    from retold.bench import Settings
    from retold.face import read_documents
    from retold.readers.pile import read_pile

    settings = settle(Settings(), Path.cwd(), assignments)
    with Progress(quiet=quiet) as progress:
        intake = Intake(progress, None)
        pile = read_pile(list(paths), reading, _unsaid if quiet else note)
        try:
            result = read_documents(intake.take(pile), settings=settings, tick=progress)
        except NothingReadable:
            intake.list_rejected(rest="give them one at a time to see them")
            raise
    intake.list_rejected(rest="retold read --json has all")
    return result, bool(intake.rejected)


def _unsaid(line: str) -> None:
    """Takes a line and says nothing: --quiet."""
    del line
