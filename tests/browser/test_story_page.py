"""The page of the example story: readable without a script, and what the script adds."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Open

FIRST = "section.story >> nth=0"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_axe_finds_nothing(open_page: Open, drawn: str, scheme: str, width: int) -> None:
    page = open_page(drawn, width=width, color_scheme=scheme)

    assert violations(page.tab) == []


def test_axe_finds_nothing_with_every_fold_open(open_page: Open, drawn: str) -> None:
    page = open_page(drawn)
    page.tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert violations(page.tab) == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_window_scrolls_down_only(open_page: Open, drawn: str, width: int) -> None:
    page = open_page(drawn, width=width)
    page.tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert page.overflow <= 0


def test_nothing_is_asked_for_and_nothing_fails(open_page: Open, drawn: str) -> None:
    page = open_page(drawn)
    for key in "jjk]][?":
        page.tab.keyboard.press(key)

    assert page.requests == [page.url]
    assert page.dialogs == []
    assert page.errors == []


def test_without_a_script_every_text_and_every_pair_of_the_tree_is_there(
    open_page: Open, drawn: str
) -> None:
    page = open_page(drawn, java_script_enabled=False)
    text = page.tab.locator("main").inner_text()

    assert page.tab.locator("details.telling").count() >= 10
    assert page.tab.locator("details.pair table.sides").count() >= 5
    assert "Leave tellings out" not in text


def test_a_click_on_a_node_leaves_the_rows_of_that_telling(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)
    every = story.locator("[data-t]:not([hidden])").count()

    story.locator(".tree a[data-only='3']").click()
    shown = story.locator("[data-t]:not([hidden])")
    kept = {one.get_attribute("data-t") or "" for one in shown.all()}

    assert 0 < shown.count() < every
    assert all("3" in one.split() for one in kept)
    assert "rows shown" in story.locator(".bar").inner_text()
    story.locator(".bar button").click()
    assert story.locator("[data-t]:not([hidden])").count() == every


def test_a_box_of_the_picture_filters_too(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)

    story.locator("svg a[data-only]").first.click()

    assert story.locator(".bar").is_visible()
    assert story.locator("svg a[aria-current]").count() == 1


def test_quotations_are_filtered_by_status(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)

    story.get_by_label("Status").select_option("altered")

    rows = story.locator("section[data-filter=quotes] [data-s]:not([hidden])").all()
    assert rows
    assert all("altered" in (one.get_attribute("data-s") or "").split() for one in rows)


def test_changes_are_filtered_by_code(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)
    codes = [
        one.get_attribute("value") for one in story.get_by_label("Code").locator("option").all()
    ]

    story.get_by_label("Code").select_option(codes[1])

    lists = story.locator("[data-filter=changes] [data-c]:not([hidden])").all()
    assert [one.get_attribute("data-c") for one in lists] == [codes[1]]


def test_keys_walk_rows_filter_find_and_explain_themselves(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    focused = "document.activeElement.getBoundingClientRect().top"

    tab.keyboard.press("j")
    first = tab.evaluate("document.activeElement.outerHTML")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.outerHTML") != first
    tab.keyboard.press("k")
    assert tab.evaluate("document.activeElement.outerHTML") == first
    assert 0 <= tab.evaluate(focused) < 900

    tab.keyboard.press("]")
    assert tab.locator("[data-only='0'][aria-current]").count() > 0
    tab.keyboard.press("Escape")
    assert tab.locator("[aria-current]").count() == 0

    tab.keyboard.press("?")
    assert tab.get_by_role("dialog").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.get_by_role("dialog").is_visible()

    tab.keyboard.press("/")
    tab.keyboard.type("zzzz")
    assert tab.locator("[data-t]:not([hidden])").count() == 0


def test_keys_can_be_turned_off(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    tab.keyboard.press("?")
    tab.get_by_label("Keys act").uncheck()
    tab.keyboard.press("Escape")

    tab.keyboard.press("]")

    assert tab.locator("[aria-current]").count() == 0


def test_any_two_tellings_stand_side_by_side(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)
    names = [one.inner_text() for one in story.get_by_label("Base").locator("option").all()]

    story.get_by_label("Base").select_option(names[2])
    story.get_by_label("against").select_option(names[0])
    heads = [one.inner_text() for one in story.locator(".any thead th").all()]
    few = story.locator(".any tbody tr").count()
    story.get_by_label("only changes").uncheck()

    assert heads == ["How", names[2], names[0]]
    assert story.locator(".any tbody tr").count() >= few
    assert story.locator(".any svg rect").count() > 1


def test_every_word_of_both_bodies_stands_side_by_side(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    story = tab.locator(FIRST)
    story.get_by_label("Base").select_option("0")
    story.get_by_label("against").select_option("1")
    story.get_by_label("only changes").uncheck()
    words = "(nodes) => nodes.map((one) => one.textContent).join(' ').match(/[\\p{L}\\p{N}]+/gu)"

    for column, telling in ((2, 0), (3, 1)):
        shown = story.locator(f".any tbody tr > :nth-child({column})").evaluate_all(words)
        whole = story.locator("details.telling").nth(telling).locator(".b.body")
        assert sorted(shown) == sorted(whole.evaluate_all(words))


def test_a_link_to_a_sentence_opens_its_text(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    link = tab.locator(".first a[href^='#s-']").first
    target = link.get_attribute("href")

    link.click()

    sentence = tab.locator(f"[id='{target[1:]}']")
    sentence.wait_for(state="visible")
    assert tab.url.endswith(target)


def test_a_click_on_a_sentence_puts_its_address_in_the_bar(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    text = tab.locator("details.telling").first
    text.locator("summary").click()
    sentence = text.locator("[id^=s-]").nth(2)

    sentence.click(position={"x": 4, "y": 4})

    assert tab.url.endswith("#" + sentence.get_attribute("id"))


def test_forced_colours_and_still_pages_are_served(open_page: Open, drawn: str) -> None:
    page = open_page(drawn, forced_colors="active", reduced_motion="reduce")

    moving = page.tab.evaluate("document.getAnimations().length")

    assert moving == 0
    assert page.overflow <= 0
