import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.days import DayOrder, day_order, written_dates


def days(text: str, order: DayOrder | None = None) -> list[str]:
    return [date.at for date in written_dates(text, Span(0, len(text)), order)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 de março de 2031", "2031-03-03"),
        ("3 maart 2031", "2031-03-03"),
        ("3 mars 2031", "2031-03-03"),
        ("3. marts 2031", "2031-03-03"),
        ("3 marca 2031", "2031-03-03"),
        ("3 Mart 2031", "2031-03-03"),
        ("3 марта 2031", "2031-03-03"),
        ("3 березня 2031", "2031-03-03"),
        ("2031年3月3日", "2031-03-03"),
        ("2031년 3월 3일", "2031-03-03"),
        ("2031.03.03", "2031-03-03"),
        ("03.03.31", "2031-03-03"),
        ("3-Mar-2031", "2031-03-03"),
        ("25/3/2031", "2031-03-25"),
        ("3/25/2031", "2031-03-25"),
        ("3/3/2031", "2031-03-03"),
    ],
)
def test_a_whole_date_is_read_however_it_is_written(text: str, day: str) -> None:
    assert days(text) == [day]


def test_two_figures_that_may_both_be_months_are_read_by_the_order_in_force() -> None:
    assert days("3/4/2031") == []
    assert days("3/4/2031", DayOrder.DAY_FIRST) == ["2031-04-03"]
    assert days("3/4/2031", DayOrder.MONTH_FIRST) == ["2031-03-04"]


@pytest.mark.parametrize(
    ("language", "host", "order"),
    [
        ("en-US", "tide.example", DayOrder.MONTH_FIRST),
        ("en-GB", "tide.example", DayOrder.DAY_FIRST),
        ("en", "tide.co.uk", DayOrder.DAY_FIRST),
        ("en", "tide.us", DayOrder.MONTH_FIRST),
        ("en", "tide.com", None),
        (None, None, None),
        ("de", None, DayOrder.DAY_FIRST),
        ("en-CA", "tide.ca", None),
        ("fr_FR", "tide.com", DayOrder.DAY_FIRST),
    ],
)
def test_the_country_decides_which_figure_is_the_day(
    language: str | None, host: str | None, order: DayOrder | None
) -> None:
    assert day_order(language, host) is order


@pytest.mark.parametrize(
    "text", ["31 February 2031", "2031-13-01", "0/0/2031", "1970-01-01", "1.1.0000", "2031-3-4-5x"]
)
def test_what_no_page_can_be_of_is_no_date(text: str) -> None:
    assert [day for day in days(text) if day != "2031-03-04"] == []


@given(st.text(alphabet=st.sampled_from("0123456789./-: aeimnrtsKſıİ年月日")))
def test_no_figures_break_the_search(text: str) -> None:
    assert all(len(day) == 10 for day in days(text, DayOrder.DAY_FIRST))
