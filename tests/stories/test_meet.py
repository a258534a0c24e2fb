from hypothesis import given
from hypothesis import strategies as st

from retold.stories.meet import meetings
from retold.stories.sketch import Sketch
from tests.stories.sketches import BAKERY, FERRY, FERRY_TOO, drawn

PILE = [drawn("a", FERRY), drawn("b", FERRY_TOO), drawn("c", BAKERY), drawn("d", FERRY)]


def test_reports_on_one_event_meet_and_strangers_do_not() -> None:
    assert list(meetings(PILE)) == [("a", "b"), ("a", "d"), ("b", "d")]


@given(st.permutations(PILE))
def test_the_order_of_documents_changes_no_meeting(pile: list[Sketch]) -> None:
    assert list(meetings(pile)) == list(meetings(PILE))


@given(st.lists(st.sampled_from(PILE), unique_by=lambda made: made.document))
def test_who_meets_depends_on_the_two_alone(pile: list[Sketch]) -> None:
    kept = {made.document for made in pile}

    assert list(meetings(pile)) == [pair for pair in meetings(PILE) if kept.issuperset(pair)]


def test_an_excerpt_meets_what_it_was_cut_from() -> None:
    excerpt = drawn("e", FERRY.split(". ")[0])

    assert ("a", "e") in list(meetings([PILE[0], PILE[2], excerpt]))


def test_an_empty_pile_and_an_empty_text_meet_nobody() -> None:
    assert list(meetings([])) == []
    assert list(meetings([drawn("a", ""), drawn("b", FERRY)])) == []
