from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.backends.role_weights import role_weights
from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation, quotations
from retold.text.reporting import Stance
from retold.text.speech import attributed

PIECES = st.sampled_from(
    ["Ada Lund ", "said ", "that ", "he ", "“", "” ", '"', ", ", ". ", "\n\n", "the gate was shut"]
)


def found(text: str, language: str = "en") -> tuple[Quotation, ...]:
    return attributed(text, [Span(0, len(text))], language, role_weights())


def told(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The words in marks and their speakers."""
    return [
        (one.span.of(text), one.speaker)
        for one in found(text, language)
        if one.style is not QuoteStyle.INDIRECT
    ]


def unmarked(text: str) -> list[tuple[str, str | None]]:
    return [
        (one.span.of(text), one.speaker) for one in found(text) if one.style is QuoteStyle.INDIRECT
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80),
    st.sampled_from(["en", "de", "xx"]),
)
def test_every_quotation_in_marks_is_kept_and_every_span_lies_in_the_text(
    text: str, language: str
) -> None:
    quoted = found(text, language)

    marked = [(one.span, one.style) for one in quoted if one.style is not QuoteStyle.INDIRECT]
    plain = quotations(text, [Span(0, len(text))], language)
    assert sorted(marked) == sorted((one.span, one.style) for one in plain)
    spans = [one.span for one in quoted] + [one.speaker_span for one in quoted if one.speaker_span]
    assert all(0 <= span.begin < span.end <= len(text) for span in spans)
    assert all(one.begin <= other.begin for one, other in pairwise(quoted))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_speaker_has_a_place_and_a_reason_and_who_has_none_has_neither(text: str) -> None:
    for one in found(text):
        assert (one.speaker is None) == (one.speaker_span is None) == (one.reason is None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will not land there,” said Ada Lund. “It is too shallow.”",
            [("We will not land there,", "Ada Lund"), ("It is too shallow.", "Ada Lund")],
        ),
        (
            "“We go,” Ada Lund said, “and then we stay.”",
            [("We go,", "Ada Lund"), ("and then we stay.", "Ada Lund")],
        ),
        (
            "Ada Lund has run the harbour since 2019. “It is too shallow,” she said.",
            [("It is too shallow,", "Ada Lund")],
        ),
        (
            "Mayor Ivo Berg opened the bridge. “It took us nine years,” the mayor said.",
            [("It took us nine years,", "Ivo Berg")],
        ),
        (
            "Ada Lund met reporters. Lund said: “The gate was open.”",
            [("The gate was open.", "Ada Lund")],
        ),
        (
            "Ada Lund closed the meeting, calling the plan “a waste of good timber”.",
            [("a waste of good timber", "Ada Lund")],
        ),
        (
            "According to the transcript, Lund continues, “We will not land there at all.”",
            [("We will not land there at all.", "Lund")],
        ),
    ],
)
def test_words_in_marks_have_their_speaker_by_the_fullest_name(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(text) == expected


def test_a_block_quote_after_a_colon_has_the_speaker_before_it() -> None:
    text = "Ada Lund described the plan to the council, stating:\n“We will build it twice.”"

    assert told(text) == [("We will build it twice.", "Ada Lund")]


def test_a_block_quote_has_the_speaker_who_signs_the_line_below_it() -> None:
    text = "The vote was close.\n\n“We will build it twice.”\n\nAda Lund, engineer, in a letter\n"

    assert told(text) == [("We will build it twice.", "Ada Lund")]


def test_who_was_spoken_to_is_not_the_speaker() -> None:
    text = "A week later the public was assured that the ship was “fit in every respect”."

    assert told(text) == [("fit in every respect", None)]


def test_a_quote_of_several_paragraphs_has_one_speaker() -> None:
    text = "“It rained,” said Ada Lund. “We waited for a day.\n\n“Then the ferry came.”"

    assert {speaker for _, speaker in told(text)} == {"Ada Lund"}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “boat” lay in the harbour all winter.",
        "The film “The Long Way Home” opens in May.",
        "The sign over the gate was painted in 1910 and reads well.",
    ],
)
def test_titles_and_words_at_arms_length_have_no_speaker(text: str) -> None:
    assert [speaker for _, speaker in told(text) if speaker] == []


def test_what_is_said_without_marks_is_an_indirect_quotation() -> None:
    text = "Ada Lund said on Monday that the gate was closed at night."

    assert unmarked(text) == [("that the gate was closed at night", "Ada Lund")]


def test_an_indirect_quotation_holds_the_marked_words_inside_it() -> None:
    text = "Ada Lund said the gate was closed and called it “a routine matter for us”."

    marked = [one for one in found(text) if one.style is QuoteStyle.MIXED]
    assert [one.speaker for one in marked] == ["Ada Lund"]
    assert any(part.holds(marked[0].span) for part in marked[0].content)


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", Stance.NEUTRAL),
        ("claimed", Stance.CLAIM),
        ("admitted", Stance.ADMIT),
        ("denied", Stance.DENY),
        ("warned", Stance.WARN),
    ],
)
def test_the_verb_of_saying_gives_the_stance(verb: str, stance: Stance) -> None:
    quoted = found(f"Ada Lund {verb} that the gate was closed at night.")

    assert [one.stance for one in quoted] == [stance]


def test_what_the_words_came_through_is_told_apart_from_who_said_them() -> None:
    text = "“We will not land there,” Ada Lund said, according to a transcript by the Harbour Post."

    quoted = found(text)[0]
    assert (quoted.speaker, quoted.via) == ("Ada Lund", ("a transcript by the Harbour Post",))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Wir gehen jetzt nach Hause“, sagte Ada Lund.", "Ada Lund"),
        ("fr", "« Nous partons demain matin », a déclaré Ada Lund.", "Ada Lund"),
        ("es", "«No hay nada que hacer», dijo Ada Lund.", "Ada Lund"),
        ("it", "«Non è vero niente», ha detto Ada Lund.", "Ada Lund"),
    ],
)
def test_direct_quotes_of_other_languages_have_their_speaker(
    language: str, text: str, expected: str
) -> None:
    assert [speaker for _, speaker in told(text, language)] == [expected]
