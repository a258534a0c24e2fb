"""What the passages that one of two dependent texts has alone say on which is the earlier.

Lengths count only beside how much was kept, since updated reports grow, cut ones and reworded ones
shrink.
"""

import math
import re

import numpy as np

from retold.pairs.collate import Bools
from retold.pairs.direction_words import mean_of
from retold.pairs.edits import Half

# An edit of up to this many words is a touch, a longer one a passage; by eye.
TOUCH = 4  # words
# A text goes on past the end of the other from this many words: a sentence; by eye.
GOES_ON = 10  # words
# What news speaks of as a year; other figures of four digits are counts.
YEAR = re.compile(r"(?:19|20)\d\d")


def length(half: Half, other: Half) -> float:
    """Words in all, log."""
    del other
    return math.log(max(1, half.words))


def quoted_words(half: Half, other: Half) -> float:
    """Words in quotation marks, log."""
    del other
    return math.log1p(int(half.side.reading.quoted.sum()))


def figures_alone(half: Half, other: Half) -> float:
    """Figures that only this side has, log."""
    places = np.flatnonzero(half.side.reading.figure).tolist()
    theirs = np.flatnonzero(other.side.reading.figure).tolist()
    here, there = half.side.reading.keys, other.side.reading.keys
    return math.log1p(len({here[one] for one in places} - {there[one] for one in theirs}))


def later_year(half: Half, other: Half) -> float:
    """1 where the latest year this side speaks of is later than the other's; both have one."""
    here, there = (_latest(one, one.side.reading.figure) for one in (half, other))
    return float(0 < there < here)


def later_year_alone(half: Half, other: Half) -> float:
    """The same of the years that stand in words of one side alone."""
    here, there = (_latest(one, one.side.reading.figure & one.alone) for one in (half, other))
    return float(0 < there < here)


def _latest(half: Half, chosen: Bools) -> int:
    """The latest year among the chosen words; 0 for none."""
    keys = half.side.reading.keys
    figures = [keys[place] for place in chosen.nonzero()[0].tolist()]
    return max((int(one) for one in figures if YEAR.fullmatch(one)), default=0)


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
    return math.log1p(int(half.replaced.sum()))


def added_words(half: Half, other: Half) -> float:
    """Words where the other side has nothing, log."""
    del other
    return math.log1p(int(half.added.sum()))


def added_rarity(half: Half, other: Half) -> float:
    """Mean rarity of the words where the other side has nothing, nats; 3 where none."""
    del other
    return mean_of(half.side.reading.weight, half.added)


def added_figures(half: Half, other: Half) -> float:
    """Figures where the other side has nothing, log."""
    del other
    return math.log1p(int((half.side.reading.figure & half.added).sum()))


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
    rows, rest = np.flatnonzero(lone), np.flatnonzero(~lone)
    if not len(rows) or not len(rest):
        return 0.0
    side = half.side
    inside = lone[side.sentence]
    # Only words that stand on both sides of the product add to it: the tables stay small.
    column = np.zeros(len(half.weights), np.int64)
    column[side.ids[inside]] = 1
    column = np.cumsum(column) * column - 1
    tables = []
    for chosen, sentences in ((inside, rows), (~inside, rest)):
        here = chosen & (column[side.ids] >= 0)
        table = np.zeros((len(sentences), int(column.max()) + 1))
        row = np.searchsorted(sentences, side.sentence[here])
        table[row, column[side.ids[here]]] = 1.0
        tables.append(table)
    root = np.zeros(tables[0].shape[1])
    root[column[column >= 0]] = half.weights[column >= 0]
    shared = (tables[0] * root) @ tables[1].T
    mass = half.mass[rows][:, None] + half.mass[rest][None, :]
    return float((2 * shared / np.maximum(mass, 1e-9)).max(axis=1).mean())


def leaned_on(half: Half, other: Half) -> float:
    """Rare words that this side brings in with a sentence that the other lacks.

    A cut takes the sentence that brings somebody in and leaves the surname: share of the rare words
    that both have.
    """
    here, there = half.first_sentence, other.first_sentence
    both = [word for word in here if word in there]
    brought = sum(bool(half.lone_sentences[here[word]]) for word in both)
    return (brought + 0.2) / (len(both) + 2)
