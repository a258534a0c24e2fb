"""What the passages that one of two dependent texts has alone say on which is the earlier.

Lengths count only beside how much was kept, since updated reports grow, cut ones and reworded ones
shrink.
"""

import math

import numpy as np

from retold.pairs.direction_words import drawn
from retold.pairs.halves import Half

# A text goes on past the end of the other from this many words: a sentence; by eye.
GOES_ON = 10  # words


def length(half: Half, other: Half) -> float:
    """Words in all, log."""
    del other
    return math.log(max(1, half.words))


def quoted_words(half: Half, other: Half) -> float:
    """Words in quotation marks, log."""
    del other
    return math.log1p(int(np.count_nonzero(half.reading.quoted)))


def figures_alone(half: Half, other: Half) -> float:
    """Figures that only this side has, log."""
    return math.log1p(len(half.reading.figures - other.reading.figures))


def later_year(half: Half, other: Half) -> float:
    """1 where the latest year this side speaks of is later than the other's; both have one."""
    here, there = (max((year for _, year in one.reading.years), default=0) for one in (half, other))
    return float(0 < there < here)


def later_year_alone(half: Half, other: Half) -> float:
    """The same of the years that stand in words of one side alone."""
    here, there = (
        max((year for at, year in one.reading.years if one.alone[at]), default=0)
        for one in (half, other)
    )
    return float(0 < there < here)


def touches_in(half: Half, other: Half) -> float:
    """A few words put in where the other side has nothing, how often, log."""
    del other
    return math.log1p(half.touches)


def passages_in(half: Half, other: Half) -> float:
    """Longer passages where the other side has nothing, log."""
    del other
    return math.log1p(half.passages)


def replaced_longer(half: Half, other: Half) -> float:
    """Words in places where the other side has other words, log."""
    del other
    return math.log1p(half.replaced)


def added_words(half: Half, other: Half) -> float:
    """Words where the other side has nothing, log."""
    del other
    return math.log1p(half.added)


def added_rarity(half: Half, other: Half) -> float:
    """Mean rarity of the words where the other side has nothing, nats; 3 where none."""
    del other
    return drawn(half.added_weight, half.added)


def added_figures(half: Half, other: Half) -> float:
    """Figures where the other side has nothing, log."""
    del other
    return math.log1p(half.added_figures)


def goes_on(half: Half, other: Half) -> float:
    """1 where this side goes on past the end of the other by a sentence and more."""
    del other
    return float(half.ending > GOES_ON)


def told_again(half: Half, other: Half) -> float:
    """How near, in the mean, the sentences of this side alone come to others of its own, 0..1."""
    del other
    return float(half.again.mean()) if len(half.again) else 0.0


def leaned_on(half: Half, other: Half) -> float:
    """Rare words that this side brings in with a sentence that the other lacks.

    A cut takes the sentence that brings somebody in and leaves the surname: share of the rare words
    that both have.
    """
    del other
    return (half.brought + 0.2) / (half.rare_both + 2)
