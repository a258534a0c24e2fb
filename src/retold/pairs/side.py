"""One reading of a pair in the vocabulary that both have in common."""

from dataclasses import dataclass
from functools import cached_property

from retold.pairs.grid import Ints
from retold.pairs.reading import Reading


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


def lettered(ids: Ints) -> str:
    """Vocabulary numbers as characters: strings are laid against each other in a tenth of the time.

    There are 1.1 million characters, more words than the tables of sentences have room for.
    """
    return ids.astype("<i4", copy=False).tobytes().decode("utf-32-le", "surrogatepass")
