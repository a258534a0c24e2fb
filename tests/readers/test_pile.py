import io
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from tests.text.pages import BODY

TEXT = "\n".join(BODY)


def read(
    *paths: object, options: ReadOptions | None = None
) -> tuple[list[Document], list[Rejected], list[str]]:
    said: list[str] = []
    found = list(read_pile([str(path) for path in paths], options or ReadOptions(), said.append))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Rejected)], said


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def ids(documents: Sequence[Document]) -> list[str]:
    return [document.id for document in documents]


def test_a_text_file_is_read_as_it_stands(tmp_path: Path) -> None:
    content = "\ufeff" + "\r\n".join(BODY)
    path = write(tmp_path / "pier.txt", content)

    documents, rejected, said = read(path)

    assert documents[0].text == content
    assert documents[0].id == "pier"
    assert documents[0].language == "en"
    assert documents[0].sha256 == sha256(content.encode("utf-8")).hexdigest()
    assert (rejected, said) == ([], [])


def test_ids_hang_on_the_set_of_files_and_not_on_its_order(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / name) for name in ("a/pier.txt", "b/pier.txt", "b/tram.txt", "b/tram.md")
    ]

    there, back = read(*paths)[0], read(*reversed(paths))[0]

    assert [(d.id, d.path) for d in there] == [(d.id, d.path) for d in back]
    assert len(set(ids(there))) == 4


def test_clashing_stems_take_the_path_below_the_folder(tmp_path: Path) -> None:
    for name in ("a/pier.txt", "b/pier.txt", "b/tram.txt"):
        write(tmp_path / name)

    assert ids(read(tmp_path)[0]) == ["a/pier", "b/pier", "tram"]


def test_one_path_twice_is_read_once_and_said(tmp_path: Path) -> None:
    path = write(tmp_path / "pier.txt")

    documents, _, said = read(path, path, tmp_path)

    assert len(documents) == 1
    assert any("read once" in line for line in said)


def test_equal_bytes_at_two_paths_are_two_documents(tmp_path: Path) -> None:
    write(tmp_path / "pier.txt")
    write(tmp_path / "copy.txt")

    assert ids(read(tmp_path)[0]) == ["copy", "pier"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"PK\x03\x04\x00\x00binary", "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_what_is_no_text_is_rejected_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    documents, rejected, _ = read(write(tmp_path / "x.txt", content))

    assert documents == []
    assert reason in rejected[0].reason


def test_a_windows_file_is_read_as_one(tmp_path: Path) -> None:
    path = write(tmp_path / "pier.txt", "Der Anleger ist gesperrt – „für Wochen“.".encode("cp1252"))

    documents, _, said = read(path)

    assert documents[0].text == "Der Anleger ist gesperrt – „für Wochen“."
    assert "Windows-1252, 0 characters replaced" in said[0]


def test_broken_utf_8_is_replaced_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "pier.txt", "Für die Fähren läuft es.".encode() + b" \xff Ende.")

    documents, _, said = read(path)

    assert documents[0].text == "Für die Fähren läuft es. \ufffd Ende."
    assert "1 characters replaced" in said[0]


def test_bad_lines_of_json_are_told_one_by_one(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT}),
        "[1]",
        "{broken",
        json.dumps({"id": "b", "body": TEXT}),
        "",
        json.dumps({"text": TEXT}),
        json.dumps({"id": "c", "text": ""}),
        "[" * 100_000,
        json.dumps({"id": "a", "text": TEXT}),
    ]
    path = write(tmp_path / "pile.jsonl", "\n".join(lines))

    documents, rejected, _ = read(path)

    assert ids(documents) == ["a", "pile:6", "pile/a"]
    assert [one.record for one in rejected] == [2, 3, 4, 7, 8]
    assert "--text-field" in rejected[2].reason


def test_fields_of_json_lines_can_be_named(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pile.jsonl",
        json.dumps({"key": 7, "body": TEXT, "date": "2031-03-03", "outlet": "Tide"}),
    )

    document = read(path, options=ReadOptions(text_field="body", id_field="key"))[0][0]

    assert (document.id, document.outlet, document.dates[0].at) == ("7", "Tide", "2031-03-03")


def test_missing_paths_and_empty_folders_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    documents, rejected, _ = read(tmp_path / "nope.txt", tmp_path / "empty")

    assert documents == []
    assert sorted(one.reason for one in rejected) == [
        "a folder without a readable file",
        "no such file",
    ]


def test_hidden_files_and_other_formats_in_a_folder_are_counted(tmp_path: Path) -> None:
    for name in ("pier.txt", ".hidden.txt", "key.json", ".git/x.txt"):
        write(tmp_path / name)

    documents, rejected, said = read(tmp_path)

    assert ids(documents) == ["pier"]
    assert rejected == []
    assert any("2 hidden" in line for line in said)
    assert any("1 file of other formats" in line for line in said)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "pier.txt")
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")

    assert ids(read(tmp_path)[0]) == ["pier"]


def test_a_file_that_may_not_be_read_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / "pier.txt")
    monkeypatch.setattr(Path, "open", refuse)

    assert read(path)[1][0].reason == "not readable: permission denied"


def test_standard_input_is_read_as_text_or_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def give(content: str) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))

    give(TEXT)
    text = read("-")[0]
    give(json.dumps({"id": "a", "text": TEXT}))
    record = read("-")[0]

    assert (ids(text), ids(record)) == (["stdin"], ["a"])


def test_names_outside_ascii_are_ids(tmp_path: Path) -> None:
    write(tmp_path / "fa\u0308hre.txt")
    write(tmp_path / "pier.txt")

    assert ids(read(tmp_path)[0]) == ["f\u00e4hre", "pier"]


def test_a_line_past_the_longest_text_is_rejected_with_both_lengths(tmp_path: Path) -> None:
    path = write(tmp_path / "long.txt", "a tide table " * 1_000_000)

    documents, rejected, *_ = read(path)

    assert documents == []
    assert "13,000,000 characters" in rejected[0].reason
    assert "300,000" in rejected[0].reason
