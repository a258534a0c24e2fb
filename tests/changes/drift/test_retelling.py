"""Passages told in other words throughout, names put in parts, denials told apart."""

import pytest

from retold.changes.drift.checks import CHECKS
from retold.model.change import Drift, Severity
from tests.changes.drift.facings import codes, facing

BEFORE = "The harbour board shut the old pier after divers saw rot in its legs."
AFTER = "Officials closed Orrow's landing stage once swimmers noticed decay beneath."


def found(before: str, after: str, *, descended: bool = True, likeness: float) -> list[Drift]:
    """What all checks find in two passages so alike."""
    both = facing(before, after, descended=descended, likeness=likeness)
    return [drift for check in CHECKS for drift in check(both)]


def test_a_passage_of_which_few_words_are_left_is_one_change_of_meaning() -> None:
    drifts = [one for one in found(BEFORE, AFTER, likeness=0.4) if one.code == "C710"]

    assert [one.severity for one in drifts] == [Severity.MEANING]
    assert drifts[0].before == "harbour board shut the old pier after divers saw rot in its legs"


@pytest.mark.parametrize("descended", [True, False])
def test_a_passage_alike_enough_is_not_told_otherwise(*, descended: bool) -> None:
    likeness = 0.8 if descended else 0.4

    drifts = found(BEFORE, AFTER, descended=descended, likeness=likeness)

    assert "C710" not in {one.code for one in drifts}


def test_another_given_name_is_someone_else() -> None:
    assert "E302" in codes(
        "The award went to Ada Lund of the harbour board.",
        "The award went to Berta Lund of the harbour board.",
    )


def test_the_only_name_that_went_and_the_only_one_that_came_are_one_finding() -> None:
    drifts = codes(
        "At the meeting on Monday the vote was led by Clara Lund.",
        "When they voted it was with Walter Vannick at the head.",
    )

    assert "E302" in drifts
    assert not drifts & {"E306", "E307"}


def test_a_woman_where_the_parent_tells_of_men_alone_is_somebody_else() -> None:
    assert "R803" in codes(
        "The clerk said he lost his keys when he left.",
        "When he left, so the clerk said, her keys were lost.",
    )


def test_who_report_apart_deny_each_other_only_of_one_person_and_one_thing() -> None:
    told = "The clerk said the mayor signed the lease in May."
    denied = "The clerk said the mayor never signed the lease in May."
    other = "The clerk said the mayor signed the lease in May, and not in a hurry."

    def clash(before: str, after: str) -> set[str]:
        drifts = found(before, after, descended=False, likeness=0.8)
        return {one.code for one in drifts if one.code == "M503"}

    assert clash(told, denied) == {"M503"}
    assert not clash(told, other)


def test_opposites_told_apart_in_a_reworded_passage_turn_it_round() -> None:
    assert "M508" in codes(
        "In Orrow prices rose again, the board said on Monday.",
        "On Monday it was said by the board that again prices fell in Orrow.",
    )
