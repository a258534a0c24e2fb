from collections.abc import Callable
from pathlib import Path

import pytest

from retold.readers.web.addresses import in_turn
from retold.readers.web.pages import Pages
from tests.readers.web.pieces import page, read, rss, sitemap
from tests.readers.web.server import Site, in_order, lead_to, say

Paging = Callable[..., Pages]


@pytest.mark.parametrize("name", ["list.txt", "list.urls", "list"])
def test_without_leave_a_list_of_addresses_is_counted(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# read later\nhttps://tide.example/a\n\nhttp://tide.example/b\n")

    documents, rejected, _ = read(path)

    assert documents == []
    assert [(one.path, one.reason) for one in rejected] == [
        (str(path), "2 addresses; --allow-fetch reads them")
    ]


def test_without_leave_an_address_is_not_asked_for(site: Site) -> None:
    _, rejected, _ = read(site.at("/pier"))

    assert site.asked == []
    assert [one.reason for one in rejected] == ["an address; --allow-fetch reads it"]


def test_a_line_that_is_no_address_is_rejected_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "list.urls"
    path.write_bytes(b"\xef\xbb\xbfhttps://tide.example/a\r\nthe second\r\nftp://tide.example/\r\n")

    _, rejected, _ = read(path)

    assert [one.record for one in rejected] == [2, 3, None]


def test_every_address_gives_a_document_or_a_reason(
    site: Site, pages: Paging, tmp_path: Path
) -> None:
    site.paths |= {"/pier": say(page()), "/old": lead_to("/pier"), "/empty": say("<html></html>")}
    paths = ("/pier", "/pier#top", "/old", "/empty", "/gone")
    path = tmp_path / "list.txt"
    path.write_text("\n".join(map(site.at, paths)))

    documents, rejected, said = read(path, pages=pages())

    assert [one.id for one in documents] == [site.at("/pier")]
    assert {(one.path, one.reason) for one in rejected} == {
        (site.at("/empty"), "no visible text in the page"),
        (site.at("/gone"), "the server answered 404"),
    }
    assert site.asked_for.count("/pier") == 2  # by itself, and as the end of a redirect
    assert said == [f"{path}: 2 addresses given or reached twice, read once"]


def test_a_page_has_its_address_and_the_days_its_server_gives(site: Site, pages: Paging) -> None:
    site.paths["/2031/03/03/pier"] = say(page(), Last_Modified="Mon, 03 Mar 2025 23:30:00 GMT")

    document = read(site.at("/2031/03/03/pier"), pages=pages())[0][0]

    assert document.url == document.path == document.id == site.at("/2031/03/03/pier")
    dates = {one.basis.value: one.at for one in document.dates}
    assert (dates["http"], dates["url"]) == ("2025-03-03", "2031-03-03")
    assert "crawl" in dates


def test_a_server_whose_pages_are_always_new_gives_no_date(site: Site, pages: Paging) -> None:
    from email.utils import formatdate

    site.paths["/pier"] = say(page(), Last_Modified=formatdate(usegmt=True))

    document = read(site.at("/pier"), pages=pages())[0][0]

    assert [one.basis.value for one in document.dates] == ["crawl"]


@pytest.mark.parametrize("told", ["text/html; charset=windows-1252", "text/html", "text/html; x=y"])
def test_a_page_in_another_encoding_than_told_is_read(site: Site, pages: Paging, told: str) -> None:
    text = "Die Fähre fährt wieder – „endlich“, sagt die Reederei."
    site.paths |= {"/a": say(text.encode("cp1252"), told), "/b": say(text.encode(), told)}
    site.paths["/c"] = say(text.encode(), "text/html; charset=no-such-set")

    documents = read(*map(site.at, ("/a", "/b", "/c")), pages=pages())[0]

    assert [one.text for one in documents] == [text] * 3


def test_past_the_bound_of_pages_the_rest_is_counted(
    site: Site, pages: Paging, tmp_path: Path
) -> None:
    addresses = [site.at(f"/{number}") for number in range(7)]
    site.paths |= {f"/{number}": say(page(f"Pier {number}")) for number in range(7)}
    path = tmp_path / "list.txt"
    path.write_text("\n".join([*addresses, addresses[0], addresses[6]]))

    documents, rejected, _ = read(path, pages=pages(most=4))

    assert len(documents) == 4
    assert [one.reason for one in rejected] == [
        "3 addresses left over; --max-pages 4 is the bound of one run"
    ]


def test_lists_in_lists_come_to_an_end(site: Site, pages: Paging) -> None:
    for level in range(9):
        listed = sitemap(site.at(f"/{level + 1}"), root="sitemapindex", entry="sitemap")
        site.paths[f"/{level}"] = say(listed, "application/xml")

    documents, rejected, _ = read(site.at("/0"), pages=pages())

    assert documents == []
    assert [one.reason for one in rejected] == ["1 address; lists stand in lists, 5 deep"]


def test_lists_that_name_each_other_are_read_once(site: Site, pages: Paging) -> None:
    both = sitemap(site.at("/a"), site.at("/b"), root="sitemapindex", entry="sitemap")
    site.paths |= {"/a": say(both, "text/xml"), "/b": say(both, "text/xml")}

    read(site.at("/a"), pages=pages())

    assert sorted(site.asked_for) == ["/a", "/b"]


def test_what_is_fetched_may_be_of_any_format(site: Site, pages: Paging) -> None:
    whole = (
        "<item><guid isPermaLink='false'>one</guid><description>"
        + "Word " * 200
        + "</description></item>"
    )
    site.paths |= {
        "/feed": say(rss(whole), "text/xml"),
        "/text": say("The pier is shut.", "text/plain"),
        "/lines": say('{"id": "two", "text": "The ferry sails."}\n', "application/x-ndjson"),
    }

    documents = read(*map(site.at, site.paths), pages=pages())[0]

    assert {one.id for one in documents} == {"one", "two", site.at("/text")}


def test_hosts_take_turns() -> None:
    listed = ["https://a.example/1", "https://a.example/2", "http://b.example/1", "http://["]

    assert in_turn(listed) == [
        "https://a.example/1",
        "http://b.example/1",
        "http://[",
        "https://a.example/2",
    ]


def test_one_page_that_fails_does_not_end_the_run(site: Site, pages: Paging) -> None:
    site.paths["/b"] = in_order(lambda request: request.connection.close(), say(page()))
    site.paths["/a"] = say(page())

    documents, rejected, _ = read(site.at("/b"), site.at("/a"), pages=pages())

    assert (len(documents), len(rejected)) == (1, 1)


def test_a_table_with_addresses_and_no_texts_is_a_list(
    site: Site, pages: Paging, tmp_path: Path
) -> None:
    site.paths["/pier"] = say(page())
    path = tmp_path / "list.csv"
    path.write_text(f"outlet,url\nTide,{site.at('/pier')}\nSound,none\n")

    counted = read(path)[1]
    documents, rejected, _ = read(path, pages=pages())

    assert [(one.record, one.reason) for one in counted] == [
        (2, "no address in 'url'"),
        (None, "1 address; --allow-fetch reads it"),
    ]
    assert ([one.id for one in documents], len(rejected)) == ([site.at("/pier")], 1)
