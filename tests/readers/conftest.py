"""A server on this machine, and pages that may be asked of it: the one test door to sockets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retold.readers.web.fetch import Fetcher
from retold.readers.web.pages import Pages
from retold.readers.web.settings import FetchSettings
from tests.readers.web.server import Site, serving


@pytest.fixture
def site(socket_enabled: None) -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def waits() -> list[float]:
    """Seconds that were waited, had it been for real."""
    return []


@pytest.fixture
def fetcher(waits: list[float]) -> Callable[..., Fetcher]:
    """A fetcher of pages of this machine, that waits for nobody."""

    def made(**changed: object) -> Fetcher:
        settings = FetchSettings(**{"delay": 0.0, "allow_private": True, **changed})  # type: ignore[arg-type]
        return Fetcher(settings, sleep=waits.append)

    return made


@pytest.fixture
def pages(fetcher: Callable[..., Fetcher], tmp_path: Path) -> Callable[..., Pages]:
    """Pages of this machine."""

    def made(most: int = 100, **changed: object) -> Pages:
        return Pages(fetcher(**changed).answer, most, online=True)

    return made
