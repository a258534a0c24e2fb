"""Whom else, and which other address, a page's metadata put behind its text."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from retold.model.document import Attribution, AttributionKind
from retold.readers.metadata.linked_data import Node, texts
from retold.readers.metadata.markup import Markup

MOST = 40  # attributions of one page; pages name a handful
RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright|alle rechte vorbehalten|all rights reserved|[\s,:.–—-]|(?:19|20)\d\d"
    r"|by)+|(?:[\s,.–—-]|all rights reserved|alle rechte vorbehalten|(?:19|20)\d\d)+$",
    re.IGNORECASE,
)
LONGEST_NAME = 80  # characters; what is longer is a notice, not a name
SYNDICATED = ("syndication-source", "original-source", "dc.source")


def attributions(
    page: Markup, article: Node, url: str | None, agencies: Iterable[str]
) -> tuple[Attribution, ...]:
    """Agencies in the byline, providers, rights, what the text is based on, and other addresses.

    In that order, each once; empty where the page puts nobody else behind its text.
    """
    kinds = AttributionKind
    found = [
        *(Attribution(kinds.AGENCY, name) for name in agencies),
        *_named(kinds.PROVIDER, _of(article, "provider", "sourceOrganization")),
        *_named(kinds.PROVIDER, page.every("source", "news_source", "article:source", "agency")),
        *_named(kinds.RIGHTS, _of(article, "copyrightHolder")),
        *_named(kinds.RIGHTS, page.every("copyright", "dc.rights", "rights")),
        *_based(article, url),
        *_syndicated(page, url),
        *_canonical(page, url),
    ]
    return tuple(dict.fromkeys(found))[:MOST]


def _of(article: Node, *keys: str) -> list[str]:
    return [name for key in keys for name in texts(article.get(key))]


def _named(kind: AttributionKind, values: Iterable[str]) -> Iterator[Attribution]:
    for value in values:
        address = _address(value, None)
        name = " ".join(RIGHTS.sub("", RIGHTS.sub("", value)).split())
        if address:
            yield Attribution(kind, url=address)
        elif 1 < len(name) <= LONGEST_NAME:
            yield Attribution(kind, name)


def _based(article: Node, url: str | None) -> Iterator[Attribution]:
    """What the linked data say the text is based on: a name, an address, or both."""
    value = article.get("isBasedOn") or article.get("isBasedOnUrl")
    for one in value[:MOST] if isinstance(value, list) else [value]:
        names = [name for name in texts(one) if not _address(name, None)]
        told = next(iter(texts(one, "url") or texts(one, "@id")), "")
        address = _address(told, url) if told else None
        if names or (address and not _same(address, url)):
            yield Attribution(AttributionKind.BASED_ON, names[0] if names else None, address)


def _syndicated(page: Markup, url: str | None) -> Iterator[Attribution]:
    stated = [*page.every(*SYNDICATED), *page.links.get("syndication-source", ())]
    stated.extend(page.links.get("original-source", ()))
    for value in stated:
        address = _address(value, url)
        if address and not _same(address, url):
            yield Attribution(AttributionKind.SYNDICATED, url=address)
        elif not address and len(value) <= LONGEST_NAME:
            yield Attribution(AttributionKind.SYNDICATED, name=value)


def _canonical(page: Markup, url: str | None) -> Iterator[Attribution]:
    """The addresses that the page is to be known by, where they are not its own."""
    for value in [*page.links.get("canonical", ()), *page.every("og:url")]:
        address = _address(value, url)
        if address and not _same(address, url):
            yield Attribution(AttributionKind.CANONICAL, url=address)


def _address(value: str, base: str | None) -> str | None:
    """An absolute web address; None for anything else."""
    try:
        joined = urljoin(base, value.strip()) if base else value.strip()
        parts = urlsplit(joined)
        return joined[:2000] if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def _same(one: str, other: str | None) -> bool:
    """Whether two addresses are one, but for scheme, "www.", a query and a slash at the end."""
    return other is not None and _plain(one) == _plain(other)


def _plain(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    return f"{host}{parts.path.rstrip('/')}"
