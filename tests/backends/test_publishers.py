from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.publishers import Publisher, Publishers, identified, publishers
from retold.model.document import Document
from retold.model.run import Rejected

HOUSES = """
shared_names = ["The Tide"]
["Ellmouth House"]
"The Tide" = ["tide.example", "www.tide.test"]
"Harbour Post" = ["post.ellmouth.example"]
["Varnholt House"]
"Varnholter Bote" = ["bote.example"]
"""


@pytest.fixture
def houses(tmp_path: Path) -> Publishers:
    path = tmp_path / "houses.toml"
    path.write_text(HOUSES, encoding="utf-8")
    return publishers(path)


@pytest.mark.parametrize(
    ("url", "outlet", "owner"),
    [
        ("https://www.tide.example/pier?a=1", None, "Ellmouth House"),
        ("http://news.TIDE.test.:8080/", None, "Ellmouth House"),
        ("https://post.ellmouth.example/", "Another Name", "Ellmouth House"),
        ("https://elsewhere.example/", "harbour post", "Ellmouth House"),
        (None, "The Varnholter Bote", "Varnholt House"),
        ("https://nottide.example/", None, None),
        ("https://ellmouth.example/", None, None),
        (None, "The Tide", None),
        ("http://[", "", None),
        (None, None, None),
    ],
)
def test_a_house_is_told_by_the_domain_and_else_by_a_name_of_its_own(
    houses: Publishers, url: str | None, outlet: str | None, owner: str | None
) -> None:
    found = houses.of(url, outlet)

    assert (found.owner if found else None) == owner


def test_a_document_takes_its_owner_and_an_outlet_only_where_it_has_none(
    houses: Publishers,
) -> None:
    address = "https://tide.example/pier"
    pile: list[Document | Rejected] = [
        Document("a", "", (), url=address),
        Document("b", "", (), url=address, outlet="Tide on Sunday"),
        Document("c", "", ()),
        Rejected("d", None, "empty"),
    ]

    first, second, third, fourth = identified(pile, houses)

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.outlet, first.owner) == ("The Tide", "Ellmouth House")
    assert (second.outlet, second.owner) == ("Tide on Sunday", "Ellmouth House")
    assert [third, fourth] == pile[2:]


def test_a_file_of_ones_own_goes_before_ours(tmp_path: Path) -> None:
    path = tmp_path / "houses.toml"
    path.write_text('["New House"]\n"Le Monde" = ["lemonde.fr"]\n', encoding="utf-8")

    changed = publishers(path)

    assert changed.of("https://www.lemonde.fr/", None) == Publisher("Le Monde", "New House")
    assert changed.of("https://elpais.com/", None) == publishers().of("https://elpais.com/", None)


@pytest.mark.parametrize(
    "content", ["a = 1", "[House]\nTide = 'tide.example'", "[House]\nTide = [1]", "no toml"]
)
def test_a_file_that_is_no_table_of_owners_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "houses.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ValueError, match=r"houses\.toml: "):
        publishers(path)


def test_our_own_table_names_many_houses_and_each_domain_once() -> None:
    own = publishers()
    listed = files("retold").joinpath("data", "publishers.toml").read_text(encoding="utf-8")

    assert len({one.owner for one in own.domains.values()}) >= 30
    assert all(listed.count(f'"{domain}"') <= 2 for domain in own.domains)
    assert all(domain == domain.lower() and "/" not in domain for domain in own.domains)


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_address_or_name_raises(url: str, outlet: str) -> None:
    publishers().of(f"https://{url}", outlet)
