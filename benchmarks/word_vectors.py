"""Words as vectors by the company they keep: what the net of roles begins with.

After Schütze, *Distributional Part-of-Speech Tagging* (1995): counts of the frequent words directly
before and after, positive pointwise mutual information, singular vectors.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.utils.extmath import randomized_svd

from benchmarks import corpora
from benchmarks.quotes import JUDGED_FOLD
from retold.text.months import MONTHS, WEEKDAYS
from retold.text.token_rows import TOKEN

Floats = npt.NDArray[np.float32]

WIDTH = 64  # singular vectors
LEAST_COUNT = 16  # of a word in all texts
NEIGHBOURS = 1000  # the most frequent words, counted on either side
SMOOTHED = 0.75  # power of the neighbours' counts (Levy, Goldberg, Dagan 2015)
# Share of a word's places where it has a capital; sentence openers have fewer. By eye.
NAME_FROM = 0.8
CALENDAR = frozenset(WEEKDAYS) | MONTHS.keys()
SETS = ("distractors", "basil", "allsides_roundup")


def word_vectors(data: Path) -> dict[str, Floats]:
    """A unit vector for each frequent word that is no name, the most frequent first.

    No name of anybody in the articles gets into the weights, and an unseen one fares as well: a
    name is learnt by how it is written.
    """
    texts = [_words(text) for text in _texts(data)]
    counted = Counter(word for words in texts for word in words)
    ordered = sorted(counted, key=lambda word: (-counted[word], word))
    names = _names(data)
    words = [word for word in ordered if counted[word] >= LEAST_COUNT]
    vectors = _vectors(_counts(texts, words, ordered[:NEIGHBOURS]))
    return {word: vector for word, vector in zip(words, vectors, strict=True) if word not in names}


def _names(data: Path) -> frozenset[str]:
    """Words written with a capital nearly always, and words with one behind a hyphen."""
    every: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in _texts(data):
        for word in TOKEN.findall(text):
            lower = word.lower().replace("’", "'")
            every[lower] += 1
            large[lower] += word[0].isupper()
    known = CALENDAR | {"i", "i'm", "i've", "i'll", "i'd"}
    names = {
        word
        for word, count in every.items()
        if large[word] >= NAME_FROM * count and word not in known and word[-1] != "."
    }
    return frozenset(names | {word for word in every if names & set(word.split("-")[1:])})


def _texts(data: Path) -> Iterator[str]:
    for name in ("train", "dev"):
        for row in corpora.rows(data, f"polnear/{name}.jsonl"):
            if corpora.fold_of(row["doc_id"]) != JUDGED_FOLD:
                yield row["text"]
    for name in SETS:
        for path in sorted((data / name).glob("*.jsonl")):
            yield from (r["text"] for r in corpora.rows(data, f"{name}/{path.name}") if "text" in r)


def _words(text: str) -> list[str]:
    """The tokens of a text as the rows have them, figures as one."""
    found = (word.lower().replace("’", "'") for word in TOKEN.findall(text))
    return ["9" if word[0].isdigit() else word for word in found]


def _counts(texts: list[list[str]], words: list[str], neighbours: list[str]) -> Floats:
    """How often each word follows and precedes each neighbour, shape (words, 2 x neighbours)."""
    row = {word: place for place, word in enumerate(words)}
    column = {word: place for place, word in enumerate(neighbours)}
    found = np.zeros((len(words), 2 * len(neighbours)), np.float32)
    for text in texts:
        for left, right in pairwise(text):
            if left in row and right in column:
                found[row[left], len(neighbours) + column[right]] += 1
            if right in row and left in column:
                found[row[right], column[left]] += 1
    return found


def _vectors(counts: Floats) -> Floats:
    """Unit rows, float32, shape (words, WIDTH)."""
    rows = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    columns = counts.sum(axis=0, keepdims=True) ** SMOOTHED
    expected = np.maximum(rows * columns / columns.sum(), 1e-9)
    shared = np.maximum(np.log(np.maximum(counts / expected, 1e-9)), 0)
    left, strengths, _ = randomized_svd(shared, WIDTH, random_state=1)
    vectors = left * np.sqrt(strengths)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / lengths, np.float32)
