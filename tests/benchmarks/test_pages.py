import numpy as np
import pytest

from benchmarks.pages import KeyedPage, plain, strings, strings_f1, token_f1, truth, visible_of


def page(html: str, text: str | None = None) -> KeyedPage:
    return KeyedPage("made", "x", "x", html, None, text, ("the eastern pier",), ("Share this",))


def test_a_text_against_itself_has_f1_one() -> None:
    assert token_f1("The pier is shut.", "the PIER is shut") == 1.0
    assert token_f1("pier", "tram") == 0.0
    assert token_f1("", "") == 1.0


def test_soft_hyphens_count_on_neither_side() -> None:
    assert token_f1("har\xadbour", "harbour") == 1.0
    assert plain("a \xad b\n\n c") == "a b\nc"


def test_strings_are_looked_up_whatever_the_white_space() -> None:
    counts = strings(page(""), "They shut the\neastern  pier. Share this")

    assert (counts.right, counts.wrong, counts.missed) == (1, 1, 0)
    assert strings_f1([counts], np.ones(1)) == pytest.approx(2 / 3)


def test_lines_are_of_the_article_as_far_as_its_text_has_them() -> None:
    html = (
        "<p>They shut the eastern pier on Monday</p><p>Share this page with a friend</p><p>Menu</p>"
    )
    keyed = page(html, "They shut the eastern pier on Monday")

    said, weight = truth(keyed, visible_of(keyed)[0])

    assert said.tolist() == [1.0, 0.0, 0.0]
    assert weight.tolist() == [7 / 20, 6 / 20, 1 / 20]


def test_a_key_of_strings_weighs_only_the_lines_that_hold_one() -> None:
    html = "<p>They shut the eastern pier</p><p>Nothing else</p><p>Share this page</p>"
    keyed = page(html)

    said, weight = truth(keyed, visible_of(keyed)[0])

    assert (said.tolist(), weight.tolist()) == ([1.0, 0.0, 0.0], [0.5, 0.0, 0.5])
