import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.primary_mentions import (
    holders,
    leading_at_all,
    leading_perhaps,
    primary_mentions,
)

PIECES = st.sampled_from(
    [
        *["report ", "a study ", "poll ", "the transcript ", "tapes ", "figures from ", "release "],
        *["published by ", "published ", "has released ", "seen by ", "by ", "in ", "of ", "that "],
        *["the Sound Ledger ", "Marrow Coast ", "U.S. ", "Board’s ", "Board's new ", "AP ", "a "],
        *["said in a ", "according to the ", "leaked ", "shows ", "found ", "2019 ", "another "],
        *[". ", ".", ": ", "\n", "“", "” ", ", ", "war.The ", "x" * 50 + " ", "ſ "],
    ]
)
FRENCH = st.sampled_from(
    [
        "un rapport ",
        "a publié ",
        "publié par ",
        "l’Agence ",
        "selon le ",
        "montre ",
        ". ",
        "Veddal ",
    ]
)


@pytest.mark.parametrize(("pieces", "language"), [(PIECES, "en"), (FRENCH, "fr")])
@given(data=st.data())
def test_where_a_sentence_leans_on_a_thing_the_quick_word_is_perhaps(
    pieces: st.SearchStrategy[str], language: str, data: st.DataObject
) -> None:
    texts = data.draw(st.lists(st.lists(pieces, max_size=30).map("".join), max_size=3))
    text = "".join(texts)
    spans, begin = [], 0
    for one in texts:
        spans.append(Span(begin, begin + len(one)))
        begin += len(one)

    assert leading_perhaps(text, spans, language) or not leading_at_all(text, spans, language)


@pytest.mark.parametrize(
    "text",
    [
        "A report was on the table. It rained over the harbour.",
        "He wrote a letter, and she kept the records of the house.",
        "It was a study in grey, and nothing more came of it.",
    ],
)
def test_a_thing_that_nobody_holds_nor_leans_on_needs_no_sentences(text: str) -> None:
    assert not leading_perhaps(text, (Span(0, len(text)),), "en")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whoever_a_mention_names_is_among_the_holders(text: str) -> None:
    spans = (Span(0, len(text)),)
    mentions = primary_mentions(text, spans, "en")

    named = {one.holder for one in mentions if one.holder and not one.passing}
    assert list(holders(text, spans, "en")) == sorted(named)
