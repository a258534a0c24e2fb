"""A text in full: its labelled blocks, the sentences that can be cited, the words in marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retold.model.document import Block, BlockKind, Document, Span

# Characters of one text in the page; a reader turns to the file for more. By eye: a long
# magazine piece has 60,000.
LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words inside quotation marks or outside."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces from a named place to the next; `begin` None where the first has no name."""

    begin: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block of a text in passages, and where it begins."""

    kind: BlockKind
    begin: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """The blocks of a text as far as `LONGEST`, and how many characters were left out."""

    blocks: tuple[LabelledBlock, ...]
    left_out: int


def full_text(document: Document, quoted: Iterable[Span], named: Iterable[int]) -> FullText:
    """The text with its blocks, quotations and named places. Quotations may overlap."""
    merged = _merged(quoted)
    begins = sorted(set(named))
    shown = [block for block in document.blocks if block.span.begin < LONGEST]
    return FullText(
        blocks=tuple(
            LabelledBlock(
                block.kind,
                block.begin,
                tuple(_passages(document.text, _within(block), merged, begins)),
            )
            for block in shown
        ),
        left_out=max(len(document.text) - LONGEST, 0),
    )


def _within(block: Block) -> Span:
    return Span(block.span.begin, min(block.span.end, LONGEST))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.begin <= merged[-1].end:
            merged[-1] = Span(merged[-1].begin, max(merged[-1].end, span.end))
        elif len(span):
            merged.append(span)
    return merged


def _passages(
    text: str, block: Span, quoted: Sequence[Span], named: Sequence[int]
) -> Iterator[Passage]:
    places = named[bisect_left(named, block.begin) : bisect_left(named, block.end)]
    known = set(places)
    for begin, end in pairwise(dict.fromkeys((block.begin, *places, block.end))):
        name = begin if begin in known else None
        yield Passage(name, tuple(_pieces(text, Span(begin, end), quoted)))


def _pieces(text: str, passage: Span, quoted: Sequence[Span]) -> Iterator[Piece]:
    first = max(bisect_right(quoted, Span(passage.begin, passage.begin)) - 1, 0)
    at = passage.begin
    for span in quoted[first : bisect_left(quoted, Span(passage.end, passage.end))]:
        begin, end = max(span.begin, at), min(span.end, passage.end)
        if begin < end:
            if begin > at:
                yield Piece(text[at:begin], quoted=False)
            yield Piece(text[begin:end], quoted=True)
            at = end
    if at < passage.end:
        yield Piece(text[at : passage.end], quoted=False)
