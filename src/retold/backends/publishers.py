"""Publishing houses: which outlet publishes at an address, and which house owns it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from retold.model.document import Document
from retold.model.run import Rejected

SHARED = "shared_names"
ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|il|l['’])\s*(?=\w{3})")
BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet and the house that owns it."""

    outlet: str
    owner: str


@dataclass(frozen=True, slots=True)
class Publishers:
    """Publishers by the domains they publish at, and by their names where these tell them apart."""

    domains: Mapping[str, Publisher] = field(default_factory=dict)
    names: Mapping[str, Publisher] = field(default_factory=dict)

    def of(self, url: str | None, outlet: str | None) -> Publisher | None:
        """Who publishes at an address, else by that name; None where it is no house known here."""
        labels = _host(url or "").split(".")
        for place in range(len(labels)):
            found = self.domains.get(".".join(labels[place:]))
            if found is not None:
                return found
        return self.names.get(_folded(outlet)) if outlet else None


def identified(
    pile: Iterable[Document | Rejected], publishers: Publishers
) -> Iterator[Document | Rejected]:
    """The pile with each document's owner, and its outlet where only its address tells it."""
    for one in pile:
        found = publishers.of(one.url, one.outlet) if isinstance(one, Document) else None
        if isinstance(one, Document) and found is not None:
            outlet = one.outlet or found.outlet
            yield replace(one, outlet=outlet, owner=one.owner or found.owner)
        else:
            yield one


def publishers(more: str | PathLike[str] | None = None) -> Publishers:
    """The houses that come with retold, and before them those of the file `more`.

    Raises:
        ValueError: the file is no table of owners; the message says where.
        OSError: it cannot be read.
    """
    if more is None:
        return _own()
    path = Path(more)
    try:
        added = _tabled(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    own = _own()
    return Publishers({**own.domains, **added.domains}, {**own.names, **added.names})


@cache
def _own() -> Publishers:
    raw = files("retold").joinpath("data", "publishers.toml").read_text(encoding="utf-8")
    return _tabled(raw)


def _tabled(raw: str) -> Publishers:
    """Publishers out of TOML: a table for each owner, in it each outlet with its domains."""
    table = tomllib.loads(raw)
    shared = {_folded(name) for name in msgspec.convert(table.pop(SHARED, []), list[str])}
    domains: dict[str, Publisher] = {}
    names: dict[str, Publisher] = {}
    for owner, outlets in msgspec.convert(table, dict[str, dict[str, list[str]]]).items():
        for outlet, listed in outlets.items():
            publisher = Publisher(outlet, owner)
            domains |= {one.lower().removeprefix("www."): publisher for one in listed}
            if _folded(outlet) not in shared:
                names[_folded(outlet)] = publisher
    return Publishers(domains, names)


def _folded(name: str) -> str:
    """A name without case, article and punctuation."""
    return BETWEEN.sub("", ARTICLE.sub("", name.strip().lower()))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
