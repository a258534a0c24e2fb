"""A Parquet file a table, and the same tables as Arrow: `pandas`, `polars` and DuckDB take both."""

import io
from typing import TYPE_CHECKING, Any

from retold.exports.columns import Kind, Table
from retold.exports.files import Exported, encodable
from retold.exports.tables import TABLES
from retold.model.errors import MissingExtra
from retold.model.output import ResultDict

if TYPE_CHECKING:
    import pyarrow as pa


def export(result: ResultDict) -> Exported:
    """`NAME.parquet` for each table."""
    pq = _arrow("pyarrow.parquet")
    files = {}
    for name, table in arrow_tables(result).items():
        out = io.BytesIO()
        pq.write_table(table, out, compression="zstd")
        files[f"{name}.parquet"] = out.getvalue()
    return Exported(files)


def arrow_tables(result: ResultDict) -> "dict[str, pa.Table]":
    """Every table of a result by its name; `tables["relations"].to_pandas()` is a data frame."""
    return {table.name: _table(table, result) for table in TABLES}


def _table(table: Table, result: ResultDict) -> "pa.Table":
    pa = _arrow("pyarrow")
    types = {
        Kind.TEXT: pa.string(),
        Kind.WHOLE: pa.int64(),
        Kind.REAL: pa.float64(),
        Kind.FLAG: pa.bool_(),
    }
    schema = pa.schema([(one.name, types[one.kind]) for one in table.columns])
    rows = [tuple(map(encodable, row)) for row in table.of(result)]
    held = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
    arrays = [pa.array(column, field.type) for column, field in zip(held, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _arrow(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra("Parquet and Arrow", "tables") from error
