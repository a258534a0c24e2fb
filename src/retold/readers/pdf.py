"""PDF files with text: lines in reading order, running heads and page numbers as furniture."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pdf_layout import Line, Page, paragraphs
from retold.readers.source import Source, content_of
from retold.readers.surrogates import readable
from retold.readers.text import LONGEST_TEXT, document_of_text, too_long
from retold.text.dates import dated, trusted

MOST_PAGES = 1_000  # of one file; by eye, a newspaper has a tenth of it
# A gap this wide inside a line is one between columns.
WIDE_GAP = 1.6  # heights of a letter
# Fewer letters a page than this, and it is a picture with a stamp on it.
LEAST_LETTERS = 20


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of a PDF file; one of pictures alone is rejected."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    pages = _pages(content)
    letters = 0 if isinstance(pages, str) else sum(len(one.text) for p in pages for one in p.lines)
    if not isinstance(pages, str) and letters < LEAST_LETTERS * len(pages):
        pages = f"no text in its {len(pages)} pages: pictures of a text (a scan); read it by OCR"
    if isinstance(pages, str):
        yield Rejected(source.name, None, pages)
        return
    found = list(paragraphs(pages))
    text = readable("\n".join(one.text for one in found))
    if (reason := too_long(text)) is not None:
        yield Rejected(source.name, None, reason)
        return
    about = replace(source.about, path=source.name, sha256=sha256(content).hexdigest())
    document = document_of_text(source.id, text, about)
    spans, place = [], 0
    for one in found:
        if one.furniture:
            spans.append(Span(place, place + len(one.text)))
        place += len(one.text) + 1
    blocks = tuple(_relabelled(document.blocks, spans))
    dates = trusted((*about.dates, *dated(text, blocks)))
    yield replace(document, blocks=blocks, dates=dates)


def _pages(content: bytes) -> list[Page] | str:
    """The pages, as many as a text may have, or why there are none."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return "encrypted: it opens with a password only" if locked else "a broken PDF file"
    try:
        if len(pdf) > MOST_PAGES:
            return f"{len(pdf):,} pages in one file, and retold reads up to {MOST_PAGES:,}"
        pages: list[Page] = []
        letters = 0
        for place in range(len(pdf)):
            pages.append(_page(pdf[place]))
            letters += sum(len(line.text) for line in pages[-1].lines)
            if letters > 2 * LONGEST_TEXT:
                break
    except pypdfium2.PdfiumError as error:
        return f"a broken PDF file: {str(error)[:100].lower()}"
    else:
        return pages or "a PDF file without a page"
    finally:
        pdf.close()


def _page(page: Any) -> Page:
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), 2 * LONGEST_TEXT)
        text = text_page.get_text_range(0, count) if count > 0 else ""
        height = page.get_height()
        if len(text) != count:  # letters and boxes do not go together: lines as they come
            lines = [line for line in text.splitlines() if line.strip()]
            flat = [
                Line(line.strip(), 0.0, 1.0, height / 2 - place, height / 2 - place + 1)
                for place, line in enumerate(lines)
            ]
            return Page(tuple(flat), height)
        boxes = [text_page.get_charbox(place, loose=True) for place in range(count)]
        return Page(tuple(_lines(text, boxes)), height)
    finally:
        text_page.close()
        page.close()


def _lines(text: str, boxes: list[tuple[float, float, float, float]]) -> Iterator[Line]:
    """Letters as lines, parted where the printer went elsewhere."""
    begun: int | None = None
    last = 0
    for place, letter in enumerate(text):
        if letter in "\r\n":
            if begun is not None:
                yield _line(text, boxes, begun, last)
            begun = None
        elif not letter.isspace():
            if begun is not None and _apart(boxes[last], boxes[place]):
                yield _line(text, boxes, begun, last)
                begun = None
            begun = place if begun is None else begun
            last = place
    if begun is not None:
        yield _line(text, boxes, begun, last)


def _apart(
    before: tuple[float, float, float, float], after: tuple[float, float, float, float]
) -> bool:
    """Whether two letters of a line stand in two columns."""
    height = max(before[3] - before[1], after[3] - after[1], 1.0)
    return after[0] - before[2] > WIDE_GAP * height or after[2] < before[0] - height


def _line(text: str, boxes: list[tuple[float, float, float, float]], begun: int, last: int) -> Line:
    inner = [boxes[place] for place in range(begun, last + 1) if not text[place].isspace()]
    letters = " ".join(text[begun : last + 1].replace("\ufffe", "-").replace("\x02", "-").split())
    return Line(
        letters,
        min(box[0] for box in inner),
        max(box[2] for box in inner),
        min(box[1] for box in inner),
        max(box[3] for box in inner),
    )


def _relabelled(blocks: tuple[Block, ...], spans: list[Span]) -> Iterator[Block]:
    """The blocks with furniture where the spans are; a block around one is cut."""
    waiting = list(reversed(spans))
    for block in blocks:
        begin = block.begin
        while waiting and waiting[-1].begin < block.end:
            span = waiting.pop()
            if begin < span.begin - 1:
                yield Block(Span(begin, span.begin - 1), block.kind)
            yield Block(span, BlockKind.FURNITURE)
            begin = span.end + 1
        if begin < block.end:
            yield Block(Span(begin, block.end), block.kind)
