"""The votes of tellings for the readings of one place."""

import pytest

from retold.backends.frequencies import frequencies
from retold.model.document import Document
from retold.pairs.reading import prepare
from retold.stories.ballot import Ballot
from retold.stories.strands import Witness

READING = prepare(Document("one", "", ()), frequencies(frozenset({"en"})))


@pytest.mark.parametrize("each", [13, 400])
def test_hundreds_on_both_sides_leave_it_even(each: int) -> None:
    ballot = Ballot[str]()
    for number in range(each):
        ballot.cast("shut", Witness(READING, "", f"left {number}"), 1.0)
        ballot.cast("closed", Witness(READING, "", f"right {number}"), 1.0)

    assert ballot.sureness("shut") == pytest.approx(0.5)
