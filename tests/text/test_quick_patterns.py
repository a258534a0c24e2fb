"""Patterns written for speed find what the plain ones find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from retold.text import units
from retold.text.days import POSSIBLE, pattern
from retold.text.marks import SIGN
from retold.text.sentences import END
from retold.text.words import ASCII_WORD, WORD

PLAIN_SIGN = re.compile(r"``|''|[\"“”„‟«»‹›‚「」『』‘]|(?<![^\W_])['’]|['’](?![^\W_])")
PLAIN_END = re.compile(
    r"[.!?…]+(?:[\u00a0\u202f ]?[»›](?!\w)|[\"”’“'‘»«›‹)\]])*|[。！？｡]+[」』”’）]*"
)

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
