"""Files of every format, made of invented texts, and what reading them gives."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retold.model.document import BlockKind, Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from tests.text.pages import BODY

TEXT = "\n".join(BODY)
PAGE = (
    "<!doctype html><html lang='en'><head><title>Eastern pier closed</title></head><body>"
    f"<main><article><h1>Eastern pier closed</h1>{''.join(f'<p>{line}</p>' for line in BODY)}"
    "</article></main></body></html>"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading some paths."""

    documents: list[Document]
    rejected: list[Rejected]
    said: list[str]

    @property
    def ids(self) -> list[str]:
        return [one.id for one in self.documents]

    @property
    def reasons(self) -> list[str]:
        return [one.reason for one in self.rejected]

    @property
    def only(self) -> Document:
        """The one document, where nothing was rejected."""
        assert self.reasons == []
        (document,) = self.documents
        return document


def read(*paths: object, options: ReadOptions | None = None) -> Reading:
    said: list[str] = []
    found = list(read_pile([str(path) for path in paths], options or ReadOptions(), said.append))
    documents = [one for one in found if isinstance(one, Document)]
    return Reading(documents, [one for one in found if isinstance(one, Rejected)], said)


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def lines(document: Document, kind: BlockKind) -> list[str]:
    return [span.of(document.text) for span in document.spans_of(kind)]


def zipped(members: Mapping[str, Any]) -> bytes:
    """A ZIP archive in memory."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def record(
    kind: str, url: str, block: bytes, content_type: str, date: str = "2031-03-04T10:00:00Z"
) -> bytes:
    """A record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(block):032x}>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(
    url: str,
    body: bytes,
    headers: Iterable[str] = ("Content-Type: text/html; charset=utf-8",),
    status: str = "200 OK",
) -> bytes:
    """The record of a server's answer."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers)) + "\r\n"
    return record("response", url, head.encode() + body, "application/http; msgtype=response")


@dataclass(frozen=True, slots=True)
class Print:
    """A line to be printed on a page: where, and how large."""

    text: str
    x: float
    y: float
    size: float = 10


def pdf(pages: Sequence[Sequence[Print]], extra: bytes = b"") -> bytes:
    """A PDF file with lines of Courier on pages of 612 by 792 points."""
    streams = [b"".join(map(_printed, lines)) for lines in pages]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    for place, stream in enumerate(streams):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (5 + 2 * place)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    return _filed(objects, extra)


def _printed(line: Print) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\")
    text = text.replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (line.size, line.x, line.y, text)


def _filed(objects: Sequence[bytes], extra: bytes) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    return content + end + trailer % (len(objects) + 1, extra, len(content))
