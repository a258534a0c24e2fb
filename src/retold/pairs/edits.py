"""The edits between two dependent texts, seen from both sides, and what they say was done."""

from dataclasses import dataclass

from retold.pairs.collate import Collation
from retold.pairs.halves import Edits, Half


@dataclass(frozen=True, slots=True)
class Pair:
    """A collated pair with what each side has alone."""

    left: Half
    right: Half


def edited(collation: Collation) -> Pair:
    """What was edited in a pair; with the sides changed it is the same from the other side."""
    left, right = edits(collation)
    half, weights, grid = collation.by.half, collation.weights, collation.grid
    return Pair(half(left, right.side, grid, weights), half(right, left.side, grid.turned, weights))


def edits(collation: Collation) -> tuple[Edits, Edits]:
    """The edits of a pair as the left and as the right side has them."""
    left, right = collation.left, collation.right
    # Of several longest common subsequences one is taken: which must not hang on the sides.
    if (len(left.ids), left.reading.keys) > (len(right.ids), right.reading.keys):
        return collation.by.edits(right, left)[::-1]
    return collation.by.edits(left, right)


def kept(pair: Pair) -> float:
    """Share of the shorter side's words that return in order."""
    same = pair.left.words - pair.left.lone
    return same / max(1, min(pair.left.words, pair.right.words))


def least_untouched(pair: Pair) -> float:
    """Share of sentences of which the other side has every word in order, on the side with less."""
    return min(_untouched(pair.left), _untouched(pair.right))


def most_untouched(pair: Pair) -> float:
    """The same share on the side with more: near 1 where the other only added."""
    return max(_untouched(pair.left), _untouched(pair.right))


def _untouched(half: Half) -> float:
    return half.untouched / max(1, half.sentences)


def rewording(pair: Pair) -> float:
    """Of the words that only one side has, the share that stands in place of others; 0 for none."""
    lone = pair.left.lone + pair.right.lone
    return (pair.left.replaced + pair.right.replaced) / max(1, lone)
