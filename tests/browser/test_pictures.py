"""The pictures of the docs are of the page as it is: made by this run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Open

WINDOW = {"x": 0, "y": 0, "width": 1280}


def near(tab: Any, selector: str, height: int) -> dict[str, int]:
    """What of the page to show: from an element down."""
    top = int(tab.locator(selector).first.evaluate("(one) => one.getBoundingClientRect().top"))
    return {**WINDOW, "y": top + int(tab.evaluate("scrollY")) - 8, "height": height}


def whole(tab: Any) -> dict[str, int]:
    return near(tab, "section.story", 1010)


def ledger(tab: Any) -> dict[str, int]:
    return near(tab, "section[data-filter=quotes]", 760)


def beside(tab: Any) -> dict[str, int]:
    tab.get_by_label("Base").first.select_option("brackwater-times")
    tab.get_by_label("against").first.select_option("marlowick-now")
    return near(tab, "section[id$='-sides']", 980)


@pytest.mark.parametrize(
    ("name", "shown"), [("report", whole), ("report-quotes", ledger), ("report-sides", beside)]
)
def test_the_docs_show_the_page_as_it_is(
    open_page: Open, drawn: str, root: Path, name: str, shown: Callable[[Any], dict[str, int]]
) -> None:
    tab = open_page(drawn).tab
    clip = shown(tab)

    made = tab.screenshot(path=root / "docs" / "images" / f"{name}.png", full_page=True, clip=clip)

    assert len(made) > 10_000


def test_the_docs_show_the_page_on_a_telephone(open_page: Open, drawn: str, root: Path) -> None:
    tab = open_page(drawn, width=390).tab
    clip = {**near(tab, "section.story", 1400), "width": 390}

    made = tab.screenshot(
        path=root / "docs" / "images" / "report-narrow.png", full_page=True, clip=clip
    )

    assert len(made) > 10_000
