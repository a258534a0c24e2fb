"""The stems of one reading, each once: what is worked out of a text alone to lay it beside many."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

# Shorter words have too many neighbours in spelling.
NEAR_WORD_LENGTH = 5  # letters


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The u stems of a text of n words.

    Attributes:
        stems: each once with its number, 0..u - 1, in the order of their letters.
        long: those of `NEAR_WORD_LENGTH` letters and more, in that order.
        at: int32 (n,), which of the stems each word has.
        weights: float64 (u,), nats, the sum over the words of each stem.
        counts: int64 (u,), how many words each stem has.
    """

    stems: dict[str, int]
    long: tuple[str, ...]
    at: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, words: Sequence[str], weights: npt.NDArray[np.float64]) -> "Lexicon":
        """The lexicon of a text by the stem and the weight of each of its words."""
        stems = numbered(set(words))
        at = np.fromiter(map(stems.__getitem__, words), np.int32, len(words))
        return cls(
            stems,
            tuple([stem for stem in stems if len(stem) >= NEAR_WORD_LENGTH]),
            at,
            np.bincount(at, weights, len(stems)).astype(np.float64, copy=False),
            np.bincount(at, minlength=len(stems)),
        )


def numbered(names: Collection[str]) -> dict[str, int]:
    """The names in the order of their letters, each with its number, from 0."""
    return dict(zip(sorted(names), range(len(names)), strict=True))
