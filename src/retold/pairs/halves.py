"""What each of two texts has that the other lacks, counted: all that is asked on direction.

As in `retold.pairs.counts`, numbers do not hang on the order in which they are summed: numpy
defines them here, and compiled code (`retold.pairs.halves_kernel`) comes to the same.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from retold.pairs.codes import marked
from retold.pairs.grid import LEAST_MASS, Bools, Floats, Grid, Ints
from retold.pairs.reading import SMALL_UP_TO, Reading
from retold.pairs.side import Side

# From this rarity a word is a name or a term; by eye.
RARE_FROM = 5.0  # nats
# Share of a sentence's words that only this side has from which the sentence is its own; by eye.
LONE_FROM = 0.9
# Share of the weight of a sentence's words that one sentence of the other side has, from which it
# may tell the same. Words of other sentences tell of a topic: without the bound texts merged from
# two went wrong; at .25 a set never trained on lost .06.
TOLD_FROM = 0.15
# An edit of up to this many words is a touch, a longer one a passage; by eye.
TOUCH = 4  # words


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits between two texts, seen from one side.

    Attributes:
        alone: bool (n,), words in no common subsequence with the other side.
        passages: int32 (k, 3), each run of such words in order: first word, last word + 1, and
            whether the other side has something else in its place.
    """

    side: Side
    alone: Bools
    passages: Ints


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a pair and what only it has, counted in words where nothing else is said.

    Attributes:
        alone: bool (n,), words in no common subsequence with the other side.
        reworded: bool (n,), such words in sentences that the other tells too.
        misspelt: bool (n,), words in no table that the other side spells in a known way.
        lone, strangers, small: words alone, those in no table, those that are small.
        replaced, replaced_letters, replaced_weight: words that the other side has others for, the
            letters of them, and the nats.
        added, added_figures, added_weight: words where the other side has nothing.
        touches, passages: how often few words stand where the other side has nothing, and more.
        ending: words after the end of the other side.
        untouched: sentences of which the other side has every word in order.
        stems, rare, rare_alone: words, each once; rare ones; those of them that the other lacks.
        rare_both, brought: rare words of both, and those that first stand here in a sentence of
            this side alone.
        again: float64, likeness of each sentence of this side alone to that of its others that is
            most like it; empty where there are no others.
    """

    reading: Reading
    alone: Bools
    reworded: Bools
    misspelt: Bools
    lone: int
    strangers: int
    small: int
    replaced: int
    replaced_letters: int
    replaced_weight: float
    added: int
    added_figures: int
    added_weight: float
    touches: int
    passages: int
    ending: int
    untouched: int
    stems: int
    rare: int
    rare_alone: int
    rare_both: int
    brought: int
    again: Floats

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.reading.keys)

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.reading.sentences)


def plain_edits(one: Side, other: Side) -> tuple[Edits, Edits]:
    """The edits between two texts, seen from each; of several ways the one rapidfuzz takes."""
    sides = (one, other)
    alone = [np.ones(len(side.ids), np.bool_) for side in sides]
    passages: tuple[list[tuple[int, int, bool]], ...] = ([], [])
    before = (0, 0)
    # The last block is empty and stands at both ends.
    for block in Indel.editops(one.letters, other.letters).as_matching_blocks():
        begin = (block.a, block.b)
        both = begin[0] > before[0] and begin[1] > before[1]
        for side in (0, 1):
            if begin[side] > before[side]:
                passages[side].append((before[side], begin[side], both))
            alone[side][begin[side] : begin[side] + block.size] = False
        before = (block.a + block.size, block.b + block.size)
    made = [
        Edits(side, lone, np.array(runs, np.int32).reshape(-1, 3))
        for side, lone, runs in zip(sides, alone, passages, strict=True)
    ]
    return made[0], made[1]


def plain_half(edits: Edits, other: Side, grid: Grid, weights: Floats) -> Half:
    """What one side has alone; `grid` lays its sentences against those of the other."""
    side, alone, reading = edits.side, edits.alone, edits.side.reading
    replaced, added = (_covered(edits, replacing=replacing) for replacing in (True, False))
    best = grid.overlap.max(axis=1, initial=0.0)
    told = best >= TOLD_FROM * np.maximum(grid.here, LEAST_MASS)
    lone = np.bincount(side.sentence[alone], minlength=side.sentences)
    own = _own(side, lone)
    spelled = marked(other.ids[other.reading.known], len(weights))
    touches, passages, ending = _put_in(edits)
    stems, rare, rare_alone, rare_both, brought = _rare(side, other, weights, own)
    return Half(
        reading=reading,
        alone=alone,
        reworded=alone & told[side.sentence],
        misspelt=~reading.known & spelled[side.ids],
        lone=_count(alone),
        strangers=_count(alone & ~reading.known),
        small=_count(alone & (reading.stepped < SMALL_UP_TO)),
        replaced=_count(replaced),
        replaced_letters=int(reading.letters[replaced].sum()),
        replaced_weight=float(reading.stepped[replaced].sum()),
        added=_count(added),
        added_figures=_count(added & reading.figure),
        added_weight=float(reading.stepped[added].sum()),
        touches=touches,
        passages=passages,
        ending=ending,
        untouched=_count(lone == 0),
        stems=stems,
        rare=rare,
        rare_alone=rare_alone,
        rare_both=rare_both,
        brought=brought,
        again=_again(side, weights, own),
    )


def _own(side: Side, lone: npt.NDArray[np.intp]) -> Bools:
    """Sentences that are almost wholly this side's own, bool (m,)."""
    total = np.bincount(side.sentence, minlength=side.sentences)
    return np.asarray(lone >= LONE_FROM * np.maximum(total, 1))


def _count(marked: Bools) -> int:
    return int(np.count_nonzero(marked))


def _covered(edits: Edits, *, replacing: bool) -> Bools:
    covered = np.zeros(len(edits.alone), np.bool_)
    for begin, end, both in edits.passages.tolist():
        if both == replacing:
            covered[begin:end] = True
    return covered


def _put_in(edits: Edits) -> tuple[int, int, int]:
    begins, ends, both = edits.passages.T
    lengths = (ends - begins)[both == 0]
    touches = _count(lengths <= TOUCH)
    at_end = len(both) and not both[-1] and ends[-1] == len(edits.alone)
    return touches, len(lengths) - touches, int(lengths[-1]) if at_end else 0


def _rare(side: Side, other: Side, weights: Floats, own: Bools) -> tuple[int, int, int, int, int]:
    present, there = (marked(one.ids, len(weights)) for one in (side, other))
    rare = present & (weights > RARE_FROM)
    # The sentence in which each word first stands: of several, what is written last holds.
    first = np.zeros(len(weights), np.int32)
    first[side.ids[::-1]] = side.sentence[::-1]
    both = rare & there
    brought = _count(own[first[both]])
    return _count(present), _count(rare), _count(rare & ~there), _count(both), brought


def _again(side: Side, weights: Floats, own: Bools) -> Floats:
    if own.all() or not own.any():
        return np.zeros(0)
    table = np.zeros((side.sentences, len(weights)))
    table[side.sentence, side.ids] = 1.0
    # Only words of the sentences on one side of the product add to it: the tables stay small.
    held = table[own].any(axis=0)
    here, there = (table[chosen].compress(held, axis=1) for chosen in (own, ~own))
    shared = (here * weights[held]) @ there.T
    mass = table @ weights
    both = np.maximum(mass[own][:, None] + mass[~own][None, :], LEAST_MASS)
    return np.asarray((2 * shared / both).max(axis=1))
