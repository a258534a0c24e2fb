"""The pictures of the docs are of the pages as they are: made by this run."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Open

# Bytes; by eye, what a page of the docs may ask a reader to wait for.
LARGEST = 300_000
PATIENCE = 120_000  # ms; a machine with other work paints slowly


def keep(tab: Any, root: Path, name: str, first: str, height: int) -> None:
    """Write a picture into the docs: of the page from the element `first` down."""
    tab.set_viewport_size({"width": tab.viewport_size["width"], "height": height})
    tab.locator(first).first.evaluate("(one) => { one.scrollIntoView(); scrollBy(0, -8); }")
    made = tab.screenshot(path=root / "docs" / "images" / f"{name}.png", timeout=PATIENCE)
    assert 10_000 < len(made) < LARGEST


@pytest.mark.parametrize(
    ("name", "first", "height"),
    [
        ("pile", "body", 790),
        ("report", "section.story", 1120),
        ("report-quotes", "section[data-filter=quotes]", 760),
    ],
)
def test_the_docs_show_the_page_as_it_is(
    open_page: Open, drawn: str, root: Path, name: str, first: str, height: int
) -> None:
    keep(open_page(drawn).tab, root, name, first, height)


def test_the_docs_show_two_tellings_side_by_side(open_page: Open, drawn: str, root: Path) -> None:
    tab = open_page(drawn).tab
    tab.get_by_label("Base").first.select_option("brackwater-times")
    tab.get_by_label("against").first.select_option("marlowick-now")

    keep(tab, root, "report-sides", "section[id$='-sides']", 980)


def test_the_docs_show_the_page_on_a_telephone(open_page: Open, drawn: str, root: Path) -> None:
    keep(open_page(drawn, width=390).tab, root, "report-narrow", "section.story", 1400)


def test_the_docs_show_the_page_in_the_dark(open_page: Open, drawn: str, root: Path) -> None:
    tab = open_page(drawn, color_scheme="dark").tab

    keep(tab, root, "report-dark", "section[id$='-tree']", 700)


def test_the_docs_show_where_texts_are_dropped(visit: Open, served: str, root: Path) -> None:
    keep(visit(served).tab, root, "serve", "body", 560)
