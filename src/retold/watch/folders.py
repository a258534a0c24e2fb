"""Files that are new in a folder, or were changed since they were seen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retold.readers.formats import endings, signed
from retold.readers.names import ids_of
from retold.readers.source import HEAD, of_file
from retold.readers.walk import Known, walk
from retold.watch.pages import Look, read

State = Callable[[str], dict[str, str] | None]


@dataclass(frozen=True, slots=True)
class File:
    """A file that is to be read, by path, with its times and size."""

    path: str
    id: str
    state: dict[str, str]

    def look(self) -> Look:
        """What the file carries; a file that went away meanwhile failed."""
        try:
            return read(of_file(self.id, Path(self.path)), self.state)
        except OSError as fault:
            return Look(failed=(fault.strerror or str(fault)).lower())


def changed(paths: Sequence[str], state: State) -> Iterator[File]:
    """The files under some paths that are not as they were seen, in the order of their ids.

    `state` gives what was seen of a path; ids are those of `retold add` for the same paths.
    """
    walked = walk(paths, Known(endings(), _told), lambda _: None)
    ids = ids_of(walked.files)
    for file in sorted(walked.files, key=lambda one: ids[one.path]):
        now = _state(Path(file.path))
        if now is not None and now != state(file.path):
            yield File(file.path, ids[file.path], now)


def _state(path: Path) -> dict[str, str] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return {"changed": str(found.st_mtime_ns), "size": str(found.st_size)}


def _told(path: Path) -> bool:
    """Whether the first bytes of a file show a format."""
    try:
        with path.open("rb") as stream:
            return signed(stream.read(HEAD)) is not None
    except OSError:
        return False
