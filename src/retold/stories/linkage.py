"""Average linkage over named items of which most never met.

Two parts are as like as the mean of all pairs across them, a pair that never met counting as 0
(Sokal and Michener 1958), so no chain of weak links joins two parts. We depart in one thing: the
mean of many pairs is less uncertain than one pair, so what is asked rises with the lesser part.

No part comes closer to another by growing, so what is joined in one corner changes nothing in
another (the reducibility of Bruynooghe 1977): parts that are known to stand may be given as made.
"""

import heapq
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]
# Likeness is summed in whole numbers of this unit, so that no order of adding shows in a sum.
UNIT = 2**60


@dataclass(frozen=True, slots=True)
class Terms:
    """When two parts may join.

    Attributes:
        likeness: the mean likeness asked of two parts of which one is a single item, 0..1.
        growth: what is asked beyond that for each unit of ln(items in the lesser part).
        ties: pairs of which one must run between the two parts; None where none need.
    """

    likeness: float
    growth: float = 0.0
    ties: Collection[Pair] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Items that are one part, sorted, and the least surplus over which any of them joined."""

    items: tuple[str, ...]
    cohesion: float = math.inf


@dataclass(slots=True)
class _Parts:
    """The parts so far, each under the id of its first item."""

    terms: Terms
    items: dict[str, list[str]]
    total: dict[str, dict[str, int]]
    tied: dict[str, set[str]]
    cohesion: dict[str, float]
    queue: list[tuple[float, str, str]] = field(default_factory=list)

    def surplus(self, left: str, right: str) -> float:
        """What the mean likeness of two parts leaves after the asking for their sizes."""
        sizes = len(self.items[left]), len(self.items[right])
        mean = self.total[left][right] / (sizes[0] * sizes[1] * UNIT)
        return mean - self.terms.growth * math.log(min(sizes))

    def offer(self, left: str, right: str) -> None:
        """Puts two parts in the queue where they may join."""
        if left > right:
            left, right = right, left
        if self.terms.ties is not None and right not in self.tied[left]:
            return
        surplus = self.surplus(left, right)
        if surplus >= self.terms.likeness:
            heapq.heappush(self.queue, (-surplus, left, right))

    def join(self, left: str, right: str, surplus: float) -> None:
        """Makes one part of two, under the left id, and offers it to all it met."""
        self.items[left] += self.items.pop(right)
        self.cohesion[left] = min(self.cohesion[left], self.cohesion.pop(right), surplus)
        for other, total in sorted(self.total.pop(right).items()):
            del self.total[other][right]
            if other != left:
                joint = self.total[left].get(other, 0) + total
                self.total[left][other] = self.total[other][left] = joint
        for other in self.tied.pop(right):
            self.tied[other].discard(right)
            if other != left:
                self.tied[left].add(other)
                self.tied[other].add(left)
        for other in sorted(self.total[left]):
            self.offer(left, other)


def linked(
    items: Collection[str], likeness: Mapping[Pair, float], terms: Terms
) -> list[tuple[str, ...]]:
    """The parts of `items`, each sorted, in the order of their first items.

    `likeness` is 0..1 by pair, lesser item first; a pair it lacks never met. The likest parts join
    first, ties in the order of ids, so the order of the input tells nothing.
    """
    return [part.items for part in parted(items, likeness, terms)]


def parted(
    items: Collection[str],
    likeness: Mapping[Pair, float],
    terms: Terms,
    made: Iterable[Part] = (),
) -> list[Part]:
    """The parts of `items` as `linked` gives them, with their cohesion; those `made` are whole."""
    parts = _parts(items, likeness, terms)
    for part in made:
        for item in part.items[1:]:
            parts.join(part.items[0], item, part.cohesion)
    while parts.queue:
        surplus, left, right = heapq.heappop(parts.queue)
        both_stand = left in parts.items and right in parts.items
        # A part that grew since has offered itself anew.
        if both_stand and -surplus == parts.surplus(left, right):
            parts.join(left, right, -surplus)
    found = ((tuple(sorted(part)), parts.cohesion[head]) for head, part in parts.items.items())
    return [Part(*one) for one in sorted(found)]


def _parts(items: Collection[str], likeness: Mapping[Pair, float], terms: Terms) -> _Parts:
    """Every item a part of its own, and every pair that may join in the queue."""
    parts = _Parts(
        terms=terms,
        items={item: [item] for item in sorted(items)},
        total={item: {} for item in items},
        tied={item: set() for item in items},
        cohesion=dict.fromkeys(items, math.inf),
    )
    for left, right in terms.ties or ():
        parts.tied[left].add(right)
        parts.tied[right].add(left)
    for (left, right), value in sorted(likeness.items()):
        if value > 0:
            parts.total[left][right] = parts.total[right][left] = int(value * UNIT)
    for left, right in sorted(likeness):
        if right in parts.total[left]:
            parts.offer(left, right)
    return parts
