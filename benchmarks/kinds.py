"""Which kind of retelling a pair is called: macro F1 and who is taken for whom.

    python -m benchmarks kinds [--data DIR] [--draws 1000]

Kinds by the mapping of the data's README, and texts made here with seeds from the text: excerpts,
trims (15 to 35 % of sentences dropped), copies in site furniture, two-step chains (a derived text
trimmed). Nothing is trained here; dependence is judged by the weights that retold ships, whose own
figures `relations` cross-validates. A row that allows two kinds counts as the one found, or as its
first where neither was.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, SEED, figure, share
from benchmarks.making import excerpt, furnished, trim
from benchmarks.measured import plain
from benchmarks.relating import related
from retold.model.document import Document
from retold.readers.text import document_of_text

Floats = npt.NDArray[np.float64]
# What may be said of each label, the first the truest. Noise by word and sentence, polish and
# graded edits are not scored for kind (data/README.md).
ALLOWED: dict[str, tuple[str, ...]] = {
    "unchanged": ("copy",),
    "char_noise": ("copy", "revision"),
    "furniture": ("copy",),
    "trim": ("revision",),
    "trim of char_noise": ("revision",),
    "excerpt": ("excerpt",),
    "back_translation": ("paraphrase",),
    "dipper_paraphrase": ("paraphrase",),
    "llm_paraphrase": ("paraphrase",),
    "trim of back_translation": ("paraphrase", "rewrite"),
    "trim of dipper_paraphrase": ("paraphrase", "rewrite"),
    "llm_rewrite": ("rewrite", "paraphrase"),
    "independent": ("independent",),
}
CLASSES = ("copy", "revision", "excerpt", "paraphrase", "rewrite", "independent")
# The two kinds of independent report are one class: the data do not say who shared a document.
SAME = {"shared-source": "independent", "unrelated": "independent"}
UNCHANGED = 100  # of 696 identical pairs: more would say no more


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of documents with its label and the text or event it was made from."""

    source: str
    label: str
    left: Document
    right: Document


def rows(data: Path) -> Iterator[Row]:
    """Every pair that is scored."""
    yield from _given(data)
    yield from _chains(data)
    for source, reports in corpora.events(data).items():
        for report in reports:
            yield from _made(source, report["text"])


def _given(data: Path) -> Iterator[Row]:
    """Pairs of the sets as they are."""
    for pair in corpora.derived_pairs(data):
        if pair.label in ALLOWED:
            yield _row(pair.source, pair.label, pair.left, pair.right)
    unchanged = [
        row
        for row in corpora.rows(data, "llm_misinformation_rewrites/pairs.jsonl")
        if row["label"] == "unchanged"
    ]
    for row in unchanged[:UNCHANGED]:
        yield _row(f"misinformation:{row['meta']['id']}", "unchanged", row["a_text"], row["b_text"])
    for row in corpora.rows(data, "basil/pairs_same_event.jsonl"):
        source = f"basil:{row['meta']['cluster']}"
        yield _row(source, "independent", row["a_text"], row["b_text"])


def _chains(data: Path) -> Iterator[Row]:
    """A derived text trimmed, beside the first text."""
    for source, (text, made) in corpora.stars(data).items():
        for label in ("char_noise", "back_translation", "dipper_paraphrase"):
            if label in made:
                name = f"trim of {label}"
                yield _row(source, name, text, trim(made[label], corpora.seeded(name, source)))


def _made(source: str, text: str) -> Iterator[Row]:
    """A report beside an excerpt, a trim and a copy in furniture."""
    for label, maker in (("excerpt", excerpt), ("trim", trim), ("furniture", furnished)):
        yield _row(source, label, text, maker(text, corpora.seeded(label, text)))


def _row(source: str, label: str, left: str, right: str) -> Row:
    """A pair; only furniture needs a page to be told apart from its article."""
    other = document_of_text("right", right) if label == "furniture" else plain("right", right)
    return Row(source, label, plain("left", left), other)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds found for all rows, as class names; `true` by what each label allows."""

    sources: tuple[str, ...]
    labels: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def true(self) -> list[str]:
        """The class each row counts as."""
        return [
            found if found in ALLOWED[label] else ALLOWED[label][0]
            for label, found in zip(self.labels, self.found, strict=True)
        ]

    def f1(self, name: str, weight: Floats) -> float:
        """F1 of one class."""
        true, found = np.array(self.true) == name, np.array(self.found) == name
        total = weight[true].sum() + weight[found].sum()
        return float(2 * weight[true & found].sum() / total) if total else float("nan")

    def macro_f1(self, weight: Floats) -> float:
        """Mean F1 over the classes."""
        return float(np.mean([self.f1(name, weight) for name in CLASSES]))


def judged(every: Sequence[Row]) -> Kinds:
    """What retold calls each pair."""
    relations = related((row.left, row.right) for row in every)
    kinds = [SAME.get(one.kind.value, one.kind.value) for one in relations]
    return Kinds(tuple(r.source for r in every), tuple(r.label for r in every), tuple(kinds))


def print_table(kinds: Kinds) -> None:
    """Labels down, kinds found across."""
    columns = (*CLASSES, "unknown")
    print(f"\n{'label':26} " + " ".join(f"{name:>11}" for name in columns) + "  right")
    counts = Counter(zip(kinds.labels, kinds.found, strict=True))
    for label, allowed in ALLOWED.items():
        cells = [counts[label, name] for name in columns]
        right = sum(counts[label, name] for name in allowed) / max(1, sum(cells))
        print(f"{label:26} " + " ".join(f"{cell:11d}" for cell in cells) + f"  {right:.3f}")


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks kinds")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--draws", type=int, default=DRAWS)
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks kinds (draws seeded {SEED}, {chosen.draws} by source)")
    kinds = judged(list(rows(chosen.data)))
    print(f"macro F1     {figure(kinds.sources, kinds.macro_f1, chosen.draws)}")
    for name in CLASSES:
        print(f"  {name:12} {figure(kinds.sources, partial(kinds.f1, name), chosen.draws)}")
    right = [found == true for found, true in zip(kinds.found, kinds.true, strict=True)]
    print(f"right        {figure(kinds.sources, share(right), chosen.draws)}")
    print_table(kinds)
