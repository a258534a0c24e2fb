from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.stamps import stamp


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-03-03T10:04:00+01:00", "2031-03-03T10:04:00+01:00"),
        ("2031-03-03T10:04:00.123Z", "2031-03-03T10:04:00Z"),
        ("2031-03-03T10:04:00+0100", "2031-03-03T10:04:00+01:00"),
        ("2031-03-03 10:04", "2031-03-03T10:04"),
        ("20310303", "2031-03-03"),
        ("20310303T100400Z", "2031-03-03T10:04:00Z"),
        ("20310303100400", "2031-03-03T10:04:00"),
        ("1930212240", "2031-03-02T10:04:00Z"),
        ("1930212240000", "2031-03-02T10:04:00Z"),
        ("Mon, 3 Mar 2031 10:04:00 +0100", "2031-03-03T10:04:00+01:00"),
        ("Published 3 March 2031, 10:04 CET", "2031-03-03T10:04+01:00"),
        ("Stand: 3. März 2031, 10.04 Uhr", "2031-03-03T10:04"),
        ("March 3, 2031 at 10:04 pm EST", "2031-03-03T22:04-05:00"),
        ("March 3, 2031 12:04 a.m.", "2031-03-03T00:04"),
        ("3 mars 2031 à 9h05", "2031-03-03T09:05"),
        ("10:04 | 03.03.2031", "2031-03-03T10:04"),
        ("٢٠٣١-٠٣-٠٣", "2031-03-03"),
    ],
)
def test_a_moment_is_as_exact_as_it_is_told(text: str, moment: str) -> None:
    assert stamp(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "0", "0000-00-00", "1970-01-01T00:00:00Z", "2031-02-30", "10:04", "12345678901", "now"],
)
def test_what_tells_no_whole_day_is_no_moment(text: str) -> None:
    assert stamp(text) is None


@pytest.mark.parametrize("text", ["2031-03-03T99:00", "2031-03-03T10:61", "3 March 2031, 25:00"])
def test_an_hour_no_clock_has_leaves_the_day(text: str) -> None:
    assert stamp(text) == "2031-03-03"


FIRST, LAST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1971, 2099))


@given(st.datetimes(FIRST, LAST))
def test_what_the_library_writes_is_read_back(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)

    assert datetime.fromisoformat(stamp(whole.isoformat()) or "") == whole


@given(st.text())
def test_a_moment_is_always_one_that_the_library_reads(text: str) -> None:
    found = stamp(text)

    assert found is None or datetime.fromisoformat(found)
