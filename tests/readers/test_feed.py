import json
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.feed_items import Item, items_of
from retold.readers.source import of_bytes
from retold.readers.web.pages import Pages
from tests.readers.web.pieces import STORM, page, read, rss
from tests.readers.web.server import Site, say

Paging = Callable[..., Pages]
WHOLE = "".join(f"<p>{one}</p>" for one in STORM)
ENTRY = f"""<item><title>Pier &amp;amp; ferry</title><link>https://tide.example/pier</link>
<guid isPermaLink="false">tide-17</guid><pubDate>Mon, 03 Mar 2031 00:30:00 +0100</pubDate>
<dc:creator>Ada Lund</dc:creator><source url="https://sound.example/rss">Sound Agency</source>
<description>Shut after a storm.</description>
<content:encoded><![CDATA[{WHOLE}<script>alert(1)</script>]]></content:encoded></item>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Ellmouth Tide</title><entry><title>Pier shut</title><id>tag:tide.example,2031:17</id>
<author><name>Ada Lund</name></author>
<link rel="alternate" href="https://tide.example/pier"/>
<published>2031-03-03T23:30:00-05:00</published>
<updated>2031-03-09T00:00:00Z</updated><summary>Shut.</summary>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tide
</title></channel><item rdf:about="https://tide.example/pier"><title>Pier shut</title>
<link>https://tide.example/pier</link><dc:date>2031-03-03</dc:date>
<description>The pier is shut.</description></item></rdf:RDF>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Ellmouth Tide",
    "items": [
        {
            "id": "17",
            "url": "https://tide.example/pier",
            "title": "Pier shut",
            "content_html": WHOLE,
            "date_published": "2031-03-03T08:00:00Z",
            "authors": [{"name": "Ada Lund"}, {"name": "Bo Varn"}],
        },
        {"id": 18, "content_text": "The tram is back.", "summary": "Back."},
        {"id": "19"},
        "no item",
    ],
}


def found(
    tmp_path: Path, content: str | bytes, name: str = "feed.xml"
) -> tuple[list[Document], list[Rejected], list[str]]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def items(content: str | bytes) -> list[Item]:
    sent = content if isinstance(content, bytes) else content.encode()
    told = items_of(sent, of_bytes("feed", "feed.xml", sent))
    assert not isinstance(told, Rejected), told.reason
    return told


def test_an_item_of_rss_is_a_document(tmp_path: Path) -> None:
    documents, rejected, said = found(tmp_path, rss(ENTRY))

    (document,) = documents
    assert (document.id, document.url) == ("tide-17", "https://tide.example/pier")
    assert (document.title, document.byline) == ("Pier & ferry", "Ada Lund")
    assert document.text.splitlines() == list(STORM)
    assert [(one.at, one.basis.value) for one in document.dates] == [("2031-03-03", "metadata")]
    assert (rejected, said) == ([], [])


def test_a_syndicated_item_is_of_the_outlet_it_came_from(tmp_path: Path) -> None:
    own = ENTRY.replace("tide-17", "tide-18").replace("Sound Agency", "")

    documents = found(tmp_path, rss(ENTRY, own))[0]

    assert [one.outlet for one in documents] == ["Sound Agency", "Ellmouth Tide"]
    told = [(one.name, one.url) for one in documents[0].attributions]
    assert told == [("Sound Agency", "https://sound.example/rss")]


def test_an_entry_of_atom_is_a_document_of_its_day_of_publication(tmp_path: Path) -> None:
    (document,) = found(tmp_path, ATOM)[0]

    assert (document.id, document.byline) == ("tag:tide.example,2031:17", "Ada Lund")
    assert document.text.splitlines() == list(STORM)
    told = [(one.moment, one.kind.value) for one in document.dates]
    assert told == [
        ("2031-03-03T23:30:00-05:00", "published"),
        ("2031-03-09T00:00:00Z", "modified"),
    ]


def test_an_item_of_rdf_is_a_document(tmp_path: Path) -> None:
    (document,) = found(tmp_path, RDF)[0]

    assert (document.title, document.outlet) == ("Pier shut", "Tide")
    assert document.text == "The pier is shut."
    assert [one.at for one in document.dates] == ["2031-03-03"]


@pytest.mark.parametrize("name", ["feed.json", "feed"])
def test_items_of_a_json_feed_are_documents(tmp_path: Path, name: str) -> None:
    documents, rejected, _ = found(tmp_path, json.dumps(JSON), name)

    assert [one.id for one in documents] == ["17", "18"]
    assert documents[0].byline == "Ada Lund, Bo Varn"
    assert documents[0].text.splitlines() == list(STORM)
    assert documents[1].text == "The tram is back."
    assert [(one.record, one.reason) for one in rejected] == [
        (3, "an item without text and address"),
        (4, "an item without text and address"),
    ]


def test_items_with_a_summary_only_are_read_and_counted(tmp_path: Path) -> None:
    short = "<item><guid>g{0}</guid><description>Shut &amp; closed.</description></item>"

    documents, _, said = found(tmp_path, rss(ENTRY, short.format(1), short.format(2)))

    assert [one.text for one in documents[1:]] == ["Shut & closed."] * 2
    assert [line.partition(": ")[2] for line in said] == [
        "2 of 3 items carry a summary only; --allow-fetch reads their pages"
    ]


def test_lines_of_an_item_are_body_unless_they_are_plainly_something_else(tmp_path: Path) -> None:
    markup = (
        f"<p>{STORM[0]}</p><figure><figcaption>The pier on Monday</figcaption></figure><h2>Ferries"
        f"</h2><p>{STORM[1]} Read more</p><p><a href='/tram'>Tram back after a week</a></p>"
    )
    item = f"<item><guid>a</guid><content:encoded><![CDATA[{markup}]]></content:encoded></item>"
    teaser = "<item><guid>b</guid><description>&lt;b&gt;Read more&lt;/b&gt;</description></item>"

    first, second = found(tmp_path, rss(item, teaser))[0]

    kinds = [block.kind.value for block in first.blocks]
    assert kinds == ["body", "caption", "heading", "body", "furniture"]
    assert [block.kind.value for block in second.blocks] == ["body"]


def test_an_item_without_text_is_rejected_with_its_number(tmp_path: Path) -> None:
    linked = "<item><title>Pier</title><link>https://tide.example/pier</link></item>"

    _, rejected, _ = found(tmp_path, rss(ENTRY, linked, "<item><title>Pier</title></item>"))

    assert [(one.record, one.reason) for one in rejected] == [
        (2, "an item without text, only an address; --allow-fetch reads it"),
        (3, "an item without text and address"),
    ]


def test_with_leave_the_page_is_read_instead_of_its_summary(site: Site, pages: Paging) -> None:
    day = "<pubDate>Mon, 03 Mar 2031 08:00:00 GMT</pubDate>"
    item = f"<item><link>{site.at('/pier')}</link><description>Shut.</description>{day}</item>"
    site.paths |= {"/feed": say(rss(item, ENTRY), "application/rss+xml"), "/pier": say(page())}

    documents, rejected, said = read(site.at("/feed"), pages=pages())

    assert [one.id for one in documents] == [site.at("/pier"), "tide-17"]
    assert STORM[0] in documents[0].text
    assert ("2031-03-03", "metadata") in [(one.at, one.basis.value) for one in documents[0].dates]
    assert (rejected, said) == ([], [])


def test_a_page_that_cannot_be_read_leaves_its_summary(site: Site, pages: Paging) -> None:
    item = "<item><guid>{0}</guid><link>{1}</link><description>Shut.</description></item>"
    gone = [item.format(name, site.at(f"/{name}")) for name in ("a", "b")]
    site.paths["/feed"] = say(rss(*gone, "<item><description>No link.</description></item>"))

    documents, rejected, said = read(site.at("/feed"), pages=pages())

    assert [one.text for one in documents] == ["Shut.", "Shut.", "No link."]
    assert rejected == []
    assert [line.partition("/feed: ")[2] for line in said] == [
        "2 items read from their summaries: the server answered 404"
    ]


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    feed = rss(ENTRY, ENTRY, ENTRY)

    assert len(items(feed[: len(feed) - len(ENTRY)])) >= 2
    assert items(feed.replace("&amp;", "&"))[0].title == "Pier & ferry"
    assert items(feed.replace("Pier", "Pi\x01er"))[0].id == "tide-17"
    assert items(feed.replace("Ada Lund", "Ada Lünd").encode("latin-1"))[0].byline == "Ada Lünd"
    assert items(feed.replace("Pier ", "Pier&nbsp;"))[0].title == "Pier & ferry"


def test_a_link_is_an_address_of_the_web_or_none() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "/pier", ""):
        assert items(rss(f"<item><link>{link}</link><title>Pier</title></item>"))[0].link is None


def test_markup_in_a_title_is_none_of_its_words() -> None:
    titled = "<item><title>&lt;b&gt;Pier&lt;/b&gt; shut: 3 &amp;lt; 4</title></item>"

    assert items(rss(titled))[0].title == "Pier shut: 3 < 4"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Mon, 03 Mar 2031 23:59:59 -0500", "2031-03-03"),
        ("2031-03-03T00:00:00+09:00", "2031-03-03"),
        ("2031-03-03", "2031-03-03"),
        ("20310303T101112Z", "2031-03-03"),
        ("3 Mar 31 10:00 GMT", "2031-03-03"),
        ("Mon, 33 Mar 2031 10:00:00 GMT", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_taken_in_its_own_time_zone(stated: str, day: str | None) -> None:
    dates = items(rss(f"<item><title>Pier</title><pubDate>{stated}</pubDate></item>"))[0].dates

    assert [one.at for one in dates] == ([day] if day else [])


def hostile() -> dict[str, str | bytes]:
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "word " * 20}">' for n in range(9)
    )
    outside = '<!ENTITY e8 SYSTEM "file:///etc/passwd">'
    inside = ENTRY.replace("Pier", "&e8;")
    begin = rss().removesuffix("</channel></rss>")
    return {
        "unfolding": rss(inside).replace("<rss", f"<!DOCTYPE rss [{entities}]><rss", 1),
        "outside": rss(inside).replace("<rss", f"<!DOCTYPE rss [{outside}]><rss", 1),
        "attributes": begin + "<item " + "".join(f"a{n}='b' " for n in range(100_000)) + "/>",
        "no end of a tag": begin + "<item" + "a" * 1_000_000,
        "no items": rss(),
        "deep": begin + "<a>" * 500_000,
        "json deep": '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 500_000,
        "json without items": '{"version": "https://jsonfeed.org/version/1", "items": 3}',
        "bytes": b"<rss>" + bytes(range(256)) * 1000,
    }


@pytest.mark.parametrize("kind", list(hostile()))
def test_a_hostile_feed_is_rejected_soon(tmp_path: Path, kind: str) -> None:
    begun = monotonic()

    documents, rejected, _ = found(tmp_path, hostile()[kind], "feed.rss")

    assert documents == []
    assert len(rejected) == 1
    assert monotonic() - begun < 20


def test_what_an_entity_outside_holds_is_never_in_a_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key of the harbour")
    declared = f'<!DOCTYPE rss [<!ENTITY % e SYSTEM "{secret.as_uri()}"> %e;]><rss'

    documents, rejected, _ = found(tmp_path, rss(ENTRY).replace("<rss", declared, 1), "feed.rss")

    assert "key of the harbour" not in repr((documents, rejected))


def test_a_feed_of_ten_thousand_items_is_read() -> None:
    entry = "<item><guid>{0}</guid><description>The pier is shut, no. {0}.</description></item>"

    assert len(items(rss(*(entry.format(number) for number in range(10_000))))) == 10_000


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=60))
def test_no_json_feed_raises(title: str, text: str, when: str) -> None:
    feed = {**JSON, "items": [{"title": title, "content_html": text, "date_published": when}]}

    assert len(items(json.dumps(feed))) == 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    ),
    st.sampled_from(["authors", "author", "title", "url", "id", "content_text", "date_published"]),
)
def test_any_value_of_a_json_feed_gives_an_item(value: object, name: str) -> None:
    assert len(items(json.dumps({**JSON, "title": value, "items": [{name: value}]}))) == 1
