"""Two readings laid against each other: one vocabulary, and the weight every two sentences share.

Words count by their rarity and match by stem; a word that only one side has also matches its
nearest spelling on the other ("Lundt", "Lund"; "favour", "favor"; a slip of a key), so that noise
and spelling do not hide a copy.
"""

from dataclasses import dataclass, replace
from itertools import compress

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from retold.pairs.counting import PLAIN, Counting
from retold.pairs.grid import Bools, Floats, Grid, Ints
from retold.pairs.lexicon import Lexicon
from retold.pairs.reading import Reading
from retold.pairs.side import Side
from retold.pairs.vocabulary import Common, Vocabulary

# Share of letters kept (rapidfuzz ratio, percent) from which two spellings are taken for one word;
# by eye on char_noise and word_noise of detectrl_derivations: inflections pass, other words rarely.
NEAR_WORD = 80
# More words without a counterpart than this on a side and spellings are not sought: the table of
# all against all would pass 16 MB. Two texts of that length share enough words spelt alike.
NEAR_WORD_LIMIT = 4000


@dataclass(frozen=True)
class Collation:
    """Two readings in one vocabulary of v words.

    Attributes:
        words: what is known of each word.
        grid: the sentences of the left text against those of the right.
        swapped: whether the poorer text, that of the lesser weight, is the right one.
        by: what counts.

    Words are numbered in the order of their hashes: the numbers do not hang on which side is left.
    """

    left: Side
    right: Side
    words: Vocabulary
    grid: Grid
    swapped: bool
    by: Counting

    @property
    def weights(self) -> Floats:
        """The rarity of each word, nats, float64 (v,), in steps of 2**-20."""
        return self.words.weights


def collate(left: Reading, right: Reading, *, by: Counting = PLAIN) -> Collation:
    """Both readings in one vocabulary; an empty reading gives empty arrays."""
    one, other = left.lexicon, right.lexicon
    common = _joined(one, other, by.common(one, other))
    words = by.vocabulary(one, other, common)
    here = Side(left, common.here[one.at], common.here)
    there = Side(right, common.there[other.at], common.there)
    swapped = _rank(there, words.weights) < _rank(here, words.weights)
    return Collation(here, there, words, by.grid(here, there, words.weights), swapped, by)


def _joined(one: Lexicon, other: Lexicon, common: Common) -> Common:
    """The numbering with the nearest spellings as one word."""
    ours, theirs = _same_word(one, common.lone, other, common.lone_there)
    if not len(ours):
        return common
    here, there = common.here.copy(), common.there.copy()
    # Of two spellings one number stays; no word has the other, and it weighs nothing.
    here[ours] = there[theirs] = np.minimum(here[ours], there[theirs])
    return replace(common, here=here, there=there)


def _rank(side: Side, weights: Floats) -> tuple[float, int, tuple[str, ...]]:
    """How much a text has to say; no two texts of other words are the same."""
    counts = side.reading.lexicon.counts
    return float(weights[side.stems] @ counts), len(side.ids), side.reading.keys


def _same_word(one: Lexicon, lone: Bools, other: Lexicon, lone_there: Bools) -> tuple[Ints, Ints]:
    """Which stems, alone on their side, are the nearest in spelling to one of the other, both ways.

    Their places in either lexicon, pair by pair.
    """
    (at, stems), (at_there, stems_there) = _long(one, lone), _long(other, lone_there)
    if not stems or not stems_there or max(len(stems), len(stems_there)) > NEAR_WORD_LIMIT:
        nothing = np.zeros(0, np.int32)
        return nothing, nothing
    table = cdist(stems_there, stems, scorer=ratio, score_cutoff=NEAR_WORD, dtype=np.uint8)
    nearest = table.argmax(axis=1)
    rows = np.arange(len(stems_there))
    near = (table.argmax(axis=0)[nearest] == rows) & (table[rows, nearest] > 0)
    return at[nearest[near]], at_there[near]


def _long(side: Lexicon, lone: Bools) -> tuple[Ints, list[str]]:
    """Stems that only this side has, long enough for neighbours in spelling, and their places."""
    alone = lone[side.long_at]
    return side.long_at[alone], list(compress(side.long, alone.tolist()))
