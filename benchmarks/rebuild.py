"""A lost text rebuilt: how near it is to the true one, beside the closest telling.

    python -m benchmarks rebuild [--data DIR] [--draws 1000] [--each]

All stars of `detectrl_derivations` with their source hidden. Nearness is word F1: folded words,
each as often as it stands, in any order; and, since a heap of words is no text, the share of words
kept in order (Indel similarity). Three tables: through the whole chain, where the lost text judged
is the one with most tellings right below it, and a star in whose tree no text is lost is a miss,
not nearer, F1 0; with the true tree given, which measures the rebuilding alone; and with the true
tree, the copies with noise left out, so that three rewordings are all there is. Under "sureness"
stand the sentences by how surely retold says they stood in the lost text, and the share of their
words that stand there in the same order. Nothing is trained here.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.measured import plain
from benchmarks.relating import ready
from retold.bench import Settings
from retold.face import read_documents
from retold.model.document import Span
from retold.model.story import (
    Descent,
    DescentKind,
    Node,
    NodeKind,
    RebuiltSentence,
    Stemma,
)
from retold.stories.rebuild import Held, rebuild
from retold.text.words import words

# Copies with changed letters or words: three of them outvote each other's changes.
NOISE = ("char_noise", "sent_noise", "word_noise")
# Bounds of the bands in which sureness is laid beside the truth.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Sentences = tuple[RebuiltSentence, ...]
Rebuilder = Callable[[Mapping[str, str]], Sentences]


@dataclass(frozen=True, slots=True)
class Nearness:
    """One star: how near the rebuilt text and the closest telling are to the true one, 0..1.

    `missed`: nothing was rebuilt. `sentences`: sureness, words, words that stand in the true text.
    """

    source: str
    closest: str
    missed: bool
    rebuilt: float
    telling: float
    rebuilt_order: float
    telling_order: float
    sentences: tuple[tuple[float, int, int], ...]


def keys(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word.key for word in words(text, Span(0, len(text)))]


def word_f1(found: Sequence[str], true: Sequence[str]) -> float:
    """F1 of two heaps of words, each as often as it stands; 0 where both are empty."""
    both = (Counter(found) & Counter(true)).total()
    return 2 * both / max(1, len(found) + len(true))


def by_chain(made: Mapping[str, str]) -> Sentences:
    """The sentences of the lost text with most texts of a star right below; none without one."""
    documents = (plain(name, text) for name, text in sorted(made.items()))
    stories = read_documents(documents, settings=Settings()).stories
    found = [
        (sum(edge.parent == one.node for edge in story.stemma.descents), one.sentences)
        for story in stories
        for one in story.rebuilt
    ]
    return max(found, key=lambda pair: pair[0], default=(0, ()))[1]


def by_true_tree(made: Mapping[str, str]) -> Sentences:
    """The sentences of the lost text when it is known to stand right above every text of a star."""
    documents = {name: plain(name, text) for name, text in sorted(made.items())}
    held = Held(documents, {name: ready(one).reading for name, one in documents.items()})
    kind = {name: DescentKind.COPY if name in NOISE else DescentKind.PARAPHRASE for name in made}
    lost = Node("lost", NodeKind.LOST, "lost")
    found = [Node(name, NodeKind.ATTESTED, name, name) for name in documents]
    descents = [Descent(lost.id, name, kind[name], 1.0) for name in documents]
    stemma = Stemma((lost, *found), tuple(descents))
    return rebuild(stemma, held, Settings().align)[0].sentences


def nearness(source: str, text: str, made: Mapping[str, str], rebuilder: Rebuilder) -> Nearness:
    """How near one star's rebuilt text and its closest telling are to the hidden source."""
    true = keys(text)
    tellings = {name: keys(one) for name, one in made.items()}
    closest = max(sorted(tellings), key=lambda name: word_f1(tellings[name], true))
    sentences = rebuilder(made)
    found = keys(" ".join(one.wording for one in sentences))
    return Nearness(
        source,
        closest,
        not sentences,
        word_f1(found, true),
        word_f1(tellings[closest], true),
        Indel.normalized_similarity(found, true) if found else 0.0,
        Indel.normalized_similarity(tellings[closest], true),
        tuple(graded(sentences, true)),
    )


def graded(sentences: Sentences, true: Sequence[str]) -> list[tuple[float, int, int]]:
    """Sureness, words, and words that stand in the true text in the same order, by sentence."""
    each = [keys(one.wording) for one in sentences]
    found = [key for inside in each for key in inside]
    right = np.zeros(len(found), np.int64)
    for block in Indel.opcodes(found, true):
        if block.tag == "equal":
            right[block.src_start : block.src_end] = 1
    ends = np.cumsum([len(inside) for inside in each])
    return [
        (one.sureness, len(inside), int(right[end - len(inside) : end].sum()))
        for one, inside, end in zip(sentences, each, ends, strict=True)
        if inside
    ]


def print_table(title: str, scores: Sequence[Nearness], draws: int) -> None:
    """The figures over all stars."""
    sources = [one.source for one in scores]
    missed = sum(one.missed for one in scores)
    rows: dict[str, npt.ArrayLike] = {
        "nearer than the closest telling": [one.rebuilt > one.telling for one in scores],
        "word F1, rebuilt": [one.rebuilt for one in scores],
        "word F1, closest telling": [one.telling for one in scores],
        "nearer, words in order": [one.rebuilt_order > one.telling_order for one in scores],
        "words in order, rebuilt": [one.rebuilt_order for one in scores],
        "words in order, closest telling": [one.telling_order for one in scores],
    }
    print(f"\n{title}: {len(scores)} stars, {missed} missed (no lost text in the tree)")
    for name, values in rows.items():
        print(f"  {name:32} {figure(sources, share(values), draws)}")
    counted = Counter(one.closest for one in scores)
    print(f"  closest: {', '.join(f'{name} {times}' for name, times in counted.most_common())}")
    print("  sureness  sentences  mean  words that stand in the source")
    sentences = np.array([row for one in scores for row in one.sentences]).reshape(-1, 3)
    for low, high in pairwise(BANDS):
        part = sentences[(sentences[:, 0] >= low) & (sentences[:, 0] < high)]
        if len(part):
            right = part[:, 2].sum() / part[:, 1].sum()
            print(f"  {low:.2f}-{high:.2f}  {len(part):9d}  {part[:, 0].mean():.2f}  {right:.3f}")


def main(argv: list[str]) -> None:
    """Prints the tables."""
    options = argparse.ArgumentParser(prog="python -m benchmarks rebuild")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    options.add_argument("--each", action="store_true", help="also every star that is not nearer")
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks rebuild (draws seeded {SEED}, {chosen.draws} by source)")
    stars = corpora.stars(chosen.data)
    reworded = {
        source: (text, {kind: one for kind, one in made.items() if kind not in NOISE})
        for source, (text, made) in stars.items()
    }
    for title, kept, rebuilder in (
        ("whole chain", stars, by_chain),
        ("true tree given", stars, by_true_tree),
        ("true tree given, rewordings alone", reworded, by_true_tree),
    ):
        scores = [
            nearness(source, text, made, rebuilder)
            for source, (text, made) in kept.items()
            if len(made) > 1
        ]
        print_table(title, scores, chosen.draws)
        for one in scores if chosen.each else ():
            if one.rebuilt <= one.telling:
                print(f"  {one.source} {one.closest} {one.telling:.3f}, rebuilt {one.rebuilt:.3f}")
