"""Patterns written for speed find what the plain ones find."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.model.document import Span
from retold.text import units
from retold.text.days import POSSIBLE, pattern, written_dates
from retold.text.evidence import PARTED
from retold.text.furniture import ASCII_READER_INSIDE, READER_INSIDE
from retold.text.marks import SIGN
from retold.text.sentences import END
from retold.text.words import ASCII_WORD, WORD

PLAIN_SIGN = re.compile(r"``|''|[\"“”„‟«»‹›‚「」『』‘]|(?<![^\W_])['’]|['’](?![^\W_])")
PLAIN_END = re.compile(
    r"[.!?…]+(?:[\u00a0\u202f ]?[»›](?!\w)|[\"”’“'‘»«›‹)\]])*|[。！？｡]+[」』”’）]*"
)
PLAIN_INNER = re.compile(r"[.!?](?<=[^\W\d_]{2}.)[\"”’“»)]*\s+[\"“‘„«»(]*[^\W_]|[。！？]")
PLAIN_PARTED = re.compile(r"[|·•»›]|[/–—-](?<=\s.)\s")

ascii_texts = st.text(alphabet="aZs01_'.,:- \n`\"") | st.text(
    alphabet=st.characters(max_codepoint=127)
)
texts = st.text(alphabet="aZä0_'’ʼ`\"“”„«»‹›‚‘「」.!?…。！？)\u00a0 \n") | st.text()
dates = st.text(alphabet="0123456789٣./-, 年月日") | st.lists(
    st.sampled_from(["3", "12", "2031", "31", "March", "Sept.", "märz", ". ", " ", ", ", "/", "th"])
).map("".join)


def spans(found: "re.Pattern[str]", text: str) -> list[tuple[int, int]]:
    return [one.span() for one in found.finditer(text)]


@given(ascii_texts)
def test_words_in_ascii_are_the_words_of_any_text(text: str) -> None:
    assert spans(ASCII_WORD, text) == spans(WORD, text)


@given(ascii_texts.map(str.lower))
def test_words_of_a_line_in_ascii_are_those_of_any_line(text: str) -> None:
    assert spans(units.ASCII_WORD, text) == spans(units.WORD, text)


@given(texts)
def test_quotation_marks_are_found_by_either_pattern(text: str) -> None:
    assert spans(SIGN, text) == spans(PLAIN_SIGN, text)


@given(texts)
def test_ends_of_sentences_are_found_by_either_pattern(text: str) -> None:
    assert spans(END, text) == spans(PLAIN_END, text)


@given(dates)
def test_every_date_looks_possible(text: str) -> None:
    if pattern().search(text):
        assert POSSIBLE.search(text)


@given(texts)
def test_ends_inside_a_line_are_found_by_either_pattern(text: str) -> None:
    assert spans(units.INNER, text) == spans(PLAIN_INNER, text)


@given(st.text(alphabet="a |·•»›/–—-\n") | st.text())
def test_partings_of_a_line_are_found_by_either_pattern(text: str) -> None:
    assert spans(PARTED, text) == spans(PLAIN_PARTED, text)


@given(
    ascii_texts.map(str.lower)
    | st.lists(
        st.sampled_from(["you", "your", "us", "ihre", "deine", "te", "_", " ", "'", "7"])
    ).map("".join)
)
def test_words_to_the_reader_in_ascii_are_those_of_any_text(text: str) -> None:
    assert spans(ASCII_READER_INSIDE, text) == spans(READER_INSIDE, text)


@given(st.text(alphabet="a 3.") | st.just(""), dates)
def test_dates_are_read_wherever_their_pattern_finds_a_day(before: str, text: str) -> None:
    text = before + text
    possible = (Span(*found.span()) for found in pattern().finditer(text))

    found = [one.span for one in written_dates(text, Span(0, len(text)))]

    assert found == [span for span in possible if any(written_dates(text, span))]


def test_no_group_is_possessive() -> None:
    """After such a group Python before 3.11.5 goes on from a wrong place (its issue 106052)."""
    group = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    files = Path(next(iter(retold.__path__))).rglob("*.py")
    found = [(file.name, line) for file in files for line in group.findall(file.read_text("utf-8"))]

    assert group.search("(?:[.,][0-9]+)*+")
    assert found == []
