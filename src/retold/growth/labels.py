"""The labels of documents that wait, and of those whose labels change because of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from retold.backends.store.coding import packed_blocks
from retold.backends.store.shelf import Waiting
from retold.backends.store.store import Store
from retold.model.document import Block, Document
from retold.stories.repeated import relabelled


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document that is to be worked in, with its labels in force.

    Attributes:
        row: where it is kept.
        blocks: its labels where they are not those it was read with; else None.
        number: its number until now; None where it was waiting.
        before: the document of that number.
    """

    row: int
    document: Document
    blocks: tuple[Block, ...] | None
    number: int | None = None
    before: Document | None = None


def labelled(store: Store, waiting: Sequence[Waiting]) -> list[Labelled]:
    """The documents that wait, and those of their sites whose labels are others now, by row."""
    given = store.shelf.given([one.row for one in waiting])
    beside: dict[int, Document] = {}
    for site in sorted({one.site for one in waiting if one.site is not None}):
        beside |= store.shelf.of_site(site)
    every = {**beside, **given}
    ordered = [every[row] for row in sorted(every)]
    now = dict(zip(sorted(every), relabelled(ordered), strict=True))
    found = [Labelled(row, now[row], _others(given[row], now[row])) for row in sorted(given)]
    for row in sorted(beside):
        one = _changed(store, row, beside[row], now[row])
        if one is not None:
            found.append(one)
    return found


def _others(given: Document, now: Document) -> tuple[Block, ...] | None:
    return None if given.blocks == now.blocks else now.blocks


def _changed(store: Store, row: int, given: Document, now: Document) -> Labelled | None:
    """A document whose labels are not those in force; None for most."""
    blocks = _others(given, now)
    if store.shelf.labels(row) == (None if blocks is None else packed_blocks(blocks)):
        return None
    number, before = store.shelf.numbered(row)
    return Labelled(row, now, blocks, number, before)
