import json

from retold.model.document import Attribution, AttributionKind
from retold.readers.metadata.attributions import attributions
from retold.readers.metadata.linked_data import articles
from retold.readers.metadata.markup import markup
from tests.readers.metadata.pages import tree

OWN = "https://tide.example/pier"


def found(head: str, agencies: tuple[str, ...] = ()) -> tuple[Attribution, ...]:
    page = markup(tree(head))
    return attributions(page, next(iter(articles(page.scripts)), {}), OWN, agencies)


def test_an_agency_in_the_byline_is_an_attribution() -> None:
    assert found("", ("Brine Press Agency",)) == (
        Attribution(AttributionKind.AGENCY, "Brine Press Agency"),
    )


def test_who_provided_it_and_who_holds_the_rights_is_named() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Pier",
        "provider": {"name": "Brine Press Agency"},
        "copyrightHolder": {"name": "Tide Holdings"},
        "isBasedOn": "https://brine.example/1",
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'

    assert found(head) == (
        Attribution(AttributionKind.PROVIDER, "Brine Press Agency"),
        Attribution(AttributionKind.RIGHTS, "Tide Holdings"),
        Attribution(AttributionKind.BASED_ON, url="https://brine.example/1"),
    )


def test_a_notice_of_rights_is_cut_to_the_name() -> None:
    head = '<meta name="copyright" content="© 2031 Tide Holdings. All rights reserved.">'

    assert found(head) == (Attribution(AttributionKind.RIGHTS, "Tide Holdings"),)


def test_another_address_of_the_text_is_told_and_its_own_is_not() -> None:
    head = (
        '<link rel="canonical" href="https://brine.example/pier">'
        '<meta property="og:url" content="http://www.tide.example/pier/?from=feed">'
        '<meta name="syndication-source" content="https://brine.example/wire/9">'
    )

    assert found(head) == (
        Attribution(AttributionKind.SYNDICATED, url="https://brine.example/wire/9"),
        Attribution(AttributionKind.CANONICAL, url="https://brine.example/pier"),
    )


def test_what_is_no_address_is_left_out() -> None:
    head = '<link rel="canonical" href="javascript:void(0)"><link rel="canonical" href="http://[x">'

    assert found(head) == ()
