"""A news site on this machine that publishes, revises, errs, redirects and asks to be left alone.

Drawn from a seed, so that two runs see the same site: a feed of the latest articles, most of which
stand on pages of their own, some whole in the feed. It notes every version that it handed out.
"""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

LISTED = 20  # articles in the feed
PUBLISHED, REVISED = 0.5, 0.35  # chance a poll
FAULTS = 0.25  # share of requests that are not simply answered
# Words that are in no table, as names are: they come again, as in the news of a place.
NAMES = 5_000
# Words so common that nobody meets over them: a text meets its revisions, and few others besides.
WORDS = (
    "people work time year week house water money road school city group night morning family "
    "number point country company service office street public people"
).split()
HEAD = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'


@dataclass
class Article:
    """An article with all versions of its text, and which of them were handed out."""

    number: int
    whole: bool
    versions: list[str]
    given: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The version that stands now."""
        return self.versions[-1]

    @property
    def path(self) -> str:
        """Where its page is."""
        return f"/article/{self.number}"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, headers, body."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


class Newsroom:
    """The site; `turn` is what happens between two polls."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._names = [
            "".join(self._draw.choices("aeioulmnrst", k=self._draw.randrange(5, 9)))
            for _ in range(NAMES)
        ]
        self._lock = threading.Lock()
        self.address = ""
        self.articles: list[Article] = []
        self.calm = False
        self.statuses: dict[int, int] = {}

    def turn(self) -> None:
        """Something may be published, and something be revised."""
        with self._lock:
            if not self.articles or self._draw.random() < PUBLISHED:
                number = len(self.articles)
                whole = self._draw.random() < 0.3
                self.articles.append(Article(number, whole, [self._text()]))
            if self._draw.random() < REVISED:
                one = self._draw.choice(self.articles[-LISTED:])
                paragraphs = one.text.split("\n\n")
                place = self._draw.randrange(len(paragraphs))
                paragraphs[place] = self._paragraph()
                one.versions.append("\n\n".join(paragraphs))

    def reply(self, path: str, asked: dict[str, str]) -> Reply:
        """What is answered at a path to a request with these headers, in lower case."""
        with self._lock:
            found = self._reply(path, asked)
            self.statuses[found.status] = self.statuses.get(found.status, 0) + 1
            return found

    def _reply(self, path: str, asked: dict[str, str]) -> Reply:
        if path == "/robots.txt":
            return Reply(404, {})
        if not self.calm and self._draw.random() < FAULTS:
            faults = [Reply(500, {}), Reply(429, {"Retry-After": "0"})]
            if not path.startswith("/moved"):
                faults.append(Reply(302, {"Location": f"/moved{path}"}))
            return self._draw.choice(faults)
        path = path.removeprefix("/moved")
        body, kind, shown = self._content(path)
        mark = f'"{sha256(body).hexdigest()[:16]}"'
        if asked.get("if-none-match") == mark:
            return Reply(304, {"ETag": mark})
        for one in shown:
            if one.text not in one.given:
                one.given.append(one.text)
        return Reply(200, {"Content-Type": kind, "ETag": mark}, body)

    def _content(self, path: str) -> tuple[bytes, str, list[Article]]:
        """Body and type of what lies at a path, and the articles that it shows whole."""
        if path == "/feed.xml":
            listed = self.articles[-LISTED:]
            items = "".join(map(self._item, reversed(listed)))
            feed = f"{HEAD}<title>The Site</title>{items}</channel></rss>"
            return feed.encode(), "application/rss+xml", [one for one in listed if one.whole]
        one = self.articles[int(path.rpartition("/")[2])]
        page = (
            f"<html><head><title>Report {one.number}</title></head><body><article>"
            f"<h1>Report {one.number}</h1>{_paragraphs(one.text)}</article></body></html>"
        )
        return page.encode(), "text/html; charset=utf-8", [one]

    def _item(self, one: Article) -> str:
        link = f"{self.address}{one.path}"
        content = f"<description>{escape(one.text[:80])}</description>"
        if one.whole:
            content = f"<content:encoded>{escape(_paragraphs(one.text))}</content:encoded>"
        return (
            f"<item><guid>{link}</guid><link>{link}</link><title>Report {one.number}</title>"
            f"{content}</item>"
        )

    def _text(self) -> str:
        return "\n\n".join(self._paragraph() for _ in range(5))

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(3))

    def _sentence(self) -> str:
        words = [self._word() for _ in range(self._draw.randrange(9, 16))]
        return " ".join(["The", *words]).replace("  ", " ") + "."

    def _word(self) -> str:
        return self._draw.choice(self._names if self._draw.random() < 0.4 else WORDS)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))


@contextmanager
def open_for_readers(room: Newsroom) -> Iterator[None]:
    """Serves the site until the end; its address is known inside."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = {name.lower(): value for name, value in self.headers.items()}
            found = room.reply(self.path, asked)
            self.send_response(found.status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(found.body)))
            self.end_headers()
            self.wfile.write(found.body)

        def log_message(self, *args: object) -> None:
            del args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    room.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
