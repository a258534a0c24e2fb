"""What `retold serve` shows, in a browser: axe, keys, no request elsewhere, hostile texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Open, Opened
from tests.report import hostile

LISTS = ["/stories", "/documents", "/outlets", "/review", "/quotes?q=in+every+respect"]
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
READ = 60_000  # ms a small pile may take on a machine with other work


@pytest.fixture(scope="module")
def job(served: str, chromium: Any) -> str:
    """The address of the page of a job that has read the example, by one click."""
    tab = chromium.new_page()
    tab.goto(served)
    tab.get_by_role("button", name="Show me the example").click()
    tab.get_by_role("heading", name="Take it with you").wait_for(timeout=READ)
    url = str(tab.url)
    tab.close()
    return url


def stays_at_home(page: Opened, served: str) -> bool:
    """Whether a page asked for nothing but the server's own files, said nothing, broke nothing."""
    own = all(one.startswith((f"{served}/", "data:,")) for one in page.requests)
    return own and not page.dialogs and not page.errors


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_axe_finds_nothing_on_any_page(
    visit: Open, served: str, job: str, scheme: str, width: int
) -> None:
    page = visit(served, width=width, color_scheme=scheme)
    for path in ["/", job.removeprefix(served), *LISTS]:
        page.tab.goto(served + path)
        page.tab.evaluate(UNFOLD)

        assert violations(page.tab) == [], path
        assert page.overflow <= 0, path
    assert stays_at_home(page, served)


def test_the_story_is_the_page_of_the_report_and_leads_back(
    visit: Open, served: str, job: str
) -> None:
    page = visit(job)
    page.tab.get_by_role("link", name="Open the first story").click()

    assert "10 tellings go back to" in page.tab.locator(".verdict").inner_text()
    assert violations(page.tab) == []
    page.tab.locator(".mark a").click()
    assert page.tab.url == f"{served}/stories"
    assert stays_at_home(page, served)


def test_a_document_leads_to_its_text(visit: Open, served: str, job: str) -> None:
    page = visit(f"{served}/documents?job={job.rpartition('/')[2]}")

    page.tab.locator("tbody a").nth(3).click()

    anchor = page.tab.url.partition("#")[2]
    assert page.tab.locator(f"details[id='{anchor}'][open]").is_visible()


def test_texts_are_pasted_and_read_with_the_keyboard_alone(visit: Open, served: str) -> None:
    page = visit(served)
    keyboard = page.tab.keyboard
    keyboard.press("Tab")
    keyboard.press("Enter")  # skips to the content
    for _ in range(2):
        keyboard.press("Tab")
    keyboard.insert_text("The mill at Ardle burned down on Monday, the fire service said.")
    keyboard.press("Tab")
    keyboard.press("Enter")

    page.tab.get_by_role("heading", name="Take it with you").wait_for(timeout=READ)
    assert "1 document read, 1 story" in page.tab.locator("main").inner_text()
    assert stays_at_home(page, served)


def test_files_of_a_hostile_pile_do_nothing(visit: Open, served: str, tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(hostile.NASTY[:6]):
        file = tmp_path / f"<img src=x onerror=alert({number})>.txt"
        file.write_bytes((f"{text}\n\n" * 9).encode("utf-8", "surrogatepass"))
        files.append(file)
    page = visit(served, width=320)
    page.tab.locator("#files").set_input_files(files)
    assert page.tab.locator("#chosen").inner_text() == "6 files chosen"
    page.tab.get_by_role("button", name="Read", exact=True).click()
    page.tab.get_by_role("heading", name="Take it with you").wait_for(timeout=READ)

    for path in ["/", *LISTS]:
        page.tab.goto(served + path)
        assert page.tab.locator("img, iframe, object, main script").count() == 0, path
        assert page.overflow <= 0, path
    assert stays_at_home(page, served)


def test_pairs_are_relabelled_with_the_keyboard(visit: Open, served: str, job: str) -> None:
    page = visit(f"{served}/review?job={job.rpartition('/')[2]}")
    first = page.tab.locator(".pair").first
    page.tab.keyboard.press("j")
    page.tab.keyboard.press("i")
    first.get_by_text("You said: independent.").wait_for()

    assert first.locator("[aria-pressed=true]").inner_text() == "Independent"
    # The next pair has the focus, and is open.
    assert page.tab.locator(".pair").nth(1).evaluate("(one) => one === document.activeElement")
    assert page.tab.locator(".pair").nth(1).locator("details[open]").count() == 1
    lines = page.tab.evaluate("fetch('/v1/corrections.jsonl').then((one) => one.text())")
    said = json.loads(lines.splitlines()[-1])
    names = {said["meta"]["left"], said["meta"]["right"]}
    assert said["label"] == "independent"
    assert all(name in first.locator("h2").inner_text() for name in names)
    assert stays_at_home(page, served)


def test_every_page_works_without_a_script(visit: Open, served: str, job: str) -> None:
    page = visit(f"{served}/review?job={job.rpartition('/')[2]}", java_script_enabled=False)

    page.tab.locator(".pair").last.get_by_role("button", name="Cannot be told").click()

    assert page.tab.url.startswith(f"{served}/review")
    assert "You said: undecided." in page.tab.locator("main").inner_text()
