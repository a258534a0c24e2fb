"""What measures stand on: the poorer and the fuller text, without quotations that both carry.

Words that stand in quotation marks on both sides show that both heard one speaker or read one
paper, not that one writer read the other: they are taken out before descent is measured. A run
counts as such where two words in a row are quoted on either side. Quoted on one side only it stays,
since marks are lost and glued on the way.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from retold.pairs.codes import among, distinct
from retold.pairs.collate import Collation
from retold.pairs.counting import Counting
from retold.pairs.counts import Counts, Text
from retold.pairs.grid import Bools, Grid
from retold.pairs.side import Side
from retold.pairs.vocabulary import Vocabulary


@dataclass(frozen=True)
class Ground:
    """A pair ready to be measured; `poorer` has the lesser weight of words.

    Attributes:
        grid: sentences of the poorer text against those of the fuller, over all kept words.
        swapped: whether the poorer text is the right one.
        by: what counts.
    """

    poorer: Text
    fuller: Text
    words: Vocabulary
    grid: Grid
    swapped: bool
    by: Counting

    @cached_property
    def counts(self) -> Counts:
        """What the two share."""
        return self.by.counts(self.poorer, self.fuller, self.words, self.grid)

    @property
    def in_runs(self) -> tuple[Bools, Bools]:
        """Which words of the poorer and of the fuller text stand in a long run both have."""
        return self.counts.in_runs, self.counts.in_runs_fuller


@dataclass(frozen=True)
class Grounds:
    """The ground of a pair twice: shared quotations taken out, and with them."""

    prose: Ground
    whole: Ground


def grounds(collation: Collation) -> Grounds:
    """Both grounds of a collated pair. Which text is the poorer does not depend on their order."""
    sides = (collation.left, collation.right)
    forth = -1 if collation.swapped else 1
    poorer, fuller = [_whole(side) for side in sides][::forth]
    grid = collation.grid.turned if collation.swapped else collation.grid
    known = collation.swapped, collation.by
    whole = Ground(poorer, fuller, collation.words, grid, *known)
    quoted = shared_quotation(collation)
    if not quoted[0].any():
        return Grounds(whole, whole)
    poorer, fuller = list(map(_without, sides, quoted))[::forth]
    grid = collation.by.grid(poorer, fuller, collation.weights)
    return Grounds(Ground(poorer, fuller, collation.words, grid, *known), whole)


def share_of(marked: Bools) -> float:
    """Share of the words that are marked, 0..1; not asked of no words."""
    return int(np.count_nonzero(marked)) / len(marked)


def shared_quotation(collation: Collation) -> tuple[Bools, Bools]:
    """Words of each side that stand in quotation marks on both, two at least in a row."""
    left, right = collation.left, collation.right
    masks = np.zeros(len(left.ids), np.bool_), np.zeros(len(right.ids), np.bool_)
    if not (left.reading.quotations and right.reading.quotations):
        return masks
    (at_left, here), (at_right, there) = (
        _quoted_pairs(side, len(collation.weights)) for side in (left, right)
    )
    for mask, at in (
        (masks[0], at_left[among(here, distinct(there))]),
        (masks[1], at_right[among(there, distinct(here))]),
    ):
        mask[at] = True
        mask[at + 1] = True
    return masks


def _quoted_pairs(side: Side, size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Where two words in a row are quoted, and a code for each two."""
    quoted = side.reading.quoted
    at = (quoted[:-1] & quoted[1:]).nonzero()[0]
    return at, side.ids[at].astype(np.int64) * size + side.ids[at + 1]


def _whole(side: Side) -> Text:
    return Text(side.ids, np.arange(len(side.ids), dtype=np.int32), side.sentence, side.sentences)


def _without(side: Side, masked: Bools) -> Text:
    kept = (~masked).nonzero()[0].astype(np.int32)
    return Text(side.ids[kept], kept, side.sentence[kept], side.sentences)
