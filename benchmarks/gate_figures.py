"""The figures that the gate holds, each higher for better, with intervals by source."""

from functools import partial
from pathlib import Path

from benchmarks import derived_piles, events, kinds, piles, relations, stories, trees
from benchmarks.bcubed import bcubed
from benchmarks.bootstrap import Figure, figure, share

# Enough draws for a floor; tables use 1000.
DRAWS = 300
PILES = 100
SEED = 1
# F1 does not bootstrap by topic here; its floor is this much under what was measured.
SLACK = 0.01


def of_relations(data: Path) -> dict[str, Figure]:
    """Share of each kind found at 1 in 100, AUC, and calibration as 1 less its error."""
    every = relations.judged(data)
    scored = every.scored(every.probability)
    found = relations.figures(every, scored, DRAWS)
    for name, odds in (("1:1", 1.0), ("1:10", relations.RARE)):
        error = partial(scored.calibration_error, odds=odds)
        one = figure(every.sources, error, DRAWS)
        found[f"1 - ECE {name}"] = Figure(1 - one.value, 1 - one.high, 1 - one.low)
    return found


def of_kinds(data: Path) -> dict[str, Figure]:
    """Macro F1."""
    found = kinds.judged(list(kinds.rows(data)))
    return {"macro F1": figure(found.sources, found.macro_f1, DRAWS)}


def of_trees(data: Path) -> dict[str, Figure]:
    """Edge F1 of both modes, through the whole chain and through lineage alone."""
    found = {}
    for hidden in (False, True):
        every = trees.stars(data, hidden=hidden)
        mode = "source hidden" if hidden else "source held"
        ways = {
            "chain": [trees.chain_edges(trees.told(star)) for star in every],
            "lineage": [trees.lineage_edges(trees.lineage_of(star)[0]) for star in every],
        }
        for way, edges in ways.items():
            scores = [trees.score(star, one) for star, one in zip(every, edges, strict=True)]
            sources = [star.source for star in every]
            found[f"{mode}, {way}"] = figure(sources, partial(trees.edge_f1, scores), DRAWS)
    return found


def of_piles(data: Path) -> dict[str, Figure]:
    """Piles with the right number of origins, of both makes."""
    found = {}
    for name, made in (("plain", piles.piles), ("derived", derived_piles.derived_piles)):
        every = [piles.judged(pile) for pile in made(data, PILES, SEED)]
        sources = [one.pile.source for one in every]
        found[name] = figure(sources, share([one.right for one in every]), DRAWS)
    return found


def of_stories(data: Path) -> dict[str, Figure]:
    """B-cubed F1 of both grouping sets, weights cross-validated by topic."""
    made = [events.pile(name, events.reports(data, name)) for name in events.TRAINED_ON]
    by_fold = [events.fitted(made, fold) for fold in range(events.FOLDS)]
    found = {}
    for one in made[:2]:
        part = stories.stories_of(one, events.cross_validated(one, by_fold))
        f1 = bcubed([report.story for report in one.reports], part).f1
        found[one.name] = Figure(f1, f1 - SLACK, f1 + SLACK)
    return found
