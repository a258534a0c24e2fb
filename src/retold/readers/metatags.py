"""What an HTML page says of its article: title, byline, outlet, address, dates, attributions."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from retold.readers.metadata.attributions import attributions
from retold.readers.metadata.datings import datings
from retold.readers.metadata.linked_data import Node, articles, texts
from retold.readers.metadata.markup import Markup, markup
from retold.readers.metadata.titles import title
from retold.readers.metadata.writers import Below, writers
from retold.readers.text import About
from retold.text.days import day_order

OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "twitter:site")


LINES_BELOW = 8  # lines below the headline that may be a byline


def about_page(tree: Any, url: str | None, below: Sequence[Below] = ()) -> About:
    """What the page says of its article, each None or empty where it says nothing.

    `below` are the lines a reader sees below the title, for bylines that no markup tells.
    """
    page = markup(tree)
    article = next(iter(articles(page.scripts)), {})
    address = url or _own_address(page)
    outlet = _outlet(page, article)
    host = _host(address)
    own = [name for name in (outlet, host) if name]
    signed = writers(page, article, own, below)
    return About(
        title=title(page, article, outlet or host),
        byline=signed.byline,
        outlet=outlet,
        url=address,
        dates=tuple(datings(page, article, address, day_order(_tag(page), host))),
        attributions=attributions(page, article, address, signed.agencies),
    )


def _outlet(page: Markup, article: Node) -> str | None:
    """Who publishes the page; a handle or a web address is nobody's name."""
    named = [*page.every(*OUTLETS[:1]), *texts(article.get("publisher")), *page.every(*OUTLETS[1:])]
    fit = (" ".join(name.split()) for name in named if "://" not in name and name[:1] != "@")
    return next(filter(None, fit), None)


def _own_address(page: Markup) -> str | None:
    """The address that a page gives itself, where nobody else knows it."""
    for value in [*page.links.get("canonical", ()), *page.every("og:url", "twitter:url")]:
        if value.startswith(("http://", "https://")):
            return str(value)
    return None


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def _tag(page: Markup) -> str | None:
    """The page's language tag with its country, if any element tells one."""
    stated = [page.language, page.first("og:locale"), page.first("content-language")]
    known = [tag for tag in stated if tag]
    return next((tag for tag in known if len(tag) > 3), next(iter(known), None))
