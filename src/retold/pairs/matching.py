"""Which sentences of two texts belong together: greedily, best first, and with what joins them.

Links are taken as in competitive linking (Melamed 2000); a linked sentence takes a neighbour in
where the two together are liker than either alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import LCSseq

from retold.pairs.grid import LEAST_MASS, Bools, Floats, Grid, Ints, Words
from retold.pairs.side import lettered

# Sentences in a row of one text, the first and the last; and two such that belong together.
Run = tuple[int, int]
Match = tuple[Run, Run]

# Between equals the sentence at the like place wins: boilerplate that returns is told apart.
PLACE_BONUS = 0.02  # likeness
# A link whose neighbours also correspond is likelier than one alone.
NEIGHBOUR_BONUS = 0.1  # of the neighbours' likeness


@dataclass(frozen=True, slots=True)
class Laid:
    """Two texts whose sentences are to be linked.

    Attributes:
        weights: float64 (v,), nats.
        grid: sentences of the left text against those of the right.
        mirrored: whether ties go by place in the right text: which text's place counts must not
            hang on the side it stands on.
        link_from: likeness from which two sentences may be linked, 0..1.
        joined_gain: how much liker two sentences joined must be than one alone, 0..1.
    """

    left: Words
    right: Words
    weights: Floats
    grid: Grid
    mirrored: bool
    link_from: float
    joined_gain: float


@dataclass(frozen=True, slots=True)
class Matches:
    """Sentences that belong together, one match a row, in the order they were found.

    Attributes:
        runs: int32 (k, 4), first and last sentence of the left text, then of the right.
        kept: int64 (k,), words that return in order.
        dice: float64 (k,), weighted Dice of the words of both sides, each once, 0..1.
    """

    runs: Ints
    kept: Sequence[int]
    dice: Sequence[float]


def plain_matches(laid: Laid) -> Matches:
    """The matches of two texts; none where either has no sentence."""
    weighed = _Weighed(laid)
    found = _matched(weighed)
    return Matches(
        np.array(found, np.int32).reshape(-1, 4),
        [weighed.kept(match) for match in found],
        [weighed.likeness(match) for match in found],
    )


def _matched(weighed: "_Weighed") -> list[Match]:
    """Sentences that belong together, taken best first, each once."""
    of_left: dict[int, int] = {}
    of_right: dict[int, int] = {}
    matched: list[Match] = []
    for row, column in _candidates(weighed.laid):
        met = [one for one in (of_left.get(row), of_right.get(column)) if one is not None]
        if not met:
            of_left[row] = of_right[column] = len(matched)
            matched.append(((row, row), (column, column)))
        elif len(met) == 1:
            match = matched[met[0]]
            grown = _with(match[0], row), _with(match[1], column)
            if _joins(weighed, match, grown):
                of_left[row] = of_right[column] = met[0]
                matched[met[0]] = grown
    return matched


def _candidates(laid: Laid) -> Iterable[tuple[int, int]]:
    """A left and a right sentence that may be linked, the most favoured first."""
    if not laid.grid.likeness.size:
        return ()
    like = laid.grid.likeness.round(9)
    rows, columns = (like >= laid.link_from).nonzero()
    favour = _favoured(like)[rows, columns].round(9)
    order = np.lexsort((rows, columns, -favour) if laid.mirrored else (columns, rows, -favour))
    return zip(rows[order].tolist(), columns[order].tolist(), strict=True)


def _favoured(like: Floats) -> Floats:
    """Likeness with a little for standing at the like place and for neighbours that correspond."""
    height, width = like.shape
    neighbours = np.zeros((height, width))
    neighbours[1:, 1:] = like[:-1, :-1]
    np.maximum(neighbours[:-1, :-1], like[1:, 1:], out=neighbours[:-1, :-1])
    distance = np.abs(along(height)[:, None] - along(width)[None, :])
    return like + NEIGHBOUR_BONUS * neighbours - PLACE_BONUS * distance


@lru_cache(maxsize=512)
def along(count: int) -> Floats:
    """Where sentences stand in a text of so many, 0..1."""
    return np.linspace(0, 1, count)


def _with(run: Run, sentence: int) -> Run:
    """The run with one sentence more, and with those between."""
    return min(run[0], sentence), max(run[1], sentence)


def _size(run: Run) -> int:
    return run[1] - run[0] + 1


def _joins(weighed: "_Weighed", match: Match, grown: Match) -> bool:
    """Whether a neighbouring sentence more makes the two sides of a match liker.

    None is many to many.
    """
    if min(map(_size, grown)) > 1 or sum(map(_size, grown)) > sum(map(_size, match)) + 1:
        return False
    return weighed.likeness(grown) >= weighed.likeness(match) + weighed.laid.joined_gain


@dataclass(frozen=True)
class _Weighed:
    """What sentences in a row have in common."""

    laid: Laid
    _likeness: dict[Match, float] = field(default_factory=dict)

    def likeness(self, match: Match) -> float:
        """Weighted Dice of the words of some left sentences and those of some right ones, 0..1."""
        if match not in self._likeness:
            here, there = (
                table[first : last + 1].any(axis=0)
                for table, (first, last) in zip(self._tables, match, strict=True)
            )
            weights = self.laid.weights
            shared = float(weights[here & there].sum())
            both = float(weights[here].sum()) + float(weights[there].sum())
            self._likeness[match] = 2 * shared / max(both, LEAST_MASS)
        return self._likeness[match]

    def kept(self, match: Match) -> int:
        """How many words of some left sentences return in order in some right ones."""
        here, there = (
            side.ids[slice(*side.sentence.searchsorted((first, last + 1)))]
            for side, (first, last) in zip((self.laid.left, self.laid.right), match, strict=True)
        )
        return int(LCSseq.similarity(lettered(here), lettered(there)))

    @cached_property
    def _tables(self) -> tuple[Bools, Bools]:
        """Which words of the vocabulary stand in which sentence of either side, bool (m, v)."""
        left, right = (self._table(side) for side in (self.laid.left, self.laid.right))
        return left, right

    def _table(self, side: Words) -> Bools:
        table = np.zeros((side.sentences, len(self.laid.weights)), np.bool_)
        table[side.sentence, side.ids] = True
        return table
