"""One thing to read, wherever its bytes lie: a file, standard input, a member of an archive, an
answer of the network.
"""

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from typing import TYPE_CHECKING, BinaryIO, cast

from retold.model.run import Rejected
from retold.readers.names import printable
from retold.readers.text import NOTHING, About

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Bytes a format is told by.
HEAD = 65_536
# No article is longer; past this a file read in one piece is a collection in a format that is not
# known here, or a mistake.
LARGEST = 64_000_000  # bytes
# A member of an archive that has to be read back and forth is held in memory up to here, then in a
# temporary file.
SPOOLED = 8_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is given.

    Attributes:
        id: of its document; documents of its records are called by what they say, or after it.
        name: for people, as printed in `rejected` and in a document's `path`.
        open: a stream at the first byte; called once where the bytes come only once (stdin).
        head: the first bytes, up to `HEAD`.
        ending: of the name, lower case and with its point; "" where there is none.
        size: in bytes; None where it is not known.
        content_type: as a server or an archive says it.
        about: what is known before reading: address, dates of server and crawl.
        depth: archives and compressed files around it.
    """

    id: str
    name: str
    open: Callable[[], BinaryIO]
    head: bytes
    ending: str = ""
    size: int | None = None
    content_type: str | None = None
    about: About = NOTHING
    depth: int = 0


def of_file(key: str, path: Path) -> Source:
    """The source of a file.

    Raises:
        OSError: it cannot be opened.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    size = path.stat().st_size

    def opened() -> BinaryIO:
        return path.open("rb")

    return Source(key, printable(str(path)), opened, head, ending_of(path.name), size)


def of_bytes(key: str, name: str, content: bytes, about: About = NOTHING) -> Source:
    """The source of bytes already held."""
    opened = partial(io.BytesIO, content)
    return Source(key, name, opened, content[:HEAD], ending_of(name), len(content), about=about)


def of_stream(key: str, name: str, stream: BinaryIO) -> Source:
    """The source of a stream that comes once, such as standard input."""
    head = stream.read(HEAD)
    whole = io.BufferedReader(_Rejoined(head, stream), HEAD)
    return Source(key, name, lambda: whole, head, ending_of(name))


def ending_of(name: str) -> str:
    """The ending of a file's name, lower case and with its point."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def content_of(source: Source, most: int = LARGEST) -> bytes | Rejected:
    """All bytes of a source, or why there are too many."""
    with source.open() as stream:
        content = stream.read(most + 1) if source.size is None or source.size <= most else None
    if content is not None and len(content) <= most:
        return content
    reason = f"larger than {most // 1_000_000} MB; cut it, or give it as JSON lines"
    return Rejected(source.name, None, reason)


@contextmanager
def seekable(source: Source) -> Iterator[BinaryIO]:
    """A stream that can be read back and forth: the file itself, or a copy of what comes once."""
    with source.open() as stream:
        if source.depth == 0 and stream.seekable():
            yield stream
            return
        with tempfile.SpooledTemporaryFile(max_size=SPOOLED) as copy:
            copyfileobj(stream, copy, HEAD)
            copy.seek(0)
            yield cast(BinaryIO, copy)


class _Rejoined(io.RawIOBase):
    """Bytes already taken from a stream, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        if self._head:
            piece = self._head[: len(room)]
            self._head = self._head[len(piece) :]
        else:
            piece = memoryview(self._rest.read(len(room)))
        room[: len(piece)] = piece
        return len(piece)
