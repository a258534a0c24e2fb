"""Derived against independent: how many derived pairs are found at 1 in 100 false ones.

    python -m benchmarks relations [--data DIR] [--draws 1000] [--minilm PYTHON]

Independent: `basil` pairs whole, 20 seeded cuts of each to 80-300 words, look-alike pairs of
`ecbplus`. Derived: `detectrl_derivations` and `llm_misinformation_rewrites`. The verdict is
cross-validated by source text (what is made from one text is judged by weights that never saw it);
intervals are by source. `--minilm` names the Python of an environment with the packages of
`benchmarks/peers/minilm.txt`.
"""

import argparse
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, Figure, figure, share
from benchmarks.dependence import ALLOWED, Scored
from benchmarks.fit import FOLDS, cross_validated, table
from benchmarks.measured import Measured, measured
from benchmarks.peers.lexical import PEERS
from benchmarks.peers.minilm_rows import minilm_scores
from benchmarks.reprints import Reprint, reprints
from benchmarks.train_relations import training_pairs
from retold.pairs.relate import RelateSettings
from retold.pairs.verdict import softened_logit

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

INDEPENDENT = ("whole", "cut", "look-alike")
REWORDED = ("back_translation", "dipper_paraphrase", "llm_paraphrase", "llm_polish", "llm_rewrite")
NOISE = ("char_noise", "word_noise", "sent_noise")
DERIVED = (*REWORDED, *NOISE)
BESIDE = ("sibling", "excerpt")
# One derived pair among ten independent ones: a pile as it comes.
RARE = 10.0


@dataclass(frozen=True, slots=True)
class Judged:
    """All pairs with their cross-validated probability of descent, float64 (pairs,)."""

    made: Measured
    probability: Floats

    @property
    def sources(self) -> list[str]:
        """What folds and draws are cut by."""
        return [pair.source for pair in self.made.pairs]

    def rows(self, *labels: str) -> Bools:
        """The pairs of some labels, bool (pairs,)."""
        return np.asarray(np.isin(self.made.labels, labels))

    def scored(self, score: Floats, left_out: Bools | None = None) -> Scored:
        """A score over these pairs, without some independent ones."""
        independent = self.rows(*INDEPENDENT)
        if left_out is not None:
            independent = independent & ~left_out
        return Scored(score, self.rows(*DERIVED), independent)


def judged(data: Path) -> Judged:
    """Every training pair, judged by weights that never saw its source text."""
    made = measured(training_pairs(data))
    return Judged(made, cross_validated(table(made)))


def figures(all_pairs: Judged, scored: Scored, draws: int) -> dict[str, Figure]:
    """Share found of each kind, AUC, and calibration errors, with intervals by source."""
    sources = all_pairs.sources
    found = {
        label: figure(sources, partial(scored.found, all_pairs.rows(label)), draws)
        for label in (*DERIVED, *BESIDE)
    }
    found["AUC"] = figure(sources, scored.auc, draws)
    return found


def calibration(all_pairs: Judged, scored: Scored, draws: int) -> dict[str, Figure]:
    """Expected calibration error (15 bins) at 1:1 and at 1:10."""
    return {
        "ECE 1:1": figure(all_pairs.sources, scored.calibration_error, draws),
        "ECE 1:10": figure(all_pairs.sources, partial(scored.calibration_error, odds=RARE), draws),
    }


def left_out(all_pairs: Judged, found: list[Reprint]) -> Bools:
    """The whole pairs that reprint one another and the cuts of these, bool (pairs,)."""
    texts = {(one.pair.left, one.pair.right) for one in found}
    marked, within = [], False
    for pair in all_pairs.made.pairs:
        if pair.label == "whole":
            within = (pair.left, pair.right) in texts
        marked.append(within and pair.label in {"whole", "cut"})
    return np.array(marked)


def print_figures(title: str, found: dict[str, Figure]) -> None:
    """One row a figure."""
    print(f"\n{title}")
    for name, one in found.items():
        print(f"  {name:18} {one}")


