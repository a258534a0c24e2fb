"""The rows of a table written as text, each held alone and none without end."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

DELIMITERS = ",;\t|"
FEW = 20  # rows by which delimiter and columns are told
# A page is the longest thing a cell holds. A quotation mark that is never closed makes one cell of
# the rest of the table, up to here.
LONGEST_CELL = 6_000_000  # characters
LONGEST_LINE = 24_000_000  # bytes


class Rows:
    """The rows of a stream; what is none comes as a string that says why."""

    def __init__(self, stream: BinaryIO, encoding: str, delimiter: str) -> None:
        # A setting of the whole process: the csv module has no other.
        csv.field_size_limit(LONGEST_CELL)
        self._lines = _Lines(stream, encoding)
        self._rows = csv.reader(self._lines, delimiter=delimiter)

    def close(self) -> None:
        """Lets go of the stream, which stays open."""
        self._lines.close()

    def __iter__(self) -> Iterator[list[str] | str]:
        while True:
            try:
                yield next(self._rows)
            except StopIteration:
                return
            except (csv.Error, _TooLong) as error:
                yield f"not a row: {str(error).lower()}"


class _TooLong(Exception):
    """A line that is not held."""


class _Lines:
    """The lines of a stream as text; after one too long it goes on with the next."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        # Newlines stay as they are: a quoted cell may hold them.
        self._text = io.TextIOWrapper(stream, encoding, "replace", newline="")

    def close(self) -> None:
        """Lets go of the stream."""
        self._text.detach()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) >= LONGEST_LINE:
            while (rest := self._text.readline(1 << 20)) and not rest.endswith(("\n", "\r")):
                pass
            raise _TooLong(f"a line longer than {LONGEST_LINE // 1_000_000} MB")
        return line


def encoding_of(head: bytes) -> str:
    """The encoding of a table by its first bytes: UTF-8, UTF-16, or else Windows-1252."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        # The head may end inside a character.
        head[:-4].decode("utf-8") if len(head) > 4 else head.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if error.end >= len(head) - 8 else "cp1252"
    return "utf-8-sig"


def delimiter_of(begin: str) -> str:
    """The delimiter under which the first rows have most alike; a comma where there is none."""
    return max(DELIMITERS, key=lambda one: (*_evenness(begin, one), -DELIMITERS.index(one)))


def _evenness(begin: str, delimiter: str) -> tuple[float, int]:
    """Share of rows as long as the first, and how long that is; nothing for a single column."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(islice(csv.reader(io.StringIO(begin, newline=""), delimiter=delimiter), FEW))
    except csv.Error:
        return 0.0, 0
    if len(rows) > 2 and len(rows) < FEW:
        rows.pop()  # cut off by the end of the head
    lengths = Counter(len(row) for row in rows if row)
    if not lengths or len(rows[0]) < 2:
        return 0.0, 0
    return lengths[len(rows[0])] / lengths.total(), len(rows[0])
