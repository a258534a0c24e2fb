"""How far two documents tell of one event: a small logistic regression over named measures.

What makes one event is who, where and what (Allan 2002): names, figures and days shared, rare words
shared, a sentence of one that says what a sentence of the other says. What a measure is worth
depends on how long the texts are, so each weight moves with the lengths of the two.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from retold.stories.overlap import MEASURES, Pair, overlaps
from retold.stories.sketch import Sketch

# Likeness of events from which two single documents are one story, 0..1. The highest
# of the settings within .005 of the best mean B-cubed F1 (python -m benchmarks train-events).
STORY_FROM = 0.16
SHORTER, LONGER = MEASURES.index("shorter"), MEASURES.index("longer")
# Below it a pair is not worth a collation: a dependent pair joins nothing there either (see
# `retold.stories.gather`). Above lie 99 of 100 derived pairs that relations are trained on, and 1
# of 200 pairs of random distractors.
COMPARED_FROM = 0.03  # likeness of events, 0..1


@dataclass(frozen=True, slots=True)
class Slope:
    """What a measure adds to the log odds: `plain` times it, and more by the lengths of the two."""

    plain: float
    by_shorter: float
    by_longer: float


@dataclass(frozen=True)
class EventWeights:
    """A trained likeness of events: intercept (log odds) and a slope for each of `MEASURES`."""

    intercept: float
    slopes: Mapping[str, Slope]

    @cached_property
    def table(self) -> npt.NDArray[np.float64]:
        """The slopes in the order of `MEASURES`: rows plain, by shorter, by longer."""
        ordered = [self.slopes[name] for name in MEASURES]
        return np.array([[s.plain, s.by_shorter, s.by_longer] for s in ordered]).T


def same_event(left: Sketch, right: Sketch, weights: EventWeights) -> float:
    """How far the two tell of one event, 0..1, the same both ways; 0 where they share no word."""
    return same_events([(left, right)], weights)[0]


def same_events(
    pairs: Sequence[Pair], weights: EventWeights, *, compiled: bool = False
) -> list[float]:
    """`same_event` of each pair; `compiled` as `retold.stories.overlap.overlaps` has it."""
    return likeness(overlaps(pairs, compiled=compiled), weights)


def likeness(table: npt.NDArray[np.float64], weights: EventWeights) -> list[float]:
    """How far measures, (pairs, measures), speak for one event, 0..1; 0 for a row of nan."""
    plain, by_shorter, by_longer = weights.table
    shorter, longer = table[:, [SHORTER]], table[:, [LONGER]]
    odds = (table * (plain + by_shorter * shorter + by_longer * longer)).sum(axis=1)
    odds += weights.intercept
    # Not numpy's exponential, whose last bits differ from machine to machine.
    return [
        0.0 if math.isnan(one) else 1 / (1 + math.exp(-max(-30.0, min(30.0, one))))
        for one in odds.tolist()
    ]
