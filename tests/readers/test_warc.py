import gzip
import json
from pathlib import Path

import pytest

from retold.model.document import BlockKind, DateBasis
from retold.readers.options import Hands, ReadOptions
from tests.readers.made import PAGE, TEXT, answer, lines, read, record, write, zipped
from tests.text.pages import BODY

pytest.importorskip("fastwarc")
URL = "https://tide.example/2031/03/pier"


def crawl(*records: bytes) -> bytes:
    info = record("warcinfo", "", b"software: invented\r\n", "application/warc-fields")
    return b"".join([info, *records])


def test_a_page_of_a_crawl_is_called_by_its_address(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.warc", crawl(answer(URL, PAGE.encode())))

    document = read(path).only

    assert (document.id, document.url, document.path) == (URL, URL, str(path))
    assert lines(document, BlockKind.BODY) == list(BODY)


def test_the_day_of_the_server_and_of_the_crawl_are_told_apart(tmp_path: Path) -> None:
    headers = (
        "Content-Type: text/html",
        "Date: Tue, 04 Mar 2031 10:00:00 GMT",
        "Last-Modified: Mon, 03 Mar 2031 08:00:00 GMT",
    )
    path = write(tmp_path / "crawl.warc", crawl(answer(URL, PAGE.encode(), headers)))

    dates = {date.basis: date.at for date in read(path).only.dates}

    assert dates[DateBasis.HTTP] == "2031-03-03"
    assert dates[DateBasis.CRAWL] == "2031-03-04"


def test_a_server_that_gives_its_clock_gives_no_date(tmp_path: Path) -> None:
    headers = ("Content-Type: text/html", "Last-Modified: Tue, 04 Mar 2031 09:59:00 GMT")
    path = write(tmp_path / "crawl.warc", crawl(answer(URL, PAGE.encode(), headers)))

    assert DateBasis.HTTP not in {date.basis for date in read(path).only.dates}


def test_repeated_captures_are_numbered(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.warc", crawl(*[answer(URL, PAGE.encode())] * 3))

    assert read(path).ids == [URL, f"{URL}#2", f"{URL}#3"]


def test_other_records_are_counted_by_kind(tmp_path: Path) -> None:
    records = (
        answer(URL, PAGE.encode()),
        answer(f"{URL}.png", b"\x89PNG", ("Content-Type: image/png",)),
        answer(f"{URL}/gone", b"gone", status="404 Not Found"),
        record("request", URL, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    )
    path = write(tmp_path / "crawl.warc", crawl(*records))

    reading = read(path)

    assert len(reading.documents) == 1
    assert reading.said == [
        f"{path}: 4 other records passed over (1 warcinfo, 1 image/png, 1 HTTP 404, 1 request)"
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_is_told_by_its_content(tmp_path: Path, packed: bool) -> None:
    content = crawl(answer(URL, PAGE.encode()))
    path = write(tmp_path / "crawl.dat", gzip.compress(content) if packed else content)

    assert read(path).ids == [URL]


@pytest.mark.parametrize("coding", ["gzip", "chunked", "gzip, told and not done", "br"])
def test_the_codings_of_an_answer_are_undone(tmp_path: Path, coding: str) -> None:
    body, headers = PAGE.encode(), ["Content-Type: text/html"]
    if coding == "gzip":
        body = gzip.compress(body)
        headers.append("Content-Encoding: gzip")
    elif coding == "br":
        body = pytest.importorskip("brotli").compress(body)
        headers.append("Content-Encoding: br")
    elif coding == "chunked":
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        headers.append("Transfer-Encoding: chunked")
    else:
        headers.append("Content-Encoding: gzip")
    path = write(tmp_path / "crawl.warc", crawl(answer(URL, body, headers)))

    assert lines(read(path).only, BlockKind.BODY) == list(BODY)


def test_the_charset_of_the_server_is_believed(tmp_path: Path) -> None:
    page = PAGE.replace("Lowmere", "Łowmere").encode("iso-8859-2", "replace")
    path = write(
        tmp_path / "c.warc", crawl(answer(URL, page, ("Content-Type: text/html; charset=latin2",)))
    )

    assert "Łowmere" in read(path).only.text


@pytest.mark.parametrize("charset", ["punycode", "idna", "rot13", "no-such", "\x00", "undefined"])
def test_a_charset_that_is_none_breaks_nothing(tmp_path: Path, charset: str) -> None:
    page = PAGE.encode() + b"\xff" * 2000
    headers = (f"Content-Type: text/html; charset={charset}",)

    assert len(read(write(tmp_path / "c.warc", crawl(answer(URL, page, headers)))).documents) == 1


def test_the_texts_of_a_wet_file_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.warc.wet.gz",
        gzip.compress(crawl(record("conversion", URL, TEXT.encode(), "text/plain"))),
    )

    assert (read(path).only.id, read(path).only.text) == (URL, TEXT)


def test_an_archive_cut_in_the_middle_is_read_up_to_there(tmp_path: Path) -> None:
    whole = crawl(answer(URL, PAGE.encode()), answer(f"{URL}2", PAGE.encode()))
    path = write(tmp_path / "crawl.warc", whole[:-200])

    reading = read(path)

    assert reading.ids == [URL]
    assert reading.rejected[0].record == 3
    assert "breaks off" in reading.reasons[0]


def test_a_packed_archive_cut_in_the_middle_is_read_up_to_there(tmp_path: Path) -> None:
    members = [gzip.compress(answer(f"{URL}{n}", PAGE.encode())) for n in range(3)]
    path = write(tmp_path / "crawl.warc.gz", b"".join(members)[:-30])

    reading = read(path)

    assert reading.ids == [f"{URL}0", f"{URL}1"]
    assert len(reading.rejected) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx",
        b"WARC/1.0\r\n" + b"A" * 3_000_000,
        crawl(answer(URL, PAGE.encode())) + b"garbage\r\n\r\n" * 10,
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: no\r\nContent-Length: 1\r\n\r\nx\r\n\r\n",
    ],
)
def test_a_broken_archive_is_told_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    reading = read(write(tmp_path / "crawl.warc", content))

    assert reading.rejected or reading.said


def test_processes_change_nothing(tmp_path: Path) -> None:
    records = [answer(f"{URL}/{n}", PAGE.encode()) for n in range(12)]
    records.insert(5, answer(f"{URL}/void", b"<html></html>"))
    path = write(tmp_path / "crawl.warc", crawl(*records))

    one, two = read(path), read(path, options=ReadOptions(hands=Hands(2)))

    assert (one.documents, one.rejected, one.said) == (two.documents, two.rejected, two.said)


def test_the_archives_in_a_wacz_are_read(tmp_path: Path) -> None:
    members = {
        "datapackage.json": json.dumps({"profile": "data-package"}),
        "pages/pages.jsonl": json.dumps({"url": URL}),
        "archive/one.warc.gz": gzip.compress(crawl(answer(URL, PAGE.encode()))),
        "archive/two.warc": crawl(answer(f"{URL}2", PAGE.encode())),
    }

    assert read(write(tmp_path / "crawl.wacz", zipped(members))).ids == [URL, f"{URL}2"]


def test_a_wacz_without_an_archive_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.wacz", zipped({"pages/pages.jsonl": "{}"}))

    assert read(path).reasons == ["no web archive in it (archive/*.warc.gz)"]
