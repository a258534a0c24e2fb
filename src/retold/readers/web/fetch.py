"""Pages out of the network: allowed, in turn, within bounds, and kept where asked."""

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

import httpx2

from retold.readers.web.body import CODINGS, body
from retold.readers.web.connection import Limit, Reply, asked, limit
from retold.readers.web.kept import Kept
from retold.readers.web.manners import MOST_ROBOTS, Robots, Sleep, Turns, told_to_wait
from retold.readers.web.pages import Answer
from retold.readers.web.refused import Overdue, Refused
from retold.readers.web.settings import AGENT, MOST_REDIRECTS, FetchSettings

# Times a page is asked for where the server says to come back.
MOST_TRIES = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
NOT_MODIFIED = 304
LONGEST_ADDRESS = 4_000  # characters; servers take 8,000, browsers' bars 2,000
# What a reader of ours can take apart: of other kinds (pictures, sound) nothing is downloaded.
READ = ("text/", "application/xml", "application/json", "application/pdf", "application/warc")
READ_ENDINGS = ("+xml", "+json", "/gzip", "/x-gzip", "/zip", "/x-ndjson", "/octet-stream")
ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"


class Fetcher:
    """Asks for pages, one at a time.

    Raises:
        OSError: the folder that is to keep them takes no files.
    """

    def __init__(self, settings: FetchSettings, sleep: Sleep = time.sleep) -> None:
        self._settings = settings
        self._turns = Turns(sleep)
        self._robots = Robots(self._robots_text)
        self._kept = Kept(settings.save) if settings.save is not None else None
        if self._kept is not None:
            self._kept.begin()

    def answer(self, address: str, named_by: str | None = None) -> Answer:
        """What lies at an address. `named_by` is the address of the list that it stands in.

        Raises:
            Refused: it must not be read, or cannot.
        """
        held = self._held(address)
        found = self._followed(_address(address), _conditions(held.headers if held else {}))
        if found is None and held is not None:
            found = Answer(held.address, _now(), held.headers, held.content)
        if found is None:
            raise Refused("the server answered 304 to what was not conditional")
        if self._kept is not None:
            self._kept.keep(address, found, named_by)
        return found

    def since(self, address: str, headers: Mapping[str, str]) -> Answer | None:
        """What lies at an address; None where it is what was answered with these headers before.

        Raises:
            Refused: it must not be read, or cannot.
        """
        return self._followed(_address(address), _conditions(headers))

    def _held(self, address: str) -> Answer | None:
        """What was kept of an address earlier, unchanged."""
        with suppress(Refused):
            return self._kept.answer(address) if self._kept is not None else None
        return None

    def _followed(self, address: httpx2.URL, conditions: dict[str, str]) -> Answer | None:
        """The answer where redirects end, None for not modified; each step of the way is checked
        like the first.
        """
        for _ in range(MOST_REDIRECTS + 1):
            delay = max(self._settings.delay, self._robots.delay(address))
            found = self._patient(address, conditions, delay)
            if found is None or isinstance(found, Answer):
                return found
            address = _joined(address, found)
        raise Refused(f"more than {MOST_REDIRECTS} redirects")

    def _patient(
        self, address: httpx2.URL, conditions: dict[str, str], delay: float
    ) -> Answer | str | None:
        """A page, where a redirect leads, or None for not modified; waits where told to."""
        headers = _headers() | conditions
        for tries in range(1, MOST_TRIES + 1):
            self._turns.take(address.host, delay)
            try:
                with asked(address, headers, self._limit()) as reply:
                    if reply.status not in BUSY:
                        return self._taken(address, reply)
                    wait = told_to_wait(reply.headers, datetime.now(UTC))
            except Overdue:
                self._turns.lose(address.host, self._settings.most_seconds)
                raise
            if tries < MOST_TRIES:
                self._turns.rest(address.host, wait)
        raise Refused(f"the server answered {reply.status}, {MOST_TRIES} times")

    def _taken(self, address: httpx2.URL, reply: Reply) -> Answer | str | None:
        if reply.status == NOT_MODIFIED:
            return None
        if reply.status in REDIRECTS and "location" in reply.headers:
            return str(reply.headers["location"])
        if reply.status != 200:
            raise Refused(f"the server answered {reply.status}")
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not kind.startswith(READ) and not kind.endswith(READ_ENDINGS):
            raise Refused(f"of a kind not read here: {kind[:80]}")
        content = body(
            reply.pieces, reply.headers.get("content-encoding", ""), self._settings.most_bytes
        )
        told = {name.lower(): value for name, value in reply.headers.items()}
        told.pop("set-cookie", None)
        return Answer(str(address), _now(), told, content)

    def _robots_text(self, place: httpx2.URL) -> tuple[int, str]:
        """Status and text of a robots.txt, redirects followed; text only with status 200."""
        for _ in range(MOST_REDIRECTS + 1):
            with asked(place, _headers(), self._limit()) as reply:
                if reply.status not in REDIRECTS or "location" not in reply.headers:
                    if reply.status != 200:
                        return reply.status, ""
                    coding = reply.headers.get("content-encoding", "")
                    content = body(reply.pieces, coding, MOST_ROBOTS)
                    return reply.status, content.decode("utf-8", "replace")
                place = _joined(place, str(reply.headers["location"]))
        raise Refused(f"more than {MOST_REDIRECTS} redirects")

    def _limit(self) -> Limit:
        return limit(self._settings.most_seconds, allow_private=self._settings.allow_private)


def _address(text: str) -> httpx2.URL:
    """An address without its fragment, checked.

    Raises:
        Refused: it is none that we ask.
    """
    if len(text) > LONGEST_ADDRESS:
        raise Refused(f"an address longer than {LONGEST_ADDRESS} characters")
    try:
        address = httpx2.URL(text).copy_with(fragment=None)
    except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise Refused(f"no address: {str(error)[:200]}") from None
    if address.scheme not in {"http", "https"} or not address.host:
        raise Refused("an address that is neither http nor https")
    if address.port is not None and not 0 < address.port < 65_536:
        raise Refused("an address with a port that no host has")
    if address.userinfo:
        raise Refused("an address with a name or password in it")
    return address


def _joined(address: httpx2.URL, location: str) -> httpx2.URL:
    """Where a redirect leads, checked like any address."""
    try:
        return _address(str(address.join(location[: LONGEST_ADDRESS + 1])))
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        raise Refused("redirected to what is no address") from None
    except Refused as refusal:
        raise Refused(f"redirected to {refusal}") from None


def _headers() -> dict[str, str]:
    return {"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Encoding": CODINGS}


def _conditions(said: Mapping[str, str]) -> dict[str, str]:
    """Headers that ask for a page only if it is not the one that came with the headers `said`."""
    pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
    return {header: said[name] for header, name in pairs if name in said}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
