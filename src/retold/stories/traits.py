"""The readings of a text: what it can share with its relatives and they with each other.

In stemmatology a reading is what a witness has at a place of variation. Here it is an ordered pair
of content words near each other, which survives changed function words, spelling of case, and cuts.
"""

import hashlib
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from retold.pairs.ground import CONTENT_FROM
from retold.pairs.reading import Reading

Traits = npt.NDArray[np.uint64]

# Content words from one word of a pair to the other, at most.
REACH = 3


def traits(reading: Reading) -> Traits:
    """A text's readings as sorted 64-bit keys, each once; empty without two content words."""
    kept = [stem for stem, w in zip(reading.stems, reading.weight, strict=True) if w > CONTENT_FROM]
    keys = np.array([_key(stem) for stem in kept], np.uint64)
    pairs = [_joined(keys[:-step], keys[step:]) for step in range(1, REACH + 1) if len(keys) > step]
    return np.unique(np.concatenate(pairs)) if pairs else np.zeros(0, np.uint64)


@lru_cache(maxsize=200_000)
def _key(stem: str) -> int:
    """A 64-bit key of a stem, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")


def _joined(here: Traits, there: Traits) -> Traits:
    """One key for each ordered pair."""
    return here * np.uint64(0x9E3779B97F4A7C15) ^ (there + np.uint64(0x632BE59BD9B4E019))


def shared(one: Traits, other: Traits) -> Traits:
    """Readings that both have."""
    return np.intersect1d(one, other, assume_unique=True)
