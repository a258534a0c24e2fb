"""A logistic regression over the measures of pairs, fitted whole or by folds of source texts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.corpora import fold_of
from benchmarks.measured import Measured
from retold.pairs.measures import MEASURES
from retold.pairs.verdict import Term, Weights, softened_logit

Floats = npt.NDArray[np.float64]

# Strength of the L2 penalty beside the mean log loss; 1e-5 to 1e-3 gave the same figures within
# .005.
PENALTY = 1e-4
# Pairs seen from several sides at once (six siblings, two look-alike events) count less each.
LABEL_WEIGHT = {"sibling": 0.2, "excerpt": 0.5, "merged": 0.25, "look-alike": 0.5}
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Table:
    """Softened logits of the measures, float64 (pairs, measures); 0/1 answers; weights; folds."""

    logits: Floats
    derived: npt.NDArray[np.int64]
    weight: Floats
    fold: npt.NDArray[np.int64]


def table(measured: Measured) -> Table:
    """The training table: derived and independent pairs weigh the same in all."""
    derived = measured.derived
    weight = np.array([LABEL_WEIGHT.get(pair.label, 1.0) for pair in measured.pairs])
    weight[derived == 1] *= weight[derived == 0].sum() / weight[derived == 1].sum()
    return Table(
        np.vectorize(softened_logit)(measured.table),
        derived,
        weight,
        np.array([fold_of(pair.source, FOLDS) for pair in measured.pairs]),
    )


def fitted(data: Table) -> Weights:
    """Weights fitted to all rows, rounded as they are stored; none below 0.

    Sharing more may not count against descent: unbounded weights judged .01 better on a kind or two
    by taking long shared runs for a sign of independence, which no reader would sign.
    """
    mean, spread = data.logits.mean(axis=0), data.logits.std(axis=0) + 1e-9
    found = _descent((data.logits - mean) / spread, data.derived, data.weight / data.weight.sum())
    terms = {
        name: Term(round(float(w), 4), round(float(m), 4), round(float(s), 4))
        for name, w, m, s in zip(MEASURES, found[1:], mean, spread, strict=True)
    }
    return Weights(round(float(found[0]), 4), terms)


def _descent(rows: Floats, derived: npt.NDArray[np.int64], weight: Floats) -> Floats:
    """Intercept and weights of least penalised log loss, weights bounded below by 0."""
    sign = np.where(derived == 1, 1.0, -1.0)

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = sign * (rows @ point[1:] + point[0])
        slope = -sign * weight / (1 + np.exp(np.clip(margin, -500, 500)))
        value = float((np.logaddexp(0, -margin) * weight).sum() + PENALTY * (point[1:] ** 2).sum())
        return value, np.concatenate([[slope.sum()], rows.T @ slope + 2 * PENALTY * point[1:]])

    bounds = [(None, None)] + [(0.0, None)] * rows.shape[1]
    start = np.zeros(rows.shape[1] + 1)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def probabilities(data: Table, weights: Weights) -> Floats:
    """Probability of descent of every row, float64 (pairs,)."""
    terms = [weights.terms[name] for name in MEASURES]
    odds = weights.intercept + sum(
        term.weight * (data.logits[:, column] - term.mean) / term.spread
        for column, term in enumerate(terms)
    )
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def cross_validated(data: Table) -> Floats:
    """Probability of descent of every row, judged by weights that never saw its source text."""
    judged = np.zeros(len(data.derived))
    for fold in range(FOLDS):
        seen = data.fold != fold
        part = Table(data.logits[seen], data.derived[seen], data.weight[seen], data.fold[seen])
        rest = Table(data.logits[~seen], data.derived[~seen], data.weight[~seen], data.fold[~seen])
        judged[~seen] = probabilities(rest, fitted(part))
    return judged
