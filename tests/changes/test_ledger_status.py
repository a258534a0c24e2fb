"""The ledger: how each use of a quotation stands, and by which rule."""

import pytest

from retold.model.change import QuoteStatus
from retold.model.story import DescentKind
from tests.changes.tellings import ledger, statuses, telling, tellings

COPY, PARAPHRASE, REWRITE = DescentKind.COPY, DescentKind.PARAPHRASE, DescentKind.REWRITE


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


@pytest.mark.parametrize(
    "words",
    [
        GIVEN,
        GIVEN.replace("We", "we"),
        GIVEN.replace("have not", "haven’t"),
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
