"""Compressed files: gzip, zstd and bzip2, unpacked as they are read, and never without end."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

from retold.model.run import Rejected
from retold.readers.names import COMPRESSED
from retold.readers.source import HEAD, Source, ending_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Text shrinks to a tenth, lines of like records to a hundredth; gzip can do 1,032 at most.
MOST_RATIO = 300  # unpacked bytes a packed byte
# Below this no ratio is a danger.
HARMLESS = 64_000_000  # unpacked bytes
# A page in a gzip in a zip in a zip is as deep as people go; a bomb goes deeper.
DEEPEST = 3  # archives and compressed files inside each other
WIDEST_WINDOW = 1 << 27  # bytes that zstd may look back, its own default limit
MAGIC = {
    "gzip": re.compile(rb"\x1f\x8b\x08"),
    "zstd": re.compile(rb"\x28\xb5\x2f\xfd"),
    "bzip2": re.compile(rb"BZh[1-9]1AY&SY"),
}
BOMB = f"a bomb: it unpacks to more than {MOST_RATIO} times its size"


def unpacked(source: Source) -> Source | Rejected:
    """`source` without the compression around it; itself where there is none."""
    while (packing := _packing(source.head)) is not None:
        if source.depth >= DEEPEST:
            return Rejected(source.name, None, f"packed more than {DEEPEST} times over")
        source = _inside(source, packing)
    return source


def _packing(head: bytes) -> str | None:
    return next((name for name, magic in MAGIC.items() if magic.match(head)), None)


def _inside(source: Source, packing: str) -> Source:
    """What the compressed source holds; its first bytes are unpacked from those at hand."""

    def opened() -> BinaryIO:
        return _opened(source.open(), packing)

    with _opened(io.BytesIO(source.head), packing) as stream:
        head = first_bytes(stream)
    ending = plain_ending(source.name)
    return replace(source, open=opened, head=head, ending=ending, size=None, depth=source.depth + 1)


def _opened(stream: BinaryIO, packing: str) -> io.BufferedReader:
    packed = Counted(stream)
    guarded = Guarded(_decompressor(packed, packing), lambda: packed.taken, packed.close)
    return io.BufferedReader(guarded, HEAD)


def first_bytes(stream: io.BufferedReader) -> bytes:
    """As many first bytes as a stream gives; what is damaged is met again by the reader."""
    head = b""
    try:
        while len(head) < HEAD and (piece := stream.read1(HEAD - len(head))):
            head += piece
    except OSError:
        pass
    return head


def plain_ending(name: str) -> str:
    """The ending of a name without that of its compression: .warc for a.warc.gz."""
    ending = ending_of(name)
    return ending_of(name[: -len(ending)]) if ending in COMPRESSED else ending


class Stepwise(Protocol):
    """What unpacks: a stream read one step at a time."""

    def read1(self, size: int, /) -> bytes:
        """What one step gives, at most `size` bytes; empty at the end."""
        ...


class Guarded(io.RawIOBase):
    """An unpacked stream that raises OSError where what it unpacks is damaged or a bomb.

    `taken` gives the packed bytes that went into it; `closing` is called once at the end.
    """

    def __init__(
        self, plain: Stepwise, taken: Callable[[], int], closing: Callable[[], None]
    ) -> None:
        super().__init__()
        self._plain, self._taken, self._closing = plain, taken, closing
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        try:
            # One step at a time: what comes before a break is not lost with it.
            piece = self._plain.read1(len(room))
        except EOFError as error:
            raise OSError("it breaks off: the packed bytes end too soon") from error
        except Exception as error:  # each library has errors of its own, all of one meaning
            raise OSError(f"it is damaged: {str(error).lower()}") from error
        room[: len(piece)] = piece
        self._given += len(piece)
        if bursts(self._given, self._taken()):
            raise OSError(BOMB)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._closing()
        super().close()


def bursts(plain: int, packed: int) -> bool:
    """Whether so many bytes out of so few packed ones are no text."""
    return plain > max(HARMLESS, MOST_RATIO * packed)


class Counted(io.RawIOBase):
    """A stream, and how many bytes of it were taken."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        piece = self._stream.read(len(room))
        room[: len(piece)] = piece
        self.taken += len(piece)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


def _decompressor(packed: Counted, packing: str) -> Stepwise:
    buffered = io.BufferedReader(packed, HEAD)
    if packing == "zstd":
        import zstandard

        unpacker = zstandard.ZstdDecompressor(max_window_size=WIDEST_WINDOW)
        reader: Stepwise = unpacker.stream_reader(buffered, read_across_frames=True)
        return reader
    if packing == "bzip2":
        import bz2

        return bz2.BZ2File(buffered)
    import gzip

    return gzip.GzipFile(fileobj=buffered)
