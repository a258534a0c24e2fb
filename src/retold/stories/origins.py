"""How many tellings of a story were made without another, and which go back to which.

Forms of one wording are merged while they depend on each other more than not, the strongest tie
first, by the mean of the log odds over all their pairs (greedy additive clustering, after Keuper et
al. 2015). A mean over many pairs keeps one mistaken pair from welding two origins; a text drawn
from two goes to the one it owes more. Between forms that were never compared the odds are those of
strangers.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations

from retold.pairs.relate import RelateSettings, log_odds
from retold.stories.forms import Form, Pairs, forms

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
    if len(documents) == 1:
        return Parting((tuple(documents),), 1)
    every = forms(documents, pairs)
    if len(every) == 1:
        return Parting((every[0].members,), 1)
    ties = _ties(every, pairs)
    fewest = _merged(every, ties, _odds(settings.independent_to))
    most = _merged(every, ties, _odds(settings.dependent_from))
    parts = tuple(
        sorted(tuple(sorted(name for form in part for name in form.members)) for part in fewest)
    )
    return Parting(parts, max(len(parts), len(most)))


def _odds(share: float) -> float:
    """Log odds of a share; of one at or past the ends, what no sum of evidence reaches."""
    held = min(1 - 1e-9, max(1e-9, share))
    return math.log(held / (1 - held))


@dataclass(slots=True)
class _Tie:
    """What is known between two parts: log odds summed over the judged pairs of their forms.

    Of `free` pairs it is open how they stand; pairs neither judged nor open are strangers.
    """

    total: float = 0.0
    judged: int = 0
    free: int = 0

    def copy(self) -> "_Tie":
        """A tie of its own, for it changes as parts merge."""
        return _Tie(self.total, self.judged, self.free)

    def add(self, other: "_Tie") -> None:
        """Makes this the tie of both parts together to a third."""
        self.total += other.total
        self.judged += other.judged
        self.free += other.free

    def mean(self, pairs: int) -> float:
        """What speaks for one telling behind both, of so many pairs of forms, nats."""
        strangers = pairs - self.judged - self.free
        counted = self.judged + strangers
        return (self.total + STRANGERS * strangers) / counted if counted else STRANGERS


_Ties = Mapping[tuple[int, int], _Tie]


def _merged(every: Sequence[Form], ties: _Ties, bound: float) -> list[tuple[Form, ...]]:
    """Forms merged while the mean log odds between two parts are `bound` and more."""
    parts = _Parts(every, ties, bound)
    while parts.queue:
        surest, one, other = heappop(parts.queue)
        # A part that grew since has offered itself anew.
        if parts.stand(one, other) and round(parts.mean(one, other), 9) == -surest:
            parts.join(one, other)
    return list(parts.forms.values())


class _Parts:
    """The parts so far, each under the place of its first form, the surest two at the front."""

    def __init__(self, every: Sequence[Form], ties: _Ties, bound: float) -> None:
        """Every form a part of its own; those never compared meet only where all would merge."""
        self.forms: dict[int, tuple[Form, ...]] = {at: (form,) for at, form in enumerate(every)}
        self.ties: list[dict[int, _Tie]] = [{} for _ in every]
        self.bound = bound
        self.queue: list[tuple[float, int, int]] = []
        met = combinations(range(len(every)), 2) if bound <= STRANGERS else ties
        for one, other in met:
            # One tie, seen from both parts.
            tie = ties.get((one, other), _Tie()).copy()
            self.ties[one][other] = self.ties[other][one] = tie
            self.offer(one, other)

    def stand(self, one: int, other: int) -> bool:
        """Whether neither part has gone into another."""
        return one in self.forms and other in self.forms

    def mean(self, one: int, other: int) -> float:
        """What speaks for one telling behind two parts, nats."""
        return self.ties[one][other].mean(len(self.forms[one]) * len(self.forms[other]))

    def offer(self, one: int, other: int) -> None:
        """Puts two parts in the queue where they may merge."""
        mean = self.mean(one, other)
        if mean >= self.bound:
            # Rounded, so that no order of adding shows.
            heappush(self.queue, (-round(mean, 9), min(one, other), max(one, other)))

    def join(self, kept: int, gone: int) -> None:
        """Puts the second part into the first, and offers it to all it has a tie with."""
        self.forms[kept] += self.forms.pop(gone)
        ties = self.ties[kept]
        for other, tie in self.ties[gone].items():
            del self.ties[other][gone]
            if other == kept:
                continue
            if other in ties:
                ties[other].add(tie)
            else:
                ties[other] = self.ties[other][kept] = tie
        self.ties[gone] = {}
        for other in sorted(ties):
            self.offer(kept, other)


def _ties(every: Sequence[Form], pairs: Pairs) -> dict[tuple[int, int], _Tie]:
    """The ties of forms, by two places; none of those that share too little to be compared.

    Of very many copies each is compared with a few, the same for all: two that depend on these and
    were not compared themselves are open, and no strangers.
    """
    odds = _odds_of_forms(every, pairs)
    beside: list[list[int]] = [[] for _ in every]
    for (one, other), value in odds.items():
        if value > 0:
            beside[one].append(other)
            beside[other].append(one)
    behind = Counter(pair for both in beside for pair in combinations(sorted(both), 2))
    free = {pair: _Tie(free=1) for pair, count in behind.items() if count >= BEHIND_BOTH}
    return free | {pair: _Tie(value, judged=1) for pair, value in odds.items()}


def _odds_of_forms(every: Sequence[Form], pairs: Pairs) -> dict[tuple[int, int], float]:
    """Mean log odds over the judged pairs of every two forms of which any were judged."""
    place = {name: at for at, form in enumerate(every) for name in form.members}
    judged: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), relation in sorted(pairs.items(), key=lambda one: one[0]):
        one, other = place.get(left), place.get(right)
        if one is not None and other is not None and one != other:
            judged[min(one, other), max(one, other)].append(log_odds(relation))
    return {key: math.fsum(odds) / len(odds) for key, odds in judged.items()}
