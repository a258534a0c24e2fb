"""The ledger: which uses are one utterance, in which order, and its laws."""

from hypothesis import given
from hypothesis import strategies as st

from retold.model.change import QuoteStatus
from retold.model.document import Span
from retold.model.story import DescentKind
from tests.changes.tellings import (
    END,
    LEAD,
    document,
    ledger,
    statuses,
    telling,
    tellings,
    tellings_of,
)

PARAPHRASE = DescentKind.PARAPHRASE


def test_a_use_is_the_words_between_one_pair_of_marks() -> None:
    (record,) = ledger(tellings({"a": 'Vannick said: "It was tired."'}))

    assert record.wording == "It was tired."
    assert [use.place.span for use in record.uses] == [Span(15, 28)]


def test_one_wording_in_two_typographies_is_one_quote() -> None:
    story = tellings(
        {
            "a": telling('He called it "a routine matter for the brigade" twice.'),
            "b": telling("He called it “a routine matter for the brigade,” twice."),
        }
    )

    (record,) = ledger(story)
    assert [use.status for use in record.uses] == [QuoteStatus.VERBATIM, QuoteStatus.VERBATIM]


def test_quotes_come_in_the_order_of_their_first_place() -> None:
    story = tellings(
        {
            "b": '"The roof fell in on us," she said. He added: "Nobody was hurt by it."',
            "a": '"Nobody was hurt by it," they said.',
        }
    )

    assert [record.id for record in ledger(story)] == ["q1", "q2"]
    assert [record.uses[0].place.document for record in ledger(story)] == ["a", "b"]


def test_nothing_is_quoted_from_furniture() -> None:
    text = 'The mill burned. Read more: "Ten soups for a cold week"'

    assert ledger(tellings_of({"a": document("a", text, 16)})) == ()


def test_a_story_of_one_telling_has_no_statuses() -> None:
    (record,) = ledger(tellings({"a": telling('"The roof fell in," said Petra Vannick.')}))

    assert record.uses[0].status is None


def test_the_wording_of_a_quotation_has_single_spaces() -> None:
    (record,) = ledger(tellings({"a": 'She said: "We asked \u00a0 twice for it."'}))

    assert record.wording == "We asked twice for it."


def test_a_quotation_broken_off_is_two_uses_of_one_quote_and_verbatim() -> None:
    texts = {
        "a": telling('"The roof fell in on us. We ran to the yard and waited," said Vannick.'),
        "b": telling('"The roof fell in on us," said Vannick. "We ran to the yard and waited."'),
    }

    (record,) = ledger(tellings(texts))
    assert len(record.uses) == 3
    assert {use.status for use in record.uses} == {QuoteStatus.VERBATIM}
    assert record.wording == "The roof fell in on us. We ran to the yard and waited,"


def test_words_all_changed_are_paired_by_the_sentence_they_stand_in() -> None:
    texts = {
        "a": telling('The owners of the mill called the blaze a "serious breach" at Orrow.'),
        "b": telling('The owners of the mill called the blaze a "grave violation" at Orrow.'),
    }
    story = tellings(texts, {"b": ("a", PARAPHRASE)})

    (record,) = ledger(story)
    assert [use.status for use in record.uses] == [QuoteStatus.VERBATIM, QuoteStatus.ALTERED]


def test_few_words_of_two_speakers_are_two_quotes() -> None:
    texts = {
        "a": f'{LEAD}"Very good," said the baker of the town when asked about bread.',
        "b": f'"Very good," the diver told the court about another thing entirely.{END}',
    }

    assert len(ledger(tellings(texts))) == 2


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_the_tellings_changes_nothing(order: list[str]) -> None:
    texts = {
        "a": telling('"We did not find the barrels in the yard," said Vannick.'),
        "b": telling('"We found the barrels in the yard," said Vannick.'),
        "c": telling('Vannick said they found "the barrels in the yard".'),
    }

    assert ledger(tellings({name: texts[name] for name in order})) == ledger(tellings(texts))


@given(st.lists(st.text('ab"“” .,\n[]…', max_size=40), min_size=1, max_size=3))
def test_every_use_lies_in_its_text_whatever_the_marks(texts: list[str]) -> None:
    story = tellings({str(place): text for place, text in enumerate(texts)})

    for record in ledger(story):
        assert record.uses
        for use in record.uses:
            assert use.place.span.end <= len(story.documents[use.place.document].text)


WORDS = st.sampled_from("the barrels yard roof fell we not found they mill 28 perhaps".split())


@given(st.lists(WORDS, min_size=2, max_size=12).map(" ".join))
def test_the_same_words_in_two_copies_are_never_altered(words: str) -> None:
    texts = {
        "a": telling(f'Petra Vannick of the brigade said: "{words}."'),
        "b": telling(f"Petra Vannick of the brigade said: “{words}.”"),
    }

    assert set(statuses(tellings(texts)).values()) <= {QuoteStatus.VERBATIM}
