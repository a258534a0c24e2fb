"""A watched site: what it hands out is kept once, whatever it answers in between."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.watch import watched
from retold.backends.publishers import publishers
from retold.backends.store.store import Store, writing
from retold.bench import Settings
from retold.growth.update import Update
from retold.readers.web.fetch import Fetcher
from retold.readers.web.settings import FetchSettings
from retold.watch.watcher import Poll, Watched, Watcher
from tests.invented.prose import story
from tests.readers.web.server import Handler, Site, in_order, lead_to, say, serving

DAY = 86400.0
pytestmark = pytest.mark.usefixtures("socket_enabled")


def page(seed: int, more: str = "") -> str:
    paragraphs = "".join(f"<p>{one}</p>" for one in story(seed).body.split("\n\n"))
    return f"<html><body><article><h1>News</h1>{paragraphs}{more}</article></body></html>"


def feed(*addresses: str) -> Handler:
    items = "".join(
        f"<item><link>{one}</link><title>News</title><description>In short.</description></item>"
        for one in addresses
    )
    kind = "application/rss+xml"
    return say(f"<rss version='2.0'><channel><title>Site</title>{items}</channel></rss>", kind)


class Watching:
    """A store and a site, looked at once a day of a clock of their own."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        self.site = site
        self.now = 1e9

    def poll(self, *places: str, times: int = 1) -> Poll:
        settings = FetchSettings(delay=0, allow_private=True)
        how = Watched(places, DAY, 100, lambda: Fetcher(settings, lambda _: None), publishers())
        found = Poll()
        for _ in range(times):
            with writing(self.folder) as store:
                found = Watcher(store, Update(store, Settings()), how, lambda: self.now).poll()
            self.now += DAY
        return found

    def ids(self) -> list[str]:
        return self.of_store(lambda store: [one.id for one in store.shelf.documents()])

    def events(self) -> list[str]:
        return self.of_store(lambda store: [one["kind"] for _, one in store.journal.after(0)])

    def of_store(self, ask: Callable[[Store], list[str]]) -> list[str]:
        with writing(self.folder) as store:
            return ask(store)


def test_fifty_polls_lose_no_text_and_take_none_twice(tmp_path: Path) -> None:
    found = watched(tmp_path / "store", 50, 3)

    assert found.wrong == ()
    assert found.versions > found.articles > 10
    assert {302, 304, 429, 500} <= found.statuses.keys()


def test_a_page_that_changed_is_kept_beside_what_it_was(tmp_path: Path) -> None:
    with serving() as site:
        site.paths["/a"] = in_order(say(page(1)), say(page(1, "<p>The council met again.</p>")))
        watching = Watching(tmp_path / "store", site)
        watching.poll(site.at("/a"), times=3)

        assert watching.ids() == [site.at("/a"), f"{site.at('/a')}#2"]


def test_a_page_behind_a_redirect_is_no_second_page(tmp_path: Path) -> None:
    with serving() as site:
        site.paths["/a"] = in_order(lead_to("/b"), say(page(1)))
        site.paths["/b"] = say(page(1))
        watching = Watching(tmp_path / "store", site)
        watching.poll(site.at("/a"), times=2)

        assert watching.ids() == [site.at("/b")]


def test_the_pages_of_a_feed_are_read_in_place_of_its_summaries(tmp_path: Path) -> None:
    with serving() as site:
        site.paths |= {"/feed": feed(site.at("/a"), site.at("/b"))}
        site.paths |= {"/a": say(page(1)), "/b": in_order(say("", status=500), say(page(2)))}
        watching = Watching(tmp_path / "store", site)
        first = watching.poll(site.at("/feed"))
        watching.poll(site.at("/feed"), times=3)

        assert (first.new, len(first.failures)) == (1, 1)
        assert watching.ids() == [site.at("/a"), site.at("/b")]


def test_what_did_not_change_is_asked_for_more_and_more_seldom(tmp_path: Path) -> None:
    with serving() as site:
        site.paths |= {"/feed": feed(site.at("/a")), "/a": say(page(1), ETag='"1"')}
        Watching(tmp_path / "store", site).poll(site.at("/feed"), times=16)

        assert site.asked_for.count("/feed") == 16
        assert site.asked_for.count("/a") == 5


def test_a_changed_file_of_a_folder_is_a_revision(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "news.txt").write_text(story(1).body, encoding="utf-8")
    with serving() as site:
        watching = Watching(tmp_path / "store", site)
        watching.poll(str(inbox), times=2)
        (inbox / "news.txt").write_text(
            f"{story(1).body}\n\nThe council meets again on Monday at nine.", encoding="utf-8"
        )
        found = watching.poll(str(inbox))

        assert (found.looks, found.revisions) == (1, 1)
        assert watching.ids() == ["news", "news#2"]


def test_a_quotation_that_changed_between_revisions_is_an_event(tmp_path: Path) -> None:
    text = story(1, 6).body
    said = "<p>“We will open the gates on Friday,” Ada Lund told the council.</p>"
    other = "<p>“We will shut the gates on Friday,” Ada Lund told the council.</p>"
    with serving() as site:
        whole = [f"<article><h1>N</h1><p>{text}</p>{one}</article>" for one in (said, other)]
        site.paths["/a"] = in_order(*map(say, whole))
        watching = Watching(tmp_path / "store", site)
        watching.poll(site.at("/a"), times=2)

        assert "quote-changed" in watching.events()
