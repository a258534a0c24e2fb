import csv
import gzip
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from retold.model.document import DateBasis
from retold.readers.options import ReadOptions
from tests.readers.made import PAGE, TEXT, read, write


def table(*rows: Sequence[str], delimiter: str = ",") -> str:
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=delimiter).writerows(rows)
    return held.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_is_a_document(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = (
        ["id", "text", "outlet", "date"],
        ["a", TEXT, "Tide", "2031-03-03"],
        ["b", TEXT, "", ""],
    )
    path = write(tmp_path / "pile.csv", table(*rows, delimiter=delimiter).encode(encoding))

    reading = read(path)

    assert reading.ids == ["a", "b"]
    first = reading.documents[0]
    assert (first.text, first.outlet) == (TEXT, "Tide")
    assert [(one.at, one.basis) for one in first.dates] == [("2031-03-03", DateBasis.METADATA)]


def test_fields_are_guessed_where_they_are_clear_and_said(tmp_path: Path) -> None:
    rows = (["Headline", "Body", "Link", "Published At"], ["Pier closed", TEXT, "https://a.example/1",
            "2031-03-03"])  # fmt: skip
    path = write(tmp_path / "pile.csv", table(*rows))

    reading = read(path)

    document = reading.only
    assert (document.id, document.url) == ("https://a.example/1", "https://a.example/1")
    assert document.title == "Pier closed"
    assert reading.said == [
        f"{path}: guessed: text from 'Body', id from 'Link', url from 'Link', date from "
        "'Published At', title from 'Headline'; --text-field NAME and its like say otherwise"
    ]


def test_two_columns_that_may_be_the_text_are_not_guessed_between(tmp_path: Path) -> None:
    path = write(tmp_path / "p.csv", table(["id", "body", "content"], ["a", TEXT, TEXT]))

    assert read(path).reasons == [
        "the text may be any of body, content; name one with --text-field"
    ]
    assert read(path, options=ReadOptions(text_field="content")).ids == ["a"]


def test_a_table_without_a_text_names_its_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "pile.csv", table(["id", "price"], ["a", "3"]))

    assert read(path).reasons == ["no 'text' field (found: id, price); name it with --text-field"]


def test_the_one_column_of_prose_is_the_text(tmp_path: Path) -> None:
    rows = [["nr", "wording", "page"], *([str(n), TEXT, "3"] for n in range(3))]
    path = write(tmp_path / "pile.csv", table(*rows))

    reading = read(path)

    assert [one.text for one in reading.documents] == [TEXT] * 3
    assert any("the one column of prose" in line for line in reading.said)


def test_a_table_without_a_header_is_read_and_said(tmp_path: Path) -> None:
    path = write(tmp_path / "pile.csv", table(["1", TEXT], ["2", TEXT]))

    reading = read(path)

    assert reading.ids == ["pile:1", "pile:2"]
    assert any("no row of names" in line for line in reading.said)


def test_a_name_that_stands_twice_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "pile.csv", table(["id", "text", "text"], ["a", TEXT, "other"]))

    reading = read(path)

    assert reading.documents[0].text == TEXT
    assert any("stand twice: text (2)" in line for line in reading.said)


def test_cells_of_formulas_and_nul_are_text_like_any_other(tmp_path: Path) -> None:
    text = f'=HYPERLINK("http://x.example","{TEXT}")\0'
    path = write(tmp_path / "pile.csv", table(["id", "text"], ["=1+1", text]))

    document = read(path).only

    assert (document.id, document.text) == ("=1+1", text)


def test_a_long_cell_and_an_open_quotation_mark_cost_their_rows_only(tmp_path: Path) -> None:
    rows = (["id", "text"], ["a", TEXT], ["long", "x" * 1_000_000], ["b", TEXT])
    path = write(tmp_path / "pile.csv", table(*rows) + 'c,"never closed\n' + "d,e\n" * 10)

    reading = read(path)

    assert reading.ids[:2] == ["a", "b"]
    assert "1,000,000 characters" in reading.reasons[0]


def test_a_row_with_too_many_cells_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path / "pile.csv", f'id,text\na,one, two, three\nb,"{TEXT}"\n')

    reading = read(path)

    assert reading.ids == ["b"]
    assert reading.rejected[0].record == 1
    assert "4 cells in a row under 2 columns" in reading.reasons[0]


def test_a_cell_of_markup_is_read_as_a_page(tmp_path: Path) -> None:
    document = read(write(tmp_path / "p.csv", table(["id", "content"], ["a", PAGE]))).only

    assert "<p>" not in document.text


def test_a_windows_table_is_read_as_one(tmp_path: Path) -> None:
    content = table(["id", "text"], ["a", "Der Anleger in Lohmeer ist für Wochen gesperrt."])
    reading = read(write(tmp_path / "p.csv", content.encode("cp1252")))

    assert "für" in reading.only.text
    assert any("cp1252" in line for line in reading.said)


def test_a_table_of_addresses_asks_for_leave_to_fetch(tmp_path: Path) -> None:
    path = write(tmp_path / "p.csv", table(["url"], ["https://a.example/1"], ["nowhere"]))

    reasons = read(path).reasons

    assert reasons == ["no address in 'url'", "1 address; --allow-fetch reads it"]


def test_a_table_of_very_many_columns_ends(tmp_path: Path) -> None:
    names = ",".join(["n"] * 100_000)
    reading = read(write(tmp_path / "pile.csv", f"{names}\n{names}\n"))

    assert reading.documents == []
    assert len(reading.said[0]) < 1_000


@pytest.mark.parametrize("content", ["", "\n\n\n", ",,,\n", '"', "\0", "\0" * 50, "id,text\n"])
def test_what_is_no_table_is_told(tmp_path: Path, content: str) -> None:
    reading = read(write(tmp_path / "pile.csv", content))

    assert (len(reading.documents), bool(reading.rejected)) == (0, True)


def test_a_named_format_goes_before_the_content(tmp_path: Path) -> None:
    content = table(["id", "text"], ["a", TEXT]).encode()
    paths = (
        write(tmp_path / "one.dat", content),
        write(tmp_path / "two.dat", gzip.compress(content)),
    )

    assert read(*paths, options=ReadOptions(format="csv")).ids == ["a", "two/a"]
