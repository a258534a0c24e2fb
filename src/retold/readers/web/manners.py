"""Manners towards servers: what their robots.txt allows, one host at a time, waiting when told to.

robots.txt as RFC 9309 has it: absent, all is allowed; out of reach, nothing is.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx2
from protego import Protego

from retold.readers.web.refused import Refused, Unreachable
from retold.readers.web.settings import ROBOT

# A longer Crawl-delay is shortened to this; a server that asks for minutes is not helped by our
# holding a connection for a day.
LONGEST_DELAY = 30.0  # seconds
# A server may ask us to come back later; past this the page is given up, with that reason.
LONGEST_WAIT = 60.0  # seconds
# And past this, what one host costs in waits and in requests that had their time, it is left.
MOST_PATIENCE = 300.0  # seconds in one run
# Told to wait without being told how long.
WAIT_UNTOLD = 5.0  # seconds
# RFC 9309, 2.5: at least 500 KiB are read.
MOST_ROBOTS = 512_000  # bytes
NO_ROBOTS = range(400, 500)
Sleep = Callable[[float], None]


class Turns:
    """When each host may be asked again, and whether it has cost too much for that."""

    def __init__(self, sleep: Sleep = time.sleep) -> None:
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._lost: defaultdict[str, float] = defaultdict(float)  # seconds

    def take(self, host: str, delay: float) -> None:
        """Wait until `delay` seconds have passed since the last request to this host.

        Raises:
            Refused: the host has used up our patience.
        """
        if self._lost[host] >= MOST_PATIENCE:
            raise Refused(f"its host has cost {self._lost[host]:.0f} s of waiting in this run")
        last = self._last.get(host)
        wait = 0.0 if last is None else last + delay - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._last[host] = time.monotonic()

    def rest(self, host: str, seconds: float) -> None:
        """Wait because a server said so."""
        self.lose(host, seconds)
        self._sleep(seconds)

    def lose(self, host: str, seconds: float) -> None:
        """Note time that a host has cost for nothing."""
        self._lost[host] += seconds


class Robots:
    """The robots.txt of each host, asked for once by `get`, which gives its status and text."""

    def __init__(self, get: Callable[[httpx2.URL], tuple[int, str]]) -> None:
        self._get = get
        self._known: dict[str, Protego | Refused] = {}

    def delay(self, address: httpx2.URL) -> float:
        """The Crawl-delay that holds for us, in seconds, 0 to `LONGEST_DELAY`.

        Raises:
            Refused: robots.txt does not allow this address, or cannot be read.
        """
        rules = self._rules(address)
        if not rules.can_fetch(str(address), ROBOT):
            raise Refused("its robots.txt does not allow it")
        asked = rules.crawl_delay(ROBOT) or 0.0
        # Compared this way round, a NaN asks for nothing.
        return min(asked, LONGEST_DELAY) if asked > 0 else 0.0

    def _rules(self, address: httpx2.URL) -> Protego:
        place = str(address.copy_with(raw_path=b"/robots.txt", fragment=None))
        if place not in self._known:
            self._known[place] = self._read(httpx2.URL(place))
        known = self._known[place]
        if isinstance(known, Refused):
            raise known
        return known

    def _read(self, place: httpx2.URL) -> Protego | Refused:
        try:
            status, text = self._get(place)
        except Unreachable as refusal:
            return refusal
        except Refused as refusal:
            return Refused(f"its robots.txt cannot be read: {refusal}")
        if status in NO_ROBOTS:
            return Protego.parse("")
        if status != 200:
            return Refused(f"its robots.txt cannot be read: the server answered {status}")
        return Protego.parse(text)


def told_to_wait(headers: httpx2.Headers, now: datetime) -> float:
    """Seconds that Retry-After asks for (a number or a date); `WAIT_UNTOLD` where it says nothing.

    Raises:
        Refused: longer than `LONGEST_WAIT`.
    """
    told = headers.get("retry-after", "").strip()[:100]
    wait = float(told) if told.isascii() and told.isdigit() else _until(told, now)
    if wait > LONGEST_WAIT:
        raise Refused(f"the server asks to wait {wait:.0f} s; the most is {LONGEST_WAIT:.0f}")
    return wait


def _until(told: str, now: datetime) -> float:
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return WAIT_UNTOLD
    at = at if at.tzinfo else at.replace(tzinfo=now.tzinfo)
    return max((at - now) / timedelta(seconds=1), 0.0)
