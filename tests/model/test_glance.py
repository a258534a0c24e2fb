"""What a shell and a notebook show: little, and nothing that acts."""

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from retold.model.run import Result
from tests.report.hostile import result_of, texts
from tests.report.invented import result

SHOWN = 500  # characters of a line


def values(shown: Result) -> list[object]:
    story = shown.stories[0]
    return [shown, story, *story.relations[:1], *story.quotes[:1]]


def test_one_is_told_in_the_singular() -> None:
    [one, *_] = result().stories
    alone = replace(one, documents=one.documents[:1], origins=one.origins[:1], origins_at_most=1)

    assert repr(alone).endswith(": 1 telling, 1 origin, 1 primary>")


def test_a_result_says_how_much_it_holds_and_iterates_over_its_stories() -> None:
    made = result()

    assert repr(made).startswith(f"<Result: {len(made.documents)} documents, ")
    assert list(made) == list(made.stories)


@given(st.lists(texts(), min_size=3, max_size=6))
def test_no_text_makes_a_long_line_or_an_element_of_its_own(words: list[str]) -> None:
    for value in values(result_of(words)):
        assert len(repr(value)) < SHOWN + 4 * sum(map(len, words))
        drawn = cast(Any, value)._repr_html_()
        parsed = html.fromstring(f"<div>{drawn}</div>".encode("ascii", "xmlcharrefreplace"))
        tags = {one.tag for one in parsed.iter()}
        assert tags <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p"}


@pytest.mark.parametrize("value", values(result()), ids=lambda one: type(one).__name__)
def test_every_noun_has_a_table(value: object) -> None:
    drawn = value._repr_html_()  # type: ignore[attr-defined]

    assert drawn.count("<td") >= 2


def test_a_notebook_takes_the_table_and_a_shell_the_line() -> None:
    from IPython.core.formatters import HTMLFormatter, PlainTextFormatter

    table: Any = HTMLFormatter()
    line: Any = PlainTextFormatter()

    assert table(result()).startswith("<table>")
    assert line(result()) == repr(result())
