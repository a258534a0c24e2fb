"""What the passages that one of two dependent texts has alone say on which is the earlier.

Lengths count only beside how much was kept, since updated reports grow, cut ones and reworded ones
shrink.
"""

import math
from itertools import compress

import numpy as np

from retold.pairs.direction_words import mean_of
from retold.pairs.edits import Half

# An edit of up to this many words is a touch, a longer one a passage; by eye.
TOUCH = 4  # words
# A text goes on past the end of the other from this many words: a sentence; by eye.
GOES_ON = 10  # words


def length(half: Half, other: Half) -> float:
    """Words in all, log."""
    del other
    return math.log(max(1, half.words))


def quoted_words(half: Half, other: Half) -> float:
    """Words in quotation marks, log."""
    del other
    return math.log1p(np.count_nonzero(half.side.reading.quoted))


def figures_alone(half: Half, other: Half) -> float:
    """Figures that only this side has, log."""
    here, there = (
        set(compress(one.side.reading.keys, one.side.reading.figure.tolist()))
        for one in (half, other)
    )
    return math.log1p(len(here - there))


def later_year(half: Half, other: Half) -> float:
    """1 where the latest year this side speaks of is later than the other's; both have one."""
    here, there = (
        max((year for _, year in one.side.reading.years), default=0) for one in (half, other)
    )
    return float(0 < there < here)


def later_year_alone(half: Half, other: Half) -> float:
    """The same of the years that stand in words of one side alone."""
    here, there = (
        max((year for at, year in one.side.reading.years if one.alone[at]), default=0)
        for one in (half, other)
    )
    return float(0 < there < here)


def touches_in(half: Half, other: Half) -> float:
    """A few words put in where the other side has nothing, how often, log."""
    del other
    return math.log1p(sum(not both and end - begin <= TOUCH for begin, end, both in half.passages))


def passages_in(half: Half, other: Half) -> float:
    """Longer passages where the other side has nothing, log."""
    del other
    return math.log1p(sum(not both and end - begin > TOUCH for begin, end, both in half.passages))


def replaced_longer(half: Half, other: Half) -> float:
    """Words in places where the other side has other words, log."""
    del other
    return math.log1p(np.count_nonzero(half.replaced))


def added_words(half: Half, other: Half) -> float:
    """Words where the other side has nothing, log."""
    del other
    return math.log1p(np.count_nonzero(half.added))


def added_rarity(half: Half, other: Half) -> float:
    """Mean rarity of the words where the other side has nothing, nats; 3 where none."""
    del other
    return mean_of(half.side.reading.weight, half.added)


def added_figures(half: Half, other: Half) -> float:
    """Figures where the other side has nothing, log."""
    del other
    return math.log1p(np.count_nonzero(half.side.reading.figure & half.added))


def goes_on(half: Half, other: Half) -> float:
    """1 where this side goes on past the end of the other by a sentence and more."""
    del other
    if not half.passages or not half.side.sentences:
        return 0.0
    begin, end, both = half.passages[-1]
    return float(not both and end == half.words and end - begin > GOES_ON)


def told_again(half: Half, other: Half) -> float:
    """How near, in the mean, the sentences of this side alone come to others of its own, 0..1."""
    del other
    lone = half.lone_sentences
    rows, rest = lone.nonzero()[0], (~lone).nonzero()[0]
    if not len(rows) or not len(rest):
        return 0.0
    side = half.side
    table = np.zeros((side.sentences, len(half.weights)))
    table[side.sentence, side.ids] = 1.0
    # Only words of the sentences on one side of the product add to it: the tables stay small.
    held = table[rows].any(axis=0)
    here, there = (table[chosen].compress(held, axis=1) for chosen in (rows, rest))
    shared = (here * half.weights[held]) @ there.T
    mass = half.mass[rows][:, None] + half.mass[rest][None, :]
    return float((2 * shared / np.maximum(mass, 1e-9)).max(axis=1).mean())


def leaned_on(half: Half, other: Half) -> float:
    """Rare words that this side brings in with a sentence that the other lacks.

    A cut takes the sentence that brings somebody in and leaves the surname: share of the rare words
    that both have.
    """
    here, there = half.first_sentence, other.first_sentence
    both = here.keys() & there.keys()
    lone = half.lone_sentences.tolist()
    brought = sum(1 for word in both if lone[here[word]])
    return (brought + 0.2) / (len(both) + 2)
