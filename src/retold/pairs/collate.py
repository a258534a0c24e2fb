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

from retold.pairs.codes import distinct
from retold.pairs.reading import Reading

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

# Share of letters kept (rapidfuzz ratio, percent) from which two spellings are taken for one word;
# by eye on char_noise and word_noise of detectrl_derivations: inflections pass, other words rarely.
NEAR_WORD = 80
# Shorter words have too many neighbours.
NEAR_WORD_LENGTH = 5  # letters
# More words without a counterpart than this on a side and spellings are not sought: the table of
# all against all would pass 16 MB. Two texts of that length share enough words spelt alike.
NEAR_WORD_LIMIT = 4000


@dataclass(frozen=True)
class Side:
    """One reading in the common vocabulary: `ids` int32 (n,)."""

    reading: Reading
    ids: Ints

    @property
    def sentence(self) -> Ints:
        """The sentence each word stands in, int32 (n,)."""
        return self.reading.sentence

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.reading.sentences)

    @cached_property
    def numbers(self) -> list[int]:
        """The same as `ids`."""
        return list(self.ids.tolist())

    @cached_property
    def _bounds(self) -> list[int]:
        """Where the words of each sentence begin, and the end."""
        return list(self.sentence.searchsorted(np.arange(self.sentences + 1)).tolist())

    @cached_property
    def _words(self) -> dict[frozenset[int], Ints]:
        return {}

    def run(self, sentence: int) -> slice:
        """Where the words of a sentence stand."""
        return slice(self._bounds[sentence], self._bounds[sentence + 1])

    def words_of(self, sentences: frozenset[int]) -> Ints:
        """The words of some sentences, in order, each once."""
        found = self._words.get(sentences)
        if found is None:
            runs = [self.ids[self.run(row)] for row in sentences]
            found = self._words[sentences] = distinct(np.concatenate(runs))
        return found


@dataclass(frozen=True, slots=True)
class Collation:
    """Two readings in one vocabulary of v words.

    Attributes:
        weights: float64 (v,), nats, the rarity of each word.
        overlap: float64 (m left, m right), the weight of the words two sentences have in common.
        mass_left, mass_right: float64, the weight of each sentence's words, each word once.

    Words are numbered in the order of their letters: the numbers do not hang on which side is left.
    """

    left: Side
    right: Side
    weights: Floats
    overlap: Floats
    mass_left: Floats
    mass_right: Floats

    @property
    def mirrored(self) -> "Collation":
        """The same two readings with the sides changed."""
        return Collation(
            self.right, self.left, self.weights, self.overlap.T, self.mass_right, self.mass_left
        )


def collate(left: Reading, right: Reading) -> Collation:
    """Both readings in one vocabulary; an empty reading gives empty arrays."""
    words = (frozenset(left.stems), frozenset(right.stems))
    called = {word: min(word, other) for word, other in _same_word(*words)}
    vocabulary = sorted(((words[0] | words[1]) - called.keys()).union(called.values()))
    numbers = {word: number for number, word in enumerate(vocabulary)}
    numbers |= {word: numbers[name] for word, name in called.items()}
    sides = tuple(
        Side(
            reading,
            np.fromiter(map(numbers.__getitem__, reading.stems), np.int32, len(reading.stems)),
        )
        for reading in (left, right)
    )
    weights = _weights(sides[0], sides[1], len(vocabulary))
    overlap, mass_left, mass_right = shared_weight(sides[0], sides[1], weights)
    return Collation(sides[0], sides[1], weights, overlap, mass_left, mass_right)


def _weights(left: Side, right: Side, size: int) -> Floats:
    """The weight of each word of the vocabulary: the mean over its forms, wherever they stand.

    Forms of one stem differ in rarity; to take either side's would hang on which is the left one.
    """
    sums, counts = np.zeros(size), np.zeros(size)
    for side in (left, right):
        sums += np.bincount(side.ids, side.reading.weight, size)
        counts += np.bincount(side.ids, minlength=size)
    return sums / np.maximum(counts, 1)


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
    masses = [(table**2).sum(axis=1) for table in tables]
    return tables[0] @ tables[1].T, masses[0], masses[1]


def _same_word(left: frozenset[str], right: frozenset[str]) -> list[tuple[str, str]]:
    """Stems of one side only with the stem of the other side only that is nearest in spelling, both
    ways.
    """
    lone_left = sorted([word for word in left - right if len(word) >= NEAR_WORD_LENGTH])
    lone_right = sorted([word for word in right - left if len(word) >= NEAR_WORD_LENGTH])
    if not lone_left or not lone_right or max(len(lone_left), len(lone_right)) > NEAR_WORD_LIMIT:
        return []
    table = cdist(lone_right, lone_left, scorer=ratio, score_cutoff=NEAR_WORD, dtype=np.uint8)
    best_left = table.argmax(axis=1)
    best_right = table.argmax(axis=0)
    row = np.flatnonzero(best_right[best_left] == np.arange(len(lone_right)))
    near = row[table[row, best_left[row]] > 0].tolist()
    pairs = [(lone_right[one], lone_left[best_left[one]]) for one in near]
    return [*pairs, *((one, other) for other, one in pairs)]
