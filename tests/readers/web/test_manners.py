from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import monotonic

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers.web.manners import LONGEST_DELAY, LONGEST_WAIT, Robots, Turns, told_to_wait
from retold.readers.web.refused import Refused

NOW = datetime(2031, 3, 3, 12, 0, tzinfo=UTC)


def asked_to_wait(told: str) -> float:
    return told_to_wait(httpx2.Headers({"Retry-After": told}), NOW)


def test_a_server_says_in_seconds_or_by_the_clock_when_to_come_back() -> None:
    then = format_datetime(NOW + timedelta(seconds=30), usegmt=True)
    before = format_datetime(NOW - timedelta(seconds=30), usegmt=True)

    waits = [asked_to_wait(told) for told in ("12", "0", then, before, "soon", "", "-3", "1e9")]
    assert waits == [12, 0, 30, 0, 5, 5, 5, 5]


@given(st.text(max_size=30))
def test_no_header_makes_us_wait_for_long(told: str) -> None:
    headers = httpx2.Headers([(b"retry-after", told.encode())])

    with suppress(Refused):
        assert 0 <= told_to_wait(headers, NOW) <= LONGEST_WAIT


def test_hosts_do_not_wait_for_each_other() -> None:
    waits: list[float] = []
    turns = Turns(waits.append)

    for host in ("a.example", "b.example", "a.example"):
        turns.take(host, 10.0)

    assert [round(wait) for wait in waits] == [10]


@pytest.mark.parametrize(
    ("told", "delay"), [("3", 3.0), ("9999", LONGEST_DELAY), ("-1", 0.0), ("nan", 0.0), ("x", 0.0)]
)
def test_a_crawl_delay_is_kept_within_bounds(told: str, delay: float) -> None:
    robots = Robots(lambda _: (200, f"User-agent: *\nCrawl-delay: {told}"))

    assert robots.delay(httpx2.URL("https://a.example/b")) == delay


def test_robots_txt_is_asked_for_once_a_host_and_scheme() -> None:
    asked: list[str] = []

    def absent(place: httpx2.URL) -> tuple[int, str]:
        asked.append(str(place))
        return 404, ""

    robots = Robots(absent)

    for address in ("https://a.example/b?c#d", "https://a.example/e", "http://a.example:8080/"):
        robots.delay(httpx2.URL(address))

    assert asked == ["https://a.example/robots.txt", "http://a.example:8080/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    ["Disallow: /" + "*a" * 2000 + "b", "Disallow: " + "$*" * 2000, "Disallow: /x\n" * 20_000],
)
def test_hostile_rules_take_no_longer_than_plain_ones(rules: str) -> None:
    robots = Robots(lambda _: (200, f"User-agent: *\n{rules}"))
    begun = monotonic()

    robots.delay(httpx2.URL("https://a.example/" + "a" * 3000))

    assert monotonic() - begun < 5
