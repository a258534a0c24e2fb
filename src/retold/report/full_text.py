"""A text in full: its blocks with their labels, the words in quotation marks, the places named."""

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
    """Words of one kind; `begin` where a place of the text is named for links, else None."""

    text: str
    quoted: bool
    begin: int | None


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block of a text in pieces, and where it begins."""

    kind: BlockKind
    begin: int
    pieces: tuple[Piece, ...]


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
                tuple(_pieces(document.text, _within(block), merged, begins)),
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


def _pieces(
    text: str, block: Span, quoted: Sequence[Span], named: Sequence[int]
) -> Iterator[Piece]:
    first = max(bisect_right(quoted, Span(block.begin, block.begin)) - 1, 0)
    inside = quoted[first : bisect_left(quoted, Span(block.end, block.end))]
    places = set(named[bisect_left(named, block.begin) : bisect_left(named, block.end)])
    edges = {min(max(edge, block.begin), block.end) for s in inside for edge in (s.begin, s.end)}
    starts = {max(span.begin, block.begin) for span in inside if span.end > block.begin}
    is_quoted = False
    for begin, end in pairwise(sorted({block.begin, block.end} | places | edges)):
        if begin in edges or begin in starts:
            is_quoted = begin in starts
        piece = text[begin:end]
        yield Piece(piece, is_quoted, begin if begin in places else None)
