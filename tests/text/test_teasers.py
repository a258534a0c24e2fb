"""Lines that quote and stand alone, off the topic."""

import numpy as np

from retold.model.document import BlockKind
from retold.text.page import Page, page_of
from retold.text.teasers import PARTING, label_quoting_teasers
from tests.text.pages import BODY

QUOTING = "A baker from the upper town said the jury had been “blind to every loaf but one”."
MENU = ("Home", "Sport", "Weather", "Ferries", "Letters")


def judged(after: tuple[str, ...], last: str, *, sure: float = 0.9, topic: float = 0.1) -> Page:
    """A body, lines of furniture and one line more, as the trees leave them."""
    page = page_of("\n".join([*BODY, *after, last]))
    furnished = range(len(BODY), len(BODY) + len(after))
    page.kinds[:] = [
        BlockKind.FURNITURE if place in furnished else None for place in range(len(page.units))
    ]
    count = len(page.units)
    label_quoting_teasers(page, np.full(count, sure), np.full(count, topic))
    return page


def test_a_lone_line_that_quotes_on_something_else_is_furniture() -> None:
    page = judged(MENU, QUOTING)

    assert page.kinds[-1] is BlockKind.FURNITURE
    assert page.kinds[: len(BODY)] == [None] * len(BODY)


def test_a_lone_line_without_a_quotation_stays() -> None:
    plain = QUOTING.replace("“", "").replace("”", "")

    assert judged(MENU, plain).kinds[-1] is None


def test_a_lone_line_on_the_topic_stays() -> None:
    assert judged(MENU, QUOTING, topic=0.6).kinds[-1] is None


def test_a_lone_line_that_the_trees_are_sure_of_stays() -> None:
    assert judged(MENU, QUOTING, sure=0.99).kinds[-1] is None


def test_a_quotation_behind_a_line_or_two_of_furniture_is_the_texts() -> None:
    assert judged(MENU[: PARTING - 1], QUOTING).kinds[-1] is None
