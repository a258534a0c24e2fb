"""The pictures of the docs are of the pages as they are: made by this run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Open

WINDOW = {"x": 0, "y": 0, "width": 1280}
# Bytes; by eye, what a page of the docs may ask a reader to wait for.
LARGEST = 300_000


def near(tab: Any, selector: str, height: int) -> dict[str, int]:
    """What of the page to show: from an element down."""
    top = int(tab.locator(selector).first.evaluate("(one) => one.getBoundingClientRect().top"))
    return {**WINDOW, "y": top + int(tab.evaluate("scrollY")) - 8, "height": height}


def pile(tab: Any) -> dict[str, int]:
    return {**WINDOW, "height": 790}


def whole(tab: Any) -> dict[str, int]:
    return near(tab, "section.story", 1120)


def ledger(tab: Any) -> dict[str, int]:
    return near(tab, "section[data-filter=quotes]", 760)


def beside(tab: Any) -> dict[str, int]:
    tab.get_by_label("Base").first.select_option("brackwater-times")
    tab.get_by_label("against").first.select_option("marlowick-now")
    return near(tab, "section[id$='-sides']", 980)


def keep(tab: Any, root: Path, name: str, clip: dict[str, int]) -> None:
    """Write a picture into the docs."""
    path = root / "docs" / "images" / f"{name}.png"
    made = tab.screenshot(path=path, full_page=True, clip=clip)
    assert 10_000 < len(made) < LARGEST


@pytest.mark.parametrize(
    ("name", "shown"),
    [("pile", pile), ("report", whole), ("report-quotes", ledger), ("report-sides", beside)],
)
def test_the_docs_show_the_page_as_it_is(
    open_page: Open, drawn: str, root: Path, name: str, shown: Callable[[Any], dict[str, int]]
) -> None:
    tab = open_page(drawn).tab

    keep(tab, root, name, shown(tab))


def test_the_docs_show_the_page_on_a_telephone(open_page: Open, drawn: str, root: Path) -> None:
    tab = open_page(drawn, width=390).tab

    keep(tab, root, "report-narrow", {**near(tab, "section.story", 1400), "width": 390})


def test_the_docs_show_the_page_in_the_dark(open_page: Open, drawn: str, root: Path) -> None:
    tab = open_page(drawn, color_scheme="dark").tab

    keep(tab, root, "report-dark", near(tab, "section[id$='-tree']", 700))


def test_the_docs_show_where_texts_are_dropped(visit: Open, served: str, root: Path) -> None:
    keep(visit(served).tab, root, "serve", {**WINDOW, "height": 560})
