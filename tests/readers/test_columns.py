import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from retold.readers.options import ReadOptions
from tests.readers.made import TEXT, read, write

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
ROWS = [
    {
        "url": f"https://tide.example/{n}",
        "content": TEXT,
        "date": datetime(2031, 3, n + 1, tzinfo=UTC),
    }
    for n in range(3)
]


def parquet_of(rows: list[dict[str, Any]]) -> bytes:
    held = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), held, row_group_size=2)
    return held.getvalue()


def stream_of(rows: list[dict[str, Any]], *, filed: bool = False) -> bytes:
    held, table = io.BytesIO(), pa.Table.from_pylist(rows)
    made = pa.ipc.new_file if filed else pa.ipc.new_stream
    with made(held, table.schema) as writer:
        writer.write_table(table, max_chunksize=2)
    return held.getvalue()


@pytest.mark.parametrize("form", ["parquet", "stream", "file"])
def test_a_row_is_a_document(tmp_path: Path, form: str) -> None:
    content = parquet_of(ROWS) if form == "parquet" else stream_of(ROWS, filed=form == "file")
    path = write(tmp_path / "pile.dat", content)

    reading = read(path)

    assert reading.ids == [f"https://tide.example/{n}" for n in range(3)]
    assert reading.documents[0].text == TEXT
    assert reading.documents[0].dates[0].at.startswith("2031-03-01")
    assert any("text from 'content'" in line for line in reading.said)


def test_a_data_set_on_disk_is_read_split_by_split(tmp_path: Path) -> None:
    for split in ("test", "train"):
        folder = tmp_path / "news" / split
        write(folder / "data-00000-of-00001.arrow", stream_of([{"text": TEXT}] * 2))
        write(folder / "cache-0123abc.arrow", stream_of([{"text": TEXT}]))
        write(folder / "state.json", '{"_data_files": [{"filename": "data-00000-of-00001.arrow"}]}')
        write(folder / "dataset_info.json", '{"features": {"text": {"dtype": "string"}}}')

    reading = read(tmp_path / "news")

    assert reading.ids == [
        f"{split}/data-00000-of-00001:{n}" for split in ("test", "train") for n in (1, 2)
    ]
    assert reading.rejected == []


def test_a_table_without_a_text_names_its_columns_and_those_inside(tmp_path: Path) -> None:
    rows = [{"id": 1, "story": {"wording": TEXT}}]
    path = write(tmp_path / "pile.parquet", parquet_of(rows))

    assert read(path).reasons == [
        "no 'text' field (found: id, story, story.wording); name it with --text-field"
    ]
    assert read(path, options=ReadOptions(text_field="story.wording")).only.text == TEXT


def test_rows_without_a_text_are_rejected_by_number(tmp_path: Path) -> None:
    path = write(tmp_path / "p.parquet", parquet_of([{"text": TEXT}, {"text": None}, {"text": ""}]))

    reading = read(path)

    assert len(reading.documents) == 1
    assert [one.record for one in reading.rejected] == [2, 3]


@pytest.mark.parametrize("form", ["parquet", "stream", "file"])
@pytest.mark.parametrize("harm", ["cut", "scrambled", "head only"])
def test_a_broken_table_is_told_without_a_traceback(tmp_path: Path, form: str, harm: str) -> None:
    content = parquet_of(ROWS) if form == "parquet" else stream_of(ROWS, filed=form == "file")
    if harm == "cut":
        content = content[: len(content) // 2]
    elif harm == "head only":
        content = content[:20]
    else:
        middle = len(content) // 2
        content = content[:middle] + b"\xff" * 60 + content[middle + 60 :]
    path = write(tmp_path / f"pile.{'parquet' if form == 'parquet' else 'arrow'}", content)

    reading = read(path)

    assert reading.rejected or len(reading.documents) <= 3
