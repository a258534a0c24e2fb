"""The one way to a server: to an address that was checked, for as long as there is time left.

The check stands where the connection is made, so it holds for every redirect, for every spelling
of an address, and for a name that leads elsewhere at its second look-up: there is none. The name
still goes into the Host header and, for https, into the certificate check.
"""

import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from ssl import SSLContext
from typing import Any

import httpcore2
import httpx2

from retold.readers.web.refused import Overdue, Unreachable
from retold.readers.web.walls import shut

# An address of a host that does not take the call for so long is left for the host's next one.
CONNECTING = 10.0  # seconds
# Bytes asked of a server at a time, as httpcore2 does.
PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Limit:
    """When a page has had its time, by `time.monotonic`, and whether private addresses are open."""

    until: float
    seconds: float
    allow_private: bool = False

    def left(self, most: float | None = None) -> float:
        """Seconds left, at most `most`.

        Raises:
            Overdue: none.
        """
        left = self.until - time.monotonic()
        if left <= 0:
            raise Overdue(f"took longer than {self.seconds:g} s")
        return left if most is None else min(left, most)


def limit(seconds: float, *, allow_private: bool) -> Limit:
    """So many seconds from now."""
    return Limit(time.monotonic() + seconds, seconds, allow_private)


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer as far as its headers; the body comes in pieces, as it was sent."""

    status: int
    headers: httpx2.Headers
    pieces: Iterable[bytes]


@contextmanager
def asked(address: httpx2.URL, headers: dict[str, str], within: Limit) -> Iterator[Reply]:
    """What a server answers to GET.

    Raises:
        Refused: the address leads to where nothing is asked, there was no answer, or no time.
    """
    request = httpx2.Request("GET", address, headers=headers)
    target = httpcore2.URL(
        scheme=address.raw_scheme,
        host=address.raw_host,
        port=address.port,
        target=address.raw_path,
    )
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=_trust(), network_backend=Wall(within)) as pool,
            pool.stream("GET", target, headers=request.headers.raw) as response,
        ):
            yield Reply(response.status, httpx2.Headers(response.headers), response.iter_stream())
    except httpcore2.TimeoutException:
        raise Overdue(f"took longer than {within.seconds:g} s") from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise Unreachable(f"no answer: {str(error)[:200] or type(error).__name__}") from None


def reachable(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host that may be asked, in the system's order; at least one.

    Raises:
        Refused: the host has no address, or none that may be asked.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable(f"no host {host}") from None
    told = {str(entry[4][0]): ip_address(entry[4][0]) for entry in found}
    kinds = {name: shut(address, allow_private=allow_private) for name, address in told.items()}
    opened = [name for name, kind in kinds.items() if kind is None]
    if not opened:
        kind = ", ".join(sorted({kind for kind in kinds.values() if kind})) or "unknown"
        raise Unreachable(f"{host} leads to an address that is never asked ({kind})")
    return opened


class Wall(httpcore2.NetworkBackend):
    """Connects to checked addresses only, and lets nothing take longer than its limit."""

    def __init__(self, within: Limit) -> None:
        self._within = within
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> "Timed":
        """A connection to the very address that was checked."""
        fault: Exception = Unreachable(f"no host {host}")
        for address in reachable(host, port, allow_private=self._within.allow_private):
            try:
                left = self._within.left(min(timeout or CONNECTING, CONNECTING))
                stream = self._plain.connect_tcp(address, port, left, *args, **more)
                return Timed(stream, self._within)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
        raise fault


class Timed(httpcore2.NetworkStream):
    """A connection whose every step has what is left of one limit: a slow drip ends too."""

    def __init__(self, stream: httpcore2.NetworkStream, within: Limit) -> None:
        self._stream = stream
        self._within = within

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(min(max_bytes, PIECE), self._within.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._within.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "Timed":
        inner = self._stream.start_tls(ssl_context, server_hostname, self._within.left(timeout))
        return Timed(inner, self._within)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@cache
def _trust() -> SSLContext:
    """The certificates that httpx2 trusts; without a look at the environment."""
    return httpx2.create_ssl_context(trust_env=False)
