"""Labelled piles of reports with the measures of pairs that meet, and weights fitted to them.

Folds are cut by topic (`ecbplus`: two look-alike events) or by story, so that no weight saw what it
judges: a pair across two folds is judged by the weights of both, neither of which saw it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks import corpora
from retold.backends.commonness import commonness
from retold.backends.frequencies import frequencies
from retold.model.document import Block, BlockKind, Document, Span
from retold.pairs.reading import prepare
from retold.stories.event import EventWeights, Slope
from retold.stories.keys import Keys
from retold.stories.meet import document_keys, meetings
from retold.stories.overlap import MEASURES, overlaps
from retold.stories.sketch import Sketch, sketch

Floats = npt.NDArray[np.float64]
FOLDS = 5
# `basil` too, so that long reports are seen: `allsides_roundup` are excerpts.
TRAINED_ON = ("ecbplus", "allsides_roundup", "basil")
# Inverse strength of the L2 penalty on standardised measures, beside 1000 same-event pairs a pile
# by weight. Weaker ones fit each set better and both at once worse (.2: mean B-cubed F1 .005 less).
FREEDOM = 0.01


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its story, and the topic that folds are cut by."""

    document: Document
    story: str
    topic: str


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports with every pair that meets: `left`, `right` are places; `table` (pairs, measures)."""

    name: str
    reports: tuple[Report, ...]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    table: Floats

    @property
    def same(self) -> npt.NDArray[np.bool_]:
        """Whether the two of each pair tell one story, bool (pairs,)."""
        stories = np.array([report.story for report in self.reports])
        return np.asarray(stories[self.left] == stories[self.right])

    @property
    def folds(self) -> npt.NDArray[np.int64]:
        """The fold of each report, int64 (reports,)."""
        return np.array([corpora.fold_of(report.topic, FOLDS) for report in self.reports])


def reports(data: Path, name: str) -> list[Report]:
    """The reports of one set with title and text, nothing else."""
    return [
        Report(
            titled(row["doc_id"], row["title"], row["text"]),
            row["cluster"],
            row.get("lookalike", row["cluster"]),
        )
        for row in corpora.rows(data, f"{name}/clusters.jsonl")
    ]


def titled(name: str, title: str | None, text: str) -> Document:
    """An English document that is all body."""
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),)
    return Document(name, text, blocks, "en", title=title)


def sketched(documents: Sequence[Document]) -> list[Sketch]:
    """The sketch of each document."""
    rarity = frequencies(frozenset({"en"}))
    return [sketch(document, prepare(document, rarity), rarity) for document in documents]


def keyed(documents: Sequence[Document]) -> list[tuple[str, Keys]]:
    """The keys of each document, by id."""
    return [(document.id, document_keys(document, commonness())) for document in documents]


def pile(name: str, members: Sequence[Report]) -> Pile:
    """The measures of every two reports that meet."""
    made = {drawn.document: drawn for drawn in sketched([r.document for r in members])}
    places = {report.document.id: place for place, report in enumerate(members)}
    met, rows = [], []
    every = meetings(keyed([r.document for r in members]))
    for left, right in sorted(chain.from_iterable(found.pairs for found in every)):
        (values,) = overlaps([(made[left], made[right])])
        if not np.isnan(values).any():
            met.append((places[left], places[right]))
            rows.append(values)
    ends = np.array(met, np.int64).reshape(-1, 2)
    table = np.array(rows).reshape(-1, len(MEASURES))
    return Pile(name, tuple(members), ends[:, 0], ends[:, 1], table)


def fitted(piles: Sequence[Pile], spared: int | None = None) -> EventWeights:
    """Weights fitted to all pairs without a report of the `spared` fold; piles weigh the same."""
    kept = [
        np.ones(len(p.left), np.bool_)
        if spared is None
        else (p.folds[p.left] != spared) & (p.folds[p.right] != spared)
        for p in piles
    ]
    rows = np.vstack([_spread(p.table[k]) for p, k in zip(piles, kept, strict=True)])
    same = np.concatenate([p.same[k] for p, k in zip(piles, kept, strict=True)])
    weight = np.concatenate(
        [np.full(k.sum(), 1000 / p.same[k].sum()) for p, k in zip(piles, kept, strict=True)]
    )
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=FREEDOM, max_iter=2000)
    model.fit((rows - mean) / spread, same, sample_weight=weight)
    slopes = model.coef_[0] / spread
    intercept = float(model.intercept_[0] - (slopes * mean).sum())
    parts = slopes.reshape(3, len(MEASURES)).T.round(4).tolist()
    return EventWeights(
        round(intercept, 4),
        {name: Slope(*part) for name, part in zip(MEASURES, parts, strict=True)},
    )


def judged(table: Floats, weights: EventWeights) -> Floats:
    """`same_event` of every row, float64 (pairs,): what `retold.stories.event` gives one by one."""
    slopes = np.array(
        [[s.plain, s.by_shorter, s.by_longer] for s in (weights.slopes[name] for name in MEASURES)]
    )
    odds = weights.intercept + _spread(table) @ slopes.T.reshape(-1)
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def cross_validated(target: Pile, by_fold: Sequence[EventWeights]) -> Floats:
    """`same_event` of every pair by weights that never saw it: `by_fold[k]` was spared fold k."""
    every = np.array([judged(target.table, weights) for weights in by_fold])
    at = np.arange(len(target.left))
    folds = target.folds
    return np.asarray((every[folds[target.left], at] + every[folds[target.right], at]) / 2)


def _spread(table: Floats) -> Floats:
    """Each measure plain, by the shorter length, by the longer: float64 (pairs, 3 * measures)."""
    shorter = table[:, [MEASURES.index("shorter")]]
    longer = table[:, [MEASURES.index("longer")]]
    return np.hstack([table, table * shorter, table * longer])
