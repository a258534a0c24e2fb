"""What the numbers of a text are worth, what they count, and what is no number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.numbers import Bound, Number, numbers


def read(text: str) -> list[Number]:
    return list(numbers(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("£2.4m was paid", 2.4e6, "GBP"),
        ("29 million pounds", 29e6, "GBP"),
        ("67 per cent of them", 67, "%"),
        ("3 percentage points", 3, "points"),
        ("a two-and-a-half-hour call", 2.5, "hour"),
        ("twenty-five boats", 25, ""),
        ("one hundred and fifty thousand", 150_000, ""),
        ("a dozen eggs", 12, ""),
        ("three-quarters of them", 75, "%"),
        ("the 34-year-old owner", 34, "age"),
        ("the 21st visitor", 21, "ordinal"),
        ("$5bn in aid", 5e9, "USD"),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, low: float, unit: str) -> None:
    (number,) = read(text)

    assert number.low == pytest.approx(low)
    assert number.unit == unit


@pytest.mark.parametrize("text", ["in 2012", "on 14 October", "March 3", "at 10:30", "5pm", "A380"])
def test_years_days_and_times_are_no_numbers(text: str) -> None:
    assert read(text) == []


def test_a_range_has_two_ends() -> None:
    (number,) = read("between 5 and 10 people")

    assert (number.low, number.high) == (5, 10)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to 200", Bound.MOST),
        ("at least 200", Bound.LEAST),
        ("more than 200", Bound.ABOVE),
        ("nearly 200", Bound.BELOW),
        ("about 200", Bound.ABOUT),
        ("200", Bound.EXACT),
    ],
)
def test_what_bounds_a_number_is_read_before_it(text: str, bound: Bound) -> None:
    assert read(text)[0].bound is bound


@given(st.text("0123456789,.-–% £mbillionthre twoand", max_size=80))
def test_numbers_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = read(text)

    assert all(0 <= one.span.begin < one.span.end <= len(text) for one in found)
    assert all(a.span.end <= b.span.begin for a, b in pairwise(found))
