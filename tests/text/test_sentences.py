from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.sentences import sentences

ALPHABET = st.sampled_from([*"aB. .!?\"“”«»„'’\n\t1…。,", "Mr.", "U.S.", " The "])


def split(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in sentences(text, [Span(0, len(text))], language)]


@given(
    st.lists(ALPHABET).map("".join) | st.text(),
    st.sampled_from(["en", "de", "fr", "es", "it", "ja", None]),
)
def test_sentences_are_disjoint_in_order_and_hold_all_but_white_space(
    text: str, language: str | None
) -> None:
    found = sentences(text, [Span(0, len(text))], language)

    assert all(left.end <= right.begin for left, right in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() and len(span) for span in found)
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(text.split())


@given(st.text(), st.data())
def test_sentences_lie_inside_the_given_spans(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    spans = [Span(0, cut // 2), Span(cut, len(text))]

    found = sentences(text, spans)

    assert all(any(span.holds(sentence) for span in spans) for sentence in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lt. Gen. Ada Lund met Rep. Don Vane. He left.",
            ["Lt. Gen. Ada Lund met Rep. Don Vane.", "He left."],
        ),
        (
            "The U.S. President spoke. Mr. J. K. Abeck did not.",
            ["The U.S. President spoke.", "Mr. J. K. Abeck did not."],
        ),
        ("She lives in the U.S. The end.", ["She lives in the U.S.", "The end."]),
        ("“We go.” He stayed.", ["“We go.”", "He stayed."]),
        ("“Why?” he asked. “Because.”", ["“Why?” he asked.", "“Because.”"]),
        ("It was the last pier.The council met.", ["It was the last pier.", "The council met."]),
        ('She called it "the last pier."He left.', ['She called it "the last pier."', "He left."]),
        ("It was the last pier.“We go,” he said.", ["It was the last pier.", "“We go,” he said."]),
        (
            "It cost $2.5 million at 5 p.m. on Jan. 3. It broke.",
            ["It cost $2.5 million at 5 p.m. on Jan. 3.", "It broke."],
        ),
        ("No stop here\nNew line", ["No stop here", "New line"]),
        ("all in small letters. the second one.", ["all in small letters.", "the second one."]),
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Am 3. Oktober kam Dr. Lund z. B. nach Lohmeer. Er blieb.",
            ["Am 3. Oktober kam Dr. Lund z. B. nach Lohmeer.", "Er blieb."],
        ),
        (
            "de",
            "„Wir gehen.“ Er blieb. »Was nun?«, fragte sie.",
            ["„Wir gehen.“", "Er blieb.", "»Was nun?«, fragte sie."],
        ),
        (
            "fr",
            "M. Lund part. « Nous restons. » Elle reste.",
            ["M. Lund part.", "« Nous restons. »", "Elle reste."],
        ),
        (
            "es",
            "El Sr. Lund vino. ¿Qué pasó? ¡Nada!",
            ["El Sr. Lund vino.", "¿Qué pasó?", "¡Nada!"],
        ),
        ("it", "Il dott. Lund parte. Poi torna.", ["Il dott. Lund parte.", "Poi torna."]),
        ("ja", "今日は晴れ。明日は雨。", ["今日は晴れ。", "明日は雨。"]),
    ],
)
def test_other_languages_have_rules_of_their_own(
    language: str, text: str, expected: list[str]
) -> None:
    assert split(text, language) == expected


def test_a_sentence_of_a_megabyte_is_one_sentence() -> None:
    text = "and the gulls came back " * 40_000

    assert len(split(text)) == 1
