import json
from pathlib import Path

import pytest

from retold.readers.options import ReadOptions
from tests.readers.made import PAGE, TEXT, read, write

RECORDS = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT, "outlet": "Tide"}]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        "\n".join(json.dumps(one, indent=1) for one in RECORDS),
        "\n".join(map(json.dumps, RECORDS)),
        "\ufeff" + json.dumps({"status": "ok", "articles": RECORDS}),
    ],
    ids=["list", "indented", "one after the other", "lines", "list inside"],
)
def test_records_are_read_however_they_are_put_together(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "pile.json", content)

    assert read(path, options=ReadOptions(format=None)).ids == ["a", "b"]


def test_one_record_is_a_document(tmp_path: Path) -> None:
    assert read(write(tmp_path / "pier.json", json.dumps({"text": TEXT}))).ids == ["pier:1"]


def test_fields_inside_others_are_named_by_points(tmp_path: Path) -> None:
    rows = [{"meta": {"key": 7}, "story": {"parts": {"wording": TEXT}}}]
    path = write(tmp_path / "pile.json", json.dumps(rows))

    reading = read(path)
    told = read(path, options=ReadOptions(text_field="story.parts.wording", id_field="meta.key"))

    assert "found: meta, story, meta.key, story.parts, story.parts.wording" in reading.reasons[0]
    assert (told.only.id, told.only.text) == ("7", TEXT)


def test_lists_of_paragraphs_and_of_names_are_put_together(tmp_path: Path) -> None:
    row = {
        "id": 1,
        "text": [*TEXT.splitlines(), "x" * 101],
        "authors": ["Ada Lund", {"name": "N. Abeck"}],
        "source": {"id": None, "name": "Tide"},
        "publishedAt": 1930471200,
    }
    document = read(write(tmp_path / "pile.json", json.dumps([row]))).only

    assert document.text.startswith(TEXT)
    assert (document.byline, document.outlet) == ("Ada Lund, N. Abeck", "Tide")
    assert document.dates[0].at.startswith("2031-03-05")


def test_markup_in_a_field_is_read_as_a_page(tmp_path: Path) -> None:
    document = read(write(tmp_path / "p.json", json.dumps([{"id": 1, "content": PAGE}]))).only

    assert document.text.endswith(TEXT)


def test_a_list_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    content = json.dumps(RECORDS)
    reading = read(write(tmp_path / "pile.json", content[:-5]))

    assert reading.ids == ["a"]
    assert reading.rejected[0].record == 2
    assert "nothing is read from here on" in reading.reasons[0]


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"text":' * 100_000,
        "[" + "{}, " * 5 + "]",
        "[1, 2]",
        '{"id": "a", "price": 3}',
        "null",
        "{broken",
        '[{"id": "a", "text": "\\ud800"}',
        "",
        '{"id": ' + "9" * 10_000 + ', "text": "x"}',
        '[{"text": ' + "[" * 900 + "]" * 900 + "}]",
    ],
)
def test_broken_json_is_told_without_a_traceback(tmp_path: Path, content: str) -> None:
    assert read(write(tmp_path / "pile.json", content)).rejected


def test_lone_surrogates_become_readable(tmp_path: Path) -> None:
    content = json.dumps([{"id": "a\ud800", "text": f"{TEXT} \udc00", "title": "\ud83d"}])

    document = read(write(tmp_path / "pile.json", content)).only

    document.text.encode("utf-8")
    document.id.encode("utf-8")


def test_a_long_list_is_not_held_whole(tmp_path: Path) -> None:
    rows = [{"id": n, "text": TEXT} for n in range(5_000)]
    path = write(tmp_path / "pile.json", json.dumps(rows))

    assert len(read(path).documents) == 5_000


def test_a_file_of_another_program_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "pier.txt", TEXT)
    write(tmp_path / "package.json", json.dumps({"name": "x", "version": "1"}))
    write(tmp_path / "rows.json", json.dumps(RECORDS))

    reading = read(tmp_path)

    assert reading.ids == ["pier", "a", "b"]
    assert any("1 file of other formats" in line for line in reading.said)
