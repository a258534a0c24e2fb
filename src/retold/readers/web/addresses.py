"""Addresses that a list or a person gives: read where fetching is allowed, or else counted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from retold.model.run import Rejected
from retold.readers.formats import Found, documents
from retold.readers.options import ReadOptions
from retold.readers.source import Source
from retold.readers.web.pages import Pages
from retold.readers.web.settings import MOST_LEVELS

SCHEMES = ("http://", "https://")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address of the web."""
    return text[:8].lower().startswith(SCHEMES)


def documents_at(
    addresses: Iterable[str], listing: Source, options: ReadOptions
) -> Iterator[Found]:
    """The documents at the addresses that `listing` names, and a `Rejected` for each without one.

    Without leave to fetch, one `Rejected` that counts them.
    """
    pages = options.pages
    if pages is None:
        yield from counted(sum(1 for _ in addresses), listing)
        return
    if pages.level(listing) >= MOST_LEVELS:
        number = _number(sum(1 for _ in addresses))
        yield Rejected(listing.name, None, f"{number}; lists stand in lists, {MOST_LEVELS} deep")
        return
    again = 0
    plain = (address.partition("#")[0] for address in addresses)
    for found in _visited(in_turn(plain), pages, listing):
        if found is None:
            again += 1
        elif isinstance(found, Rejected):
            yield found
        else:
            yield from documents(found, options)
    if again:
        options.say(f"{listing.name}: {_number(again)} given or reached twice, read once")


def _visited(
    addresses: Sequence[str], pages: Pages, listing: Source
) -> Iterator[Source | Rejected | None]:
    """The page at each address; None for one already read. Past the bound the rest is counted."""
    for place, address in enumerate(addresses):
        if pages.seen(address):
            yield None
        elif pages.full:
            left = {further for further in addresses[place:] if not pages.seen(further)}
            bound = f"--max-pages {pages.most} is the bound of one run"
            yield Rejected(listing.name, None, f"{_number(len(left))} left over; {bound}")
            return
        else:
            yield pages.source(address, listing)


def in_turn(addresses: Iterable[str]) -> list[str]:
    """Each address, the hosts taking turns, so that none keeps the others waiting."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(_host(address), []).append(address)
    return [address for address in chain(*zip_longest(*hosts.values())) if address is not None]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def counted(count: int, listing: Source) -> Iterator[Rejected]:
    """One `Rejected` for so many addresses that must not be asked for; none for 0."""
    if count:
        them = "it" if count == 1 else "them"
        yield Rejected(listing.name, None, f"{_number(count)}; --allow-fetch reads {them}")


def _number(count: int) -> str:
    return "1 address" if count == 1 else f"{count:,} addresses"
