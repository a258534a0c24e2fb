"""Hedges, negations, modals, stance and opposites between two passages."""

import pytest

from tests.changes.drift.facings import codes, found

LOST = (
    "The letter appeared to show the minister approving the sale.",
    "The letter showed the minister approving the sale.",
)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (*LOST, "M501"),
        (*reversed(LOST), "M502"),
        ("The sale will reportedly close.", "The sale will close.", "M501"),
        ("The dam is safe.", "The dam is not safe.", "M503"),
        ("The board had not read the report.", "The board had read the report.", "M503"),
        ("The sale will probably fail.", "The sale will possibly fail.", "M504"),
        ("The sale might hurt growers.", "The sale will probably hurt growers.", "M505"),
        ("The board will publish the report.", "The board must publish the report.", "M506"),
        ("Mr Vail said the pier was shut.", "Mr Vail admitted the pier was shut.", "M507"),
        ("Prices in Orrow rose in May.", "Prices in Orrow fell in May.", "M508"),
    ],
)
def test_a_change_of_certainty_has_its_code(before: str, after: str, code: str) -> None:
    assert code in codes(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is not clear who wrote it.", "It is unclear who wrote it."),
        ("The owner did not succeed.", "The owner failed to succeed."),
        ("He appeared to lean on the rail.", "He seemed to lean on the rail."),
        ("No boats left the bay.", "Not one of the boats left the bay."),
        ("The board said the pier was shut.", "The board stated the pier was shut."),
        ("The election is on 3 May.", "The election takes place on 3 May."),
        ("The board will meet next week.", "The board is set to meet next week."),
    ],
)
def test_other_words_for_the_same_certainty_are_no_change(before: str, after: str) -> None:
    assert not codes(before, after)


def test_a_lost_hedge_shows_what_it_bore_on() -> None:
    (drift,) = [one for one in found(*LOST) if one.code == "M501"]

    assert drift.before == "appeared to show"
    assert drift.after == "showed"


def test_a_hedge_whose_statement_is_gone_is_not_lost() -> None:
    after = "The minister was in Orrow on Friday."

    assert "M501" not in codes("The minister was in Orrow, where rain may flood cellars.", after)
