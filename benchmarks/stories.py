"""How well reports are grouped into stories, beside tf-idf with average linkage in the same run.

    python -m benchmarks stories [--data DIR]

B-cubed on `ecbplus` and `allsides_roundup` from title and text alone, one setting for both; weights
cross-validated by topic. Then `basil`, three reports an event, and how 600 distractors fall.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks import corpora
from benchmarks.bcubed import BCubed, bcubed
from benchmarks.events import (
    FOLDS,
    TRAINED_ON,
    Floats,
    Pile,
    cross_validated,
    fitted,
    judged,
    keyed,
    pile,
    reports,
    sketched,
    titled,
)
from retold.backends.event_weights import event_weights
from retold.model.relation import Dependence, Relation, RelationKind
from retold.stories.event import EventWeights, same_event
from retold.stories.gather import gather
from retold.stories.meet import meetings

DISTRACTORS = 600


def relation(left: str, right: str, likeness: float) -> Relation:
    """A pair of which only the event is judged."""
    first, second = sorted((left, right))
    return Relation(
        left=first,
        right=second,
        kind=RelationKind.UNKNOWN,
        dependence=Dependence.UNKNOWN,
        parent=None,
        confidence=0.5,
        reasons=(),
        links=(),
        derived=0.0,
        same_event=likeness,
    )


def stories_of(target: Pile, likeness: Floats) -> list[int]:
    """The story that `gather` puts each report in."""
    names = [report.document.id for report in target.reports]
    relations = [
        relation(names[left], names[right], float(value))
        for left, right, value in zip(target.left, target.right, likeness, strict=True)
    ]
    groups = gather(names, relations)
    part = {name: place for place, group in enumerate(groups) for name in group.documents}
    return [part[name] for name in names]


def baseline(piles: Sequence[Pile]) -> list[BCubed]:
    """tf-idf, average linkage and the one cut that is best for all piles together."""
    found = []
    for made in piles:
        texts = [f"{r.document.title}\n{r.document.text}" for r in made.reports]
        rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
        apart = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
        np.fill_diagonal(apart, 0)
        tree = linkage(squareform(apart, checks=False), "average")
        true = [r.story for r in made.reports]
        found.append(
            [bcubed(true, fcluster(tree, t, "distance")) for t in np.arange(0.7, 0.95, 0.02)]
        )
    best = max(range(len(found[0])), key=lambda at: sum(cuts[at].f1 for cuts in found))
    return [cuts[best] for cuts in found]


def whole_events(target: Pile, part: Sequence[int]) -> int:
    """Events whose reports, and no others, stand in one story."""
    true = [report.story for report in target.reports]
    size_true, size_found = Counter(true), Counter(part)
    both = Counter(zip(true, part, strict=True))
    return sum(
        count == size_true[event] == size_found[story] for (event, story), count in both.items()
    )


def distractors(data: Path, weights: EventWeights) -> str:
    """How seeded distractors fall: nothing is known of them, so the largest stories are told."""
    rows = corpora.rows(data, "distractors/docs.jsonl")
    corpora.seeded("distractors").shuffle(rows)
    chosen = [titled(row["doc_id"], None, row["text"]) for row in rows[:DISTRACTORS]]
    made = {drawn.document: drawn for drawn in sketched(chosen)}
    relations = [
        relation(left, right, same_event(made[left], made[right], weights))
        for met in meetings(keyed(chosen))
        for left, right in met.pairs
    ]
    sizes = sorted((len(g.documents) for g in gather(list(made), relations)), reverse=True)
    return (
        f"{len(made)} distractors, {len(relations)} pairs met, {len(sizes)} stories, "
        f"largest {sizes[:8]}, alone {sizes.count(1)}"
    )


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks stories")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    data = options.parse_args(argv).data
    started = time.perf_counter()
    piles = [pile(name, reports(data, name)) for name in TRAINED_ON]
    read = time.perf_counter() - started
    by_fold = [fitted(piles, fold) for fold in range(FOLDS)]
    for made, figure in zip(piles[:2], baseline(piles[:2]), strict=True):
        print(f"{made.name:18} tf-idf, average linkage   {figure}")
    for made in piles:
        stories = [report.story for report in made.reports]
        part = stories_of(made, cross_validated(made, by_fold))
        print(f"{made.name:18} retold, cross-validated   {bcubed(stories, part)}")
        shipped = stories_of(made, judged(made.table, event_weights()))
        print(f"{made.name:18} retold, shipped weights   {bcubed(stories, shipped)}")
        possible = sum(count * (count - 1) // 2 for count in Counter(stories).values())
        print(f"{made.name:18} same-event pairs that meet {made.same.sum() / possible:.4f}")
    print(f"basil: {whole_events(piles[2], part)} of 32 events whole and alone")
    print(distractors(data, event_weights()))
    print(f"{sum(len(p.reports) for p in piles)} reports read and measured in {read:.1f} s")
