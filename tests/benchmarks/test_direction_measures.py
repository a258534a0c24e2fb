"""Measures of direction, on invented texts."""

import pytest

from benchmarks.direction_edits import pair_of
from benchmarks.direction_measures import measures
from benchmarks.measured import plain
from benchmarks.relating import ready
from retold.pairs.collate import collate

EARLIER = (
    "the ferry struck the old pier in heavy fog on monday, and two deckhands were hurt. "
    "harbour master ada lund said the lamp had failed twice that week. "
    "lund said nobody had told the council."
)
LATER = (
    "a ferry hit the pier in thick fog, injuring two members of the crew. "
    "moreover, lund noted that the lamp had failed repeatedly."
)


def found(left: str, right: str) -> dict[str, float]:
    one, other = ready(plain("left", left)).reading, ready(plain("right", right)).reading
    return measures(pair_of(collate(one, other), (left, right)))


def test_every_measure_changes_sign_when_the_sides_are_swapped() -> None:
    forth, back = found(EARLIER, LATER), found(LATER, EARLIER)

    assert {name: pytest.approx(-value) for name, value in forth.items()} == back


def test_a_text_beside_itself_speaks_for_neither_side() -> None:
    assert set(found(EARLIER, EARLIER).values()) == {0.0}


def test_a_word_in_letters_of_two_scripts_is_seen() -> None:
    spoilt = EARLIER.replace("ferry", "f\u0435rry")

    assert found(EARLIER, spoilt)["mixed_scripts"] < 0
