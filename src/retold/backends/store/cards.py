"""A card a document, of one length, in one file: what is asked of many documents at once.

A card is written before the document's number is committed, at the place that the number gives, so
what a stopped run has left there is written over by the next.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.backends.store.segments import Numbers
from retold.stories.keys import TERMS, Keys
from retold.stories.postings import turn

FILE = "cards"
# Of each document: its rank among those that may stand for others, how many marks it has, and its
# terms with what they weigh.
CARD = np.dtype(
    [("rank", "<u8"), ("marks", "<u4"), ("terms", "<u8", TERMS), ("scores", "<i8", TERMS)]
)
Cards = npt.NDArray[Any]


def card(name: str, keys: Keys) -> npt.NDArray[Any]:
    """The card of a document, shape (1,)."""
    made = np.zeros(1, CARD)
    made["rank"] = int.from_bytes(turn(name), "big")
    made["marks"] = len(keys.marks)
    made["terms"][0, : len(keys.terms)] = keys.terms
    made["scores"][0, : len(keys.terms)] = keys.scores
    return made


def terms_of(one: Any) -> npt.NDArray[np.uint64]:
    """The terms on a card; each weighs something."""
    count = int(np.count_nonzero(one["scores"]))
    return np.asarray(one["terms"][:count], np.uint64)


class CardFile:
    """The cards of a store, by number."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._cards: Cards = np.zeros(0, CARD)

    def of(self, numbers: Numbers) -> Cards:
        """The cards of some documents, in their order."""
        return self._reaching(numbers)[numbers]

    def column(self, name: str, numbers: Numbers) -> npt.NDArray[Any]:
        """One field of the cards of some documents, in their order; the rest is not touched."""
        column: npt.NDArray[Any] = self._reaching(numbers)[name][numbers]
        return column

    def _reaching(self, numbers: Numbers) -> Cards:
        """All cards, those of the greatest of some numbers among them."""
        if len(numbers) and int(numbers.max()) >= len(self._cards):
            size = self._path.stat().st_size // CARD.itemsize
            # Mapped as a plain array: indexing a memmap makes a new one each time.
            self._cards = np.asarray(np.memmap(self._path, CARD, "r", 0, (size,)))
        return self._cards

    def write(self, first: int, cards: Cards) -> None:
        """Writes cards from a number on; they are on the disk when this returns."""
        self._path.touch()
        with self._path.open("r+b") as out:
            out.seek(first * CARD.itemsize)
            out.write(np.ascontiguousarray(cards).tobytes())
            out.flush()
            os.fsync(out.fileno())
