"""What fetching is allowed to cost, and what is said to servers about who asks."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

# The name that robots.txt files may call us by, and the whole line that servers see.
ROBOT = "retold"
AGENT = f"{ROBOT}/{version(ROBOT)} (reads news pages one at a time; obeys robots.txt)"
# The index of a folder of fetched pages.
SAVED = "fetched.saved"
# Hops from one address to another; browsers allow 20, articles need two or three.
MOST_REDIRECTS = 5
# Lists in lists: a list of addresses, a sitemap's index, a sitemap, a page.
MOST_LEVELS = 5


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How far fetching may go.

    Attributes:
        delay: seconds between two requests to one host; a longer Crawl-delay is kept.
        most_megabytes: of one page, unpacked.
        most_seconds: for one request; a page may take several (redirects, robots.txt).
        most_pages: in one run; what is left over is counted in `rejected`.
        save: folder that keeps what was fetched; None keeps nothing.
        allow_private: whether addresses of this machine and of the own network may be asked.
    """

    delay: float = 1.0
    most_megabytes: float = 10.0
    most_seconds: float = 30.0
    most_pages: int = 1000
    save: Path | None = None
    allow_private: bool = False

    def __post_init__(self) -> None:
        limits = (self.most_megabytes, self.most_seconds, self.most_pages)
        # Compared this way round, a NaN is refused too.
        if not (self.delay >= 0 and all(limit > 0 for limit in limits)):
            raise ValueError("limits of fetching are above 0, and its delay is 0 or more")

    @property
    def most_bytes(self) -> int:
        """`most_megabytes` in bytes."""
        return int(self.most_megabytes * 1_000_000)
