"""Batches of rows in columns, as Parquet and Arrow have them: each row made a record."""

from collections.abc import Iterable, Iterator
from typing import Any

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.fields import fields_of
from retold.readers.options import ReadOptions
from retold.readers.records import Record, documents_of
from retold.readers.source import Source

# Rows held at a time: a page may have megabytes.
ROWS = 32


def names_in(schema: Any, before: str = "") -> Iterator[str]:
    """The names of the columns, those inside others joined by a point, the outer ones first."""
    import pyarrow as pa

    for field in schema:
        yield f"{before}{field.name}"
    for field in schema:
        if pa.types.is_struct(field.type):
            yield from names_in(field.type, f"{before}{field.name}.")


def wanted(schema: Any, options: ReadOptions) -> list[str] | str:
    """The outer columns that are read; a line that says why none holds the text."""
    found = fields_of(list(names_in(schema)), options)
    if isinstance(found, str):
        return found
    outer = set(schema.names)
    used = {name if name in outer else name.partition(".")[0] for _, name in found.items()}
    return [name for name in schema.names if name in used]


def rows_of(
    batches: Iterable[Any], source: Source, options: ReadOptions
) -> Iterator[Document | Rejected]:
    """The documents of the rows of batches, numbered from 1."""
    yield from documents_of(_records(batches), source, options)


def _records(batches: Iterable[Any]) -> Iterator[Record | Rejected]:
    number = 0
    for batch in batches:
        for begin in range(0, batch.num_rows, ROWS):
            for row in batch.slice(begin, ROWS).to_pylist():
                number += 1
                yield Record(number, row)
