"""Arrow files, and the streams of which a Hugging Face data set on disk is made."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.columns import rows_of, wanted
from retold.readers.options import ReadOptions
from retold.readers.source import Source, seekable


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the rows, numbered from 1."""
    with seekable(source) as stream:
        opened = _opened(stream, filed=source.head.startswith(b"ARROW1"))
        columns = opened if isinstance(opened, str) else wanted(opened.schema, options)
        if isinstance(columns, str):
            yield Rejected(source.name, None, columns)
        else:
            yield from rows_of(_batches(opened, columns), source, options)


def _opened(stream: BinaryIO, *, filed: bool) -> Any:
    """The file or stream, or why there is none."""
    import pyarrow as pa

    try:
        return pa.ipc.open_file(stream) if filed else pa.ipc.open_stream(stream)
    except (pa.ArrowException, OSError, ValueError) as error:
        return f"a broken Arrow file: {str(error)[:200].lower()}"


def _batches(opened: Any, columns: list[str]) -> Iterator[Any]:
    import pyarrow as pa

    numbered = hasattr(opened, "num_record_batches")
    try:
        batches = map(opened.get_batch, range(opened.num_record_batches)) if numbered else opened
        for batch in batches:
            # Offsets of a hostile file may point anywhere in memory.
            batch.validate(full=True)
            yield batch.select(columns)
    except (pa.ArrowException, ValueError) as error:
        raise OSError(f"a broken Arrow file: {str(error)[:200]}") from error
