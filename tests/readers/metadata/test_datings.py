import json

import pytest

from retold.model.document import DateBasis, Dated, DateKind
from retold.readers.metadata.datings import datings
from retold.readers.metadata.linked_data import articles
from retold.readers.metadata.markup import markup
from retold.text.days import DayOrder
from tests.readers.metadata.pages import tree

METADATA, URL = DateBasis.METADATA, DateBasis.URL


def dates(head: str = "", below: str = "", url: str | None = None) -> list[Dated]:
    page = markup(tree(head, below))
    article = next(iter(articles(page.scripts)), {})
    return datings(page, article, url, DayOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ('<meta property="article:published_time" content="2031-03-03T10:04:00+01:00">', ""),
        ('<meta itemprop="datePublished" content="2031-03-03T10:04:00+01:00">', ""),
        ("", '<time class="published" datetime="2031-03-03T10:04:00+01:00">3 March</time>'),
        ("", '<span itemprop="datePublished" content="2031-03-03T10:04:00+01:00"></span>'),
    ],
)
def test_a_date_of_publication_is_found_with_its_zone(head: str, below: str) -> None:
    assert dates(head, below) == [Dated("2031-03-03", METADATA, moment="2031-03-03T10:04:00+01:00")]


def test_published_and_modified_are_kept_apart() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Pier",
        "datePublished": "2031-03-03",
        "dateModified": "2031-03-05",
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'

    assert dates(script) == [
        Dated("2031-03-03", METADATA),
        Dated("2031-03-05", METADATA, kind=DateKind.MODIFIED),
    ]


def test_dates_that_disagree_are_all_given_and_a_day_once() -> None:
    head = (
        '<meta property="article:published_time" content="2031-03-03T10:04:00Z">'
        '<meta name="pubdate" content="2031-03-03"><meta name="dc.date" content="2031-03-04">'
    )

    assert dates(head, url="https://tide.example/2031/03/05/pier") == [
        Dated("2031-03-03", METADATA, moment="2031-03-03T10:04:00Z"),
        Dated("2031-03-04", METADATA),
        Dated("2031-03-05", URL),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/2031/03/03/pier",
        "/2031/3/3/pier",
        "/news-2031-03-03-pier",
        "/20310303/pier",
        "/n1/2031/0303/c1-40.html",
        "/2031/mar/03/pier",
        "/pier-2031-03-03.html",
        "/03-03-2031/",
    ],
)
def test_a_date_in_the_address_is_read(path: str) -> None:
    assert [date.at for date in dates(url=f"https://tide.example{path}?at=2030-01-01")] == [
        "2031-03-03"
    ]


@pytest.mark.parametrize(
    "path", ["/2031/03/pier", "/article/20319999/x", "/1234567890", "/1970/01/01/"]
)
def test_what_is_no_whole_day_in_an_address_is_no_date(path: str) -> None:
    assert dates(url=f"https://tide.example{path}") == []


@pytest.mark.parametrize("stamp", ["1970-01-01T00:00:00Z", "0", "9999-01-01", "2031-02-30", "soon"])
def test_the_epoch_and_what_no_calendar_has_are_dropped(stamp: str) -> None:
    assert dates(f'<meta name="date" content="{stamp}">') == []


def test_a_time_in_a_list_of_other_texts_is_not_the_articles() -> None:
    teaser = '<div class="teaser"><time class="published" datetime="2030-01-01">x</time></div>'

    assert dates(below=teaser) == []
