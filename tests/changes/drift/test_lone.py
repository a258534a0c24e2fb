"""Names, times, judgements, amounts and persons that came, went or changed places."""

import pytest

from retold.model.change import Severity
from tests.changes.drift.facings import codes, found


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("Some of the nets were torn.", "All of the nets were torn.", "N208"),
        ("The ferry often leaves late.", "The ferry always leaves late.", "N208"),
        ("The nets were sold in Orrow by Petra Vannick.", "The nets were sold in Orrow.", "E306"),
        ("The nets were sold in Orrow.", "The nets were sold in Orrow by Petra Vannick.", "E307"),
        ("The pier shut on 3 May 2031.", "The pier shut.", "T406"),
        ("The pier shut.", "The pier shut on 3 May 2031.", "T407"),
        ("The clerk lost his keys.", "The clerk lost her keys.", "R803"),
        ("Last week we sold the mill.", "Last week I sold the mill.", "R803"),
        ("The board gave a reply.", "The board gave a scathing reply.", "C707"),
        ("The board gave a reply.", "The board gave a written reply.", "C708"),
        ("The board gave a written reply.", "The board gave a reply.", "C709"),
        (
            'The clerk was sure. "The ramp of the ferry is worn out," he said.',
            "The ramp of the ferry is worn out.",
            "A606",
        ),
    ],
)
def test_a_change_has_its_code(before: str, after: str, code: str) -> None:
    assert code in codes(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("All of the nets were torn.", "Every one of the nets was torn."),
        ("The pier shut in May 2031.", "The pier shut in 2031, in May."),
        ("British officials shut the pier.", "Officials in Britain shut the pier."),
        ("The board gave a scathing reply.", "The board gave a damning reply."),
        ("The harbour organised a fair.", "The harbour organized a fair."),
        ("The ferry was given a flag.", "The ferry received a flag."),
        ("The pier isn't just old.", "The pier is not only old."),
        ("The crew appeared on deck.", "The crew stood on deck."),
    ],
)
def test_other_words_for_the_same_are_no_change_of_meaning(before: str, after: str) -> None:
    grave = {Severity.MEANING, Severity.CONTRADICTION}

    assert not [one for one in found(before, after) if one.severity in grave]


def test_a_word_that_only_heightens_is_a_change_of_wording() -> None:
    drifts = found("A fire broke out.", "A huge fire broke out.")

    assert {(one.code, one.severity) for one in drifts} >= {("C707", Severity.WORDING)}
    assert Severity.MEANING not in {one.severity for one in drifts}


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        (
            "The pier shut on 3 May 2031.",
            "The pier shut.",
            "A date or time that stands nowhere in child.",
        ),
        (
            "The nets were sold in Orrow by Petra Vannick.",
            "The nets were sold in Orrow.",
            "A name that stands nowhere in child.",
        ),
    ],
)
def test_a_finding_of_what_was_left_out_says_where(before: str, after: str, note: str) -> None:
    assert note in {one.note for one in found(before, after)}
