import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers.metadata.linked_data import LONGEST, articles, texts

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Eastern pier closed",
    "author": {"name": "Ada Lund"},
}


def headlines(*values: Any) -> list[Any]:
    return [one.get("headline") for one in articles(json.dumps(value) for value in values)]


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        [[ARTICLE]],
    ],
)
def test_an_article_is_found_wherever_it_stands(value: Any) -> None:
    assert headlines(value) == ["Eastern pier closed"]


def test_an_article_goes_before_the_page_it_is_on() -> None:
    page = {"@type": "WebPage", "headline": "Lowmere Tide", "datePublished": "2031-03-03"}

    assert headlines(page, ARTICLE) == ["Eastern pier closed", "Lowmere Tide"]


def test_a_reference_is_followed() -> None:
    author = {"@type": "Person", "@id": "#ada", "name": "Ada Lund"}
    graph = {"@graph": [ARTICLE | {"author": {"@id": "#ada"}}, author]}

    assert texts(articles([json.dumps(graph)])[0]["author"]) == ["Ada Lund"]


def test_references_in_circles_end() -> None:
    graph = {"@graph": [ARTICLE | {"@id": "#a", "author": {"@id": "#a"}}]}

    assert texts(articles([json.dumps(graph)])[0]["author"]) == []


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": ' + '"x' * LONGEST + '"}',
        '{"a":' * 500 + "1" + "}" * 500,
        '[1, 2.5, true, "x"]',
    ],
)
def test_what_cannot_be_read_is_left_out(script: str) -> None:
    assert articles([script]) == ()


def test_raw_line_breaks_and_comments_around_the_data_are_passed_over() -> None:
    script = '<!-- {"@type": "NewsArticle", "headline": "Eastern\npier"} -->'

    assert [one["headline"] for one in articles([script])] == ["Eastern pier"]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "@id", "author", "headline", "name"]), inner
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_no_value_breaks_the_reading(value: Any) -> None:
    for article in articles([json.dumps(value)]):
        for inner in article.values():
            assert all(isinstance(text, str) for text in texts(inner))
