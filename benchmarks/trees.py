"""Star trees: who descends from whom among texts made from one, that one in the pile or hidden.

    python -m benchmarks trees [--data DIR] [--draws 1000]

All stars of `detectrl_derivations`. An edge joins a made text to its source, or, the source hidden,
to one lost text that is the root. Found: through the whole chain (`read_documents` over the texts
of one star) and through lineage alone, without any evidence on direction. Of the lost texts found,
the one with most children is held against the true one. "Copies taken in": a lost text of which
retold says that a telling is its copy is taken for that telling. Nothing is trained here; how near
the rebuilt text comes is measured by `rebuild`.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.measured import plain
from benchmarks.relating import ready
from retold.bench import Settings
from retold.face import read_documents
from retold.model.run import Result
from retold.model.story import DescentKind, NodeKind, Story
from retold.stories.lineage import Lineage, lineage
from retold.stories.traits import Traits, traits

Floats = npt.NDArray[np.float64]
SOURCE = "made-from"
# What the truth calls the source when it is not in the pile.
LOST = "lost"
Edges = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Star:
    """Texts by name; the truth is an edge from the source, or a lost text, to every other."""

    source: str
    texts: Mapping[str, str]
    hidden: bool

    @property
    def edges(self) -> Edges:
        """(parent, child) of every made text."""
        root = LOST if self.hidden else SOURCE
        return frozenset((root, name) for name in self.texts if name != SOURCE)


@dataclass(frozen=True, slots=True)
class Score:
    """Edges of one star: found rightly, found, true."""

    source: str
    right: int
    found: int
    true: int


def stars(data: Path, *, hidden: bool) -> list[Star]:
    """Every star with its source among the texts, or without."""
    return [
        Star(source, made if hidden else {SOURCE: text, **made}, hidden)
        for source, (text, made) in corpora.stars(data).items()
        if len(made) > 1
    ]


def chain_edges(result: Result, *, taken_in: bool = False) -> Edges:
    """The edges of the whole chain; the lost text with most children is `LOST`.

    `taken_in` puts a telling in the place of a lost text that it is a copy of.
    """
    edges: set[tuple[str, str]] = set()
    for number, story in enumerate(result.stories):
        edges |= _of_story(story, number, taken_in=taken_in)
    return _one_lost(frozenset(edges))


def _of_story(story: Story, number: int, *, taken_in: bool) -> set[tuple[str, str]]:
    """Edges of one story by document; lost texts have names that no document has."""
    kinds = {node.id: node.kind for node in story.stemma.nodes}
    names = {node.id: node.document or f"{LOST}-{number}-{node.id}" for node in story.stemma.nodes}
    kept = [
        edge
        for edge in story.stemma.descents
        if not edge.secondary and kinds[edge.parent] is not NodeKind.PRIMARY
    ]
    for edge in kept:
        copied = edge.kind is DescentKind.COPY and kinds[edge.parent] is NodeKind.LOST
        if taken_in and copied and names[edge.parent].startswith(f"{LOST}-"):
            names[edge.parent] = names[edge.child]
    edges = {(names[edge.parent], names[edge.child]) for edge in kept}
    return {(parent, child) for parent, child in edges if parent != child}


def _one_lost(edges: Edges) -> Edges:
    """The edges with the lost text that has most children called `LOST`."""
    children = Counter(parent for parent, _ in edges if parent.startswith(f"{LOST}-"))
    if not children:
        return edges
    most = min(children, key=lambda name: (-children[name], name))
    named = {most: LOST}
    return frozenset((named.get(above, above), named.get(below, below)) for above, below in edges)


def told(star: Star) -> Result:
    """What the whole chain makes of the texts of a star."""
    documents = (plain(name, text) for name, text in sorted(star.texts.items()))
    return read_documents(documents, settings=Settings())


def lineage_of(star: Star) -> tuple[Lineage, Mapping[str, Traits]]:
    """The tree that lineage alone makes, direction left open, and the readings it was made from."""
    texts = {name: traits(ready(plain(name, text)).reading) for name, text in star.texts.items()}
    return lineage(texts, lambda one, other: 0.0), texts  # noqa: ARG005


def lineage_edges(tree: Lineage) -> Edges:
    """The edges of a lineage; the lost text with most children is `LOST`."""
    return _one_lost(frozenset((above, child) for child, above in tree.parents.items()))


def score(star: Star, edges: Edges) -> Score:
    """How the edges stand to the truth."""
    return Score(star.source, len(edges & star.edges), len(edges), len(star.edges))


def edge_f1(scores: Sequence[Score], weight: Floats) -> float:
    """F1 over the edges of all stars."""
    right = sum(w * one.right for w, one in zip(weight, scores, strict=True))
    total = sum(w * (one.found + one.true) for w, one in zip(weight, scores, strict=True))
    return float(2 * right / total) if total else float("nan")


def wrong(star: Star, edges: Edges) -> Counter[str]:
    """True edges not found, by what was found instead."""
    above = {child: parent for parent, child in edges}
    said: Counter[str] = Counter()
    for parent, child in star.edges - edges:
        other = above.get(child, "nothing")
        said[f"{child} under {other.split('-')[0]}, not {parent}"] += 1
    return said


def print_mode(data: Path, draws: int, *, hidden: bool) -> None:
    """The figures of one mode."""
    every = stars(data, hidden=hidden)
    results = [told(star) for star in every]
    trees = [lineage_of(star) for star in every]
    strict = [chain_edges(result) for result in results]
    print(f"\n{len(every)} stars, source {'hidden' if hidden else 'in the pile'}")
    for name, found in (
        ("whole chain", strict),
        ("  copies taken in", [chain_edges(result, taken_in=True) for result in results]),
        ("lineage alone", [lineage_edges(tree) for tree, _ in trees]),
    ):
        print_scores(name, every, found, draws)
    said = sum((wrong(star, edges) for star, edges in zip(every, strict, strict=True)), Counter())
    for words, times in said.most_common(10):
        print(f"    {times:4d}  {words}")


def print_scores(name: str, every: Sequence[Star], found: Sequence[Edges], draws: int) -> None:
    """Edge F1 and the share of whole trees."""
    scores = [score(star, edges) for star, edges in zip(every, found, strict=True)]
    sources = [star.source for star in every]
    value = figure(sources, partial(edge_f1, scores), draws)
    whole = figure(sources, share([one.right == one.found == one.true for one in scores]), draws)
    print(f"  {name:18} edge F1 {value}  whole trees {whole}")


def main(argv: list[str]) -> None:
    """Prints the figures of both modes."""
    options = argparse.ArgumentParser(prog="python -m benchmarks trees")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks trees (draws seeded {SEED}, {chosen.draws} by source)")
    print_mode(chosen.data, chosen.draws, hidden=False)
    print_mode(chosen.data, chosen.draws, hidden=True)
