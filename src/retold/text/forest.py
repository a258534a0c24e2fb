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
    """The nodes of all trees in one row, and where each tree begins; leaves lead to themselves.

    Attributes:
        ways: for node n, the node if at most the bound at 2n, the node if above at 2n + 1.
    """

    columns: tuple[str, ...]
    start: float
    depth: int
    roots: Places
    column: Places
    bound: Floats
    ways: Places
    nats: Floats


def forest(weights: LineWeights) -> Forest:
    """The trees ready to be asked.

    Raises:
        ValueError: a node leads outside its tree or back.
    """
    rows: list[tuple[float, float, float, float, float]] = []
    roots = []
    for tree in weights.trees:
        first = len(rows)
        roots.append(first)
        for place, node in enumerate(tree):
            if len(node) == 1:
                rows.append((0, np.inf, first + place, first + place, node[0]))
            elif place < min(node[2:]) and max(node[2:]) < len(tree):
                rows.append((node[0], node[1], first + node[2], first + node[3], 0.0))
            else:
                raise ValueError(f"node {place} of a tree leads to {node[2:]}; nodes lead forward")
    table = np.array(rows, np.float64).reshape(-1, 5)
    return Forest(
        weights.columns,
        weights.start,
        max((_depth(tree) for tree in weights.trees), default=0),
        np.array(roots, np.int64),
        table[:, 0].astype(np.int64),
        table[:, 1],
        table[:, 2:4].astype(np.int64).ravel(),
        table[:, 4],
    )


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
    place = np.tile(trees.roots, (len(rows), 1))
    begin = np.arange(len(rows))[:, None] * rows.shape[1]
    for _ in range(trees.depth):
        above = cells.take(trees.column.take(place) + begin) > trees.bound.take(place)
        place = trees.ways.take(2 * place + above)
    return np.asarray(trees.nats.take(place).sum(axis=1))
