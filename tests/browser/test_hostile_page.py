"""Pages of documents that mean harm: nothing in them acts."""

import pytest

from retold.model.run import Result
from retold.report.html import page
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.report import hostile

PILES = {
    "scripts": hostile.NASTY[:3],
    "terminal": hostile.NASTY[3:6],
    "turned": ["\u202egnp.exe", "\u2066\u2067", "שלום עולם", "a\u200bb"],
    "markup": hostile.NASTY[6:9],
    "formulas": ['=HYPERLINK("http://example.org","x")', "+1+1", "-1", "@SUM(A1)", "\t=1"],
    "long": ["w" * 1_000_000, "x" * 300, "y z " * 50_000],
    "names of nothing": ["toString", "__proto__", "constructor", "[", "j"],
}

# What the script makes beside two texts.
OURS = set("p svg rect div table thead tbody tr th td a span u mark ins del".split())


def told(name: str) -> Result:
    return hostile.result_of(PILES[name])


@pytest.mark.parametrize("name", PILES)
def test_nothing_acts(open_page: Open, name: str) -> None:
    opened = open_page(page(told(name)), width=320)
    opened.tab.evaluate("document.querySelectorAll('details').forEach((o) => { o.open = true; })")
    for key in "j]/":
        opened.tab.keyboard.press(key)

    assert opened.requests == [opened.url]
    assert opened.dialogs == []
    assert opened.errors == []
    assert opened.overflow <= 0
    assert opened.tab.locator("script").count() == 2
    assert opened.tab.locator("img, iframe, object").count() == 0


@pytest.mark.parametrize("name", ["scripts", "turned", "formulas"])
def test_axe_finds_nothing(open_page: Open, name: str) -> None:
    opened = open_page(page(told(name)))

    assert violations(opened.tab) == []


@pytest.mark.parametrize("name", PILES)
def test_the_script_writes_names_and_words_as_text(open_page: Open, name: str) -> None:
    tab = open_page(page(told(name))).tab
    tab.locator("section[id$='-sides']").scroll_into_view_if_needed()
    tab.wait_for_selector(".any > *", state="attached")

    tags = tab.locator(".any *").evaluate_all("(nodes) => nodes.map((one) => one.localName)")

    assert set(tags) <= OURS
