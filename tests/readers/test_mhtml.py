import quopri
from pathlib import Path

import pytest

from retold.model.document import BlockKind, DateBasis
from tests.readers.made import PAGE, lines, read, write
from tests.text.pages import BODY

HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://tide.example/pier
Subject: Eastern pier closed
Date: Thu, 6 Mar 2031 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="{boundary}"

"""
PART = """--frame
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://tide.example/pier

"""
PICTURE = "\n--frame\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"


def saved(boundary: str = "frame", end: str = "--frame--\n") -> bytes:
    page = quopri.encodestring(PAGE.encode())
    begin = HEAD.format(boundary=boundary) + PART
    return begin.encode() + page + PICTURE.encode() + end.encode()


@pytest.mark.parametrize("name", ["pier.mhtml", "pier.mht", "pier.html", "pier.dat"])
def test_a_saved_page_is_read_with_its_address_and_the_day_of_saving(
    tmp_path: Path, name: str
) -> None:
    document = read(write(tmp_path / name, saved())).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert (document.id, document.url) == ("pier", "https://tide.example/pier")
    assert ("2031-03-06", DateBasis.CRAWL) in [(one.at, one.basis) for one in document.dates]


def test_a_file_that_breaks_off_behind_the_page_is_read(tmp_path: Path) -> None:
    assert lines(read(write(tmp_path / "p.mhtml", saved(end=""))).only, BlockKind.BODY) == list(
        BODY
    )


@pytest.mark.parametrize(
    "content",
    [
        saved(boundary="other"),
        HEAD.format(boundary="frame").encode(),
        HEAD.format(boundary="frame").encode() + b"--frame\n" * 1_000,
        HEAD.format(boundary="a" * 5_000).encode() + b"x",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\n\n--\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + saved(),
    ],
    ids=["wrong boundary", "nothing", "parts of nothing", "long", "no boundary", "not said"],
)
def test_a_broken_file_is_told_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    reading = read(write(tmp_path / "pier.mhtml", content))

    assert reading.documents == []
    assert "no page in it" in reading.reasons[0]


def test_parts_inside_each_other_end_somewhere(tmp_path: Path) -> None:
    nested = b"MIME-Version: 1.0\n"
    for depth in range(3_000):
        nested += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)

    assert len(read(write(tmp_path / "pier.mhtml", nested)).rejected) == 1
