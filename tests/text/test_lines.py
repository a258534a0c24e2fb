import re

from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.lines import lines, paragraphs, trim

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
WRAPPED = (
    "The harbour master said on Monday that the eastern pier would stay closed",
    "for the rest of the month, and that both ferries would land at the fish",
    "market instead until the divers had looked at every one of the piles.",
)
pieces = st.sampled_from([*"a. \t\n\r\v\x1c\x1f\x85\u2003\u2028-7)", "\r\n", *WRAPPED])
texts = st.text() | st.lists(pieces).map("".join)


@given(texts)
def test_lines_are_what_breaks_part_without_white_space_at_the_ends(text: str) -> None:
    found = [span.of(text) for span in lines(text, Span(0, len(text)))]

    assert found == list(filter(None, map(str.strip, LINE.findall(text))))


@given(texts, st.data())
def test_what_is_trimmed_is_what_strip_leaves(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))

    found = trim(text, begin, len(text))

    assert (found.of(text) if found else "") == text[begin:].strip()


@given(texts)
def test_a_paragraph_is_the_only_one_inside_itself_and_with_the_space_around_it(text: str) -> None:
    found = paragraphs(text)
    ends = [0, *(one.end for one in found), len(text)]

    for one, before in zip(found, ends, strict=False):
        wider = Span(before, len(text) if one is found[-1] else one.end)
        assert paragraphs(text, one) == paragraphs(text, wider) == (one,)


def test_lines_that_a_margin_broke_are_one_paragraph() -> None:
    text = "\n".join([*WRAPPED, "", *WRAPPED])

    assert [one.of(text) for one in paragraphs(text)] == ["\n".join(WRAPPED)] * 2


def test_a_line_indented_after_a_full_one_begins_a_paragraph() -> None:
    text = "\n".join([*WRAPPED, "   " + "\n".join(WRAPPED)])

    assert [one.of(text) for one in paragraphs(text)] == ["\n".join(WRAPPED)] * 2
