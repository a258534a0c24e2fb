"""The rows of a corpus, read and written a batch at a time: JSON lines or Parquet.

A kept row leaves as it came: a line to the byte, a row with all its columns.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from retold.model.errors import MissingExtra, NothingReadable

# Rows held at once: some MB of text.
BATCH = 2000
TEXTS = ("text", "body", "content", "article")
IDS = ("id", "doc_id", "url")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields of a row; None where they are to be guessed."""

    text: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number from 0, its id as given (else its number from 1), its text."""

    number: int
    id: str
    text: str


class Corpus(Protocol):
    """Rows that can be read again and again."""

    @property
    def total(self) -> int:
        """How many rows there are; for lines the file is read once for it."""
        ...

    def rows(self) -> Iterator[Row | None]:
        """Every row in order; None for one that holds no text."""
        ...

    def keep(self, kept: Iterable[bool], to: Path) -> None:
        """Writes the rows of which `kept` says so, in order."""
        ...


def corpus(path: Path, fields: Fields) -> Corpus:
    """The rows of a file, by its ending."""
    return _Parquet(path, fields) if path.suffix == ".parquet" else _Lines(path, fields)


@dataclass(frozen=True, slots=True)
class _Lines:
    path: Path
    fields: Fields

    @property
    def total(self) -> int:
        with self.path.open("rb") as stream:
            return sum(1 for _ in stream)

    def rows(self) -> Iterator[Row | None]:
        with self.path.open("rb") as stream:
            for number, line in enumerate(stream):
                try:
                    value = json.loads(line)
                except (ValueError, RecursionError):
                    value = None
                yield _row(number, value if isinstance(value, dict) else {}, self.fields)

    def keep(self, kept: Iterable[bool], to: Path) -> None:
        with (
            _written(to) as unfinished,
            unfinished.open("wb") as out,
            self.path.open("rb") as lines,
        ):
            out.writelines(line for line, stays in zip(lines, kept, strict=True) if stays)


@dataclass(frozen=True, slots=True)
class _Parquet:
    path: Path
    fields: Fields

    @property
    def total(self) -> int:
        return int(_parquet().ParquetFile(self.path).metadata.num_rows)

    def rows(self) -> Iterator[Row | None]:
        table = _parquet().ParquetFile(self.path)
        names = [self.fields.text or TEXTS, self.fields.id or IDS]
        wanted = {one for name in names for one in ([name] if isinstance(name, str) else name)}
        columns = [name for name in table.schema_arrow.names if name in wanted]
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=columns, use_threads=False):
            for value in batch.to_pylist():
                yield _row(number, value, self.fields)
                number += 1

    def keep(self, kept: Iterable[bool], to: Path) -> None:
        parquet, stays = _parquet(), iter(kept)
        table = parquet.ParquetFile(self.path)
        with (
            _written(to) as unfinished,
            parquet.ParquetWriter(unfinished, table.schema_arrow) as out,
        ):
            for batch in table.iter_batches(batch_size=BATCH, use_threads=False):
                out.write_batch(batch.filter(_mask([next(stays) for _ in range(len(batch))])))


def _row(number: int, value: dict[str, Any], fields: Fields) -> Row | None:
    text = _first(value, (fields.text,) if fields.text else TEXTS)
    if not isinstance(text, str) or not text.strip():
        return None
    given = _first(value, (fields.id,) if fields.id else IDS)
    return Row(number, str(number + 1) if given is None else str(given), text)


def _first(value: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((value[name] for name in names if value.get(name) is not None), None)


def _parquet() -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("Parquet", "tables") from error
    return parquet


def _mask(values: list[bool]) -> Any:
    import pyarrow as pa

    return pa.array(values, pa.bool_())


@contextmanager
def _written(to: Path) -> Iterator[Path]:
    """A path to write to that becomes `to` once all is written, so that no half file stands."""
    unfinished = to.with_name(to.name + ".part")
    yield unfinished
    unfinished.replace(to)


def write_table(rows: list[dict[str, Any]], to: Path) -> None:
    """A table of its own, by the ending of its name; of no rows an empty file of its kind."""
    with _written(to) as unfinished:
        if to.suffix == ".parquet":
            import pyarrow as pa

            _parquet().write_table(pa.Table.from_pylist(rows), unfinished)
        else:
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            unfinished.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")


def checked(path: Path, fields: Fields) -> Corpus:
    """The corpus, once it is known that it can be read.

    Raises:
        NothingReadable: its first rows hold no text.
    """
    found = corpus(path, fields)
    for place, row in enumerate(found.rows()):
        if row is not None:
            return found
        if place >= BATCH:
            break
    named = fields.text or " or ".join(TEXTS)
    raise NothingReadable(f"{path}: no field {named} with text; name it with --text-field")
