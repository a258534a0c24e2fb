import gzip
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from retold.readers.web.pages import Pages
from tests.readers.web.pieces import page, read, sitemap
from tests.readers.web.server import Site, say

Paging = Callable[..., Pages]
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url><loc> https://tide.example/pier </loc>
  <news:news><news:publication><news:name>Tide</news:name></news:publication>
   <news:title>Pier shut</news:title></news:news>
  <image:image><image:loc>https://tide.example/pier.jpg</image:loc></image:image></url>
 <url><loc>https://tide.example/ferry?a=1&amp;b=2</loc></url>
 <url><lastmod>2031-03-03</lastmod></url>
</urlset>"""


def offered(path: Path, content: str | bytes) -> list[tuple[int | None, str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    documents, rejected, _ = read(path)
    assert documents == []
    return [(one.record, one.reason) for one in rejected]


def test_a_news_sitemap_gives_its_pages_and_not_its_pictures(tmp_path: Path) -> None:
    assert offered(tmp_path / "sitemap.xml", NEWS) == [
        (3, "an entry without an address"),
        (None, "2 addresses; --allow-fetch reads them"),
    ]


def test_a_packed_sitemap_is_one_too(tmp_path: Path) -> None:
    packed = gzip.compress(NEWS.encode())

    assert len(offered(tmp_path / "sitemap.xml.gz", packed)) == 2


def test_an_index_leads_to_sitemaps_and_these_to_pages(site: Site, pages: Paging) -> None:
    maps = [site.at("/one.xml.gz"), site.at("/two.xml")]
    site.paths |= {
        "/": say(sitemap(*maps, root="sitemapindex", entry="sitemap"), "application/xml"),
        "/one.xml.gz": say(gzip.compress(sitemap(site.at("/a")).encode()), "application/x-gzip"),
        "/two.xml": say(sitemap(site.at("/b"), site.at("/c?d=1&amp;e=2")), "text/xml"),
        "/a": say(page()),
        "/b": say(page()),
        "/c?d=1&e=2": say(page()),
    }

    documents, rejected, _ = read(site.at("/"), pages=pages())

    assert {one.id for one in documents} == {*map(site.at, ("/a", "/b", "/c?d=1&e=2"))}
    assert rejected == []


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (sitemap(), 0),
        (sitemap("https://tide.example/a") + "<url>", 1),
        (sitemap("https://tide.example/a", "https://tide.example/b")[:-30], 1),
        (sitemap("https://tide.example/a").replace("</loc>", "&nbsp;</loc>"), 1),
    ],
)
def test_a_broken_sitemap_is_read_as_far_as_it_goes(
    tmp_path: Path, content: str, count: int
) -> None:
    told = offered(tmp_path / "map.xml", content)

    assert told[-1][1].startswith(f"{count} address" if count else "a sitemap without an entry")


def hostile() -> dict[str, str]:
    unfolding = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "https://a.example/" * 20}">'
        for n in range(8)
    )
    begin = sitemap().removesuffix("</urlset>")
    outside = '<!ENTITY e7 SYSTEM "file:///etc/passwd">'
    return {
        "unfolding": begin.replace("<urlset", f"<!DOCTYPE urlset [{unfolding}]><urlset")
        + "<url><loc>&e7;</loc></url></urlset>",
        "outside": begin.replace("<urlset", f"<!DOCTYPE urlset [{outside}]><urlset")
        + "<url><loc>&e7;</loc></url></urlset>",
        "deep": begin + "<url>" * 200_000,
        "open": begin + "<url" + "a" * 1_000_000,
        "names": begin + "".join(f"<x{n} a{n}='b'/>" for n in range(50_000)),
        "one address without end": begin + "<url><loc>https://" + "a" * 5_000_000,
    }


@pytest.mark.parametrize("kind", list(hostile()))
def test_a_hostile_sitemap_is_left_soon(tmp_path: Path, kind: str) -> None:
    begun = monotonic()

    told = offered(tmp_path / "map.xml", hostile()[kind])

    assert told
    assert monotonic() - begun < 10


def test_bare_ampersands_stay_in_their_address(tmp_path: Path) -> None:
    from retold.readers.sitemap import _entries

    address = "https://tide.example/ferry?a=1&b=2&copy=3"

    assert _entries(sitemap(address).encode()) == [address]
