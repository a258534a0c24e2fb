import json

import pytest

from retold.readers.metadata.linked_data import articles
from retold.readers.metadata.markup import markup
from retold.readers.metadata.writers import Below, writers
from retold.text.signatures import Signature
from tests.readers.metadata.pages import tree

OWN = ("Lowmere Tide",)


def signed(head: str = "", below: str = "", lines: tuple[Below, ...] = ()) -> Signature:
    page = markup(tree(head, below))
    return writers(page, next(iter(articles(page.scripts)), {}), OWN, lines)


def data(author: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Pier", "author": author}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (data({"@type": "Person", "name": "Ada Lund"}), ""),
        (data(["Ada Lund"]), ""),
        ('<meta name="author" content="By Ada Lund">', ""),
        ('<meta name="dc:creator" content="Ada Lund">', ""),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1"'
         ' content="Ada Lund">', ""),
        ("", '<span itemprop="author"><b itemprop="name">Ada Lund</b></span>'),
        ("", '<a rel="author" href="/ada">Ada Lund</a>'),
        ("", '<p class="article-byline">By <a href="/ada">Ada Lund</a>, political editor</p>'),
        ("", '<div class="storyAuthorName">Ada Lund</div>'),
    ],
)  # fmt: skip
def test_the_writer_is_found_however_the_page_tells(head: str, below: str) -> None:
    assert signed(head, below).writers == ("Ada Lund",)


def test_a_person_goes_before_a_house_whoever_tells_first() -> None:
    found = signed(data({"name": "Lowmere Tide"}), '<p class="byline">By Ada Lund</p>')

    assert found.byline == "Ada Lund"


def test_several_marked_writers_are_all_named() -> None:
    one = '<span class="author">Ada Lund</span>'
    other = '<span class="author">Tor Vik</span>'

    assert signed(below=one + other).writers == ("Ada Lund", "Tor Vik")


def test_a_line_below_the_headline_may_be_the_byline() -> None:
    assert signed(lines=(Below("By Ada Lund", bold=False),)).writers == ("Ada Lund",)
    assert signed(lines=(Below("Ada Lund/Tor Vik", bold=True),)).writers == ("Ada Lund", "Tor Vik")
    assert signed(lines=(Below("3 March 2031 - Ada Lund", bold=False),)).writers == ("Ada Lund",)
    assert signed(lines=(Below("Ada Lund", bold=False),)).writers == ()


@pytest.mark.parametrize(
    "below",
    [
        '<div class="comment"><span class="author">Tor Vik</span></div>',
        '<aside class="related"><span itemprop="author">Tor Vik</span></aside>',
        '<div class="author-bio">Tor Vik</div>',
    ],
)
def test_who_wrote_a_comment_or_another_text_is_not_named_first(below: str) -> None:
    found = signed(below='<p class="byline">By Ada Lund</p><p>x</p>' + below)

    assert found.writers == ("Ada Lund",)


def test_an_address_or_an_account_is_no_writer() -> None:
    head = (
        '<meta property="article:author" content="https://face.example/tide">'
        '<meta name="author" content="admin">'
    )

    assert signed(head) == Signature()
