"""The labels of documents that wait, and of those whose labels change because of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retold.backends.store.coding import packed_blocks
from retold.backends.store.shelf import Sited, Waiting
from retold.backends.store.store import Store
from retold.model.document import Block, Document
from retold.stories.letters import Hashes
from retold.stories.repeated import lines_of, repeated, without


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
    """The documents that wait, and those of their sites whose labels are others now, by row.

    Of a site only the lines of its documents are looked at, and no text is read again but of those
    whose labels may be others.
    """
    given = store.shelf.given([one.row for one in waiting])
    sites = defaultdict(list)
    for one in waiting:
        if one.site is not None:
            sites[one.site].append(one.row)
    now, changed = dict(given), list[Labelled]()
    for site, rows in sites.items():
        coming = [Sited(given[row].id, row, lines_of(given[row])) for row in rows]
        held = store.shelf.of_site(site)
        before, after = _repeated(held), _repeated([*held, *coming])
        now |= {row: without(given[row], after) for row in rows}
        moved = np.setxor1d(before, after)
        touched = [one.row for one in held if np.isin(one.lines["key"], moved).any()]
        changed += _changed(store, touched, after)
    found = [Labelled(row, now[row], _others(given[row], now[row])) for row in sorted(given)]
    return [*found, *sorted(changed, key=lambda one: one.row)]


def _repeated(held: Sequence[Sited]) -> Hashes:
    """The lines that a site of some documents repeats."""
    return repeated([one.lines for one in sorted(held, key=lambda one: one.id)])


def _others(given: Document, now: Document) -> tuple[Block, ...] | None:
    return None if given.blocks == now.blocks else now.blocks


def _changed(store: Store, rows: Sequence[int], keys: Hashes) -> Iterator[Labelled]:
    """The documents, of some, whose labels are not those in force where `keys` are repeated."""
    for row, given in store.shelf.given(rows).items():
        now = without(given, keys)
        blocks = _others(given, now)
        if store.shelf.labels(row) != (None if blocks is None else packed_blocks(blocks)):
            number, before = store.shelf.numbered(row)
            yield Labelled(row, now, blocks, number, before)
