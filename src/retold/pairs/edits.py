"""The edits between two dependent texts, seen from both sides, and what they say was done."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import Indel

from retold.pairs.collate import Bools, Collation, Floats, Ints, Side

# From this rarity a word is a name or a term; by eye.
RARE_FROM = 5.0  # nats
# Share of a sentence's words that only this side has from which the sentence is its own; by eye.
LONE_FROM = 0.9

# Share of the weight of a sentence's words that one sentence of the other side has, from which it
# may tell the same. Words of other sentences tell of a topic: without the bound texts merged from
# two went wrong; at .25 a set never trained on lost .06.
TOLD_FROM = 0.15

# First word, last word + 1, and whether the other side has something else in its place.
Passage = tuple[int, int, bool]


@dataclass(frozen=True)
class Half:
    """One side of a pair and what only it has.

    Attributes:
        alone: bool (n,), words in no common subsequence with the other side.
        passages: each run of such words, in order.
        weights: float64 (v,), nats, the rarity of each word of both sides.
        mass: float64 (m,), the weight of each sentence's words, each word once.
        told: bool (m,), sentences of which one of the other side shares enough to tell the same.
    """

    side: Side
    alone: Bools
    passages: tuple[Passage, ...]
    weights: Floats
    mass: Floats
    told: Bools

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.side.ids)

    @cached_property
    def words_alone(self) -> int:
        """How many words only this side has."""
        return int(np.count_nonzero(self.alone))

    @cached_property
    def present(self) -> Bools:
        """Words of the vocabulary that stand on this side, bool (v,)."""
        return self._marked(self.side.ids)

    @cached_property
    def spelled(self) -> Bools:
        """Words of the vocabulary that this side spells in a known way, bool (v,)."""
        return self._marked(self.side.ids[self.side.reading.known])

    def _marked(self, ids: Ints) -> Bools:
        marks = np.zeros(len(self.weights), np.bool_)
        marks[ids] = True
        return marks

    @cached_property
    def replaced(self) -> Bools:
        """Words that the other side has others for, bool (n,)."""
        return self._covered(replacing=True)

    @cached_property
    def added(self) -> Bools:
        """Words where the other side has nothing, bool (n,)."""
        return self._covered(replacing=False)

    @cached_property
    def reworded(self) -> Bools:
        """Words that only this side has in sentences that the other tells too, bool (n,)."""
        return np.asarray(self.alone & self.told[self.side.sentence])

    def _covered(self, *, replacing: bool) -> Bools:
        covered = np.zeros(self.words, np.bool_)
        for begin, end, both in self.passages:
            if both is replacing:
                covered[begin:end] = True
        return covered

    @cached_property
    def _lone_words(self) -> Floats:
        """How many words of each sentence only this side has, float64 (m,)."""
        lone = np.bincount(self.side.sentence, self.alone, minlength=self.side.sentences)
        return lone.astype(np.float64, copy=False)

    @cached_property
    def lone_sentences(self) -> Bools:
        """Sentences that are almost wholly this side's own, bool (m,)."""
        total = np.diff(self.side.reading.bounds)
        return np.asarray(self._lone_words >= LONE_FROM * np.maximum(total, 1))

    @cached_property
    def untouched(self) -> float:
        """Share of sentences of which the other side has every word in order; 0 for none."""
        touched = int(np.count_nonzero(self._lone_words))
        return (self.side.sentences - touched) / max(1, self.side.sentences)

    @cached_property
    def first_sentence(self) -> dict[int, int]:
        """The sentence in which each rare word first stands, by its number."""
        rare = (self.weights > RARE_FROM)[self.side.ids].nonzero()[0][::-1]
        return dict(
            zip(self.side.ids[rare].tolist(), self.side.sentence[rare].tolist(), strict=True)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A collated pair with the edits between its sides."""

    left: Half
    right: Half


def edited(collation: Collation) -> Pair:
    """The edits of a pair; with the sides changed they are the same, seen from the other side."""
    left, right = collation.left, collation.right
    # Of several longest common subsequences one is taken: which must not hang on the sides.
    swapped = (len(left.ids), left.ids.tobytes()) > (len(right.ids), right.ids.tobytes())
    one, other = _alone(right, left) if swapped else _alone(left, right)
    here, there = (other, one) if swapped else (one, other)
    return Pair(
        _half(collation, here),
        _half(collation.mirrored, there),
    )


def _half(collation: Collation, alone: "Alone") -> Half:
    """The left side of a collation with what only it has."""
    best = collation.overlap.max(axis=1, initial=0.0)
    told = np.asarray(best >= TOLD_FROM * np.maximum(collation.mass_left, 1e-9))
    return Half(collation.left, *alone, collation.weights, collation.mass_left, told)


Alone = tuple[Bools, tuple[Passage, ...]]


def _alone(one: Side, other: Side) -> tuple[Alone, Alone]:
    """The words and passages that each side has alone."""
    alone = np.ones(len(one.ids), np.bool_), np.ones(len(other.ids), np.bool_)
    runs: tuple[list[Passage], list[Passage]] = ([], [])
    before = (0, 0)
    # The last block is empty and stands at both ends.
    for block in Indel.editops(one.letters, other.letters).as_matching_blocks():
        begin = (block.a, block.b)
        both = begin[0] > before[0] and begin[1] > before[1]
        for side in (0, 1):
            if begin[side] > before[side]:
                runs[side].append((before[side], begin[side], both))
            alone[side][begin[side] : begin[side] + block.size] = False
        before = (block.a + block.size, block.b + block.size)
    return (alone[0], tuple(runs[0])), (alone[1], tuple(runs[1]))


def kept(pair: Pair) -> float:
    """Share of the shorter side's words that return in order."""
    same = pair.left.words - pair.left.words_alone
    return same / max(1, min(pair.left.words, pair.right.words))


def least_untouched(pair: Pair) -> float:
    """Share of sentences of which the other side has every word in order, on the side with less."""
    return min(pair.left.untouched, pair.right.untouched)


def most_untouched(pair: Pair) -> float:
    """The same share on the side with more: near 1 where the other only added."""
    return max(pair.left.untouched, pair.right.untouched)


def rewording(pair: Pair) -> float:
    """Of the words that only one side has, the share that stands in place of others; 0 for none."""
    halves = (pair.left, pair.right)
    replaced = sum(int(np.count_nonzero(half.replaced)) for half in halves)
    return replaced / max(1, sum(half.words_alone for half in halves))
