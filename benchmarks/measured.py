"""Labelled pairs with their measures worked out: what trainers and judges of relations stand on."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import LabelledPair
from retold.backends.frequencies import frequencies
from retold.model.document import Block, BlockKind, Document, Span
from retold.pairs.collate import collate
from retold.pairs.ground import grounds
from retold.pairs.measures import MEASURES, measure
from retold.pairs.reading import Reading, prepare


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs and their measures, float64 (pairs, measures), columns in the order of `MEASURES`."""

    pairs: tuple[LabelledPair, ...]
    table: npt.NDArray[np.float64]

    @property
    def derived(self) -> npt.NDArray[np.int64]:
        """1 for a derived pair, 0 for an independent one."""
        return np.array([pair.derived for pair in self.pairs], np.int64)

    @property
    def labels(self) -> npt.NDArray[np.str_]:
        """The kind each pair was labelled with."""
        return np.array([pair.label for pair in self.pairs])


def plain(name: str, text: str) -> Document:
    """An English document that is all body."""
    return Document(name, text, (Block(Span(0, len(text)), BlockKind.BODY),), "en")


def measured(pairs: Iterable[LabelledPair]) -> Measured:
    """The measures of every pair; each text is read once."""
    rarity = frequencies(frozenset({"en"}))
    read: dict[str, Reading] = {}

    def reading(text: str) -> Reading:
        if text not in read:
            read[text] = prepare(plain("text", text), rarity)
        return read[text]

    kept = tuple(pairs)
    found = [
        list(measure(grounds(collate(reading(pair.left), reading(pair.right)))).values())
        for pair in kept
    ]
    return Measured(kept, np.array(found).reshape(-1, len(MEASURES)))
