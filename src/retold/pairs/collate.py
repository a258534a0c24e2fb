"""Two readings laid against each other: one vocabulary, and the weight every two sentences share.

Words count by their rarity and match by stem; a word that only one side has also matches its
nearest spelling on the other ("Lundt", "Lund"; "favour", "favor"; a slip of a key), so that noise
and spelling do not hide a copy.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from retold.pairs.lexicon import Lexicon, numbered
from retold.pairs.reading import Reading

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

# Share of letters kept (rapidfuzz ratio, percent) from which two spellings are taken for one word;
# by eye on char_noise and word_noise of detectrl_derivations: inflections pass, other words rarely.
NEAR_WORD = 80
# More words without a counterpart than this on a side and spellings are not sought: the table of
# all against all would pass 16 MB. Two texts of that length share enough words spelt alike.
NEAR_WORD_LIMIT = 4000


@dataclass(frozen=True)
class Side:
    """One reading in the common vocabulary.

    Attributes:
        ids: int32 (n,), vocabulary numbers of its words.
        stems: int32 (u,), those of the stems of its lexicon; no two are the same.
    """

    reading: Reading
    ids: Ints
    stems: Ints

    @property
    def sentence(self) -> Ints:
        """The sentence each word stands in, int32 (n,)."""
        return self.reading.sentence

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.reading.sentences)

    @cached_property
    def letters(self) -> str:
        """The words as characters, one each."""
        return lettered(self.ids)

    def run(self, first: int, last: int) -> slice:
        """Where the words of some sentences in a row stand, the last one included."""
        bounds = self.reading.bounds
        return slice(bounds[first], bounds[last + 1])


@dataclass(frozen=True)
class Collation:
    """Two readings in one vocabulary of v words.

    Attributes:
        weights: float64 (v,), nats, the rarity of each word.
        overlap: float64 (m left, m right), the weight of the words two sentences have in common.
        mass_left, mass_right: float64, the weight of each sentence's words, each word once.
        swapped: whether the poorer text, that of the lesser weight, is the right one.

    Words are numbered in the order of their letters: the numbers do not hang on which side is left.
    """

    left: Side
    right: Side
    weights: Floats
    overlap: Floats
    mass_left: Floats
    mass_right: Floats
    swapped: bool

    @cached_property
    def likeness(self) -> Floats:
        """Likeness of every two sentences, 0..1, shape (m left, m right)."""
        return likeness(self.overlap, self.mass_left, self.mass_right)

    @property
    def mirrored(self) -> "Collation":
        """The same two readings with the sides changed."""
        masses = self.mass_right, self.mass_left
        return Collation(
            self.right, self.left, self.weights, self.overlap.T, *masses, not self.swapped
        )


def collate(left: Reading, right: Reading) -> Collation:
    """Both readings in one vocabulary; an empty reading gives empty arrays."""
    one, other = left.lexicon, right.lexicon
    called = {word: min(word, near) for word, near in _same_word(one, other)}
    vocabulary = one.stems | other.stems
    for word, name in called.items():
        if word != name:
            del vocabulary[word]
    # Two runs in order: to sort them is hardly more than to merge them.
    numbers = numbered(vocabulary)
    numbers |= {word: numbers[name] for word, name in called.items()}
    here, there = (
        np.fromiter(map(numbers.__getitem__, side.stems), np.int32, len(side.stems))
        for side in (one, other)
    )
    sides = Side(left, here[one.at], here), Side(right, there[other.at], there)
    return _laid(*sides, _weights(sides, len(vocabulary)))


def _laid(left: Side, right: Side, weights: Floats) -> Collation:
    """The poorer text laid against the fuller: sums then do not hang on which side is left."""
    swapped = _rank(right, weights) < _rank(left, weights)
    if swapped:
        overlap, there, here = shared_weight(right, left, weights)
        return Collation(left, right, weights, overlap.T, here, there, swapped)
    return Collation(left, right, weights, *shared_weight(left, right, weights), swapped)


def _rank(side: Side, weights: Floats) -> tuple[float, int, tuple[str, ...]]:
    """How much a text has to say; no two texts of other words are the same."""
    return round(float(weights[side.ids].sum()), 6), len(side.ids), side.reading.keys


def _weights(sides: tuple[Side, Side], size: int) -> Floats:
    """The weight of each word of the vocabulary: the mean over its forms, wherever they stand.

    Forms of one stem differ in rarity; to take either side's would hang on which is the left one.
    """
    sums, counts = np.zeros(size), np.zeros(size)
    for side in sides:
        sums[side.stems] += side.reading.lexicon.weights
        counts[side.stems] += side.reading.lexicon.counts
    return sums / counts


class Sentences(Protocol):
    """Words by sentence: vocabulary numbers, the sentence of each, and the number of sentences."""

    @property
    def ids(self) -> Ints: ...
    @property
    def sentence(self) -> Ints: ...
    @property
    def sentences(self) -> int: ...


def shared_weight(
    one: Sentences, other: Sentences, weights: Floats
) -> tuple[Floats, Floats, Floats]:
    """Weight that every two sentences share, and that each holds; a word counts once a sentence."""
    root = np.sqrt(weights)
    tables = []
    for side in (one, other):
        table = np.zeros((side.sentences, len(weights)))
        table[side.sentence, side.ids] = root[side.ids]
        tables.append(table)
    here, there = tables
    overlap = here @ there.T
    return overlap, _row_masses(here), _row_masses(there)


def _row_masses(table: Floats) -> Floats:
    """The sum of the squares of each row; they take the place of the values."""
    return np.asarray(np.multiply(table, table, out=table).sum(axis=1))


def likeness(overlap: Floats, mass_left: Floats, mass_right: Floats) -> Floats:
    """Likeness of every two sentences, 0..1, shape (m left, m right); 0 where one has no words."""
    both = mass_left[:, None] + mass_right[None, :]
    least = np.minimum(mass_left[:, None], mass_right[None, :])
    return np.asarray(
        np.sqrt(2 * overlap / np.maximum(both, 1e-9) * overlap / np.maximum(least, 1e-9))
    )


def lettered(ids: Ints) -> str:
    """Vocabulary numbers as characters: strings are laid against each other in a tenth of the time.

    There are 1.1 million characters, more words than the tables of sentences have room for.
    """
    return ids.astype("<i4", copy=False).tobytes().decode("utf-32-le", "surrogatepass")


def _same_word(left: Lexicon, right: Lexicon) -> list[tuple[str, str]]:
    """Stems of one side only with the stem of the other side only that is nearest in spelling, both
    ways.
    """
    lone_left = [stem for stem in left.long if stem not in right.stems]
    lone_right = [stem for stem in right.long if stem not in left.stems]
    if not lone_left or not lone_right or max(len(lone_left), len(lone_right)) > NEAR_WORD_LIMIT:
        return []
    table = cdist(lone_right, lone_left, scorer=ratio, score_cutoff=NEAR_WORD, dtype=np.uint8)
    best_left = table.argmax(axis=1)
    best_right = table.argmax(axis=0)
    row = np.flatnonzero(best_right[best_left] == np.arange(len(lone_right)))
    near = row[table[row, best_left[row]] > 0].tolist()
    pairs = [(lone_right[one], lone_left[best_left[one]]) for one in near]
    return [*pairs, *((one, other) for other, one in pairs)]
