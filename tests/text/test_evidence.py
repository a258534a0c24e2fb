import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.text.evidence import EVIDENCE, MOST_TOPICAL, core_of, evidence
from retold.text.page import page_of
from tests.text.pages import BODY

HEAD = ("Lowmere Tide", "News", "Sport")


def column(name: str, text: str) -> list[float]:
    return [float(value) for value in evidence(page_of(text))[:, EVIDENCE.index(name)]]


@given(st.text())
def test_any_text_gives_finite_numbers_a_row_a_unit(text: str) -> None:
    page = page_of(text)

    table = evidence(page)

    assert table.shape == (len(page.units), len(EVIDENCE))
    assert np.isfinite(table).all()


def test_the_core_is_the_run_of_prose() -> None:
    page = page_of("\n".join([*HEAD, *BODY, "Share", "Newsletter"]))

    assert core_of(page) == (len(HEAD), len(HEAD) + len(BODY))


def test_a_line_on_the_topic_of_the_core_shares_its_words() -> None:
    own = "The harbour master said that the eastern pier would stay closed."
    foreign = "A baker from the upper town has won the prize for loaves again."

    topic = column("topic", "\n".join([*BODY, own, "Share", "Menu", "News", foreign]))

    assert topic[len(BODY)] > topic[-1]


def test_columns_of_neighbours_end_with_the_page() -> None:
    prose = column("prose", "\n".join(BODY))

    assert column("prose+1", "\n".join(BODY)) == [*prose[1:], -1.0]
    assert column("prose-1", "\n".join(BODY)) == [-1.0, *prose[:-1]]


def test_of_a_long_line_the_first_telling_words_alone_are_asked() -> None:
    foreign = [f"{first}{last}ovia" for first in "bdfglmnprs" for last in "aeiouy"]
    core = "\n".join(BODY)
    own = " ".join(BODY).split()

    one, more = (
        column("topic", f"{core}\nShare\n{' '.join(line)}.") for line in (foreign, foreign + own)
    )

    assert len(foreign) == MOST_TOPICAL
    assert one == more


def test_a_line_that_stood_before_is_a_double() -> None:
    assert column("doubled", "\n".join([*BODY, "Share", BODY[0]])) == [0.0] * (len(BODY) + 1) + [
        1.0
    ]
