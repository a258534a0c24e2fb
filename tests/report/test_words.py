"""Counts, shares and safe lines."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.report import words
from tests.report import hostile, invented


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0 %"), (0.004, "<1 %"), (0.5, "50 %"), (0.989, "99 %"), (0.9951, ">99 %"), (1, "100 %")],
)
def test_a_share_is_never_rounded_to_certainty(share: float, said: str) -> None:
    assert words.percent(share) == said


@pytest.mark.parametrize(
    ("confidence", "said"),
    [(0.95, "almost certain"), (0.8, "very likely"), (0.55, "likely"), (0.5, "about even")],
)
def test_confidence_has_a_word(confidence: float, said: str) -> None:
    assert words.sure(confidence) == said


def test_one_is_one_and_none_is_said() -> None:
    story = invented.alone(invented.documents()[0])

    assert words.verdict(story) == "1 telling, 1 origin, no primary source named"


def test_an_open_count_says_both_ends() -> None:
    story = dataclasses.replace(invented.result().stories[0], origins_at_most=4)

    assert words.verdict(story) == "5 tellings, at least 2, at most 4 origins, 1 primary source"


def test_what_is_cut_is_counted() -> None:
    assert words.line("x" * 1000, 40) == "x" * 31 + "… (+969)"


@given(hostile.texts(), st.integers(1, 400))
def test_a_line_is_one_safe_line_of_its_width(text: str, width: int) -> None:
    line = words.line(text, width)

    assert len(line) <= max(width, len("(no name)"))
    assert "\n" not in line
    assert not hostile.ACTING.search(line)
