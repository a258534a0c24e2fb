"""How likely one text explains the other: a logistic regression over the measures of a pair.

Trained by `python -m benchmarks train-relations` with as many derived as independent pairs by
weight, so that 0.5 is the even chance. The logit of each measure is used, since shares pile up at 0
and 1.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

# Keeps the logit of 0 and of 1 finite: a share is never surer than one in fifty.
SOFTENING = 0.02


@dataclass(frozen=True, slots=True)
class Term:
    """One measure in the regression: weight, and mean and spread of its logit in training."""

    weight: float
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained verdict: intercept (log odds) and a term for each measure by name."""

    intercept: float
    terms: dict[str, Term]


def softened_logit(share: float) -> float:
    """Log odds of a share of 0..1, finite at both ends: about -3.9..3.9."""
    return math.log((share + SOFTENING) / (1 - share + SOFTENING))


def contributions(measures: Mapping[str, float], weights: Weights) -> dict[str, float]:
    """What each measure adds to the log odds of descent, against the average training pair."""
    return {
        name: term.weight * (softened_logit(measures[name]) - term.mean) / term.spread
        for name, term in weights.terms.items()
    }


def derived(measures: Mapping[str, float], weights: Weights) -> float:
    """Probability that one text goes back to the other or both to one telling, 0..1."""
    return probability(contributions(measures, weights), weights)


def probability(added: Mapping[str, float], weights: Weights) -> float:
    """The same of what each measure adds to the log odds."""
    odds = weights.intercept + sum(added.values())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
