"""Figures of a score that should be higher for derived pairs than for independent ones.

Every figure takes row weights, so that the bootstrap can draw sources.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Share of independent pairs that may be called dependent.
ALLOWED = 0.01
BINS = 15


@dataclass(frozen=True, slots=True)
class Scored:
    """A score for each row, and which rows are derived, independent, or neither judged here.

    Attributes:
        score: float64 (rows,), higher for derived.
        derived, independent: bool (rows,), never both.
    """

    score: Floats
    derived: Bools
    independent: Bools

    def bound(self, weight: Floats) -> float:
        """The score above which at most `ALLOWED` of the independent rows lie, by weight."""
        order = np.argsort(-self.score[self.independent], kind="stable")
        ranked = self.score[self.independent][order]
        mass = np.cumsum(weight[self.independent][order])
        if not len(mass) or mass[-1] == 0:
            return float("nan")
        return float(ranked[np.searchsorted(mass, ALLOWED * mass[-1], side="right")])

    def found(self, rows: Bools, weight: Floats) -> float:
        """Share of some rows above the bound."""
        total = weight[rows].sum()
        if not total:
            return float("nan")
        above = self.score[rows] > self.bound(weight)
        return float((weight[rows] * above).sum() / total)

    def auc(self, weight: Floats) -> float:
        """Chance that a derived row scores above an independent one, ties half."""
        order = np.argsort(self.score[self.independent], kind="stable")
        ranked = self.score[self.independent][order]
        mass = np.concatenate([[0.0], np.cumsum(weight[self.independent][order])])
        below = mass[np.searchsorted(ranked, self.score[self.derived], side="left")]
        through = mass[np.searchsorted(ranked, self.score[self.derived], side="right")]
        ours = weight[self.derived]
        if not ours.sum() or not mass[-1]:
            return float("nan")
        return float((ours * (below + through) / 2).sum() / ours.sum() / mass[-1])

    def calibration_error(self, weight: Floats, odds: float = 1.0) -> float:
        """Expected calibration error of the score as a probability, 1 derived to `odds` others.

        The score is taken to be a probability at even odds; it is moved by `odds` as Bayes' rule
        says.
        """
        rows = self.derived | self.independent
        ours, theirs = weight[self.derived].sum(), weight[self.independent].sum()
        if not ours or not theirs:
            return float("nan")
        mass = np.where(self.derived, weight / ours, odds * weight / theirs)[rows] / (1 + odds)
        score = self.score[rows]
        moved = score / (score + odds * (1 - score))
        place = np.minimum((moved * BINS).astype(np.int64), BINS - 1)
        said = np.bincount(place, mass * moved, BINS)
        true = np.bincount(place, mass * self.derived[rows], BINS)
        return float(np.abs(said - true).sum())
