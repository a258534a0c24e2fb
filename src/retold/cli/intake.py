"""What came in: passed on one at a time, counted, and the rejected kept for the end."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from retold.cli.progress import Progress
from retold.cli.streams import note, note_each
from retold.model.document import Document
from retold.model.run import Rejected


class Intake:
    """A pile on its way in; `left_out` is the folder the report goes to."""

    def __init__(self, progress: Progress, left_out: Path | None) -> None:
        self.read = 0
        self.rejected: list[Rejected] = []
        self._progress = progress
        self._left_out = left_out.resolve() if left_out else None

    def take(self, pile: Iterable[Document | Rejected]) -> Iterator[Document | Rejected]:
        """The pile without an earlier run's report, which would be read as a telling."""
        for piece in pile:
            if isinstance(piece, Rejected):
                self.rejected.append(piece)
            elif self._is_report(piece):
                note(f"left out {piece.path}: it lies in the folder the report goes to")
                continue
            else:
                self.read += 1
                self._progress("reading", self.read, 0)
            yield piece

    def list_rejected(self, *, rest: str) -> None:
        """A line on stderr for each input that was rejected; `rest` says where they all stand."""
        note_each([f"rejected {line(rejected)}" for rejected in self.rejected], rest=rest)

    def _is_report(self, document: Document) -> bool:
        if self._left_out is None or document.path is None:
            return False
        return Path(document.path).resolve().parent == self._left_out


def line(rejected: Rejected) -> str:
    """Where it lay and why it was rejected."""
    record = f":{rejected.record}" if rejected.record is not None else ""
    return f"{rejected.path}{record}: {rejected.reason}"
