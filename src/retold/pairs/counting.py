"""How what two texts share is counted: by numpy, or compiled, to the same bits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from retold.pairs.counts import Counts, Text, plain_counts
from retold.pairs.grid import Floats, Grid, Words, plain_grid
from retold.pairs.halves import Edits, Half, plain_edits, plain_half
from retold.pairs.lexicon import Lexicon
from retold.pairs.matching import Laid, Matches, plain_matches
from retold.pairs.side import Side
from retold.pairs.vocabulary import Common, Vocabulary, plain_common, plain_vocabulary


@dataclass(frozen=True, slots=True)
class Counting:
    """What is asked of the words of a pair, each a function of arrays.

    Attributes:
        common: which stems are the same.
        vocabulary: what they weigh.
        grid: sentence against sentence.
        counts: what a poorer and a fuller text share.
        matches: the sentences that belong together.
        edits: which words have no counterpart in order.
        half: what one side has that the other lacks.
    """

    common: Callable[[Lexicon, Lexicon], Common]
    vocabulary: Callable[[Lexicon, Lexicon, Common], Vocabulary]
    grid: Callable[[Words, Words, Floats], Grid]
    counts: Callable[[Text, Text, Vocabulary, Grid], Counts]
    matches: Callable[[Laid], Matches]
    edits: Callable[[Side, Side], tuple[Edits, Edits]]
    half: Callable[[Edits, Side, Grid, Floats], Half]


PLAIN = Counting(
    plain_common,
    plain_vocabulary,
    plain_grid,
    plain_counts,
    plain_matches,
    plain_edits,
    plain_half,
)


@lru_cache(maxsize=2)
def counting(*, compiled: bool) -> Counting:
    """By numpy, or compiled where that is wanted and numba (the extra `volume`) is there."""
    if not compiled:
        return PLAIN
    try:
        from retold.pairs.counts_kernel import kernel_counts
        from retold.pairs.edits_kernel import kernel_edits
        from retold.pairs.grid_kernel import kernel_grid
        from retold.pairs.halves_kernel import kernel_half
        from retold.pairs.matching_kernel import kernel_matches
        from retold.pairs.vocabulary_kernel import kernel_common, kernel_vocabulary
    except (ImportError, RuntimeError):  # numba raises the latter where it cannot keep its code
        return PLAIN
    return Counting(
        kernel_common,
        kernel_vocabulary,
        kernel_grid,
        kernel_counts,
        kernel_matches,
        kernel_edits,
        kernel_half,
    )
