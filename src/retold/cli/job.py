"""The main job behind `read` and `demo`: a pile in, a result out, the exit code that is due."""

import gc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from retold.cli.engines import Machine
from retold.cli.exits import Exit, due
from retold.cli.intake import Intake
from retold.cli.output import JSON, Output, failed, shown
from retold.cli.progress import Progress
from retold.cli.settings import settle
from retold.model.document import Document
from retold.model.errors import NothingReadable
from retold.model.run import Rejected, Result

if TYPE_CHECKING:
    from retold.readers.web.pages import Pages


# Values of a pile point at no values made after them, so that looking for circles among them finds
# nothing; as often as by default it takes a tenth of the time. Objects made, then rounds.
SELDOM = (20_000, 50, 50)


def main_job(
    pile: Iterable[Document | Rejected],
    output: Output,
    pages: "Pages | None" = None,
    machine: Machine | None = None,
) -> Exit:
    """Read the pile, judge it, publish the result, and list what was rejected.

    `pages` are those the pile is read from, where it may be read from the network; `machine` is
    what does the work, None for one process.

    Raises:
        click.UsageError: the settings or the report folder cannot be used.
        NothingReadable: the pile holds no text.
    """
    from retold.bench import Settings
    from retold.face import read_documents

    settings = settle(Settings(), Path.cwd(), output.assignments)
    output.check()
    gc.set_threshold(*SELDOM)
    with Progress(quiet=output.quiet) as progress, (machine or Machine()).opened() as engine:
        intake = Intake(progress, output.folder)
        try:
            result = read_documents(
                intake.take(pile),
                settings=settings,
                tick=progress,
                engine=engine,
                say=output.say,
            )
        except NothingReadable:
            result = None
    if result is None or not result.documents:
        intake.list_rejected(rest="give them one at a time to see them")
        raise NothingReadable("no text could be read from what was given")
    if pages is not None and pages.network:
        result = replace(result, run=replace(result.run, network=True))
    return _ending(shown(result, output), intake, output)


def _ending(result: Result, intake: Intake, output: Output) -> Exit:
    if not output.summary_on_screen:
        where = f"all stand in {output.folder / JSON}" if output.folder else "see --json for all"
        intake.list_rejected(rest=where)
    return due(
        Exit.FINDINGS if failed(result, output) else Exit.DONE,
        Exit.SOME_REJECTED if intake.rejected else Exit.DONE,
    )
