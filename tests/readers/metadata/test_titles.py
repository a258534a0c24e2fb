import json

import pytest

from retold.readers.metadata.linked_data import articles
from retold.readers.metadata.markup import markup
from retold.readers.metadata.titles import title
from retold.readers.tree import tree_of
from tests.readers.metadata.pages import HEADLINE, tree


def titled(html_tree: object, outlet: str | None = "Lowmere Tide") -> str | None:
    page = markup(html_tree)
    return title(page, next(iter(articles(page.scripts)), {}), outlet)


@pytest.mark.parametrize("joint", [" | ", " - ", " – ", " · ", " :: ", " » "])
def test_the_sites_name_is_no_part_of_a_title(joint: str) -> None:
    head = f"<title>{HEADLINE}{joint}Lowmere Tide</title>"

    assert titled(tree_of(f"<html><head>{head}</head><body></body></html>")) == HEADLINE


def test_a_heading_stands_for_the_stated_title_it_is_a_part_of() -> None:
    head = f"<title>News | {HEADLINE} | tide.example</title>"

    assert titled(tree(head), None) == HEADLINE


def test_the_wording_most_say_is_the_title() -> None:
    head = (
        '<meta property="og:title" content="Eastern pier closed">'
        '<meta name="twitter:title" content="Eastern pier closed">'
        "<title>Eastern pier closed</title>"
    )

    assert titled(tree(head, headline="You won't believe what happened to the pier")) == (
        "Eastern pier closed"
    )


def test_the_mastheads_heading_is_no_title() -> None:
    html_tree = tree_of(
        "<html><body><h1>Lowmere Tide</h1><h1>Eastern pier closed</h1></body></html>"
    )

    assert titled(html_tree) == "Eastern pier closed"


def test_a_title_escaped_twice_is_read() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Pier &amp;amp; tram closed"})

    assert titled(tree(f'<script type="application/ld+json">{data}</script>', headline="")) == (
        "Pier & tram closed"
    )


def test_a_page_without_a_title_has_none() -> None:
    assert titled(tree_of("<html><body><p>words</p></body></html>")) is None
