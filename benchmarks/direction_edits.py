"""The edits between two dependent texts, seen from both sides, and what they say was done."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from retold.pairs.collate import Collation, Side

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Half:
    """One side of a pair and what only it has.

    Attributes:
        text: as it was read; folding takes letters of other scripts for those they look like.
        alone: bool (n,), words in no common subsequence with the other side.
        passages: (first, last + 1) of each run of such words, and whether the other side has
            something else in its place.
    """

    side: Side
    text: str
    alone: Bools
    passages: tuple[tuple[int, int, bool], ...]

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.side.ids)

    @cached_property
    def lone_sentences(self) -> Bools:
        """Sentences of which nine words in ten only this side has, bool (m,)."""
        total = np.bincount(self.side.sentence, minlength=self.side.sentences)
        lone = np.bincount(self.side.sentence, self.alone, minlength=self.side.sentences)
        return np.asarray(lone >= 0.9 * np.maximum(total, 1))

    @cached_property
    def untouched(self) -> float:
        """Share of sentences of which the other side has every word in order; 0 for none."""
        lone = np.bincount(self.side.sentence, self.alone, minlength=self.side.sentences)
        return float((lone == 0).sum() / max(1, self.side.sentences))


@dataclass(frozen=True)
class Pair:
    """A collated pair with the edits between its sides."""

    left: Half
    right: Half
    collation: Collation


def pair_of(collation: Collation, texts: tuple[str, str]) -> Pair:
    """A pair ready to be measured; `texts` as they were read."""
    left, right = collation.left, collation.right
    alone = np.ones(len(left.ids), np.bool_), np.ones(len(right.ids), np.bool_)
    runs: tuple[list[tuple[int, int, bool]], list[tuple[int, int, bool]]] = ([], [])
    codes = Indel.opcodes(left.ids.tolist(), right.ids.tolist())
    here = there = 0
    for code in [*codes, None]:
        if code is not None and code.tag != "equal":
            continue
        begins = (code.src_start, code.dest_start) if code else (len(left.ids), len(right.ids))
        both = begins[0] > here and begins[1] > there
        if begins[0] > here:
            runs[0].append((here, begins[0], both))
        if begins[1] > there:
            runs[1].append((there, begins[1], both))
        if code is not None:
            alone[0][code.src_start : code.src_end] = False
            alone[1][code.dest_start : code.dest_end] = False
            here, there = code.src_end, code.dest_end
    return Pair(
        Half(left, texts[0], alone[0], tuple(runs[0])),
        Half(right, texts[1], alone[1], tuple(runs[1])),
        collation,
    )


def kept(pair: Pair) -> float:
    """Share of the poorer side's words that return in order."""
    same = int((~pair.left.alone).sum())
    return same / max(1, min(pair.left.words, pair.right.words))


def least_untouched(pair: Pair) -> float:
    """Share of sentences of which the other side has every word in order, on the side with less."""
    return min(pair.left.untouched, pair.right.untouched)


def most_untouched(pair: Pair) -> float:
    """The same share on the side with more: near 1 where the other only added."""
    return max(pair.left.untouched, pair.right.untouched)


def rewording(pair: Pair) -> float:
    """Of the words that only one side has, the share that stands in place of others; 0 for none."""
    replaced = total = 0
    for half in (pair.left, pair.right):
        replaced += sum(end - begin for begin, end, both in half.passages if both)
        total += int(half.alone.sum())
    return replaced / max(1, total)
