import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from time import monotonic, sleep
from typing import Any

import httpcore2
import httpx2
import pytest

from retold.readers.web.connection import Limit, asked, limit, reachable
from retold.readers.web.refused import Refused
from tests.readers.web.server import Site, say

Look = Callable[..., list[tuple[object, ...]]]


def leading_to(*addresses: str) -> Look:
    """A look-up of names that gives one address after another, the last for good."""
    left = list(addresses)

    def look(host: str, port: int, *args: object, **more: object) -> list[tuple[object, ...]]:
        numeric = host.replace(".", "").isdigit()
        address = host if numeric else (left.pop(0) if len(left) > 1 else left[0])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    return look


def status_of(address: str, within: Limit) -> int:
    with asked(httpx2.URL(address), {}, within) as reply:
        b"".join(reply.pieces)
        return reply.status


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "0x7f000001", "0x7f.0.0.1", "2130706433", "017700000001", "0", "[::1]"],
)
def test_every_spelling_of_this_machine_is_refused(socket_enabled: None, host: str) -> None:
    with pytest.raises(Refused, match=r"never asked|no host"):
        status_of(f"http://{host}:1/", limit(5, allow_private=False))


def test_of_the_addresses_of_a_host_only_those_that_may_be_asked_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = ["10.0.0.1", "93.184.215.14", "::ffff:10.0.0.1", "2606:4700::1111"]
    entries = [(0, 0, 0, "", (address, 80)) for address in found]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)

    assert reachable("a.example", 80, allow_private=False) == ["93.184.215.14", "2606:4700::1111"]


def test_a_name_is_looked_up_once_and_that_very_address_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.paths["/"] = say("hello")
    port = site.address.rpartition(":")[2]
    # At a second look-up the name would lead elsewhere.
    monkeypatch.setattr(socket, "getaddrinfo", leading_to("127.0.0.1", "127.0.0.2"))

    status = status_of(f"http://harbour.example:{port}/", limit(5, allow_private=True))

    assert (status, site.asked[0][1]["host"]) == (200, f"harbour.example:{port}")


def test_a_name_that_turns_to_a_private_address_is_refused_at_its_second_look_up(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.paths["/"] = say("hello")
    port = site.address.rpartition(":")[2]
    connected: list[str] = []
    plain = httpcore2.SyncBackend.connect_tcp

    def connect(self: Any, host: str, to: int, *args: Any, **more: Any) -> Any:
        connected.append(host)
        return plain(self, "127.0.0.1", to, *args, **more)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    monkeypatch.setattr(socket, "getaddrinfo", leading_to("93.184.215.14", "127.0.0.1"))

    first = status_of(f"http://harbour.example:{port}/", limit(5, allow_private=False))
    with pytest.raises(Refused, match="never asked"):
        status_of(f"http://harbour.example:{port}/", limit(5, allow_private=False))

    assert (first, connected, len(site.asked)) == (200, ["93.184.215.14"], 1)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 300 + ".example", "a..example"])
def test_a_host_that_is_none_is_refused(socket_enabled: None, host: str) -> None:
    with pytest.raises(Refused, match="no host"):
        reachable(host, 80, allow_private=False)


def drip(piece: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """A server that sends a piece at a time, for ever."""

    def handle(request: BaseHTTPRequestHandler) -> None:
        for _ in range(1000):
            request.wfile.write(piece)
            request.wfile.flush()
            sleep(0.02)

    return handle


@pytest.mark.parametrize(
    "piece",
    [b"HTTP/1.1 100 Continue\r\n\r\n", b"H", b"X"],
    ids=["always to go on", "letters of a status line", "letters of nothing"],
)
def test_a_server_that_drips_is_left_when_its_time_is_up(site: Site, piece: bytes) -> None:
    site.paths["/"] = drip(piece)
    begun = monotonic()

    with pytest.raises(Refused, match=r"longer than 0\.2 s|no answer"):
        status_of(site.at("/"), limit(0.2, allow_private=True))

    assert monotonic() - begun < 5


def test_a_body_that_drips_is_left_when_its_time_is_up(site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.paths["/"] = lambda request: (request.wfile.write(head), drip(b"x")(request))[1]

    with pytest.raises(Refused, match=r"longer than 0\.2 s"):
        status_of(site.at("/"), limit(0.2, allow_private=True))


def test_a_server_that_hangs_up_gave_no_answer(site: Site) -> None:
    site.paths["/"] = lambda request: None

    with pytest.raises(Refused, match="no answer"):
        status_of(site.at("/"), limit(5, allow_private=True))


def test_headers_without_end_are_no_answer(site: Site) -> None:
    endless = b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 5_000_000
    site.paths["/"] = lambda request: (request.wfile.write(endless), None)[1]

    with pytest.raises(Refused, match="no answer"):
        status_of(site.at("/"), limit(10, allow_private=True))
