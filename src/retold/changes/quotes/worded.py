"""Quotations by their words, and which of them are of one utterance."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from retold.changes.quotes.uses import Use

# A telling faces a wording with so much of its words: less is a word or two of it.
FACED_FROM = 0.6  # share of the words, by eye


@dataclass(frozen=True)
class Worded:
    """Uses with the same words. Few words count as the same only from one speaker's mouth."""

    number: int
    uses: tuple[Use, ...]

    @property
    def any(self) -> Use:
        """The first of them: all have the same words."""
        return self.uses[0]

    @property
    def documents(self) -> frozenset[str]:
        """The tellings that have these words."""
        return frozenset(use.document for use in self.uses)


@dataclass
class Pairs:
    """Who is paired with whom, by the number of a `Worded`; symmetric.

    Attributes:
        same: whose words are part of the other's.
        like: whose words are others for the same utterance.
    """

    worded: tuple[Worded, ...]
    of_use: Mapping[int, int]
    same: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    like: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, number: int) -> set[int]:
        """All that face one wording, itself left out."""
        return self.same.get(number, set()) | self.like.get(number, set())

    def through(self, number: int, document: str) -> bool:
        """Whether a telling has what one that faces a wording faces in turn."""
        return any(
            document in self.worded[far].documents
            for near in self.of(number)
            for far in self.of(near)
        )

    def faced(self, number: int) -> set[str]:
        """The tellings that have most of one wording, in these words or others."""
        own = self.worded[number]
        found = set(own.documents)
        for other in self.of(number):
            theirs = self.worded[other]
            if len(theirs.any.wording) >= FACED_FROM * len(own.any.wording):
                found |= theirs.documents
        return found