def print_shipped(all_pairs: Judged) -> None:
    """How the pairs of each kind fall at the shipped bounds."""
    settings = RelateSettings()
    print(
        f"\nat the shipped bounds ({settings.independent_to}, {settings.dependent_from}), by kind:"
        "  dependent  unknown  independent"
    )
    for label in (*DERIVED, *BESIDE, *INDEPENDENT, "mixed"):
        values = all_pairs.probability[all_pairs.rows(label)]
        high, low = values >= settings.dependent_from, values <= settings.independent_to
        print(f"  {label:18} {high.mean():.3f}  {(~high & ~low).mean():.3f}  {low.mean():.3f}")
    rows = all_pairs.rows(*INDEPENDENT)
    sources = [pair.source for pair, kept in zip(all_pairs.made.pairs, rows, strict=True) if kept]
    called = all_pairs.probability[rows] >= settings.dependent_from
    print(f"  independent called dependent: {figure(sources, share(called))}")


def print_reprints(found: list[Reprint], all_pairs: Judged) -> None:
    """The evidence for the pairs left out."""
    print(
        "\nbasil pairs that reprint one another in part (words in shared runs, quotations apart):"
    )
    place = {id(pair): row for row, pair in enumerate(all_pairs.made.pairs)}
    for one in found:
        probability = all_pairs.probability[place[id(one.pair)]]
        print(f"  {one.pair.source}: {one.words} words; judged {probability:.3f}")
        for run in one.runs:
            print(f"    | {' '.join(run.split())[:150]}")


def print_peers(all_pairs: Judged, python: str | None) -> None:
    """The same figures for other means, one row each."""
    kept = all_pairs.rows(*DERIVED, *INDEPENDENT)
    pairs = [
        (pair.left, pair.right) for pair, one in zip(all_pairs.made.pairs, kept, strict=True) if one
    ]
    print("\npeers, found at 1 in 100:  AUC  " + "  ".join(DERIVED))
    rows = [("retold, cross-validated", all_pairs.probability[kept])]
    rows += [(name, score(pairs)) for name, score in PEERS.items()]
    model = minilm_scores(pairs, python)
    rows += model
    if model:
        scores = np.column_stack([score for _, score in model])
        rows.append(("retold and MiniLM together", together(all_pairs, kept, scores)))
    for name, score in rows:
        whole = np.full(len(kept), -1.0)
        whole[kept] = score
        scored, weight = all_pairs.scored(whole), np.ones(len(kept))
        shares = [scored.found(all_pairs.rows(label), weight) for label in DERIVED]
        print(f"  {name:32} {scored.auc(weight):.3f}  " + "  ".join(f"{s:.2f}" for s in shares))


def together(all_pairs: Judged, kept: Bools, scores: Floats) -> Floats:
    """What a model fitted over retold's verdict and the sentence model's scores says, by folds.

    Fitted without the fold it judges: whether an embedder would earn its place.
    """
    chosen = [pair for pair, one in zip(all_pairs.made.pairs, kept, strict=True) if one]
    verdict = np.vectorize(softened_logit)(all_pairs.probability[kept])
    columns = np.column_stack([verdict, scores])
    derived = np.array([pair.derived for pair in chosen])
    folds = np.array([corpora.fold_of(pair.source, FOLDS) for pair in chosen])
    found = np.zeros(len(chosen))
    for spared in range(FOLDS):
        seen = folds != spared
        model = LogisticRegression(class_weight="balanced", max_iter=1000)
        model.fit(columns[seen], derived[seen])
        found[~seen] = model.predict_proba(columns[~seen])[:, 1]
    return found


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks relations")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    options.add_argument("--minilm", metavar="PYTHON", default=None)
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks relations (draws seeded {SEED}, {chosen.draws} by source)")
    started = time.perf_counter()
    all_pairs = judged(chosen.data)
    spent = time.perf_counter() - started
    print(f"{len(all_pairs.made.pairs)} pairs read, measured and judged in {spent:.0f} s")
    found = reprints(all_pairs.made.pairs)
    kept = all_pairs.scored(all_pairs.probability, left_out(all_pairs, found))
    every = all_pairs.scored(all_pairs.probability)
    title = f"found at {ALLOWED:.0%} of independent pairs called dependent"
    print_figures(f"{title}, all pairs", figures(all_pairs, every, chosen.draws))
    print_figures("calibration, all pairs", calibration(all_pairs, every, chosen.draws))
    print_reprints(found, all_pairs)
    print_figures(f"{title}, reprints left out", figures(all_pairs, kept, chosen.draws))
    print_figures("calibration, reprints left out", calibration(all_pairs, kept, chosen.draws))
    print_shipped(all_pairs)
    print_peers(all_pairs, chosen.minilm)
