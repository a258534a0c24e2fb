"""Where a quotation stands, at a terminal: file and line, speaker, status, the words around."""

from collections.abc import Iterator, Mapping, Sequence

from retold.changes.quotes.lookup import Found, Match
from retold.model.change import QuoteStatus
from retold.model.document import Document
from retold.report import words
from retold.report.paint import Paint

# Characters shown on either side of the words.
AROUND = 60
COLOURS = {
    QuoteStatus.VERBATIM: "green",
    QuoteStatus.TRIMMED: "yellow",
    QuoteStatus.ALTERED: "red",
    QuoteStatus.UNATTESTED: "red",
}


def quote_text(
    asked: str,
    found: Sequence[Found],
    documents: Mapping[str, Document],
    *,
    width: int,
    colour: bool,
) -> str:
    """Every place that has the words asked for, the nearest first; ends in a line break."""
    paint = Paint(colour, max(width, 40))
    lines = [paint("bold", f'"{words.line(asked, paint.width - 2)}"')]
    texts = words.count(len(documents), "text")
    if not found:
        lines += [f"In none of {texts} we hold, with quotation marks or without."]
    for match in Match:
        group = [one for one in found if one.match is match]
        if group:
            lines += ["", f"{match.capitalize()}: {words.count(len(group), 'place')}"]
        for one in group:
            lines += _place(one, documents[one.place.document], paint)
    return "\n".join(lines) + "\n"


def _place(one: Found, document: Document, paint: Paint) -> Iterator[str]:
    where = f"{words.line(document.path or document.id, 60)}:{line_of(document, one)}"
    parts = [paint("cyan", where)]
    if one.use is not None:
        parts.append(words.line(one.use.speaker or "no speaker named", 40))
        if one.use.status is not None:
            parts.append(paint(COLOURS[one.use.status], one.use.status))
    yield f"  {'  '.join(parts)}"
    yield from paint.wrapped(shown(document, one), first="    ", then="    ")
    if one.use is not None and one.use.note and one.use.status is QuoteStatus.ALTERED:
        for part in paint.wrapped(words.safe(one.use.note), first="    ", then="    "):
            yield paint("dim", part)


def line_of(document: Document, one: Found) -> int:
    """The line of a text on which the words begin, from 1."""
    return document.text.count("\n", 0, one.place.span.begin) + 1


def shown(document: Document, one: Found) -> str:
    """The words with what stands around them in their line."""
    text, span = document.text, one.place.span
    before = text[max(0, span.begin - AROUND) : span.begin].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    cut_before = "…" if span.begin > AROUND and len(before) == AROUND else ""
    cut_after = "…" if len(after) == AROUND else ""
    return " ".join(words.safe(f"{cut_before}{before}{span.of(text)}{after}{cut_after}").split())
