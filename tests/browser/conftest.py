"""Pages in a real browser: Debian's chromium through Playwright.

Run by `make test-browser`. Without RETOLD_BROWSER these tests are not collected: they need a
browser, which `make test` does not ask for.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from retold.bench import Settings
from retold.face import example_documents, read_documents
from retold.model.run import Result
from retold.report.html import page

collect_ignore_glob = [] if os.environ.get("RETOLD_BROWSER") else ["test_*.py"]


@dataclass
class Opened:
    """A page of the browser, and what it did that it must not do."""

    tab: Any
    url: str
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Any) -> None:
        """Notes what a dialog said and closes it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def overflow(self) -> int:
        """Pixels that the page is wider than its window."""
        return int(
            self.tab.evaluate("document.documentElement.scrollWidth - document.body.clientWidth")
        )


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        pytest.fail("no chromium on PATH; install Debian's package: apt-get install chromium")
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Open]:
    """Opens an address; keywords are those of a browser context."""
    contexts: list[Any] = []

    def opened(url: str, *, width: int = 1280, **options: Any) -> Opened:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        found = Opened(context.new_page(), url)
        found.tab.on("request", lambda one: found.requests.append(one.url))
        found.tab.on("dialog", found.dismiss)
        found.tab.on("pageerror", lambda one: found.errors.append(str(one)))
        found.tab.on(
            "console", lambda one: found.errors.append(one.text) if one.type == "error" else None
        )
        found.tab.goto(url)
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(visit: Open, tmp_path: Path) -> Open:
    """Opens a report from disk."""

    def opened(drawn: str, **options: Any) -> Opened:
        file = tmp_path / f"page-{len(list(tmp_path.iterdir()))}.html"
        file.write_text(drawn, encoding="utf-8")
        return visit(file.as_uri(), **options)

    return opened


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server in a process of its own, without a slash at its end."""
    command = [sys.executable, "-m", "retold", "serve", "--port", "0", "--workers", "1", "-q"]
    folder = tmp_path_factory.mktemp("served")
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        yield started.stdout.readline().strip().rstrip("/")
        started.terminate()


@pytest.fixture(scope="session")
def example() -> Result:
    """The shipped example as the program tells it."""
    return read_documents(example_documents(), settings=Settings())


@pytest.fixture(scope="session")
def drawn(example: Result) -> str:
    return page(example)
