"""Pages by their addresses: each once in a run, as sources that any reader takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from retold.model.document import DateBasis, Dated, DateKind
from retold.model.run import Rejected
from retold.readers.source import Source, ending_of, of_bytes
from retold.readers.text import About
from retold.readers.web.refused import Refused
from retold.readers.web.settings import FetchSettings
from retold.text.dates import on, trusted

# A Last-Modified this close to the moment of answering is the server's clock, not the page's date.
CLOCK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Answer:
    """What lies at an address: the bytes, unpacked, and what the server said of them.

    Attributes:
        address: where redirects ended.
        at: when it was fetched, ISO 8601.
        headers: by lower-case name, in the server's order.
    """

    address: str
    at: str
    headers: dict[str, str]
    content: bytes


@dataclass(slots=True)
class Pages:
    """The pages of one run, by address.

    Attributes:
        answer: gives what lies at an address, and is told which list named it; raises `Refused`.
        most: pages asked for in all; None for no bound.
        online: whether `answer` asks the network.
        save: the folder that keeps what is fetched.
    """

    answer: Callable[[str, str | None], Answer]
    most: int | None = None
    online: bool = False
    save: Path | None = None
    asked: int = 0
    _levels: dict[str, int] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether no further page is asked for in this run."""
        return self.most is not None and self.asked >= self.most

    @property
    def network(self) -> bool:
        """Whether the network was used."""
        return self.online and self.asked > 0

    def seen(self, address: str) -> bool:
        """Whether an address was read in this run, or led to one that was."""
        return address in self._levels

    def level(self, listing: Source) -> int:
        """How many fetched lists stand around a list, itself among them; 0 for a file."""
        return self._levels.get(listing.about.url or "", 0)

    def source(self, address: str, listing: Source) -> Source | Rejected | None:
        """The page at an address that `listing` names; None where it led to one already read."""
        self._levels[address] = self.level(listing) + 1
        self.asked += 1
        try:
            answer = self.answer(address, listing.about.url)
        except Refused as refusal:
            return Rejected(address, None, str(refusal))
        if answer.address != address and answer.address in self._levels:
            return None
        self._levels[answer.address] = self._levels[address]
        return source_of(answer)


def pages_of(settings: FetchSettings) -> Pages:
    """Pages out of the network.

    Raises:
        OSError: the folder that is to keep them takes no files.
        ModuleNotFoundError: the packages that fetch are not installed; the message says which.
    """
    try:
        from retold.readers.web.fetch import Fetcher
    except ModuleNotFoundError as error:
        if error.name not in {"httpx2", "httpcore2", "protego"}:
            raise
        reason = f"fetching needs {error.name}: pip install 'retold[fetch]'"
        raise ModuleNotFoundError(reason, name=error.name) from None
    fetcher = Fetcher(settings)
    return Pages(fetcher.answer, settings.most_pages, online=True, save=settings.save)


def source_of(answer: Answer) -> Source:
    """An answer as something to read; its document is called by its address."""
    about = About(url=answer.address, dates=trusted(_dates(answer)))
    plain = of_bytes(answer.address, answer.address, answer.content, about)
    return replace(
        plain,
        ending=ending_of(urlsplit(answer.address).path),
        content_type=answer.headers.get("content-type"),
        depth=1,  # a format that the user names is that of the list, not of its pages
    )


def _dates(answer: Answer) -> Iterator[Dated]:
    """The day the server gives the page, unless that is its clock, and the day of fetching."""
    fetched = datetime.fromisoformat(answer.at)
    yield on(answer.at, DateBasis.CRAWL)
    modified = _moment(answer.headers.get("last-modified"))
    if modified is not None and modified < (_moment(answer.headers.get("date")) or fetched) - CLOCK:
        yield on(modified.isoformat(), DateBasis.HTTP, kind=DateKind.MODIFIED)


def _moment(stated: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime((stated or "")[:100])
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
