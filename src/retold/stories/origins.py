"""How many tellings of a story were made without another, and which go back to which.

Forms of one wording are merged while they depend on each other more than not, the strongest tie
first, by the mean of the log odds over all their pairs (greedy additive clustering, after Keuper et
al. 2015). A mean over many pairs keeps one mistaken pair from welding two origins; a text drawn
from two goes to the one it owes more. Between forms that were never compared the odds are those of
strangers.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from retold.pairs.relate import RelateSettings, log_odds
from retold.stories.forms import Form, Pairs, between, forms

# Log odds of two forms that share too little to be compared.
STRANGERS = -4.0  # nats
# Forms that both of two depend on, from which it is open how these stand that were never compared:
# one alone may be mistaken.
BEHIND_BOTH = 2


@dataclass(frozen=True, slots=True)
class Parting:
    """The documents of a story parted by origin.

    Attributes:
        parts: ids, each part sorted, in the order of their first ids: as few as the evidence
            allows.
        at_most: how many there would be if every open pair were independent.
    """

    parts: tuple[tuple[str, ...], ...]
    at_most: int


def parted(documents: Collection[str], pairs: Pairs, settings: RelateSettings) -> Parting:
    """The origins of a story; one of its own for a document that no other explains."""
    every = forms(documents, pairs)
    fewest = _merged(every, pairs, _odds(settings.independent_to))
    most = _merged(every, pairs, _odds(settings.dependent_from))
    parts = tuple(
        sorted(tuple(sorted(name for form in part for name in form.members)) for part in fewest)
    )
    return Parting(parts, max(len(parts), len(most)))


def _odds(share: float) -> float:
    """Log odds of a share; of one at or past the ends, what no sum of evidence reaches."""
    held = min(1 - 1e-9, max(1e-9, share))
    return math.log(held / (1 - held))


@dataclass(frozen=True, slots=True)
class _Tie:
    """Log odds of two parts: their sum over `count` pairs of forms."""

    total: float
    count: int

    @property
    def mean(self) -> float:
        """What speaks for one telling behind both, nats."""
        return self.total / self.count if self.count else STRANGERS

    def and_of(self, other: "_Tie") -> "_Tie":
        """The tie of both parts together to a third."""
        return _Tie(self.total + other.total, self.count + other.count)


def _merged(every: Sequence[Form], pairs: Pairs, bound: float) -> list[tuple[Form, ...]]:
    """Forms merged while the mean log odds between two parts are `bound` and more."""
    parts: dict[int, tuple[Form, ...]] = {index: (form,) for index, form in enumerate(every)}
    ties = _ties(every, pairs)
    while ties:
        best = max(ties, key=lambda key: (round(ties[key].mean, 9), -key[0], -key[1]))
        if ties[best].mean < bound:
            break
        _merge(parts, ties, best)
    return list(parts.values())


def _ties(every: Sequence[Form], pairs: Pairs) -> dict[tuple[int, int], _Tie]:
    """The ties of every two forms, by place.

    Of very many copies each is compared with a few, the same for all: two that depend on these and
    were not compared themselves are open, and no strangers.
    """
    odds = {
        (one, other): _odds_between(every[one], every[other], pairs)
        for one, other in combinations(range(len(every)), 2)
    }
    beside: list[set[int]] = [set() for _ in every]
    for (one, other), value in odds.items():
        if value is not None and value > 0:
            beside[one].add(other)
            beside[other].add(one)
    return {
        (one, other): _Tie(value, 1)
        if value is not None
        else _Tie(0.0, 0)
        if len(beside[one] & beside[other]) >= BEHIND_BOTH
        else _Tie(STRANGERS, 1)
        for (one, other), value in odds.items()
    }


def _merge(
    parts: dict[int, tuple[Form, ...]], ties: dict[tuple[int, int], _Tie], best: tuple[int, int]
) -> None:
    """Puts the second part into the first; its ties become means over all pairs of forms."""
    kept, gone = best
    for part in list(parts):
        if part not in best:
            ours, theirs = _key(part, kept), _key(part, gone)
            ties[ours] = ties[ours].and_of(ties.pop(theirs))
    del ties[best]
    parts[kept] += parts.pop(gone)


def _key(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _odds_between(one: Form, other: Form, pairs: Pairs) -> float | None:
    """Mean log odds over the judged pairs of two forms; None where none was judged."""
    judged = [between(pairs, left, right) for left in one.members for right in other.members]
    odds = [log_odds(relation) for relation in judged if relation is not None]
    return sum(odds) / len(odds) if odds else None
