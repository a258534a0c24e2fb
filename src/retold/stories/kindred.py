"""What the texts of one origin share, two by two and against a third, counted in one table."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from retold.stories.traits import Traits, each_once

Counts = npt.NDArray[np.float32]

# Two rewordings hit on a pair of words by chance as often as both have much that is new: this times
# the product of their new readings over the readings of the smaller. With .10, and 8 and .01 of
# retold.stories.lineage, the trees of detectrl_derivations reach edge F1 .98 with their source in
# the pile and .94 with it hidden; lesser values invent lost texts, greater ones miss them
# (python -m benchmarks trees).
BY_CHANCE = 0.10


class Kindred:
    """Texts over the readings that any of them has.

    Attributes:
        names: the n texts, sorted.
        table: float32 (n, r), 1 where a text has a reading.
        shared: float32 (n, n), readings two texts have in common; the diagonal is their number.
    """

    def __init__(self, texts: Mapping[str, Traits]) -> None:
        """`texts` are sorted keys of readings, by name."""
        self.names = sorted(texts)
        self.place = {name: index for index, name in enumerate(self.names)}
        every = [texts[name] for name in self.names]
        readings = each_once(np.concatenate([np.zeros(0, np.uint64), *every]))
        self.table: Counts = np.zeros((len(every), len(readings)), np.float32)
        for row, text in enumerate(every):
            self.table[row, np.searchsorted(readings, text)] = 1.0
        self.shared: Counts = self.table @ self.table.T
        self._beyond: dict[str, Counts] = {}

    @cached_property
    def resemblance(self) -> Counts:
        """Shared readings over the geometric mean of both counts (cosine), 0..1, float32 (n, n)."""
        sizes = np.maximum(1.0, np.diag(self.shared))
        return np.asarray(self.shared / np.sqrt(sizes[:, None] * sizes[None, :]), np.float32)

    def beyond_chance(self, witness: str) -> Counts:
        """Readings that two texts share and the witness lacks, less what chance gives, (n, n)."""
        if witness not in self._beyond:
            # All that two share, less what the witness has of it: its readings are few of all.
            held = self.table[:, self.table[self.place[witness]] > 0]
            lacked = self.shared - held @ held.T
            sizes = np.diag(self.shared)
            fresh = sizes - self.shared[self.place[witness]]
            least = np.maximum(1.0, np.minimum(sizes[:, None], sizes[None, :]))
            self._beyond[witness] = lacked - BY_CHANCE * fresh[:, None] * fresh[None, :] / least
        return self._beyond[witness]

    def attested_twice(self, beside: Sequence[str]) -> Counts:
        """The readings that two of some texts have, float32 (r,)."""
        rows = [self.place[name] for name in beside]
        return np.asarray(self.table[rows].sum(axis=0) > 1, np.float32)
