"""The figures that the gate holds, each higher for better, with intervals by source."""

from collections import Counter
from functools import partial
from pathlib import Path

from benchmarks import (
    derived_piles,
    events,
    kinds,
    ledger_outcomes,
    piles,
    quotes,
    relations,
    stories,
    trees,
)
from benchmarks.bcubed import bcubed
from benchmarks.bootstrap import Figure, figure, share

# Enough draws for a floor; tables use 1000.
DRAWS = 300
PILES = 100
# Of each kind, in the order of a hash of their names: half a minute's work.
LEDGER_ARTICLES, REWORDED_ARTICLES, REFORMED_ARTICLES = 24, 30, 6
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


def of_quotes(data: Path) -> dict[str, Figure]:
    """What `python -m benchmarks quotes` asks, but for content of what was found."""
    judged = quotes.judged(data)
    counts = quotes.counts(judged)
    return {question: quotes.figure_of(judged, counts, question, DRAWS) for question in quotes.HELD}


def of_ledger(data: Path) -> dict[str, Figure]:
    """Status right by setting; turned quotations never passed on; quiet on reformatting."""
    turn: Counter[str] = Counter()
    kept = ledger_outcomes.halves(data, "judge")[:LEDGER_ARTICLES]
    again = ledger_outcomes.rewordings(data, "judge")[:REWORDED_ARTICLES]
    every = [one for article in (*kept, *again) for one in ledger_outcomes.outcomes(article, turn)]
    seen = [one for one in every if one.status is not None]
    found = {}
    for setting in ledger_outcomes.SETTINGS:
        rows = [one for one in seen if one.setting == setting]
        sources = [one.source for one in rows]
        found[setting] = figure(sources, share([one.right for one in rows]), DRAWS)
    turned = [one for one in seen if one.changed.mutation.name in ledger_outcomes.TURNED]
    told = [one.status not in {"verbatim", "trimmed"} for one in turned]
    found["turned told"] = figure([one.source for one in turned], share(told), DRAWS)
    quiet: list[tuple[str, bool]] = []
    for article in kept[:REFORMED_ARTICLES]:
        for _, judged, wrong, _ in ledger_outcomes.reformed(article):
            quiet += [(article.name, place >= wrong) for place in range(judged)]
    found["reformatting quiet"] = figure(
        [name for name, _ in quiet], share([one for _, one in quiet]), DRAWS
    )
    return found
