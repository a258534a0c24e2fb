"""How far two documents tell of one event: a small logistic regression over named measures.

What makes one event is who, where and what (Allan 2002): names, figures and days shared, rare words
shared, a sentence of one that says what a sentence of the other says. What a measure is worth
depends on how long the texts are, so each weight moves with the lengths of the two.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retold.stories.sketch import VIEWS, Floats, Phrases, Sketch

Places = npt.NDArray[np.intp]

# Likeness of events from which two single documents are one story, 0..1. The highest
# of the settings within .005 of the best mean B-cubed F1 (python -m benchmarks train-events).
STORY_FROM = 0.16
# A word weighs this where it stands in fewer than one of 400 texts of news length.
RARE = 6.0  # nats
# A body of so many words counts as neither long nor short, and one past 74 or 544 as no shorter and
# no longer than that: training saw few beyond.
MIDDLE_LENGTH = 200  # words
LENGTH_REACH = 1.0  # natural log of the factor
# Below it a pair is not worth a collation: a dependent pair joins nothing there either (see
# `retold.stories.gather`). Above lie 99 of 100 derived pairs that relations are trained on, and 1
# of 200 pairs of random distractors.
COMPARED_FROM = 0.03  # likeness of events, 0..1
# The title and the sentences that follow it are the head of a report.
HEAD = 3  # sentences

MEASURES = (
    # Cosines, each word weighing its rarity: of the body by how often words stand there; of the
    # body, each word once; of title and first sentences; of the titles, names, figures, days.
    *VIEWS,
    "held_most",  # share of one side's words, by weight, that the other has: the greater
    "held_least",  # and the lesser
    "title_most",  # the same of the words of the title
    "title_least",
    "lead_most",  # and of title and first sentences
    "lead_least",
    "rare_words",  # ln(1 + rare words shared)
    "best_sentence",  # cosine of the two sentences most alike
    "best_head",  # the same among the first three of each
    "shorter",  # ln(words / 200) of the shorter body, -1..1
    "longer",  # of the longer body
)
# Columns of the views that are also asked how much of one side the other holds.
HELD = (VIEWS.index("title"), VIEWS.index("lead"))


@dataclass(frozen=True, slots=True)
class Slope:
    """What a measure adds to the log odds: `plain` times it, and more by the lengths of the two."""

    plain: float
    by_shorter: float
    by_longer: float


@dataclass(frozen=True, slots=True)
class EventWeights:
    """A trained likeness of events: intercept (log odds) and a slope for each of `MEASURES`."""

    intercept: float
    slopes: Mapping[str, Slope]


def same_event(left: Sketch, right: Sketch, weights: EventWeights) -> float:
    """How far the two tell of one event, 0..1, the same both ways; 0 where they share no word."""
    values = measures(left, right)
    return 0.0 if values is None else likeness(values, weights)


def worth_comparing(left: Sketch, right: Sketch, weights: EventWeights) -> bool:
    """Whether two that met may be of one event, so that a collation pays."""
    return same_event(left, right, weights) >= COMPARED_FROM


def likeness(values: Mapping[str, float], weights: EventWeights) -> float:
    """How far measures speak for one event, 0..1."""
    shorter, longer = values["shorter"], values["longer"]
    odds = weights.intercept
    for name, value in values.items():
        slope = weights.slopes[name]
        odds += value * (slope.plain + slope.by_shorter * shorter + slope.by_longer * longer)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def measures(left: Sketch, right: Sketch) -> dict[str, float] | None:
    """The measures of a pair in the order of `MEASURES`; None where the two share no word."""
    if left.document > right.document:
        left, right = right, left
    ours, theirs = shared(left, right)
    if not len(ours):
        return None
    weight = np.minimum(left.weights[ours], right.weights[theirs])
    alike = _sentences(left, right, ours, theirs)
    values = (
        *np.einsum("ij,ij->j", left.views[ours], right.views[theirs]).tolist(),
        *_greater_first(_share(weight, left.weights), _share(weight, right.weights)),
        *_held(left, right, ours, theirs),
        math.log1p(int((weight >= RARE).sum())),
        float(alike.max(initial=0.0)),
        float(alike[:HEAD, :HEAD].max(initial=0.0)),
        *sorted((_length(left), _length(right))),
    )
    return dict(zip(MEASURES, values, strict=True))


def shared(left: Sketch, right: Sketch) -> tuple[Places, Places]:
    """Places of the words both sketches have, in the one and in the other, intp (k,)."""
    if not len(left.keys) or not len(right.keys):
        nothing = np.zeros(0, np.intp)
        return nothing, nothing
    at = np.searchsorted(right.keys, left.keys)
    at[at == len(right.keys)] = 0
    found = np.flatnonzero(right.keys[at] == left.keys)
    return found, at[found]


def _held(left: Sketch, right: Sketch, ours: Places, theirs: Places) -> list[float]:
    """For title and lead: the share of each side's words that the other has, the greater first."""
    found: list[float] = []
    for view in HELD:
        one, other = left.views[:, view], right.views[:, view]
        found += _greater_first(_share(one[ours], one), _share(other[theirs], other))
    return found


def _share(part: Floats, whole: Floats) -> float:
    """The part's sum in that of the whole, 0..1; 0 where the whole is 0."""
    mass = float(whole.sum())
    return min(1.0, float(part.sum()) / mass) if mass > 0 else 0.0


def _greater_first(one: float, other: float) -> tuple[float, float]:
    return max(one, other), min(one, other)


def _length(side: Sketch) -> float:
    """ln(words / 200) of a body, -1..1."""
    reach = math.log((side.length + 1) / MIDDLE_LENGTH)
    return max(-LENGTH_REACH, min(LENGTH_REACH, reach))


def _sentences(left: Sketch, right: Sketch, ours: Places, theirs: Places) -> Floats:
    """Cosine of every sentence with every other, float32 (left sentences, right sentences)."""
    one = _table(left.phrases, ours, len(left.keys))
    other = _table(right.phrases, theirs, len(right.keys))
    return np.asarray(one @ other.T, np.float32)


def _table(phrases: Phrases, kept: Places, size: int) -> Floats:
    """The sentences over the `kept` words only, float32 (sentences, kept)."""
    column = np.full(size, -1, np.int32)
    column[kept] = np.arange(len(kept), dtype=np.int32)
    at = column[phrases.term]
    inside = at >= 0
    table = np.zeros((phrases.count, len(kept)), np.float32)
    table[phrases.row[inside], at[inside]] = phrases.share[inside]
    return table
