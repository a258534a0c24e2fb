"""The figures of what changed and of claims that the gate holds, each on a seeded sample."""

from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import claims, corpora, drift, reworded_mutations, rewordings
from benchmarks.bootstrap import Figure, figure, share

DRAWS = 300
# Of each set so many, the first in an order that hangs on the texts alone.
ARTICLES, PAIRS = 24, 4


def of_drift(data: Path) -> dict[str, Figure]:
    """Codes of seeded changes, in copies and in rewordings; changes of meaning an editor saw."""
    chosen = [one for one in drift.articles(data, ARTICLES) if corpora.fold_of(one[0], 2) == 1]
    cases = [
        case
        for source, text in chosen
        for made, _, _ in drift.judged(source, text)
        for case in made
        if case.name != "synonym"
    ]
    reworded = list(reworded_mutations.judged(data, "judge", PAIRS))
    found, right = rewordings.judged(data, "judge")
    return {
        "seeded changes": _figure([(one.source, one.found) for one in cases]),
        "in rewordings": _figure([(one.source, one.grave) for one in reworded]),
        "read: found as meaning": _figure([(one[0], one[3]) for one in found]),
        "read: right": _figure([(one[0], one[2]) for one in right]),
    }


def of_claims(data: Path) -> dict[str, Figure]:
    """Macro F1 of both questions of `claimdiff`."""
    found = {}
    for question, positive in claims.QUESTIONS:
        asked = corpora.rows(data, f"claimdiff/ClaimDiff-{question}-train.jsonl")
        topics = [row["meta"]["topic"] for row in asked]
        truth = np.array([row["label"] == positive for row in asked], np.int64)
        folds = np.array([corpora.fold_of(topic, claims.FOLDS) for topic in topics])
        pairs = [(row["a_text"], row["b_text"]) for row in asked]
        ours = claims.our_answers(pairs, topics, truth, folds)
        found[positive] = figure(topics, partial(claims.macro_f1, truth, ours), DRAWS)
    return found


def _figure(hits: list[tuple[str, bool]]) -> Figure:
    return figure([source for source, _ in hits], share([hit for _, hit in hits]), DRAWS)
