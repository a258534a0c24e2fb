"""The stems of one reading, each once: what is worked out of a text alone to lay it beside many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

# Shorter words have too many neighbours in spelling.
NEAR_WORD_LENGTH = 5  # letters


class Words(Protocol):
    """The n words of a text: the stem of each, its hash and weight, and what it is."""

    @property
    def stems(self) -> Sequence[str]: ...
    @property
    def hashes(self) -> npt.NDArray[np.uint64]: ...
    @property
    def weight(self) -> npt.NDArray[np.float64]: ...
    @property
    def named(self) -> npt.NDArray[np.bool_]: ...
    @property
    def figure(self) -> npt.NDArray[np.bool_]: ...


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The u stems of a text of n words.

    Attributes:
        hashes: uint64 (u,), the stems, each once, ascending.
        at: int32 (n,), which of the stems each word has.
        weights: float64 (u,), nats, the sum over the words of each stem.
        counts: int64 (u,), how many words each stem has.
        named, figures: bool (u,), those that are part of a name or a figure somewhere.
        long: those of `NEAR_WORD_LENGTH` letters and more, in the order of their letters.
        long_at: int32, which of the stems these are.
    """

    hashes: npt.NDArray[np.uint64]
    at: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]
    named: npt.NDArray[np.bool_]
    figures: npt.NDArray[np.bool_]
    long: tuple[str, ...]
    long_at: npt.NDArray[np.int32]

    @classmethod
    def of(cls, words: Words) -> "Lexicon":
        """The lexicon of some words."""
        order = words.hashes.argsort(kind="stable")
        ascending = words.hashes[order]
        first = np.ones(len(order), np.bool_)
        np.not_equal(ascending[1:], ascending[:-1], out=first[1:])
        at = np.empty(len(order), np.int32)
        at[order] = np.cumsum(first) - 1
        size = int(np.count_nonzero(first))
        named, figures = np.zeros((2, size), np.bool_)
        named[at[words.named]] = True
        figures[at[words.figure]] = True
        return cls(
            ascending[first],
            at,
            np.bincount(at, words.weight, size).astype(np.float64, copy=False),
            np.bincount(at, minlength=size),
            named,
            figures,
            *_long([words.stems[place] for place in order[first].tolist()]),
        )


def _long(stems: Sequence[str]) -> tuple[tuple[str, ...], npt.NDArray[np.int32]]:
    """The long ones among some stems in the order of their letters, and which they are."""
    places = [at for at, stem in enumerate(stems) if len(stem) >= NEAR_WORD_LENGTH]
    places.sort(key=stems.__getitem__)
    return tuple(map(stems.__getitem__, places)), np.array(places, np.int32)
