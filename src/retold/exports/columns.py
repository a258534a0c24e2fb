"""The tables of a result: their names, columns, keys, and which column points at which."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.output import ResultDict

Value = str | int | float | bool | None
Row = tuple[Value, ...]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole"
    REAL = "real"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `points` names the table whose `id` it holds. All but keys may be empty."""

    name: str
    kind: Kind = Kind.TEXT
    points: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: columns, the names of its key columns (none: rows have no name), and its rows."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[ResultDict], Iterable[Row]]

    def of(self, result: ResultDict) -> Iterator[Row]:
        """The rows of one result, in the order of its JSON."""
        return iter(self.rows(result))


def columns(words: str) -> tuple[Column, ...]:
    """Columns out of `name`, `name:kind` and `name>table`, parted by blanks."""
    return tuple(map(_column, words.split()))


def _column(word: str) -> Column:
    name, _, points = word.partition(">")
    name, _, kind = name.partition(":")
    return Column(name, Kind(kind) if kind else Kind.TEXT, points or None)
