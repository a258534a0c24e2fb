"""Star trees: who descends from whom among texts made from one, with that one in the pile and without it.

    python -m benchmarks trees [--data DIR] [--draws 1000]

All stars of `detectrl_derivations`. An edge joins a made text to its source, or, the source hidden, to one lost text
that is the root. Found: through the whole chain (`read_documents` over the texts of one star) and through lineage
alone. A copy edge of retold from a node that stands for the same text counts as that text. With the source hidden it
is also measured how near the readings attested twice are to those of the source, beside the nearest single telling.
Nothing is trained here.
"""

import argparse
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.measured import plain
from benchmarks.relating import ready
from retold.face import read_documents
from retold.model.story import NodeKind, Story
from retold.pairs.reading import Reading
from retold.pairs.relate import Judge
from retold.pipeline import Settings, bench
from retold.stories.lineage import Lineage, attested_twice, lineage
from retold.stories.traits import Traits, shared, traits

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


def chain_edges(star: Star) -> Edges:
    """The edges of the whole chain; lost nodes are numbered, the first root is `LOST`."""
    documents = (plain(name, text) for name, text in sorted(star.texts.items()))
    result = read_documents(documents, settings=Settings())
    edges: set[tuple[str, str]] = set()
    for number, story in enumerate(result.stories):
        edges |= _of_story(story, number)
    return frozenset(edges)


def _of_story(story: Story, number: int) -> set[tuple[str, str]]:
    """Edges of one story by document; a lost root of the first story is `LOST`, others have names."""
    children = {edge.child for edge in story.stemma.descents if not edge.secondary}
    names = {}
    for node in story.stemma.nodes:
        first = number == 0 and node.id not in children and LOST not in names.values()
        names[node.id] = node.document or (LOST if first else f"{LOST}-{number}-{node.id}")
    primaries = {node.id for node in story.stemma.nodes if node.kind is NodeKind.PRIMARY}
    return {
        (names[edge.parent], names[edge.child])
        for edge in story.stemma.descents
        if not edge.secondary and edge.parent not in primaries
    }


def lineage_of(star: Star, judge: Judge) -> tuple[Lineage, Mapping[str, Traits]]:
    """The tree that lineage alone makes, direction left open, and the readings it was made from."""
    del judge
    readings: dict[str, Reading] = {
        name: ready(plain(name, text)).reading for name, text in star.texts.items()
    }
    texts = {name: traits(reading) for name, reading in readings.items()}
    return lineage(texts, lambda one, other: 0.0), texts


def lineage_edges(tree: Lineage, texts: Mapping[str, Traits]) -> Edges:
    """The edges of a lineage; a lost root is `LOST`."""
    named = {tree.root: LOST} if tree.root not in texts else {}
    return frozenset((named.get(above, above), child) for child, above in tree.parents.items())


def score(star: Star, edges: Edges) -> Score:
    """How the edges stand to the truth."""
    return Score(star.source, len(edges & star.edges), len(edges), len(star.edges))


def edge_f1(scores: list[Score], weight: Floats) -> float:
    """F1 over the edges of all stars."""
    right = sum(w * one.right for w, one in zip(weight, scores, strict=True))
    total = sum(w * (one.found + one.true) for w, one in zip(weight, scores, strict=True))
    return float(2 * right / total) if total else float("nan")


def rebuilt_nearer(tree: Lineage, texts: Mapping[str, Traits], true: Traits) -> bool:
    """Whether the readings that two tellings attest are nearer to the true ones than any telling's."""
    graph = _graph(tree)
    lost = [node for node in tree.nodes if node not in texts]
    best = max((f1(attested_twice(graph, node, texts), true) for node in lost), default=0.0)
    return best > max(f1(text, true) for text in texts.values())


def f1(found: Traits, true: Traits) -> float:
    """F1 of two sets of readings."""
    return 2 * len(shared(found, true)) / max(1, len(found) + len(true))


def _graph(tree: Lineage) -> "object":
    """The tree without its directions, as lineage works on it."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(tree.nodes)
    graph.add_edges_from(tree.parents.items())
    return graph


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
    judge = bench(Settings()).judge
    by_chain = [chain_edges(star) for star in every]
    trees = [lineage_of(star, judge) for star in every]
    print(f"\n{len(every)} stars, source {'hidden' if hidden else 'in the pile'}")
    for name, found in (
        ("whole chain", by_chain),
        ("lineage alone", [lineage_edges(*tree) for tree in trees]),
    ):
        scores = [score(star, edges) for star, edges in zip(every, found, strict=True)]
        sources = [star.source for star in every]
        value = figure(sources, lambda weight, s=scores: edge_f1(s, weight), draws)
        whole = figure(sources, share([one.right == one.found == one.true for one in scores]), draws)
        print(f"  {name:14} edge F1 {value}  whole trees {whole}")
    if hidden:
        texts = {source: text for source, (text, _) in corpora.stars(data).items()}
        true = [traits(ready(plain("true", texts[star.source])).reading) for star in every]
        nearer = [
            rebuilt_nearer(*tree, one) for tree, one in zip(trees, true, strict=True)
        ]
        print(
            "  rebuilt readings nearer to the source than any telling's: "
            f"{figure([star.source for star in every], share(nearer), draws)}"
        )
    said = sum((wrong(star, edges) for star, edges in zip(every, by_chain, strict=True)), Counter())
    for words, times in said.most_common(10):
        print(f"    {times:4d}  {words}")


def main(argv: list[str]) -> None:
    """Prints the figures of both modes."""
    options = argparse.ArgumentParser(prog="python -m benchmarks trees")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks trees (draws seeded {SEED}, {chosen.draws} by source)")
    print_mode(chosen.data, chosen.draws, hidden=False)
    print_mode(chosen.data, chosen.draws, hidden=True)
