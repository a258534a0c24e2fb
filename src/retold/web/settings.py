"""What a server is told when it starts: where it listens, who may speak to it, its limits."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

# Names a browser on this machine uses for it. Any other name in `Host` is somebody else's, turned
# to this address (DNS rebinding).
LOOPBACK = ("127.0.0.1", "localhost", "::1")

MOST_BYTES = 32 << 20  # bytes of one request; by eye, some 5,000 articles
MOST_FILES = 1000  # files of one upload
MOST_JOBS = 50  # jobs held; the oldest that ended goes first
MOST_WAITING = 20  # jobs that wait for their turn
JOB_SECONDS = 3600.0  # a job that takes longer is stopped
CALL_SECONDS = 60.0  # a call that takes longer is answered with 503


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How a server stands in the world.

    Attributes:
        host: the address it listens on.
        port: its port; 0 takes a free one.
        token: what every request has to bring; None on loopback alone.
        names: further names by which it may be called (`Host`).
        workers: processes that compare; each takes one call at a time.
        most_bytes: of one request.
        corrections: where relabelled pairs are appended; None keeps them in memory.
    """

    host: str = "127.0.0.1"
    port: int = 8734
    token: str | None = None
    names: tuple[str, ...] = ()
    workers: int = 2
    most_bytes: int = MOST_BYTES
    corrections: Path | None = None

    def __post_init__(self) -> None:
        if self.token is None and not on_loopback(self.host):
            raise ValueError(
                f"{self.host} can be reached from other machines, so every request must bring a "
                "token: give one with --token-file, or listen on 127.0.0.1"
            )
        if self.token is not None and not (len(self.token) >= 16 and self.token.isascii()):
            raise ValueError("a token has 16 characters or more, all of them ASCII")

    @property
    def allowed(self) -> frozenset[str]:
        """The names a request may call the server by, in lower case, without port."""
        own = () if self.host in ("0.0.0.0", "::") else (self.host,)  # noqa: S104 - not bound here
        return frozenset(name.lower() for name in (*LOOPBACK, *own, *self.names))


def on_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
