import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import BlockKind, DateBasis, Document
from retold.readers.html import document_of_html
from tests.text.pages import BODY

PAGE = f"""<!doctype html><html lang="en"><head><title>Pier closed | Lowmere Tide</title>
<meta property="og:title" content="Eastern pier closed until spring">
<meta property="og:site_name" content="Lowmere Tide"><meta name="author" content="Nils Abeck">
<meta property="article:published_time" content="2031-03-03T10:00:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Eastern pier closed until spring</h1>
<figure><img src="p.jpg"><figcaption>The pier on Monday</figcaption></figure>
{"".join(f"<p>{line.replace('the', '<em>the</em>', 1)}</p>" for line in BODY)}
</article></main><aside><h3>More stories</h3>
<ul><li>Swans hold up the tram</li><li>Flat loaf wins</li></ul></aside>
<script>var x = "hidden";</script><footer>© 2031 Lowmere Tide</footer></body></html>"""


def lines(document: Document, kind: BlockKind) -> list[str]:
    return [span.of(document.text) for span in document.spans_of(kind)]


def test_a_page_is_its_visible_text_with_the_article_as_body() -> None:
    document = document_of_html("pier", PAGE, "https://tide.example/2031/03/04/pier")

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert lines(document, BlockKind.TITLE) == ["Eastern pier closed until spring"]
    assert lines(document, BlockKind.CAPTION) == ["The pier on Monday"]
    assert "Swans hold up the tram" in lines(document, BlockKind.FURNITURE)
    assert "hidden" not in document.text


def test_the_head_of_a_page_tells_of_its_article() -> None:
    document = document_of_html("pier", PAGE, "https://tide.example/2031/03/04/pier")

    assert (document.byline, document.outlet, document.language) == (
        "Nils Abeck",
        "Lowmere Tide",
        "en",
    )
    assert [(date.at, date.basis) for date in document.dates] == [
        ("2031-03-03", DateBasis.METADATA),
        ("2031-03-04", DateBasis.URL),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "   ",
        "<",
        "<html></html>",
        "<!-- x -->",
        "no markup at all, only words",
        "<p>one<p>two",
        "\0\0",
        "<div>" * 5_000 + "deep",
    ],
)
def test_broken_pages_make_a_document(html: str) -> None:
    document = document_of_html("x", html)

    assert document.text == "\n".join(b.span.of(document.text) for b in document.blocks)


@given(st.text(alphabet=st.sampled_from(list("<>/pdivbra \"='&;x\n"))))
def test_no_markup_breaks_the_reader(html: str) -> None:
    document_of_html("x", html)


def test_a_page_of_many_paragraphs_is_read_without_the_extractor() -> None:
    document = document_of_html(
        "x", "<html><body>" + f"<p>{BODY[0]}</p>" * 21_000 + "</body></html>"
    )

    assert lines(document, BlockKind.BODY)[0] == BODY[0]
