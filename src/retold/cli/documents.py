"""Documents alone, each written as soon as it is read: what `read --no-stories` does."""

from collections.abc import Iterable, Iterator

import click

from retold.cli.exits import Exit
from retold.cli.intake import line
from retold.cli.output import Output
from retold.cli.progress import Progress
from retold.cli.streams import LISTED_MOST, note, note_each, print_bytes
from retold.model.document import Document
from retold.model.errors import NothingReadable
from retold.model.run import Rejected


class Written:
    """What went by: counts, and as many of the rejected as are listed at the end."""

    def __init__(self) -> None:
        self.documents = self.rejected = 0
        self.first: list[str] = []

    def lines(self, pile: Iterable[Document | Rejected], progress: Progress) -> Iterator[bytes]:
        """A line of JSON for each; one that was rejected is an object with the key "rejected"."""
        from retold.report.json import piece_line

        for piece in pile:
            if isinstance(piece, Rejected):
                self.rejected += 1
                if self.rejected <= LISTED_MOST:
                    self.first.append(f"rejected {line(piece)}")
            else:
                self.documents += 1
                progress("reading", self.documents, 0)
            yield piece_line(piece)


def documents_job(pile: Iterable[Document | Rejected], output: Output) -> Exit:
    """Write the pile to stdout as JSON lines; only one document is held at a time.

    Raises:
        click.UsageError: something is asked for that stories alone have.
        NothingReadable: the pile holds no text.
    """
    asked = {
        "--json": output.as_json,
        "-o": output.folder is not None,
        "--fail-on": bool(output.fail_on),
        "--set": bool(output.assignments),
    }
    for option, given in asked.items():
        if given:
            raise click.UsageError(f"{option} is about stories, and --no-stories tells none")
    written = Written()
    with Progress(quiet=output.quiet) as progress:
        print_bytes(written.lines(pile, progress))
    more = written.rejected - len(written.first)
    note_each(written.first, rest="")
    if more:
        note(f"and {more} more rejected; each stands in the output with its reason")
    if not written.documents:
        raise NothingReadable("no text could be read from what was given")
    counts = f"{written.documents} documents, {written.rejected} rejected"
    output.say(counts)
    return Exit.SOME_REJECTED if written.rejected else Exit.DONE
