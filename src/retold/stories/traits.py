"""The readings of a text: what it can share with its relatives and they with each other.

In stemmatology a reading is what a witness has at a place of variation. Here it is an ordered pair
of content words near each other, which survives changed function words, spelling of case, and cuts.
"""

import numpy as np
import numpy.typing as npt

from retold.pairs.counts import CONTENT_FROM
from retold.pairs.reading import Reading

Traits = npt.NDArray[np.uint64]

# Content words from one word of a pair to the other, at most.
REACH = 3


def traits(reading: Reading) -> Traits:
    """A text's readings as sorted 64-bit keys, each once; empty without two content words."""
    keys = reading.hashes[reading.weight > CONTENT_FROM]
    pairs = [_joined(keys[:-step], keys[step:]) for step in range(1, REACH + 1) if len(keys) > step]
    return each_once(np.concatenate(pairs)) if pairs else np.zeros(0, np.uint64)


def each_once(keys: Traits) -> Traits:
    """The keys sorted, each once; `np.unique`, made for more, takes seven times as long."""
    ordered = np.sort(keys)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _joined(here: Traits, there: Traits) -> Traits:
    """One key for each ordered pair."""
    return here * np.uint64(0x9E3779B97F4A7C15) ^ (there + np.uint64(0x632BE59BD9B4E019))


def shared(one: Traits, other: Traits) -> Traits:
    """Readings that both have."""
    return np.intersect1d(one, other, assume_unique=True)
