"""Trains the likeness of events and writes it into the package.

    python -m benchmarks train-events [--data DIR] [--to FILE]

Reports of `ecbplus`, `allsides_roundup` and `basil`, title and text alone; `lookalike` only
cuts the folds. Prints the cross-validated figures of every setting tried for `gather`; the shipped
one is set in `retold.stories.event` and `retold.stories.gather`.
"""

import argparse
import json
from itertools import product
from pathlib import Path

from benchmarks import corpora
from benchmarks.bcubed import BCubed, bcubed
from benchmarks.events import (
    FOLDS,
    TRAINED_ON,
    Floats,
    Pile,
    cross_validated,
    fitted,
    pile,
    reports,
)
from retold.stories.linkage import Terms, linked

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data" / "event-weights.json"
STORY_FROM = (0.08, 0.12, 0.16, 0.2, 0.24)
GROWTH = (0.0, 0.1, 0.18, 0.22, 0.26)
JUDGED_ON = ("ecbplus", "allsides_roundup")


def grouped(target: Pile, likeness: Floats, terms: Terms) -> BCubed:
    """How the parts that `likeness` gives under `terms` stand to the stories."""
    names = [report.document.id for report in target.reports]
    by_pair = {
        tuple(sorted((names[left], names[right]))): float(value)
        for left, right, value in zip(target.left, target.right, likeness, strict=True)
    }
    parts = linked(names, {(a, b): v for (a, b), v in by_pair.items()}, terms)
    part = {name: place for place, inside in enumerate(parts) for name in inside}
    return bcubed([report.story for report in target.reports], [part[name] for name in names])


def table(piles: dict[str, Pile]) -> None:
    """Prints B-cubed F1 for every setting, by weights that never saw what they judge."""
    by_fold = [fitted(list(piles.values()), fold) for fold in range(FOLDS)]
    likeness = {name: cross_validated(made, by_fold) for name, made in piles.items()}
    print("story_from  growth  " + "  ".join(piles))
    for asked, growth in product(STORY_FROM, GROWTH):
        found = [grouped(piles[name], likeness[name], Terms(asked, growth)).f1 for name in piles]
        print(f"{asked:10.2f}  {growth:6.2f}  " + "  ".join(f"{f1:.3f}" for f1 in found))


def main(argv: list[str]) -> None:
    """Fits the weights to all pairs that meet and writes them as readable JSON."""
    options = argparse.ArgumentParser(prog="python -m benchmarks train-events")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    chosen = options.parse_args(argv)
    piles = {name: pile(name, reports(chosen.data, name)) for name in TRAINED_ON}
    table(piles)
    weights = fitted(list(piles.values()))
    written = {
        "about": "Logistic regression over the measures of retold.stories.event.",
        "made_by": "python -m benchmarks train-events",
        "pairs": {
            name: {"same": int(p.same.sum()), "other": int((~p.same).sum())}
            for name, p in piles.items()
        },
        "intercept": weights.intercept,
        "slopes": {
            name: {
                "plain": slope.plain,
                "by_shorter": slope.by_shorter,
                "by_longer": slope.by_longer,
            }
            for name, slope in weights.slopes.items()
        },
    }
    chosen.to.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"{chosen.to}: {len(weights.slopes)} measures")
