"""How likely a line is of the article: small decision trees over what can be told of it, added up.

Gradient boosting (Friedman, *Greedy function approximation*, Annals of Statistics 2001), trained by
`python -m benchmarks train-reading`; here the trees are only asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
# Rows times trees of a page at the size limit would not fit in memory.
ROWS_AT_ONCE = 1000
# What stands for a node on the levels below a leaf: no value is above its bound.
PASSED = (0.0, float("inf"))


@dataclass(frozen=True, slots=True)
class LineWeights:
    """Trees as they are stored.

    Attributes:
        columns: the names of the columns that the trees ask for.
        start: what is given before any tree is asked, in nats.
        trees: each a tuple of nodes, the root first; a node is (column, bound, node if at most
            the bound, node if above) or a leaf (nats,).
    """

    columns: tuple[str, ...]
    start: float
    trees: tuple[tuple[tuple[float, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """All trees level by level, each as deep as the deepest: below a leaf the same leaf stands.

    Attributes:
        levels: for each level, columns and bounds of its nodes, those of a tree side by side; node
            n leads to 2n of the next level if at most the bound, to 2n + 1 if above.
        nats: what stands below the last level, a number for each of its ways.
    """

    columns: tuple[str, ...]
    start: float
    trees: int
    levels: tuple[tuple[Places, Floats], ...]
    nats: Floats


def forest(weights: LineWeights) -> Forest:
    """The trees ready to be asked.

    Raises:
        ValueError: a node leads outside its tree or back.
    """
    for tree in weights.trees:
        _check(tree)
    levels = []
    held = [(tree, 0) for tree in weights.trees]
    for _ in range(max(map(_depth, weights.trees), default=0)):
        asked = [tree[node] if len(tree[node]) > 1 else PASSED for tree, node in held]
        column, bound = zip(*(one[:2] for one in asked), strict=True)
        levels.append((np.array(column, np.int64), np.array(bound, np.float64)))
        held = [(tree, int(way)) for tree, node in held for way in tree[node][2:] or (node, node)]
    nats = np.array([tree[node][0] for tree, node in held], np.float64)
    return Forest(weights.columns, weights.start, len(weights.trees), tuple(levels), nats)


def _check(tree: Sequence[Sequence[float]]) -> None:
    """Raises ValueError where a node leads outside its tree or back."""
    for place, node in enumerate(tree):
        if len(node) > 1 and not place < min(node[2:]) <= max(node[2:]) < len(tree):
            raise ValueError(f"node {place} of a tree leads to {node[2:]}; nodes lead forward")


def _depth(tree: Sequence[Sequence[float]]) -> int:
    """The longest way from the root to a leaf, in steps; one pass, since nodes lead forward."""
    steps = [0] * len(tree)
    for place, node in enumerate(tree):
        for following in node[2:]:
            steps[int(following)] = max(steps[int(following)], steps[place] + 1)
    return max(steps, default=0)


def likelihood(trees: Forest, table: Floats, columns: Sequence[str]) -> Floats:
    """How likely each row is of the article, 0..1, float64 (rows,).

    `columns` names the columns of `table`, float64 (rows, columns), which may hold more than asked.
    """
    asked = table[:, _places(tuple(columns), trees.columns)]
    nats = np.full(len(table), trees.start)
    for begin in range(0, len(table), ROWS_AT_ONCE):
        part = asked[begin : begin + ROWS_AT_ONCE]
        nats[begin : begin + ROWS_AT_ONCE] += _leaves(trees, part)
    return np.asarray(1 / (1 + np.exp(-np.clip(nats, -30, 30))))


@lru_cache(maxsize=8)
def _places(columns: tuple[str, ...], asked: tuple[str, ...]) -> Places:
    """Where the columns that trees ask for stand among others."""
    return np.array([columns.index(name) for name in asked], np.int64)


def _leaves(trees: Forest, rows: Floats) -> Floats:
    """The sum of the leaves that each row falls into, in nats."""
    cells = np.ascontiguousarray(rows).ravel()
    place = np.tile(np.arange(trees.trees), (len(rows), 1))
    begin = np.arange(len(rows))[:, None] * rows.shape[1]
    for column, bound in trees.levels:
        above = cells.take(column.take(place) + begin) > bound.take(place)
        place = 2 * place + above
    return np.asarray(trees.nats.take(place).sum(axis=1))
