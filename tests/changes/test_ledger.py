"""The ledger: which uses are one utterance, how each stands, and by which rule."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.changes.tellings import Tellings
from retold.face import example_documents, read_documents
from retold.model.change import QuoteRecord, QuoteStatus, QuoteUse
from retold.model.document import Span
from retold.model.run import Result
from retold.model.story import DescentKind
from retold.pipeline import Settings
from tests.changes.tellings import document, ledger, tellings, tellings_of

COPY, PARAPHRASE, REWRITE = DescentKind.COPY, DescentKind.PARAPHRASE, DescentKind.REWRITE
LEAD = "The mill at Orrow Bridge burned down on Tuesday night, and nobody was hurt in the fire. "
END = (
    " The cause of the fire at Orrow Bridge is not known, and the owners gave no date for a report."
)


def telling(sentence: str) -> str:
    """A short report round one sentence."""
    return f"{LEAD}{sentence}{END}"


def statuses(story: Tellings) -> dict[tuple[str, str], str | None]:
    """The status of every use, by telling and words."""
    texts = {name: one.text for name, one in story.documents.items()}
    return {
        (use.place.document, use.place.span.of(texts[use.place.document])): use.status
        for record in ledger(story)
        for use in record.uses
    }


def status_of(words: str, given: str, **more: str) -> tuple[QuoteStatus | None, str]:
    """How `words` in a rewritten telling stand beside `given` in two faithful copies."""
    texts = {
        "a": telling(f'"{given}," said Petra Vannick of the fire brigade.'),
        "b": telling(f"“{given},” said Petra Vannick of the fire brigade."),
        "c": telling(more.get("sentence") or f'"{words}," said Petra Vannick of the brigade.'),
    }
    tree = {"a": ("lost", COPY), "b": ("lost", COPY), "c": ("lost", PARAPHRASE)}
    (use,) = (
        use
        for one in ledger(tellings(texts, tree))
        for use in one.uses
        if use.place.document == "c"
    )
    return use.status, use.note or ""


GIVEN = "We have not found the 28 barrels that the owners told us about in the yard"


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


@pytest.mark.parametrize(
    "words",
    [
        GIVEN,
        GIVEN.replace("We", "we"),
        GIVEN.replace("have not", "haven’t").replace("haven’t", "have not"),
        GIVEN.replace("28", "twenty-eight"),
        GIVEN.replace("the owners", "the, um, owners"),
        GIVEN.replace("the yard", "the the yard"),
        GIVEN.replace("us", "us [the brigade]"),
        GIVEN.replace("We", "[W]e"),
        GIVEN.replace(" ", "\u00a0"),
        GIVEN.replace("barrels", "bar\u00adrels"),
        f"{GIVEN}...",
    ],
)
def test_what_typography_and_clean_copy_change_is_verbatim(words: str) -> None:
    assert status_of(words, GIVEN)[0] is QuoteStatus.VERBATIM


@pytest.mark.parametrize(
    "words",
    [
        "We have not found the 28 barrels",
        "the 28 barrels that the owners told us about in the yard",
        "We have not found the 28 barrels ... in the yard",
        "We have not found the 28 barrels [...] in the yard",
        "We have not found the 28 barrels … told us about",
    ],
)
def test_contiguous_parts_in_order_are_trimmed(words: str) -> None:
    assert status_of(words, GIVEN)[0] is QuoteStatus.TRIMMED


@pytest.mark.parametrize(
    ("words", "touched"),
    [
        (GIVEN.replace("not ", ""), "a denial"),
        (GIVEN.replace("not", "…"), "a denial"),
        ("found the 28 barrels that the owners told us about in the yard", "a denial"),
        (GIVEN.replace("28", "82"), "a number"),
        (GIVEN.replace("28", "[82]"), "a number"),
        (GIVEN.replace("We have", "We have perhaps"), "how sure it is"),
        (GIVEN.replace("We", "They"), "a person"),
        (GIVEN.replace("the owners told us", "us told the owners"), "who does what to whom"),
    ],
)
def test_another_meaning_inside_the_marks_is_altered_and_named(words: str, touched: str) -> None:
    status, note = status_of(words, GIVEN)

    assert status is QuoteStatus.ALTERED
    assert touched in note


@pytest.mark.parametrize(
    "words",
    [
        GIVEN.replace("found", "discovered"),
        GIVEN.replace("have not found", "had not found"),
        GIVEN.replace("that the owners ", ""),
        "We have not come upon the 28 casks the owners spoke of to us",
    ],
)
def test_other_words_inside_the_marks_are_altered(words: str) -> None:
    status, note = status_of(words, GIVEN)

    assert status is QuoteStatus.ALTERED
    assert "against the wording of the telling nearest the primary (a)" in note


def test_a_cut_denial_that_stands_before_the_marks_is_a_cut() -> None:
    sentence = (
        "Petra Vannick of the brigade said they had not "
        '"found the 28 barrels that the owners told us about in the yard".'
    )

    assert status_of("", GIVEN, sentence=sentence)[0] is QuoteStatus.TRIMMED


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


def test_a_quotation_of_one_telling_alone_is_unattested_and_a_quote_of_its_own() -> None:
    texts = {
        "a": telling('"The roof fell in on us," said Vannick.'),
        "b": telling('"The roof fell in on us," said Vannick. "Make sure it stays secret."'),
    }

    found = statuses(tellings(texts))
    assert found["b", "Make sure it stays secret."] is QuoteStatus.UNATTESTED
    assert found["b", "The roof fell in on us,"] is QuoteStatus.VERBATIM


def test_a_long_use_that_others_have_two_words_of_is_unattested() -> None:
    texts = {
        "a": telling('Vannick wanted the mill shut "if possible" before the winter fair.'),
        "b": telling(
            '"If possible, we should have the gates welded before the winter fair," said Vannick.'
        ),
    }

    found = statuses(tellings(texts, {"a": ("lost", COPY), "b": ("lost", REWRITE)}))
    assert (
        found["b", "If possible, we should have the gates welded before the winter fair,"]
        is QuoteStatus.UNATTESTED
    )


def test_the_wording_of_most_origins_is_the_measure() -> None:
    texts = {
        "a": telling('"We found the barrels in the yard at noon," said Vannick.'),
        "b": telling('"We found the barrels in the shed at noon," said Vannick.'),
        "c": telling('"We found the barrels in the yard at noon," said Vannick.'),
    }

    found = ledger(tellings(texts, origins=(("a",), ("b",), ("c",))))
    by_name = {use.place.document: use for record in found for use in record.uses}
    assert [by_name[name].status for name in "abc"] == ["verbatim", "altered", "verbatim"]
    assert "against the wording attested by most origins" in (by_name["b"].note or "")


def test_where_nothing_tells_which_was_said_both_are_altered() -> None:
    texts = {
        "a": telling('"We did not find the barrels in the yard," said Vannick.'),
        "b": telling('"We did find the barrels in the yard," said Vannick.'),
    }

    found = ledger(tellings(texts))
    uses = [use for record in found for use in record.uses]
    assert [use.status for use in uses] == [QuoteStatus.ALTERED, QuoteStatus.ALTERED]
    assert all("nothing we hold says which was said" in (use.note or "") for use in uses)


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


@cache
def key() -> dict[str, Any]:
    text = (files("retold") / "data" / "example" / "key.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def example() -> Result:
    return read_documents(example_documents(), settings=Settings())


def uses_of_example() -> Mapping[tuple[str, int, int], tuple[QuoteRecord, QuoteUse]]:
    return {
        (use.place.document, use.place.span.begin, use.place.span.end): (record, use)
        for story in example().stories
        for record in story.quotes
        for use in record.uses
    }


@pytest.mark.parametrize(
    "altered", key()["quotes_altered"], ids=lambda one: f"{one['document']}-{one['begin']}"
)
def test_a_quotation_of_the_key_is_altered_and_stands_with_its_wording(
    altered: dict[str, Any],
) -> None:
    place = altered["document"], altered["begin"], altered["end"]
    record, use = uses_of_example()[place]
    texts = {one.id: one.text for one in example().documents}
    wordings = {
        " ".join(one.place.span.of(texts[one.place.document]).split()).strip(",.").replace("’", "'")
        for one in record.uses
    }

    assert use.status is QuoteStatus.ALTERED
    assert altered["before"].strip(",.") in wordings


def test_nothing_else_of_the_example_is_altered() -> None:
    keyed = {(one["document"], one["begin"], one["end"]) for one in key()["quotes_altered"]}
    found = {
        place for place, (_, use) in uses_of_example().items() if use.status is QuoteStatus.ALTERED
    }

    assert found == keyed


@pytest.mark.parametrize("alone", key()["unattested_quotes"])
def test_a_quotation_of_one_telling_in_the_key_is_unattested(alone: dict[str, Any]) -> None:
    _, use = uses_of_example()[alone["document"], alone["begin"], alone["end"]]

    assert (use.status, use.note) == (QuoteStatus.UNATTESTED, "in no other telling we hold")
