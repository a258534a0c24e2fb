"""Lines that quote and stand alone, off the topic."""

import numpy as np
import pytest

from retold.model.document import BlockKind, Span
from retold.text.furniture import Sign, sign_of
from retold.text.page import Page, page_of
from retold.text.teasers import PARTING, label_quoting_teasers
from retold.text.units import unit_at
from tests.text.pages import BODY

QUOTING = "A baker from the upper town said the jury had been “blind to every loaf but one”."
MENU = ("Home", "Sport", "Weather", "Ferries", "Letters")


SHORT = ("Sections",)


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
    assert judged(MENU[: PARTING - 1], QUOTING, sure=0.96).kinds[-1] is None
    assert judged(MENU[:PARTING], QUOTING, sure=0.96).kinds[-1] is BlockKind.FURNITURE


def test_a_doubted_line_that_quotes_goes_even_beside_the_text() -> None:
    page = judged(SHORT, QUOTING, sure=0.85, topic=0.25)

    assert page.kinds[-1] is BlockKind.FURNITURE


def test_a_line_between_two_paragraphs_may_quote_whatever_it_speaks_of() -> None:
    page = judged((), QUOTING, sure=0.85, topic=0.0)

    assert page.kinds[: len(BODY)] == [None] * len(BODY)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("Der Anleger wird im Sommer geschlossen. Mehr", Sign.TEASER),
        ("The pier is to close in the spring, the council said Read more", Sign.TEASER),
        ("The council voted on the eastern pier. Read more »", Sign.TEASER),
        ("Weiterlesen", Sign.TEASER),
        ("Nach dem Sturm gab es die Pfähle am Anleger nicht mehr.", None),
        ("The harbour master said that he wanted to learn more.", None),
    ],
)
def test_an_invitation_stands_behind_a_sentence_or_breaks_one_off(
    line: str, sign: Sign | None
) -> None:
    assert sign_of(unit_at(line, Span(0, len(line)))) is sign
