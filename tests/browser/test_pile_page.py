"""The page of a pile of stories: facets and who takes from whom."""

from typing import Any

from tests.browser.conftest import Open

LINES = ".pile tbody tr:not([hidden])"


def titles(tab: Any) -> list[str]:
    return [str(one) for one in tab.locator(f"{LINES} th").all_inner_texts()]


def test_stories_are_filtered_by_outlet_and_by_words(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    every = titles(tab)

    tab.locator(".pile-ask").get_by_label("Outlet").select_option("Kestrel Post")
    chosen = titles(tab)
    tab.keyboard.press("Escape")
    tab.locator(".pile-ask").get_by_label("Outlet").select_option("")
    tab.get_by_role("searchbox").fill("court papers")
    found = titles(tab)

    assert len(every) == 2
    assert len(chosen) == 1
    assert len(found) == 1
    assert found != chosen


def test_the_matrix_names_who_takes_from_whom(open_page: Open, drawn: str) -> None:
    tab = open_page(drawn).tab
    row = tab.locator(".matrix tbody tr", has_text="Kestrel Post")

    assert row.locator("td").all_inner_texts() == ["1"]
