"""The network from the command line and from Python: shut unless it is asked for."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import retold
from retold.model.errors import FetchingIsOff, NothingReadable
from retold.readers.web.settings import FetchSettings
from tests.cli.conftest import Ended
from tests.readers.web.pieces import page, rss, sitemap
from tests.readers.web.server import Site, say, serving

Shell = Callable[..., Ended]


@pytest.fixture
def site(socket_enabled: None) -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def lists(tmp_path: Path, site: Site) -> Path:
    """A folder of lists that name the pages of a server."""
    item = f"<item><link>{site.at('/feed/pier')}</link><description>Shut.</description></item>"
    (tmp_path / "list.txt").write_text(site.at("/list/pier"))
    (tmp_path / "map.xml").write_text(sitemap(site.at("/map/pier")))
    (tmp_path / "feed.xml").write_text(rss(item))
    site.paths |= {f"/{name}/pier": say(page()) for name in ("list", "map", "feed")}
    return tmp_path


def test_without_leave_no_server_is_asked_for_anything(
    lists: Path, site: Site, shell: Shell
) -> None:
    ended = shell("read", str(lists), site.at("/pier"), "--json")

    result = json.loads(ended.out)
    assert (site.asked, result["run"]["network"], ended.code) == ([], False, 4)
    assert [one["text"] for one in result["documents"]] == ["Shut."]
    reasons = sorted(one["reason"] for one in result["rejected"])
    listed = "1 address; --allow-fetch reads it"
    assert reasons == [listed, listed, "an address; --allow-fetch reads it"]


def test_with_leave_the_pages_are_read_kept_and_read_again(
    lists: Path, site: Site, shell: Shell, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    bounds = ("--allow-private", "--delay", "0", "--save", str(kept))

    online = json.loads(shell("read", str(lists), "--json", "--allow-fetch", *bounds).out)
    asked = len(site.asked)
    offline = json.loads(shell("read", str(kept), "--json").out)

    assert online["documents"] == offline["documents"]
    assert [one["stories"] for one in (online, offline)] == [online["stories"]] * 2
    assert (online["run"]["network"], offline["run"]["network"]) == (True, False)
    assert (len(online["documents"]), len(site.asked)) == (3, asked)


def test_leave_that_was_not_needed_is_no_use_of_the_network(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "pier.html").write_text(page())

    ended = shell("read", str(tmp_path), "--json", "--allow-fetch")

    assert json.loads(ended.out)["run"]["network"] is False


@pytest.mark.parametrize(
    "bounds", [("--save", "kept"), ("--max-pages", "3"), ("--delay", "0"), ("--allow-private",)]
)
def test_bounds_without_leave_are_a_mistake(shell: Shell, bounds: tuple[str, ...]) -> None:
    ended = shell("read", "https://tide.example/pier", *bounds)

    assert ended.code == 2
    assert f"{bounds[0]} without --allow-fetch" in ended.err


@pytest.mark.parametrize(
    "bounds", [("--delay", "-1"), ("--max-pages", "0"), ("--max-seconds", "nan")]
)
def test_a_bound_out_of_its_range_is_a_mistake(shell: Shell, bounds: tuple[str, str]) -> None:
    assert shell("read", "https://tide.example/pier", "--allow-fetch", *bounds).code == 2


def test_from_python_an_address_is_refused_unless_it_is_allowed(site: Site) -> None:
    site.paths["/pier"] = say(page())

    with pytest.raises(FetchingIsOff, match=r"/pier is an address; fetch=FetchSettings\(\)"):
        retold.read(site.at("/pier"))
    result = retold.read(site.at("/pier"), fetch=FetchSettings(allow_private=True))

    assert (result.run.network, result.documents[0].url) == (True, site.at("/pier"))


def test_from_python_too_the_own_network_is_shut(site: Site) -> None:
    site.paths["/pier"] = say(page())

    with pytest.raises(NothingReadable):
        retold.read(site.at("/pier"), fetch=FetchSettings())
    assert site.asked == []


def test_a_folder_that_takes_no_files_stops_the_run_before_it_starts(
    shell: Shell, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("no folder")

    ended = shell("read", site.at("/pier"), "--allow-fetch", "--save", str(tmp_path / "kept" / "a"))

    assert (ended.code, site.asked) == (2, [])


@pytest.mark.parametrize("package", ["httpx2", "protego"])
def test_a_missing_package_is_told_with_its_extra(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    for name in ("fetch", "connection", "manners"):
        monkeypatch.delitem(sys.modules, f"retold.readers.web.{name}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)

    ended = shell("read", "https://tide.example/pier", "--allow-fetch")

    assert ended.code == 2
    assert f"fetching needs {package}: pip install 'retold[fetch]'" in ended.err
