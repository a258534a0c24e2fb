import gzip
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from importlib.metadata import version
from pathlib import Path

import pytest

from retold.readers.web.fetch import Fetcher
from retold.readers.web.kept import Kept
from retold.readers.web.refused import Refused
from tests.readers.web.pieces import page
from tests.readers.web.server import Handler, Site, in_order, lead_to, say

Fetching = Callable[..., Fetcher]


def test_a_page_comes_with_its_address_headers_and_time(site: Site, fetcher: Fetching) -> None:
    site.paths["/pier"] = say(page(), ETag='"a"', Set_Cookie="who=you")

    answer = fetcher().answer(site.at("/pier#top"))

    assert (answer.address, answer.content) == (site.at("/pier"), page().encode())
    assert answer.headers["etag"] == '"a"'
    assert "set-cookie" not in answer.headers
    assert answer.at.endswith("+00:00")


def test_servers_are_told_who_asks(site: Site, fetcher: Fetching) -> None:
    site.paths["/pier"] = say(page())

    fetcher().answer(site.at("/pier"))

    agents = {headers["user-agent"] for _, headers in site.asked}
    assert [agent.split()[0] for agent in agents] == [f"retold/{version('retold')}"]


def test_redirects_are_followed_to_their_end(site: Site, fetcher: Fetching) -> None:
    site.paths |= {"/a": lead_to("/b", 301), "/b": lead_to("c?d=1", 308), "/c?d=1": say(page())}

    assert fetcher().answer(site.at("/a")).address == site.at("/c?d=1")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "never asked"),
        ("http://[fe80::1]/", "never asked"),
        ("http://[64:ff9b::7f00:1]/", "never asked"),
        ("http://0/", "never asked"),
        ("file:///etc/passwd", "redirected to"),
        ("ftp://a.example/", "redirected to"),
        ("http://user:word@127.0.0.1/", "redirected to"),
        ("//", "more than 5 redirects"),
        ("/" + "a" * 9000, "redirected to"),
        ("/around", "more than 5 redirects"),
    ],
)
def test_a_redirect_is_checked_like_any_address(
    site: Site, fetcher: Fetching, location: str, reason: str
) -> None:
    site.paths["/around"] = lead_to(location)

    with pytest.raises(Refused, match=reason):
        fetcher().answer(site.at("/around"))


