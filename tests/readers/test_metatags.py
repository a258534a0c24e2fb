import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import AttributionKind, DateBasis, DateKind
from retold.readers.html import document_of_html
from retold.readers.metatags import about_page
from retold.readers.text import About, document_of_text
from retold.readers.tree import tree_of

PAGE = """<!doctype html><html lang="en-GB"><head><title>Pier closed | Lowmere Tide</title>
<meta property="og:site_name" content="Lowmere Tide">
<link rel="canonical" href="https://brine.example/pier"><meta name="source" content="Brine Wire">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier closed",
"author": [{"name": "Ada Lund"}, {"name": "dpa"}], "datePublished": "2031-03-03T10:04:00+01:00",
"dateModified": "2031-03-04T08:00:00+01:00"}</script></head>
<body><div>Friday, 7 March 2031</div><h1>Pier closed</h1><p>Posted on 3/3/2031 by the desk</p>
<p>The harbour office closed the pier on Monday, and nobody was told how long it would last.</p>
<p>Ferries go from the western pier until then, the office said in a letter to the council.</p>
</body></html>"""


def test_a_page_gives_all_it_says_of_its_article() -> None:
    document = document_of_html("pier", PAGE, "https://tide.example/pier")

    assert (document.title, document.byline, document.outlet) == (
        "Pier closed",
        "Ada Lund, dpa",
        "Lowmere Tide",
    )
    assert [(one.kind, one.name or one.url) for one in document.attributions] == [
        (AttributionKind.AGENCY, "dpa"),
        (AttributionKind.PROVIDER, "Brine Wire"),
        (AttributionKind.CANONICAL, "https://brine.example/pier"),
    ]


def test_the_most_trusted_date_is_first_and_the_pages_clock_is_not_it() -> None:
    dates = document_of_html("pier", PAGE, "https://tide.example/pier").dates

    assert dates[0].moment == "2031-03-03T10:04:00+01:00"
    assert (dates[-1].moment, dates[-1].kind) == ("2031-03-04T08:00:00+01:00", DateKind.MODIFIED)
    clock = [date for date in dates if date.at == "2031-03-07"]
    assert [date.basis for date in clock] == [DateBasis.PAGE_CLOCK]


def test_what_the_caller_knows_goes_first() -> None:
    document = document_of_html("pier", PAGE, None, About(title="Given", byline="Tor Vik"))

    assert (document.title, document.byline) == ("Given", "Tor Vik")


def head(inner: str) -> str:
    return f"<html><head>{inner}</head><body><p>words</p></body></html>"


@pytest.mark.parametrize(
    "html",
    [
        head('<meta name="author" content="' + "a" * 1_000_000 + '">'),
        head('<meta name="author" content="Ada Lund">' * 20_000),
        head("".join(f'<meta name="n{n}" content="x">' for n in range(20_000))),
        head('<script type="application/ld+json">' + "[" * 200_000 + "</script>"),
        head('<script type="application/ld+json">{"@type":["a",{}],"headline":1}</script>'),
        head(
            '<script type="application/ld+json">'
            + json.dumps({"@type": "NewsArticle", "headline": ["x"] * 9, "author": [[["x"]]]})
            + "</script>"
        ),
        head("<title>" + " | " * 100_000 + "</title>"),
        head('<meta property="article:published_time" content="' + "2031-" * 9_000 + '">'),
        "<html><body>" + "<span class=author>" * 5_000 + "Ada Lund",
        "<html><body>" + "<time datetime=2031-13-45>x</time>" * 20_000,
        "<html><body>" + "<h1>x</h1>" * 20_000,
        head('<link rel="canonical" href="http://[::1"><meta property="og:url" content="//">'),
        "<svg><title>x</title></svg>",
    ],
)
def test_hostile_heads_are_read_in_bounded_space(html: str) -> None:
    about = about_page(tree_of(html), None)

    assert len(about.title or "") <= 600
    assert len(about.byline or "") <= 2_000


@given(st.text(alphabet=st.sampled_from(list("<>/metahcontsrip='\" {}[]:,@0123456789-T"))))
def test_no_head_breaks_the_reading(inner: str) -> None:
    tree = tree_of(head(inner))

    assert tree is None or about_page(tree, inner) is not None


def test_a_plain_text_tells_its_byline_and_dates_likewise() -> None:
    text = (
        "Pier closed\n\nBy Ada Lund and Tor Vik, Staff\n\n"
        "Published 3 March 2031, 10:04 CET. Updated 4 March 2031, 08:00 CET\n\n"
        "The harbour office closed the pier on Monday, and nobody was told how long it would last."
        "\n\nFerries go from the western pier until then, the office said in a letter."
    )
    document = document_of_text("pier", text)

    assert document.byline == "Ada Lund, Tor Vik"
    assert [(date.moment, date.basis, date.kind) for date in document.dates] == [
        ("2031-03-03T10:04+01:00", DateBasis.DATELINE, DateKind.PUBLISHED),
        ("2031-03-04T08:00+01:00", DateBasis.DATELINE, DateKind.MODIFIED),
    ]
