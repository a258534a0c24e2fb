import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import DateBasis, Span
from retold.text.blocks import label
from retold.text.dates import date_line, dated
from retold.text.days import written_dates
from tests.text.pages import BODY


def days(text: str) -> list[str]:
    return [date.at for date in written_dates(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 3, 2031", "2031-03-03"),
        ("3 March 2031", "2031-03-03"),
        ("3rd of March 2031", "2031-03-03"),
        ("3. März 2031", "2031-03-03"),
        ("03.03.2031", "2031-03-03"),
        ("le 1er mars 2031", "2031-03-01"),
        ("3 de marzo de 2031", "2031-03-03"),
        ("3 marzo 2031", "2031-03-03"),
        ("2031-03-03T10:00", "2031-03-03"),
    ],
)
def test_a_whole_date_is_read_in_each_language(text: str, day: str) -> None:
    assert days(text) == [day]


@given(st.text())
def test_no_text_breaks_the_search_for_dates(text: str) -> None:
    assert all(len(day) == 10 for day in days(text))


def test_days_that_no_calendar_has_are_none() -> None:
    assert days("31 February 2031, 2031-13-01, 99.99.2031") == []


@pytest.mark.parametrize(
    "line",
    [
        "Saturday, March 3, 2031",
        "Published: 3 March 2031, 10:15 GMT",
        "Stand: 03.03.2031, 10:15 Uhr",
    ],
)
def test_a_line_of_nothing_but_a_date_is_a_date_line(line: str) -> None:
    assert date_line(line, Span(0, len(line))) is not None


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    line = "The pier closed on 3 March 2031."

    assert date_line(line, Span(0, len(line))) is None


@pytest.mark.parametrize(
    ("lines", "basis"),
    [
        (
            ["Monday, March 3, 2031", "12.4 °C", "Eastern pier closed until spring"],
            DateBasis.PAGE_CLOCK,
        ),
        (["Eastern pier closed until spring", "3 March 2031"], DateBasis.DATELINE),
        (["date 2031-03-03"], DateBasis.METADATA),
    ],
)
def test_the_place_of_a_date_says_what_it_is_worth(lines: list[str], basis: DateBasis) -> None:
    text = "\n\n".join([*lines, *BODY])

    assert [(d.at, d.basis) for d in dated(text, label(text))] == [("2031-03-03", basis)]


def test_a_wire_dateline_dates_its_text() -> None:
    text = f"LOWMERE, March 3, 2031 - {BODY[0]}\n{BODY[1]}"

    assert [(d.at, d.basis) for d in dated(text, label(text))] == [
        ("2031-03-03", DateBasis.DATELINE)
    ]
