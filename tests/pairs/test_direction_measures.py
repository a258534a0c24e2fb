"""Measures of direction, on invented texts."""

import pytest

from retold.pairs.direction_measures import DONE, done, traces
from retold.pairs.edits import edited
from tests.pairs.readings import MILL, MILL_REWORDED, collated

EARLIER = (
    "The ferry struck the old pier in heavy fog on Monday, and two deckhands were hurt. "
    "Harbour master Ada Lund said the lamp had failed twice that week. "
    "Lund said nobody had told the council."
)
LATER = (
    "A ferry hit the pier in thick fog, injuring two members of the crew. "
    "Moreover, Lund noted that the lamp had failed repeatedly."
)


def found(left: str, right: str) -> dict[str, float]:
    return traces(edited(collated(left, right)), {"said": 0.4, "noted": -0.1, "however": -0.2})


@pytest.mark.parametrize(("left", "right"), [(EARLIER, LATER), (MILL, MILL_REWORDED), (MILL, "")])
def test_every_measure_changes_sign_when_the_sides_are_swapped(left: str, right: str) -> None:
    assert {name: -value for name, value in found(left, right).items()} == found(right, left)


@pytest.mark.parametrize(("left", "right"), [(EARLIER, LATER), (MILL, MILL_REWORDED), (MILL, "")])
def test_what_was_done_is_a_share_whichever_side_is_the_left(left: str, right: str) -> None:
    shares = done(edited(collated(left, right)))

    assert shares == done(edited(collated(right, left)))
    assert all(0 <= share <= 1 for share in shares)
    assert len(shares) == len(DONE)


def test_a_text_beside_itself_speaks_for_neither_side() -> None:
    assert set(found(EARLIER, EARLIER).values()) == {0.0}


def test_a_word_in_letters_of_two_scripts_is_seen() -> None:
    spoilt = EARLIER.replace("ferry", "f\u0435rry")

    assert found(EARLIER, spoilt)["mixed_scripts"] < 0


def test_a_sentence_cut_at_the_end_is_seen_as_going_on() -> None:
    cut = EARLIER[: EARLIER.rindex(" Lund said nobody")]
    longer = f"{EARLIER} An inquiry into the lamp will open next month in the old town hall."

    assert found(longer, cut)["goes_on"] == 1.0
    assert found(longer, cut)["replaced_longer"] == 0.0
