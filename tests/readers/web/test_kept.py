import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from retold.readers.web.kept import Kept
from retold.readers.web.pages import Answer, Pages
from retold.readers.web.refused import Refused
from retold.readers.web.settings import SAVED
from tests.readers.web.pieces import page, read, rss, sitemap
from tests.readers.web.server import Site, in_order, lead_to, say

Paging = Callable[..., Pages]


def answer(content: bytes, address: str = "https://tide.example/pier") -> Answer:
    return Answer(address, "2031-03-03T12:00:00+00:00", {"content-type": "text/html"}, content)


def test_what_was_fetched_is_kept_with_its_hash_time_and_headers(
    site: Site, pages: Paging, tmp_path: Path
) -> None:
    site.paths["/pier"] = say(page(), ETag='"a"')

    read(site.at("/pier"), pages=pages(save=tmp_path / "kept"))

    sign, line = map(json.loads, (tmp_path / "kept" / SAVED).read_text().splitlines())
    digest = sha256(page().encode()).hexdigest()
    assert sign == {"retold-saved": 1}
    assert (line["url"], line["sha256"]) == (site.at("/pier"), digest)
    assert line["headers"]["etag"] == '"a"'
    assert (tmp_path / "kept" / "bodies" / digest).read_bytes() == page().encode()


def test_a_saved_folder_gives_the_same_documents_without_the_network(
    site: Site, pages: Paging, tmp_path: Path
) -> None:
    whole = f"<content:encoded><![CDATA[{page('Tram back')}]]></content:encoded>"
    feed = rss(
        f"<item><title>Pier</title><link>{site.at('/pier')}</link><description>Shut.</description>"
        "<pubDate>Mon, 03 Mar 2031 08:00:00 GMT</pubDate></item>",
        f"<item><title>Gone</title><link>{site.at('/gone')}</link><guid>gone</guid>"
        "<description>A page that is no longer there.</description></item>",
        f"<item><title>Tram back</title><guid>tram</guid>{whole}</item>",
    )
    site.paths |= {
        "/feed": say(feed, "application/rss+xml"),
        "/map": say(sitemap(site.at("/pier"), site.at("/ferry")), "application/xml"),
        "/pier": say(page(), Last_Modified="Mon, 03 Mar 2025 10:00:00 GMT"),
        "/ferry": lead_to("/ferries"),
        "/ferries": say("<p>Fähren fahren wieder.".encode("latin-1"), "text/html; charset=latin-1"),
    }
    kept = tmp_path / "kept"

    online = read(site.at("/feed"), site.at("/map"), pages=pages(save=kept))[0]
    asked = len(site.asked)
    offline = read(kept)[0]

    assert sorted(offline, key=lambda one: one.id) == sorted(online, key=lambda one: one.id)
    assert {one.url for one in offline} >= {site.at("/pier"), site.at("/ferries")}
    assert (len(online), len(site.asked)) == (4, asked)


def test_the_latest_of_an_address_is_read(site: Site, pages: Paging, tmp_path: Path) -> None:
    site.paths["/pier"] = in_order(say(page("Pier shut")), say(page("Pier open")))

    for _ in range(2):
        read(site.at("/pier"), pages=pages(save=tmp_path))

    assert [one.title for one in read(tmp_path)[0]] == ["Pier open"]
    assert len(list((tmp_path / "bodies").iterdir())) == 2


def test_a_page_not_modified_keeps_its_copy(site: Site, pages: Paging, tmp_path: Path) -> None:
    site.paths["/pier"] = in_order(say(page(), ETag='"a"'), say("", status=304))

    first = read(site.at("/pier"), pages=pages(save=tmp_path))[0]
    second = read(site.at("/pier"), pages=pages(save=tmp_path))[0]

    assert [one.text for one in second] == [one.text for one in first]
    assert len(list((tmp_path / "bodies").iterdir())) == 1


def test_a_changed_or_missing_copy_is_told_and_not_read(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.begin()
    for name in ("a", "b"):
        kept.keep(name, answer(name.encode()), None)
    changed, missing = sorted((tmp_path / "bodies").iterdir())
    changed.write_bytes(b"another")
    missing.unlink()

    for name in ("a", "b"):
        with pytest.raises(Refused, match=r"was changed|is missing"):
            kept.answer(name)


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "no json",
        '{"url":"u","address":"a","named_by":null,"at":"t","sha256":"../../x","headers":{}}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_a_broken_line_of_the_index_is_rejected_with_its_number(tmp_path: Path, line: str) -> None:
    Kept(tmp_path).begin()
    Kept(tmp_path).keep("https://tide.example/pier", answer(page().encode()), None)
    with (tmp_path / SAVED).open("ab") as stream:
        stream.write(line.encode("utf-8", "surrogateescape") + b"\n")

    documents, rejected, _ = read(tmp_path)

    assert [one.id for one in documents] == ["https://tide.example/pier"]
    assert [one.record for one in rejected] == [3]


def test_a_folder_in_which_nothing_was_saved_is_told(tmp_path: Path) -> None:
    Kept(tmp_path).begin()

    assert [one.reason for one in read(tmp_path)[1]] == ["a folder in which no page was saved"]
