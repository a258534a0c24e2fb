"""A lost text rebuilt: how near it is to the true one, beside the closest telling.

    python -m benchmarks rebuild [--data DIR] [--draws 1000]

All stars of `detectrl_derivations` with their source hidden. Nearness is word F1: folded words counted as often as they
stand, in any order; and, since a heap of words is no text, the share of words kept in order (Indel similarity). What is
judged is the lost text with most texts of the star right below it. A star in whose tree no text is lost is a miss: not
nearer, F1 0. Under "sureness" stand the sentences by how surely retold says that they stood in the lost text, and the
share of their words that stand there in the same order. Nothing is trained here.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Indel

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.measured import plain
from retold.face import read_documents
from retold.model.document import Span
from retold.model.story import RebuiltSentence
from retold.pipeline import Settings
from retold.text.words import words

# Bounds of the bands in which sureness is laid beside the truth.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Nearness:
    """One star: how near the rebuilt text is to the true one and how near the closest telling, 0..1.

    `missed`: nothing was rebuilt. `sentences`: sureness, words, and words that stand in the true text.
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
    """F1 of two heaps of words, each as often as it stands; 0 where either is empty."""
    both = (Counter(found) & Counter(true)).total()
    return 2 * both / max(1, len(found) + len(true))


def rebuilt_of(made: Mapping[str, str]) -> tuple[RebuiltSentence, ...]:
    """The sentences of the lost text with most texts of a star right below; none without one."""
    documents = (plain(name, text) for name, text in sorted(made.items()))
    stories = read_documents(documents, settings=Settings()).stories
    found = [
        (sum(edge.parent == one.node for edge in story.stemma.descents), one.sentences)
        for story in stories
        for one in story.rebuilt
    ]
    return max(found, key=lambda pair: pair[0], default=(0, ()))[1]


def nearness(source: str, text: str, made: Mapping[str, str]) -> Nearness:
    """How near one star's rebuilt text and its closest telling are to the hidden source."""
    true = keys(text)
    tellings = {name: keys(one) for name, one in made.items()}
    closest = max(sorted(tellings), key=lambda name: word_f1(tellings[name], true))
    sentences = rebuilt_of(made)
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


def graded(
    sentences: Sequence[RebuiltSentence], true: Sequence[str]
) -> list[tuple[float, int, int]]:
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


def print_table(scores: Sequence[Nearness], draws: int) -> None:
    """The figures over all stars."""
    sources = [one.source for one in scores]
    missed = sum(one.missed for one in scores)
    rows = {
        "nearer than the closest telling": [one.rebuilt > one.telling for one in scores],
        "as near": [one.rebuilt == one.telling for one in scores],
        "word F1, rebuilt": [one.rebuilt for one in scores],
        "word F1, closest telling": [one.telling for one in scores],
        "nearer, words in order": [one.rebuilt_order > one.telling_order for one in scores],
        "words in order, rebuilt": [one.rebuilt_order for one in scores],
        "words in order, closest telling": [one.telling_order for one in scores],
    }
    print(f"{len(scores)} stars, source hidden; {missed} missed: no lost text in the tree")
    for name, values in rows.items():
        print(f"  {name:32} {figure(sources, share(values), draws)}")
    counted = Counter(one.closest for one in scores)
    print(f"  the closest telling is: {', '.join(f'{n} {k}' for k, n in counted.most_common())}")
    print("  sureness  sentences  mean  words that stand in the source")
    sentences = np.array([row for one in scores for row in one.sentences]).reshape(-1, 3)
    for low, high in zip(BANDS, BANDS[1:], strict=False):
        part = sentences[(sentences[:, 0] >= low) & (sentences[:, 0] < high)]
        if len(part):
            right = part[:, 2].sum() / part[:, 1].sum()
            print(f"  {low:.2f}-{high:.2f}  {len(part):9d}  {part[:, 0].mean():.2f}  {right:.3f}")


def main(argv: list[str]) -> None:
    """Prints the table."""
    options = argparse.ArgumentParser(prog="python -m benchmarks rebuild")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    options.add_argument(
        "--each", action="store_true", help="also a line for every star not nearer"
    )
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks rebuild (draws seeded {SEED}, {chosen.draws} by source)")
    scores = [
        nearness(source, text, made)
        for source, (text, made) in corpora.stars(chosen.data).items()
        if len(made) > 1
    ]
    print_table(scores, chosen.draws)
    if chosen.each:
        for one in scores:
            if one.rebuilt <= one.telling:
                print(f"  {one.source} {one.closest} {one.telling:.3f}, rebuilt {one.rebuilt:.3f}")
