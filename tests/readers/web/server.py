"""A web server on this machine, whose paths are answered by functions that tests give."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server answers by path, and what it was asked."""

    address: str = ""
    paths: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str) -> str:
        return self.address + path

    @property
    def asked_for(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def say(
    content: bytes | str, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Handler:
    """An answer of these bytes."""

    def handle(request: BaseHTTPRequestHandler) -> None:
        sent = content.encode() if isinstance(content, str) else content
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(sent)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(sent)

    return handle


def lead_to(address: str, status: int = 302) -> Handler:
    """A redirect."""
    return say("", status=status, Location=address)


def in_order(*handlers: Handler) -> Handler:
    """The first at the first request, and so on; the last for all further ones."""
    left = list(handlers)

    def handle(request: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request)

    return handle


@contextmanager
def serving(**paths: Handler) -> Iterator[Site]:
    """A server, until the end."""
    site = Site(paths=dict(paths))

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            handler = site.paths.get(self.path, say("nothing here", status=404))
            try:
                handler(self)
            except OSError:
                self.close_connection = True  # whoever asked went away

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
