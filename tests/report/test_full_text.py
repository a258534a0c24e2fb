"""A text in full, in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Document, Span
from retold.report.full_text import full_text


@st.composite
def spans(draw: st.DrawFn, end: int) -> Span:
    begin = draw(st.integers(0, end))
    return Span(begin, draw(st.integers(begin, end)))


@given(st.data())
def test_pieces_join_to_the_blocks_and_quote_what_is_quoted(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=60))
    cut = data.draw(st.integers(0, len(text)))
    blocks = (
        Block(Span(0, cut), BlockKind.BODY),
        Block(Span(cut, len(text)), BlockKind.FURNITURE),
    )
    quoted = data.draw(st.lists(spans(len(text)), max_size=5))
    named = data.draw(st.lists(st.integers(0, len(text)), max_size=5))

    found = full_text(Document("one", text, blocks), quoted, named)

    passages = [passage for block in found.blocks for passage in block.passages]
    pieces = [piece for passage in passages for piece in passage.pieces]
    assert "".join(piece.text for piece in pieces) == text
    marks = [piece.quoted for piece in pieces for _ in piece.text]
    assert marks == [any(one.begin <= at < one.end for one in quoted) for at in range(len(text))]
    assert [one.begin for one in passages if one.begin is not None] == sorted(
        {at for at in named if at < len(text)}
    )
