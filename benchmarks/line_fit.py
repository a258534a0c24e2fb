"""Trees over rows of numbers, fitted with scikit-learn and written as retold asks them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retold.text.forest import LineWeights

Floats = npt.NDArray[np.float64]
SEED = 1
# Small trees, slowly grown, each seeing part of the columns: of the sizes tried (depth 3 and 4, 80
# to 250 trees) none was better by more than .003 on unseen sites.
GROWN = {
    "max_iter": 160,
    "max_depth": 4,
    "learning_rate": 0.06,
    "min_samples_leaf": 60,
    "l2_regularization": 20.0,
    "max_features": 0.3,
    "random_state": SEED,
}
DIGITS = 4  # significant; a bound moves by less than a character


@dataclass(frozen=True, slots=True)
class Rows:
    """Float64 (rows, columns), how far each row is of the article, 0..1, and what it weighs."""

    table: Floats
    said: Floats
    weight: Floats


def joined(parts: Sequence[Rows]) -> Rows:
    """All rows of several tables."""
    return Rows(
        np.vstack([part.table for part in parts]),
        np.concatenate([part.said for part in parts]),
        np.concatenate([part.weight for part in parts]),
    )


def fitted(rows: Rows, columns: Sequence[str], signs: Sequence[int], **grown: float) -> LineWeights:
    """Trees of least log loss; a column of sign 1 may only raise the likelihood, of -1 lower it."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    # A line that is half of the article counts for both answers.
    table = np.vstack([rows.table, rows.table])
    answer = np.repeat([1, 0], len(rows.table))
    weight = np.concatenate([rows.weight * rows.said, rows.weight * (1 - rows.said)])
    kept = weight > 1e-9
    model = HistGradientBoostingClassifier(monotonic_cst=list(signs), **(GROWN | grown))
    model.fit(table[kept], answer[kept], sample_weight=weight[kept] / weight[kept].mean())
    # scikit-learn has no public door to the trees of this model.
    start = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001
    trees = tuple(_nodes(tree[0].nodes) for tree in model._predictors)  # noqa: SLF001
    return LineWeights(tuple(columns), round(start, 4), trees)


def _nodes(nodes: npt.NDArray[np.void]) -> tuple[tuple[float, ...], ...]:
    """The nodes of one tree, as `LineWeights` has them."""
    return tuple(
        (_short(node["value"]),)
        if node["is_leaf"]
        else (
            int(node["feature_idx"]),
            _short(node["num_threshold"]),
            int(node["left"]),
            int(node["right"]),
        )
        for node in nodes
    )


def _short(value: float) -> float:
    return float(f"{float(value):.{DIGITS}g}")


def write(path: Path, weights: LineWeights, about: Mapping[str, object]) -> None:
    """The trees as JSON, one a line, columns that no tree asks for left out."""
    asked = sorted({int(node[0]) for tree in weights.trees for node in tree if len(node) > 1})
    new = {column: place for place, column in enumerate(asked)}
    head = dict(about) | {"columns": [weights.columns[column] for column in asked]}
    lines = [
        json.dumps(
            [[new[int(node[0])], *node[1:]] if len(node) > 1 else list(node) for node in tree]
        )
        for tree in weights.trees
    ]
    opening = json.dumps(head | {"start": weights.start}, indent=1).removesuffix("\n}")
    text = ",\n".join(f"  {line}" for line in lines)
    path.write_text(f'{opening},\n "trees": [\n{text}\n ]\n}}\n', encoding="utf-8")
