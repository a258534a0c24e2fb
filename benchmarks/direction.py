"""Which of two dependent texts is the earlier form: how often it is said, and how often rightly.

    python -m benchmarks direction [--data DIR] [--draws 1000]

`apt_eval`, `detectrl_derivations`, `wiki_versions`, and texts made from `basil`: trims (sentences
dropped), re-sends (slips put right, sentences dropped or added by a coin) and completed texts
(sentences of another report of the event put in), the longer as often the earlier. Sides swapped by
a seeded coin, texts case-folded, identical pairs out. First what retold says at the bound it ships,
by weights that were trained on these very pairs; then what weights say that never saw the source:
one model for all sets, without intercept, over measures that change sign with the sides,
cross-validated by source; last what the shipped weights say of a set that none was trained on. Only
the second and the last are figures of merit.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.direction_fit import Floats, cross_validated, fitted, names, read, tabled
from benchmarks.direction_pairs import UNSEEN, Ordered, ordered, proper_names, unseen
from benchmarks.relating import Ready
from retold.bench import Settings, bench
from retold.model.relation import Relation
from retold.pairs.direction import decided_from
from retold.pairs.relate import relate

# The shares of pairs that have to be decided (issue of the benchmark), by set.
ASKED = {"apt_eval": 0.8, "detectrl": 0.8, "wiki": 0.6, "made": 0.6, UNSEEN: 0.8}
COVERAGE = (0.4, 0.6, 0.8, 1.0)


def judged(every: Sequence[Ordered], held: Mapping[str, Ready]) -> list[Relation]:
    """What retold says of every pair."""
    judge = bench(Settings()).judge
    return [relate(held[one.left].reading, held[one.right].reading, judge, 1.0) for one in every]


def leans(relations: Sequence[Relation]) -> Floats:
    """What retold leans to in every pair, nats, float64 (pairs,)."""
    return np.array([relation.lean for relation in relations])


def print_named(
    title: str, every: Sequence[Ordered], relations: Sequence[Relation], odds: Floats, draws: int
) -> None:
    """Of how many pairs a parent is named at the bounds that retold ships, and how often rightly.

    `odds` decide, the relations say what kind of pair it is.
    """
    firm = np.array([decided_from(one.kind) for one in relations])
    print(f"\n{title}:")
    print("             decided  right of these")
    for name in _sets(every):
        rows = [at for at, one in enumerate(every) if one.name == name]
        said = [at for at in rows if abs(odds[at]) >= firm[at]]
        right = [(odds[at] > 0) == every[at].left_first for at in said]
        value = figure([every[at].source for at in said], share(right), draws)
        print(f"  {name:10} {len(said) / len(rows):.3f}  {value}")


def print_curve(title: str, every: Sequence[Ordered], odds: Floats, draws: int) -> None:
    """Share right among the surest pairs of each set, at several coverages."""
    print(f"\n{title}: right at coverage " + "  ".join(f"{at:.2f}" for at in COVERAGE) + "  asked")
    for name in _sets(every):
        asked = ASKED[name]
        rows = np.array([at for at, one in enumerate(every) if one.name == name])
        cells = [f"{np.mean(_right(every, odds, rows, at)):.3f}" for at in COVERAGE]
        chosen = _surest(odds, rows, asked)
        sources = [every[at].source for at in chosen]
        value = figure(sources, share(_right(every, odds, rows, asked)), draws)
        print(f"  {name:10} {len(rows):5d}  " + "  ".join(cells) + f"   at {asked:.2f}: {value}")
    print_pooled(every, odds, draws)
    labels = sorted({(one.name, one.label) for one in every})
    for name, label in labels:
        rows = np.array([at for at, o in enumerate(every) if (o.name, o.label) == (name, label)])
        cells = [f"{np.mean(_right(every, odds, rows, at)):.3f}" for at in COVERAGE]
        print(f"    {name} {label:22} {len(rows):4d}  " + "  ".join(cells))


def print_pooled(every: Sequence[Ordered], odds: Floats, draws: int) -> None:
    """The two sets of machine rewording as one, .80 of it decided."""
    pooled = np.array([at for at, one in enumerate(every) if one.name in {"apt_eval", "detectrl"}])
    if len(pooled):
        chosen = _surest(odds, pooled, 0.8)
        right = share(_right(every, odds, pooled, 0.8))
        value = figure([every[at].source for at in chosen], right, draws)
        print(f"  apt_eval and detectrl together at 0.80: {value}")


def print_bound(every: Sequence[Ordered], odds: Floats) -> None:
    """One bound for all sets: decided and right shares of each."""
    print("\none bound for all (nats):      " + "  ".join(f"{name:>14}" for name in _sets(every)))
    sets = np.array([one.name for one in every])
    right = (odds > 0) == np.array([one.left_first for one in every])
    for bound in (0.3, 0.5, 0.7, 0.9, 1.1, 1.5, 2.0):
        said = np.abs(odds) >= bound
        cells = [
            f"{said[sets == name].mean():.2f} at {right[said & (sets == name)].mean():.3f}"
            for name in _sets(every)
        ]
        print(f"  {bound:.1f}                          " + "  ".join(f"{c:>14}" for c in cells))


def _sets(every: Sequence[Ordered]) -> list[str]:
    """The sets that have pairs here, in the order of `ASKED`."""
    return [name for name in ASKED if any(one.name == name for one in every)]


def _surest(odds: Floats, rows: npt.NDArray[np.int64], coverage: float) -> npt.NDArray[np.int64]:
    order = np.argsort(-np.abs(odds[rows]), kind="stable")
    return np.asarray(rows[order[: max(1, round(coverage * len(rows)))]])


def _right(
    every: Sequence[Ordered], odds: Floats, rows: npt.NDArray[np.int64], coverage: float
) -> list[float]:
    """1 for right, 0 for wrong, .5 for no lean at all, among the surest."""
    return [
        0.5 if odds[at] == 0 else float((odds[at] > 0) == every[at].left_first)
        for at in _surest(odds, rows, coverage)
    ]


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks direction")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks direction (draws seeded {SEED}, {chosen.draws} by source)")
    every = ordered(chosen.data)
    held = read(every)
    relations = judged(every, held)
    shipped = leans(relations)
    saw = "shipped (its weights saw these pairs)"
    print_named(f"{saw}, parent named", every, relations, shipped, chosen.draws)
    print_curve(saw, every, shipped, chosen.draws)
    table = tabled(every, held, proper_names(chosen.data))
    odds = cross_validated(table)
    print_curve("trained, cross-validated", every, odds, chosen.draws)
    print_named("cross-validated, parent named", every, relations, odds, chosen.draws)
    print_bound(every, odds)
    fit = fitted(table)
    spread = np.sqrt((np.abs(table.plain) ** 2).mean(axis=0))
    print(
        f"\n{len(fit.words)} words; measures by plain weight, above 0: more speaks for the earlier"
    )
    columns = [(at, name) for at, (name, by) in enumerate(names()) if by == "plain"][: len(spread)]
    for at, name in sorted(columns, key=lambda c: -abs(fit.slopes[c[0]] * spread[c[0] // 5])):
        print(f"  {fit.slopes[at] * spread[at // 5]:+.3f}  {name}")
    apart = unseen(chosen.data)
    relations = judged(apart, read(apart))
    print_named("never trained on, parent named", apart, relations, leans(relations), chosen.draws)
    print_curve("never trained on", apart, leans(relations), chosen.draws)
