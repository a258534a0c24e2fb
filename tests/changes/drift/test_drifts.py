"""Drifts through the whole chain: once each, where they entered the tree, in any order of texts."""

import pytest

from retold.bench import Settings
from retold.changes.drift.codes import CODES, DISPUTED, FAMILIES
from retold.changes.drift.ranking import leading
from retold.face import example_documents, read_documents
from retold.model.change import Drift, Severity
from tests.stories.tellings import told

REPORT = (
    "The mill at Orrow Bridge burned down on Tuesday night, and 12 people were hurt in the fire. "
    "Its owner, Ilse Brandt, appeared to blame the old wiring for the loss of the building. "
    "The cause of the fire has not been independently verified by the Orrow Courier. "
    "Some 240 people worked at the mill, which made paper for the schools of the valley. "
    "The council will meet on Friday to talk about a new road to the station and the shops."
)
CHANGED = REPORT.replace("12 people", "21 people").replace("appeared to blame", "blamed")


@pytest.fixture(scope="module")
def pair() -> tuple[Drift, ...]:
    return told({"a": REPORT, "b": CHANGED}).drifts


def test_a_number_and_a_hedge_that_changed_in_a_copy_are_found(pair: tuple[Drift, ...]) -> None:
    found = {drift.code for drift in pair}

    # Without dates it is open which text came first.
    assert "N201" in found
    assert found & {"M501", "M502"}


def test_a_copy_in_other_typography_has_no_drift() -> None:
    copy = REPORT.replace("12", "twelve").replace("-", "–").replace(". ", ".\n\n")

    assert told({"a": REPORT, "b": copy}).drifts == ()


def test_the_same_change_in_more_copies_is_one_finding(pair: tuple[Drift, ...]) -> None:
    more = told({"a": REPORT, "b": CHANGED, "c": CHANGED, "d": CHANGED}).drifts

    assert [d.code for d in more].count("N201") == [d.code for d in pair].count("N201") == 1


def test_a_single_telling_has_no_drift() -> None:
    assert told({"a": REPORT}).drifts == ()


def test_the_example_gives_the_same_drifts_in_any_order() -> None:
    documents = list(example_documents())
    one, other = (
        [story.drifts for story in read_documents(pile, settings=Settings()).stories]
        for pile in (documents, list(reversed(documents)))
    )

    assert one == other


def test_every_code_belongs_to_a_family_and_is_numbered_after_it() -> None:
    assert all(code.id[0] in FAMILIES and code.id[1:].isdigit() for code in CODES.values())
    assert set(CODES) >= DISPUTED


def test_no_typo_leads_while_a_meaning_changed(pair: tuple[Drift, ...]) -> None:
    grave = [drift.severity for drift in leading(pair, len(pair))]

    assert grave[0] in {Severity.MEANING, Severity.CONTRADICTION}
    assert Severity.TYPO not in grave[:1]


def test_leading_asks_for_no_more_than_there_is(pair: tuple[Drift, ...]) -> None:
    assert len(leading(pair, 1)) == 1
    assert len(leading(pair, 1000)) == len(pair)
