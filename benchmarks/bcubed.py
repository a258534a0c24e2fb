"""B-cubed precision, recall and F1 of a grouping (Bagga and Baldwin 1998)."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    """Means over documents, 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}"


def bcubed(true: Sequence[Hashable], found: Sequence[Hashable]) -> BCubed:
    """How a grouping stands to the true one; both name each document's group, in one order."""
    both = Counter(zip(true, found, strict=True))
    of_true, of_found = Counter(true), Counter(found)
    pairs = list(zip(true, found, strict=True))
    precision = sum(both[pair] / of_found[pair[1]] for pair in pairs) / max(1, len(pairs))
    recall = sum(both[pair] / of_true[pair[0]] for pair in pairs) / max(1, len(pairs))
    return BCubed(precision, recall)
