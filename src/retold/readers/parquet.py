"""Parquet tables: a document a row, of the columns only those that are asked for."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.columns import ROWS, rows_of, wanted
from retold.readers.options import ReadOptions
from retold.readers.source import Source, seekable

# Pages of a column are read through a buffer instead of whole.
BUFFER = 1 << 20  # bytes


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the rows, numbered from 1."""
    with seekable(source) as stream:
        opened = _opened(stream)
        columns = opened if isinstance(opened, str) else wanted(opened.schema_arrow, options)
        if isinstance(columns, str):
            yield Rejected(source.name, None, columns)
        else:
            yield from rows_of(_batches(opened, columns), source, options)


def _opened(stream: BinaryIO) -> Any:
    """The table, or why there is none."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(stream, buffer_size=BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError, ValueError) as error:
        return f"a broken Parquet file: {str(error)[:200].lower()}"


def _batches(table: Any, columns: list[str]) -> Iterator[Any]:
    import pyarrow as pa

    try:
        yield from table.iter_batches(batch_size=ROWS, columns=columns, use_threads=False)
    except pa.ArrowException as error:
        raise OSError(f"a broken Parquet file: {str(error)[:200]}") from error
