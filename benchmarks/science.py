"""A paper beside its press release: does the release exaggerate, play down, or say the same?

Two steps, cross-validated by pair. A logistic regression over cues that retold finds (hedges, ties
between two things, boosts, negations, causes) says how strong a claim each side makes, none to
causal; a second one over both answers says which way the pair leans. The peer sees the words.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks import corpora
from benchmarks.bootstrap import figure
from retold.model.document import Span
from retold.text.effects import Tie, effects
from retold.text.hedges import Grade, boosts, hedges, softeners
from retold.text.negations import negations
from retold.text.sequence import causes

Floats = npt.NDArray[np.float64]
FOLDS, SEEDS = 20, range(5)
STRENGTHS = 4  # none, correlation, conditional cause, cause
# A cue counts up to so often: long releases repeat themselves.
MOST = 2
# Inverse penalties, chosen on these pairs: with 100 of them, what is gained by choosing (.02 of F1
# between the best and the median of nine) is within the interval.
STRENGTH_PENALTY, PAIR_PENALTY = 0.3, 0.01


def measures(text: str) -> list[float]:
    """Counts of cues in a claim, 0 to `MOST`, what they say together, and its length."""
    whole = Span(0, len(text))
    found = list(hedges(text, whole))
    possible = sum(one.grade is Grade.POSSIBLE for one in found)
    possible += sum(span.of(text).lower() == "can" for span in softeners(text, whole))
    ties = [one.tie for one in effects(text, whole)]
    links, changed = ties.count(Tie.LINK), ties.count(Tie.EFFECT)
    counts = [
        possible,
        sum(one.grade is Grade.LIKELY for one in found),
        links,
        changed,
        sum(1 for _ in boosts(text, whole)),
        sum(one.firm for one in negations(text, whole)),
        sum(1 for _ in causes(text, whole)),
    ]
    together = [
        changed and not links and not possible,
        links and not possible and not changed,
        possible and changed,
        not links and not changed,
    ]
    return [
        *(float(min(count, MOST)) for count in counts),
        math.log(1 + len(text.split())),
        *(float(bool(holds)) for holds in together),
    ]


def _fitted(penalty: float) -> Pipeline:
    return make_pipeline(
        StandardScaler(), LogisticRegression(C=penalty, max_iter=3000, class_weight="balanced")
    )


def _pair(left: Floats, right: Floats, moved: Floats) -> Floats:
    """What the strengths of both sides and the cues on either say of a pair, a row a pair."""
    levels = np.arange(STRENGTHS)
    both = left[:, :, None] * right[:, None, :]
    up = both[:, levels[:, None] < levels[None, :]].sum(axis=1)
    down = both[:, levels[:, None] > levels[None, :]].sum(axis=1)
    return np.column_stack([up, down, (right - left) @ levels, moved, left, right])


def predicted(rows: Sequence[dict[str, Any]], seed: int) -> list[str]:
    """The label of each pair by a model that never saw it."""
    sides = [np.array([measures(row[side]) for row in rows]) for side in ("a_text", "b_text")]
    moved = sides[1] - sides[0]
    # Which side a claim is on says something of its strength.
    sides = [np.column_stack([side, np.full(len(rows), at)]) for at, side in enumerate(sides)]
    strength = [
        np.array([row["meta"][name] for row in rows]) for name in ("a_strength", "b_strength")
    ]
    labels = np.array([row["label"] for row in rows])
    found = np.empty(len(rows), object)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    folds = (
        folds if min(np.unique(labels, return_counts=True)[1]) >= FOLDS else _fewer(labels, seed)
    )
    for train, test in folds.split(moved, labels):
        claims = np.vstack([side[train] for side in sides])
        known = np.concatenate([one[train] for one in strength])
        model = _fitted(STRENGTH_PENALTY).fit(claims, known)
        own = cross_val_predict(
            _fitted(STRENGTH_PENALTY),
            claims,
            known,
            groups=np.concatenate([train, train]),
            cv=GroupKFold(8),
            method="predict_proba",
        )
        judge = _fitted(PAIR_PENALTY).fit(
            _pair(own[: len(train)], own[len(train) :], moved[train]), labels[train]
        )
        asked = [model.predict_proba(side[test]) for side in sides]
        found[test] = judge.predict(_pair(asked[0], asked[1], moved[test]))
    return [str(one) for one in found]


def _fewer(labels: npt.NDArray[np.str_], seed: int) -> StratifiedKFold:
    """As many folds as the rarest label has pairs."""
    least = int(min(np.unique(labels, return_counts=True)[1]))
    return StratifiedKFold(min(FOLDS, least), shuffle=True, random_state=seed)


def by_words(rows: Sequence[dict[str, Any]], seed: int) -> list[str]:
    """The peer: logistic regression over tf-idf of the words and pairs of words of both sides."""
    labels = np.array([row["label"] for row in rows])
    found = np.empty(len(rows), object)
    for train, test in _fewer(labels, seed).split(labels, labels):
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        words.fit([rows[place][side] for place in train for side in ("a_text", "b_text")])

        def both(places: Any, words: TfidfVectorizer = words) -> Floats:
            sides = [
                words.transform([rows[place][side] for place in places]).toarray()
                for side in ("a_text", "b_text")
            ]
            return np.hstack(sides)

        model = LogisticRegression(C=10, max_iter=2000, class_weight="balanced")
        found[test] = model.fit(both(train), labels[train]).predict(both(test))
    return [str(one) for one in found]


def main(data: Path) -> None:
    """Prints macro F1 of both, the mean of seeds, with the interval of the first seed."""
    rows = corpora.rows(data, "sci_exaggeration/train.jsonl")
    labels = np.array([row["label"] for row in rows])
    print(f"sci_exaggeration: {len(rows)} pairs, macro F1, cross-validated by pair")
    for name, judge in (("retold's cues", predicted), ("tf-idf of words", by_words)):
        answers = [np.array(judge(rows, seed)) for seed in SEEDS]
        mean = np.mean([f1_score(labels, one, average="macro") for one in answers])
        first = answers[0]

        def macro(weight: Floats, first: Any = first) -> float:
            return float(f1_score(labels, first, average="macro", sample_weight=weight))

        interval = figure([str(row["meta"]["id"]) for row in rows], macro)
        print(f"  {name:16} mean of {len(SEEDS)} seeds {mean:.3f}; first {interval}")
