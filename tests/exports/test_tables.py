"""Tables in four forms, each read back by a program that is not ours."""

import asyncio
import csv
import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from datasette.app import Datasette

from retold.exports import csv_tables, parquet_tables, sqlite_tables
from retold.exports.columns import Kind
from retold.exports.files import encodable
from retold.exports.tables import TABLES
from retold.model.output import ResultDict
from tests.exports.results import ALL, hostile, read

results = pytest.mark.parametrize("result", list(ALL.values()), ids=list(ALL))
Made = Callable[[], ResultDict]
WIDE = "max_line_size=20000000, quote='\"', escape='\"', strict_mode=false"


@results
def test_pyarrow_reads_back_every_row_of_every_table(result: Made) -> None:
    files = parquet_tables.export(result()).files

    for table in TABLES:
        back = pq.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        rows = [tuple(row.values()) for row in back.to_pylist()]
        assert back.column_names == [one.name for one in table.columns]
        assert rows == [tuple(encodable(list(row))) for row in table.of(result())]


def test_arrow_tables_become_data_frames() -> None:
    frames = parquet_tables.arrow_tables(read())

    tellings = frames["tellings"].to_pandas()
    assert len(tellings) == 5
    # Each origin weighs one, whatever the number of its tellings.
    assert set(tellings.groupby("origin")["weight"].sum().round(9)) == {1.0}


@results
def test_sqlite_finds_no_key_that_points_nowhere(result: Made) -> None:
    content = sqlite_tables.export(result()).files[sqlite_tables.FILE]

    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(content)
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            (count,) = opened.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
            assert count == len(list(table.of(result())))


def test_the_views_answer_the_questions_they_are_named_for() -> None:
    content = sqlite_tables.export(read()).files[sqlite_tables.FILE]

    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(content)
        told = opened.execute("SELECT document FROM origins_with_tellings").fetchall()
        assert sorted(told) == [(one["id"],) for one in read()["documents"]]
        for view in sqlite_tables.VIEWS:
            opened.execute(f"SELECT * FROM {view}").fetchall()


@results
def test_csv_reads_back_with_as_many_rows_and_columns(result: Made) -> None:
    files = csv_tables.export(result()).files

    for table in TABLES:
        text = files[f"{table.name}.csv"].decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text, newline=""))
        assert head == [one.name for one in table.columns]
        assert len(rows) == len(list(table.of(result())))
        assert {len(row) for row in rows} <= {len(head)}


def test_no_cell_of_text_begins_as_a_formula_and_that_is_said() -> None:
    exported = csv_tables.export(hostile())

    for table in TABLES:
        text = exported.files[f"{table.name}.csv"].decode("utf-8-sig")
        _, *rows = csv.reader(io.StringIO(text, newline=""))
        for row in rows:
            for column, cell in zip(table.columns, row, strict=True):
                if column.kind is Kind.TEXT:
                    assert not cell.lstrip(" ").startswith(tuple("=+-@\t\r"))
    assert any("apostrophe" in note for note in exported.notes)


def test_duckdb_joins_the_parquet_files(tmp_path: Path) -> None:
    for name, content in parquet_tables.export(read()).files.items():
        (tmp_path / name).write_bytes(content)
    asked = """
        SELECT origin, count(*) AS tellings, sum(weight) AS weight
        FROM 'tellings.parquet' JOIN 'documents.parquet' ON document = id
        GROUP BY origin ORDER BY tellings
    """.replace("FROM '", f"FROM '{tmp_path}/").replace("JOIN '", f"JOIN '{tmp_path}/")

    with duckdb.connect() as opened:
        found = opened.execute(asked).fetchall()

    assert [(tellings, round(weight, 9)) for _, tellings, weight in found] == [(1, 1.0), (4, 1.0)]


@results
def test_duckdb_reads_every_csv_file(result: Made, tmp_path: Path) -> None:
    for name, content in csv_tables.export(result()).files.items():
        (tmp_path / name).write_bytes(content)

    with duckdb.connect() as opened:
        for table in TABLES:
            # One text of the hostile pile is a megabyte.
            reads = (
                f"read_csv('{tmp_path}/{table.name}.csv', header=true, all_varchar=true, {WIDE})"
            )
            (count,) = opened.execute(f"SELECT count(*) FROM {reads}").fetchone() or (0,)
            assert count == len(list(table.of(result()))), table.name


def test_datasette_opens_the_sqlite_file(tmp_path: Path) -> None:
    file = tmp_path / sqlite_tables.FILE
    file.write_bytes(sqlite_tables.export(read()).files[sqlite_tables.FILE])

    async def asked() -> tuple[dict[str, Any], dict[str, Any]]:
        served = Datasette([str(file)])
        await served.invoke_startup()
        base = await served.client.get(f"/{file.stem}.json")
        rows = await served.client.get(f"/{file.stem}/tellings.json?_shape=objects&_labels=on")
        return base.json(), rows.json()

    base, tellings = asyncio.run(asked())
    assert {one["name"] for one in base["tables"]} == {table.name for table in TABLES}
    assert {one["name"] for one in base["views"]} == set(sqlite_tables.VIEWS)
    assert len(tellings["rows"]) == 5
