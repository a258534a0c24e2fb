"""What of a page is its article: invented pages, the trees that ship."""

from collections.abc import Iterable

import pytest

from retold.model.document import BlockKind, Document
from retold.readers.html import document_of_html
from tests.readers.made import lines
from tests.text.pages import BODY, KOERPER

TEASER = "A baker from the upper town has won the prize for the flattest loaf, the jury said."
COMMENT = "I landed at the eastern pier every day for ten years and nobody ever asked me."


def page(article: Iterable[str], before: str = "", after: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in article)
    return (
        "<!doctype html><html><head><title>Pier closed</title></head><body>"
        '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul>'
        f'</nav>{before}<main><article class="story"><h1>Pier closed</h1>{paragraphs}</article>'
        f"</main>{after}<footer>© 2031 Lowmere Tide</footer></body></html>"
    )


def bodies(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.body]


@pytest.mark.parametrize("body", [BODY, KOERPER])
def test_the_article_alone_is_body(body: tuple[str, ...]) -> None:
    aside = f'<aside class="related"><h3>More</h3><a href="/b"><p>{TEASER}</p></a></aside>'

    assert bodies(document_of_html("x", page(body, after=aside))) == list(body)


def test_comments_of_readers_are_furniture() -> None:
    after = "".join(f'<li class="comment"><p>{COMMENT} ({number})</p></li>' for number in range(4))

    document = document_of_html("x", page(BODY, after=f'<ul class="comments">{after}</ul>'))

    assert bodies(document) == list(BODY)


def test_a_paragraph_repeated_in_another_element_is_furniture() -> None:
    before = f'<div class="lead-box"><p>{BODY[0]}</p></div>'

    document = document_of_html("x", page(BODY, before=before))

    assert bodies(document).count(BODY[0]) == 1


def test_an_author_may_repeat_a_paragraph() -> None:
    refrain = [*BODY[:3], BODY[0], *BODY[3:]]

    assert bodies(document_of_html("x", page(refrain))) == refrain


def test_the_reading_of_characters_beside_them_parts_no_words() -> None:
    ruby = page([BODY[0].replace("pier", "<ruby>pier<rt>quay</rt></ruby>", 1), *BODY[1:]])

    assert bodies(document_of_html("x", ruby)) == list(BODY)


def test_soft_hyphens_are_not_text() -> None:
    document = document_of_html("x", page([BODY[0].replace("harbour", "har&shy;bour"), *BODY[1:]]))

    assert bodies(document) == list(BODY)


def test_every_visible_line_has_a_label() -> None:
    document = document_of_html("x", page(BODY))

    assert document.text == "\n".join(block.span.of(document.text) for block in document.blocks)
    assert {BlockKind.BODY, BlockKind.TITLE, BlockKind.FURNITURE} == {
        block.kind for block in document.blocks
    }


def test_paragraphs_in_a_heading_that_was_never_closed_are_body() -> None:
    article = "".join(f"<p>{line}</p>" for line in BODY)
    html = f"<html><body><main><h1>Pier closed</h1><h2><div>{article}</div></main></body></html>"

    assert bodies(document_of_html("x", html)) == list(BODY)


def test_the_credit_of_a_picture_is_a_caption_even_in_a_heading() -> None:
    html = page(BODY).replace("<p>", "<h4>Photo: Ada Lund</h4><p>", 1)

    assert "Photo: Ada Lund" in lines(document_of_html("x", html), BlockKind.CAPTION)
