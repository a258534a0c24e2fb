"""The site of the docs, built strictly: it asks nobody for anything and fits a telephone."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import Open


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--nitpicky"]
    built = subprocess.run(
        [*command, "--quiet", "-d", folder / "doctrees", root / "docs", folder / "html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return folder / "html"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "tutorial", "how-it-decides", "cli", "http-api"])
def test_a_page_of_the_site_asks_nobody_and_fits(
    visit: Open, site: Path, name: str, width: int
) -> None:
    page = visit((site / f"{name}.html").as_uri(), width=width)

    assert all(one.startswith("file:") for one in page.requests)
    assert page.errors == []
    assert page.overflow <= 0
