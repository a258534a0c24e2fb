"""How likely a line is of the article: small decision trees over what can be told of it, added up.

Gradient boosting (Friedman, *Greedy function approximation*, Annals of Statistics 2001), trained by
`python -m benchmarks train-reading`; here the trees are only asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """The nodes of all trees in one row, and where each tree begins; leaves lead to themselves."""

    columns: tuple[str, ...]
    start: float
    depth: int
    roots: Places
    column: Places
    bound: Floats
    below: Places
    above: Places
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
    below, above = table[:, 2].astype(np.int64), table[:, 3].astype(np.int64)
    return Forest(
        weights.columns,
        weights.start,
        max((_depth(tree) for tree in weights.trees), default=0),
        np.array(roots, np.int64),
        table[:, 0].astype(np.int64),
        table[:, 1],
        below,
        above,
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
    asked = table[:, [columns.index(name) for name in trees.columns]]
    nats = np.full(len(table), trees.start)
    for begin in range(0, len(table), ROWS_AT_ONCE):
        part = asked[begin : begin + ROWS_AT_ONCE]
        nats[begin : begin + ROWS_AT_ONCE] += _leaves(trees, part)
    return np.asarray(1 / (1 + np.exp(-np.clip(nats, -30, 30))))


def _leaves(trees: Forest, rows: Floats) -> Floats:
    """The sum of the leaves that each row falls into, in nats."""
    place = np.tile(trees.roots, (len(rows), 1))
    own = np.arange(len(rows))[:, None]
    for _ in range(trees.depth):
        at_most = rows[own, trees.column[place]] <= trees.bound[place]
        place = np.where(at_most, trees.below[place], trees.above[place])
    return np.asarray(trees.nats[place].sum(axis=1))