def test_without_leave_no_private_address_is_asked(site: Site, fetcher: Fetching) -> None:
    site.paths["/pier"] = say(page())

    with pytest.raises(Refused, match=r"127\.0\.0\.1 leads to an address .* \(loopback\)"):
        fetcher(allow_private=False).answer(site.at("/pier"))
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://a.example/", "neither http nor https"),
        ("http://", "neither http nor https"),
        ("http://me:word@a.example/", "a name or password"),
        ("http://a.example/" + "x" * 5000, "longer than"),
        ("http://a.example:99999/", "a port that no host has"),
        ("http://a.example/\n", "no address"),
    ],
)
def test_what_is_no_address_to_ask_is_refused(fetcher: Fetching, address: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        fetcher().answer(address)


@pytest.mark.parametrize(
    ("handler", "reason"),
    [
        (say("gone", status=410), "the server answered 410"),
        (say("oops", status=500), "the server answered 500"),
        (say("", status=304), "304 to what was not conditional"),
        (say(b"\x89PNG", "image/png"), "of a kind not read here: image/png"),
        (say(b"a" * 200_001), r"larger than 0\.2 MB"),
        (say(gzip.compress(bytes(10_000_000)), Content_Encoding="gzip"), r"larger than 0\.2 MB"),
        (say(zlib.compress(bytes(9_000_000)), Content_Encoding="deflate"), r"larger than 0\.2 MB"),
        (say(b"abc", Content_Encoding="gzip"), "not packed as it says"),
        (say(b"abc", Content_Encoding="br"), "packed as br"),
    ],
)
def test_an_answer_that_is_not_read_is_refused_with_its_reason(
    site: Site, fetcher: Fetching, handler: Handler, reason: str
) -> None:
    site.paths["/pier"] = handler

    with pytest.raises(Refused, match=reason):
        fetcher(most_megabytes=0.2).answer(site.at("/pier"))


def test_a_body_without_end_is_left_at_its_bound(site: Site, fetcher: Fetching) -> None:
    sent = 0

    def endless(request: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            sent += request.wfile.write(b"a" * 100_000)

    site.paths["/pier"] = endless

    with pytest.raises(Refused, match="larger than 1 MB"):
        fetcher(most_megabytes=1).answer(site.at("/pier"))
    assert sent < 50_000_000


def test_a_server_too_busy_is_asked_again_when_it_says(
    site: Site, fetcher: Fetching, waits: list[float]
) -> None:
    busy = say("later", status=429, Retry_After="7")
    site.paths["/pier"] = in_order(busy, say("later", status=503), say(page()))

    answer = fetcher().answer(site.at("/pier"))

    assert (answer.content, waits) == (page().encode(), [7.0, 5.0])


def test_a_server_that_asks_for_an_hour_is_left(
    site: Site, fetcher: Fetching, waits: list[float]
) -> None:
    site.paths["/pier"] = say("later", status=429, Retry_After="3600")

    with pytest.raises(Refused, match="asks to wait 3600 s"):
        fetcher().answer(site.at("/pier"))
    assert waits == []


def test_a_server_that_stays_busy_is_left(site: Site, fetcher: Fetching) -> None:
    site.paths["/pier"] = say("later", status=503, Retry_After="0")

    with pytest.raises(Refused, match="answered 503, 3 times"):
        fetcher().answer(site.at("/pier"))
    assert site.asked_for == ["/pier"] * 3


def test_a_host_that_costs_too_much_time_is_left(site: Site, fetcher: Fetching) -> None:
    busy = say("later", status=503, Retry_After="60")
    site.paths |= {f"/{number}": busy for number in range(9)}
    asking, reasons = fetcher(), []

    for number in range(9):
        with pytest.raises(Refused) as refused:
            asking.answer(site.at(f"/{number}"))
        reasons.append(str(refused.value))

    assert reasons[0] == "the server answered 503, 3 times"
    assert reasons[-1] == "its host has cost 300 s of waiting in this run"
    assert len(site.asked_for) == 7


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, fetcher: Fetching) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: retold\nDisallow: /private\n"
    site.paths |= {"/robots.txt": say(rules, "text/plain"), "/pier": say(page())}
    site.paths |= {"/private/pier": say(page()), "/round": lead_to("/private/pier")}
    asking = fetcher()

    asking.answer(site.at("/pier"))
    for path in ("/private/pier", "/round"):
        with pytest.raises(Refused, match=r"its robots\.txt does not allow it"):
            asking.answer(site.at(path))

    assert [path for path, _ in site.asked] == ["/robots.txt", "/pier", "/round"]


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        (say("", status=500), "the server answered 500"),
        (say("a" * 600_000), "larger than"),
        (lead_to("/robots.txt"), "more than 5 redirects"),
        (lead_to("http://169.254.169.254/"), "never asked"),
    ],
)
def test_where_robots_txt_cannot_be_read_nothing_else_is_asked_for(
    site: Site, fetcher: Fetching, robots: Handler, reason: str
) -> None:
    site.paths |= {"/robots.txt": robots, "/pier": say(page())}

    with pytest.raises(Refused, match=reason):
        fetcher().answer(site.at("/pier"))
    assert site.asked_for == []


def test_the_longer_of_our_delay_and_the_hosts_is_kept(
    site: Site, fetcher: Fetching, waits: list[float]
) -> None:
    site.paths |= {"/robots.txt": say("User-agent: *\nCrawl-delay: 20"), "/pier": say(page())}
    asking = fetcher(delay=2.0)

    for _ in range(3):
        asking.answer(site.at("/pier"))

    assert [round(wait) for wait in waits] == [20, 20]


def test_a_kept_page_is_asked_for_only_if_it_changed(
    site: Site, fetcher: Fetching, tmp_path: Path
) -> None:
    day = "Mon, 03 Mar 2031 10:00:00 GMT"
    site.paths["/pier"] = in_order(say(page(), ETag='"a"', Last_Modified=day), say("", status=304))

    first = fetcher(save=tmp_path).answer(site.at("/pier"))
    second = fetcher(save=tmp_path).answer(site.at("/pier"))

    asked = site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"a"', day)
    assert (second.content, second.headers) == (first.content, first.headers)


def test_a_kept_page_whose_body_is_gone_is_asked_for_anew(
    site: Site, fetcher: Fetching, tmp_path: Path
) -> None:
    site.paths["/pier"] = say(page(), ETag='"a"')
    fetcher(save=tmp_path).answer(site.at("/pier"))
    for body in (tmp_path / "bodies").iterdir():
        body.unlink()

    again = fetcher(save=tmp_path).answer(site.at("/pier"))

    assert "if-none-match" not in site.asked[-1][1]
    assert Kept(tmp_path).answer(site.at("/pier")).content == again.content
