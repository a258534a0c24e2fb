import bz2
import gzip
import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from retold.readers.options import ReadOptions
from tests.readers.made import PAGE, TEXT, read, write, zipped

LINE = '{"id": "%d", "text": "The pier at Lowmere is closed until the spring, the council said."}\n'


def test_the_members_of_an_archive_are_read_by_their_own_formats(tmp_path: Path) -> None:
    members = {
        "a/pier.txt": TEXT,
        "b/pier.html": PAGE,
        "rows.jsonl": LINE % 7,
        "inner.zip": zipped({"tram.txt": TEXT}),
        "packed.jsonl.gz": gzip.compress((LINE % 8).encode()),
    }
    path = write(tmp_path / "pile.zip", zipped(members))

    reading = read(path)

    assert reading.ids == ["pile/a/pier", "pile/b/pier", "pile/inner/tram", "8", "7"]
    assert reading.documents[0].path == f"{path}/a/pier.txt"


def test_an_archive_is_told_by_its_content(tmp_path: Path) -> None:
    assert read(write(tmp_path / "pile.dat", zipped({"pier.txt": TEXT}))).ids == ["pile/pier"]


def test_hidden_members_and_other_formats_are_counted(tmp_path: Path) -> None:
    names = ("pier.txt", "__MACOSX/pier.txt", ".DS_Store", "logo.png", "key.json")
    path = write(tmp_path / "pile.zip", zipped(dict.fromkeys(names, TEXT)))

    reading = read(path)

    assert reading.ids == ["pile/pier"]
    assert reading.said == [f"{path}: 4 hidden members or of other formats skipped"]


@pytest.mark.parametrize("name", ["../pier.txt", "a/../../pier.txt", "/etc/pier", "C:/pier.txt"])
def test_a_path_out_of_the_archive_is_refused_and_the_rest_is_read(
    tmp_path: Path, name: str
) -> None:
    path = write(tmp_path / "pile.zip", zipped({name: TEXT, "tram.txt": TEXT}))

    reading = read(path)

    assert reading.ids == ["pile/tram"]
    assert reading.reasons == ["a path that leads out of the archive"]
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_name_of_control_characters_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = write(tmp_path / "pile.zip", zipped({"pi\x1b[2Jer\n.txt": TEXT}))

    assert len(read(path).documents) == 1


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    assert read(write(tmp_path / "pile.zip", zipped({}))).reasons == [
        "empty: an archive without a file in it"
    ]


@pytest.mark.parametrize("cut", [4, 30, 200, -10])
def test_a_broken_archive_is_told(tmp_path: Path, cut: int) -> None:
    reading = read(write(tmp_path / "pile.zip", zipped({"pier.txt": TEXT * 20})[:cut]))

    assert reading.documents == []
    assert len(reading.rejected) == 1


def test_a_damaged_member_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT * 50, "b.txt": TEXT}))
    content[60:90] = b"\xff" * 30
    path = write(tmp_path / "pile.zip", bytes(content))

    reading = read(path)

    assert reading.ids == ["pile/b"]
    assert len(reading.rejected) == 1


def test_a_member_under_a_password_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped({"pier.txt": TEXT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", content, content.index(mark) + offset, 1)

    assert read(write(tmp_path / "pile.zip", bytes(content))).reasons == ["encrypted"]


def test_a_bomb_is_refused_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / "bomb.zip", zipped({"pier.txt": b"\0" * 200_000_000, "a.txt": TEXT}))
    began = time.monotonic()

    reading = read(path)

    assert reading.documents == []
    assert all("a bomb" in reason for reason in reading.reasons)
    assert time.monotonic() - began < 5


def test_members_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 30_000_000)
        for number in range(40):
            twin = zipfile.ZipInfo(f"{number}.txt")
            first = archive.filelist[0]
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(twin, name, getattr(first, name))
            archive.filelist.append(twin)

    reading = read(write(tmp_path / "pile.zip", held.getvalue()))

    assert reading.documents == []
    assert "a bomb" in reading.reasons[0]


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = zipped({"pier.txt": TEXT})
    for _ in range(8):
        content = zipped({"inner.zip": content})

    assert read(write(tmp_path / "pile.zip", content)).reasons == ["packed more than 3 times over"]


@pytest.mark.parametrize("name", ["pile.jsonl.gz", "pile.dat", "pile.jsonl.bz2", "pile.jsonl.zst"])
def test_packed_lines_are_read(tmp_path: Path, name: str) -> None:
    lines = "".join(LINE % number for number in range(3)).encode()
    if name.endswith("zst"):
        packed = pytest.importorskip("zstandard").compress(lines)
    else:
        packed = bz2.compress(lines) if name.endswith("bz2") else gzip.compress(lines)

    assert read(write(tmp_path / name, packed)).ids == ["0", "1", "2"]


def test_a_packed_text_is_called_without_its_endings(tmp_path: Path) -> None:
    assert read(write(tmp_path / "pier.txt.gz", gzip.compress(TEXT.encode()))).ids == ["pier"]


def test_a_packed_file_cut_in_the_middle_is_read_up_to_there(tmp_path: Path) -> None:
    lines = "".join(LINE % number for number in range(5_000)).encode()
    packed = gzip.compress(lines)
    path = write(tmp_path / "pile.jsonl.gz", packed[: len(packed) // 2])

    reading = read(path, options=ReadOptions(text_field="text"))

    assert len(reading.documents) > 1_000
    assert "breaks off" in reading.reasons[-1]


def test_a_packed_bomb_is_refused_in_bounded_time(tmp_path: Path) -> None:
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb", compresslevel=9) as stream:
        for _ in range(200):
            stream.write(b"\0" * 1_000_000)
    path = write(tmp_path / "bomb.jsonl.gz", held.getvalue())

    reading = read(path)

    assert reading.documents == []
    assert "a bomb" in reading.reasons[-1] or "larger than" in reading.reasons[-1]
