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

from retold.pairs.relate import RelateSettings, log_odds
from retold.stories.forms import Form, Pairs, between, forms

# Log odds of two forms that share too little to be compared.
STRANGERS = -4.0  # nats


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


def _merged(every: Sequence[Form], pairs: Pairs, bound: float) -> list[tuple[Form, ...]]:
    """Forms merged while the mean log odds between two parts are `bound` and more."""
    parts: dict[int, tuple[Form, ...]] = {index: (form,) for index, form in enumerate(every)}
    ties = {
        (one, other): _tie(every[one], every[other], pairs)
        for one in parts
        for other in parts
        if one < other
    }
    while ties:
        best = max(ties, key=lambda key: (round(ties[key], 9), -key[0], -key[1]))
        if ties[best] < bound:
            break
        _merge(parts, ties, best)
    return list(parts.values())


def _merge(
    parts: dict[int, tuple[Form, ...]], ties: dict[tuple[int, int], float], best: tuple[int, int]
) -> None:
    """Puts the second part into the first; its ties become means weighted by forms."""
    kept, gone = best
    sizes = len(parts[kept]), len(parts[gone])
    for part in list(parts):
        if part not in best:
            ours, theirs = _key(part, kept), _key(part, gone)
            ties[ours] = (ties[ours] * sizes[0] + ties.pop(theirs) * sizes[1]) / sum(sizes)
    del ties[best]
    parts[kept] += parts.pop(gone)


def _key(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _tie(one: Form, other: Form, pairs: Pairs) -> float:
    """Mean log odds over the judged pairs of two forms."""
    judged = [between(pairs, left, right) for left in one.members for right in other.members]
    odds = [log_odds(relation) for relation in judged if relation is not None]
    return sum(odds) / len(odds) if odds else STRANGERS
