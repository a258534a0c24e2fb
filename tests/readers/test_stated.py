"""The article as a page states it for machines: used where it shows none, and for where it ends."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import BlockKind, Document
from retold.readers.html import document_of_html
from retold.readers.stated import statement
from retold.readers.tree import tree_of
from tests.readers.made import lines
from tests.text.pages import BODY

LONG = (*BODY, "The ferries of the north line go on as before, the harbour office said on Friday.")
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LONG)
LEAD = "<p>The harbour council of Lowmere has voted on the eastern pier once more this week.</p>"
TEASER = (
    "Three bakers of the upper town share the prize for the flattest loaf of the year, which the "
    "guild gives every spring to whoever bakes it without a mould, without help and without salt."
)


def linked(body: str) -> str:
    told = {"@type": "NewsArticle", "headline": "Pier closed", "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def state(value: object) -> str:
    written = json.dumps(value).replace("<", "\\u003c")
    return f"<script>window.state = window.state || []; window.state.push({written});</script>"


def page(inside: str) -> Document:
    return document_of_html("x", f"<html><title>Pier closed</title><body>{inside}</body></html>")


@pytest.mark.parametrize(
    "stated",
    [
        linked("\n\n".join(LONG)),
        linked(PARAGRAPHS),
        state({"data": {"article": {"title": "Pier closed", "contentHtml": PARAGRAPHS}}}),
        state({"elements": [{"type": "text", "content": line} for line in LONG]}),
        f'<script type="application/json">{json.dumps({"story": {"articleBody": PARAGRAPHS}})}'
        "</script>",
        f'<script type="text/template">{PARAGRAPHS}</script>',
    ],
    ids=["linked data", "linked markup", "state", "list", "json", "template"],
)
@pytest.mark.parametrize("visible", ["", LEAD])
def test_an_article_that_only_a_script_would_show_is_read(stated: str, visible: str) -> None:
    document = page(visible + stated)

    assert lines(document, BlockKind.BODY) == list(LONG)


def test_of_several_texts_in_a_state_that_of_the_pages_title_is_read() -> None:
    other = "".join(f"<p>{TEASER} {number}</p>" for number in range(30))
    texts = [
        {"headline": "Flat loaves", "body": other},
        {"headline": "Pier closed", "body": PARAGRAPHS},
    ]

    assert lines(page(state({"texts": texts})), BlockKind.BODY) == list(LONG)


def test_what_a_page_shows_goes_before_what_it_states() -> None:
    document = page(f"<article><h1>Pier closed</h1>{PARAGRAPHS}</article>" + linked(TEASER * 5))

    assert lines(document, BlockKind.BODY) == list(LONG)


def test_behind_the_last_line_that_a_page_states_nothing_is_body() -> None:
    shown = f"<article><h1>Pier closed</h1>{PARAGRAPHS}<p>{TEASER}</p></article>"

    assert TEASER in lines(page(shown), BlockKind.BODY)
    assert TEASER not in lines(page(shown + linked("\n".join(LONG))), BlockKind.BODY)


def test_a_statement_that_was_cut_ends_nothing() -> None:
    shown = f"<article><h1>Pier closed</h1>{PARAGRAPHS}<p>{TEASER}</p></article>"
    cut = "\n".join(LONG)[:-10] + "…"

    assert TEASER in lines(page(shown + linked(cut)), BlockKind.BODY)


def test_a_menu_in_a_state_is_no_article() -> None:
    menu = {"items": [{"content": f"Section {number}"} for number in range(200)]}

    assert statement(tree_of(f"<html>{state(menu)}</html>"), None, 0) is None


@given(st.text(alphabet='{}[]":,=(a1\\u \n', max_size=60))
def test_no_script_breaks_the_reader(script: str) -> None:
    page(f"<script>x = {script}</script><script type='application/json'>{script}</script>")
