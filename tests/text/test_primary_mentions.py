import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.document_nouns import Family
from retold.text.primary_mentions import (
    PrimaryMention,
    leading_at_all,
    nouns_at_most,
    primary_mentions,
)


def found(text: str, language: str = "en") -> tuple[PrimaryMention, ...]:
    return primary_mentions(text, (Span(0, len(text)),), language)


def held(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    return [(one.holder, one.thing) for one in found(text, language)]


@pytest.mark.parametrize(
    ("text", "holder", "thing"),
    [
        ("She read a transcript published by the Sound Ledger.", "Sound Ledger", "transcript"),
        (
            "A transcript of the call was released by the Sound Ledger on Tuesday.",
            "Sound Ledger",
            "transcript",
        ),
        ("The Sound Ledger published a transcript of the call.", "Sound Ledger", "transcript"),
        ("It was in a recording that the Sound Ledger put online.", "Sound Ledger", "recording"),
        ("The Sound Ledger’s transcript runs to nine pages.", "Sound Ledger", "transcript"),
        ("He had read a report by the Marine Safety Board.", "Marine Safety Board", "report"),
        (
            "A study published in the Journal of Coastal Ecology is out.",
            "Journal of Coastal Ecology",
            "study",
        ),
        ("They knew, said a memo seen by the Kestrel Post.", "Kestrel Post", "memo"),
        ("Prices rose, figures from the Office of Trade show.", "Office of Trade", "figures"),
        (
            "The audit, completed by the Maritime Assessment Office, is long.",
            "Maritime Assessment Office",
            "audit",
        ),
        (
            "The Selwick Police said in a press release that it rained.",
            "Selwick Police",
            "press release",
        ),
        ("A Marlowick University poll is out.", "Marlowick University", "poll"),
    ],
)
def test_who_made_or_holds_a_document_is_read_from_the_words_around_it(
    text: str, holder: str, thing: str
) -> None:
    assert held(text) == [(holder, thing)]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("He knew, according to a leaked transcript.", "transcript"),
        ("He stole it, court papers show.", "court papers"),
        ("The report found that the wall leaks.", "report"),
    ],
)
def test_a_document_leaned_on_without_a_holder_is_still_mentioned(text: str, thing: str) -> None:
    assert held(text) == [(None, thing)]


@pytest.mark.parametrize(
    "text",
    [
        "She told the Kestrel Post in an interview that she would go.",
        "The mayor reports to nobody.",
        "She filed her nails and left.",
        "A Kestrel Post report said he had left.",
        "“The report shows that we are right,” she said.",
        "It was a quiet day.",
    ],
)
def test_what_is_no_document_or_only_a_telling_is_not_mentioned(text: str) -> None:
    assert held(text) == []


def test_another_recording_is_in_passing_and_weighs_less() -> None:
    first = found("A recording reviewed by the Sound Ledger is out.")[0]
    other = found("Another recording reviewed by the Sound Ledger is out.")[0]

    assert other.passing
    assert other.weight < first.weight


def test_a_document_of_an_earlier_year_keeps_no_holder() -> None:
    assert held("He had leaned on a 2013 report by the Marine Safety Board.") == []


def test_the_first_paragraphs_weigh_more() -> None:
    sentence = "A memo seen by the Kestrel Post is out.\n"
    text = sentence + "It rained over the town and the hills.\n" * 100 + sentence

    first, last = found(text)

    assert first.leading
    assert not last.leading
    assert first.weight > last.weight


def test_a_judge_in_a_town_is_not_the_town() -> None:
    assert held("A judge in Valmere issued a ruling. The ruling says no.") == [(None, "ruling")]


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("de", "Die Studie wurde von der Universität Kelm veröffentlicht.", "Universität Kelm"),
        ("fr", "selon un rapport publié par l’Institut Corbray.", "Institut Corbray"),
        ("es", "según un informe publicado por la Comisión de Obras.", "Comisión de Obras"),
        ("it", "secondo un rapporto pubblicato dalla Commissione Lavori.", "Commissione Lavori"),
    ],
)
def test_other_languages_have_their_commonest_wordings(
    language: str, text: str, holder: str
) -> None:
    assert [one.holder for one in found(text, language)] == [holder]


def test_an_empty_text_mentions_nothing() -> None:
    assert primary_mentions("", (), "en") == ()


PIECES = st.sampled_from(
    [
        "report ",
        "the transcript ",
        "published by ",
        "the Sound Ledger ",
        "shows ",
        ". ",
        "\n",
        "“",
        "of ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_mention_lies_inside_the_text(text: str) -> None:
    for one in found(text):
        assert one.span.of(text).lower() == one.thing
        assert 0 < one.weight <= 1
        assert isinstance(one.family, Family)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_has_fewer_nouns_than_mentions(text: str) -> None:
    assert nouns_at_most(text, 2, "en") >= min(2, len(found(text)))


LEAD = "It rained over the town and the hills.\n" * 15


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["", LEAD, LEAD * 2]))
def test_where_a_mention_is_leading_the_first_paragraphs_tell_so(text: str, before: str) -> None:
    text = before + text
    end = text.find("\n") + 1
    spans = (Span(0, end), Span(end, len(text)))

    if any(one.leading for one in primary_mentions(text, spans, "en")):
        assert leading_at_all(text, spans, "en")


def test_a_thing_below_the_first_paragraphs_is_not_leading() -> None:
    text = LEAD * 2 + "The report shows that the wall leaks."

    assert not leading_at_all(text, (Span(0, len(text)),), "en")


def test_a_long_line_of_documents_does_not_hang() -> None:
    assert found("report published by " * 20_000) == ()
