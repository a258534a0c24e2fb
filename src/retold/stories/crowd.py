"""A story of very many tellings: a few of them stand for all while it is told.

What a story costs grows with the square of its tellings and more; ten thousand copies of one wire
say no more than a few of them do. Of each wording a few stay; where wordings are very many too, so
many of them stay that every other depends on one of those, and some more of each that others hang
on: the earliest by date, the commonest, those that look earliest, and some by a hash of their ids,
so the order of the pile changes nothing. The rest are attached to the finished tree
(`retold.stories.attached`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from retold.model.relation import Dependence, Relation
from retold.model.story import Group
from retold.pairs.relate import log_odds
from retold.stories.forms import Form, Pairs, between, by_pair, forms
from retold.stories.postings import turn

# Copies of one wording that are told in full, and how many of them are those with the earliest
# dates. By eye: enough that some stand on each side of whatever else the story holds.
STANDING = 8
EARLIEST = 2
# Tellings of a story that are told in full where there are more: told takes some 10 s of them, a
# large pile's longest wait, and grows with their square (python -m benchmarks copies). More stay
# where more are needed for every other to depend on one.
TOLD = 64
# Copies of one wording that stay in such a story: with two their lost common text is seen. By eye.
OF_WORDING = 2
# Of those that hang on one, how many wordings that most tellings have, and how many that look
# earlier than what they met: among them is the text that the others were made from, where none is
# dated. By eye, on invented crowds (python -m benchmarks copies).
COMMONEST = 2
FORERUNNERS = 4


@dataclass(frozen=True, slots=True)
class Crowd:
    """A group cut down to what is told in full.

    Attributes:
        group: that part, with the relations among its documents.
        stands: for each document left out, the one of the group that it surely goes with.
    """

    group: Group
    stands: Mapping[str, str]


def thinned(group: Group, dates: Mapping[str, date | None], from_size: int) -> Crowd:
    """The group without those that others stand for; up to `from_size` documents the whole."""
    if len(group.documents) <= from_size:
        return Crowd(group, {})
    pairs = by_pair(group.relations)
    wordings = forms(group.documents, pairs)
    kept = {form.first: _standing(form.members, dates) for form in wordings}
    stands = {
        name: _nearest(name, kept[form.first], pairs)
        for form in wordings
        for name in form.members
        if name not in kept[form.first]
    }
    if sum(map(len, kept.values())) > TOLD:
        stands = _Wordings(wordings, kept, pairs).stands(dates)
    left = tuple(name for name in group.documents if name not in stands)
    known = set(left)
    inside = tuple(one for one in group.relations if {one.left, one.right} <= known)
    near = tuple(one for one in group.near if {one.left, one.right} <= known)
    return Crowd(Group(left, inside, near), stands)


class _Wordings:
    """The wordings of a story of very many, by their first members, and which depend on which."""

    def __init__(
        self, wordings: Sequence[Form], kept: Mapping[str, Sequence[str]], pairs: Pairs
    ) -> None:
        """`kept` are the members of each that would stay if wordings were few."""
        self.members = {form.first: form.members for form in wordings}
        self.kept = kept
        first = {name: form.first for form in wordings for name in form.members}
        self.beside: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.leaning: defaultdict[str, list[float]] = defaultdict(list)
        self.odds: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for (left, right), relation in sorted(pairs.items(), key=lambda one: one[0]):
            if first[left] != first[right]:
                self._meet(first[left], first[right], relation)

    def _meet(self, one: str, other: str, relation: Relation) -> None:
        odds = log_odds(relation)
        self.odds[one].append((other, odds))
        self.odds[other].append((one, odds))
        self.leaning[one].append(relation.lean)
        self.leaning[other].append(-relation.lean)
        if relation.dependence is Dependence.DEPENDENT:
            surest = max(odds, self.beside[one].get(other, odds))
            self.beside[one][other] = self.beside[other][one] = surest

    def stands(self, dates: Mapping[str, date | None]) -> dict[str, str]:
        """For each document left out the one that stays and that it goes with."""
        above = self._above()
        stay = set(self._staying(above, dates))
        stands: dict[str, str] = {}
        for first, members in self.members.items():
            staying = [name for name in self.kept[first][:OF_WORDING] if first in stay]
            head = staying[0] if staying else self.kept[above[first]][0]
            stands |= {name: head for name in members if name not in staying}
        return stands

    def _above(self) -> dict[str, str]:
        """For each wording one it depends on, or itself: those that most others depend on first."""
        above: dict[str, str] = {}
        order = sorted(self.members, key=lambda one: (-len(self.beside[one]), turn(one)))
        for one in order:
            heads = [other for other in self.beside[one] if above.get(other) == other]
            above[one] = min(
                heads, key=lambda head: (-self.beside[one][head], turn(head)), default=one
            )
        return {one: head if self._goes(one, head, above) else one for one, head in above.items()}

    def _goes(self, one: str, head: str, above: Mapping[str, str]) -> bool:
        """Whether all that a wording met of those that hang on a head speaks for it, on average."""
        met = [odds for other, odds in self.odds[one] if above[other] == head]
        return sum(met) > 0

    def _staying(self, above: Mapping[str, str], dates: Mapping[str, date | None]) -> Iterator[str]:
        """The wordings that stay: all that others hang on, then of each in turn up to `TOLD`."""
        below: defaultdict[str, list[str]] = defaultdict(list)
        for one, head in above.items():
            if one != head:
                below[head].append(one)
        heads = sorted({*above.values()}, key=turn)
        yield from heads
        left = TOLD - sum(min(OF_WORDING, len(self.kept[head])) for head in heads)
        for rank in zip_longest(*(self._ranked(below[head], dates) for head in heads)):
            for one in filter(None, rank):
                left -= min(OF_WORDING, len(self.kept[one]))
                if left < 0:
                    return
                yield one

    def _ranked(self, wordings: Collection[str], dates: Mapping[str, date | None]) -> list[str]:
        """Wordings in the order in which they stay: the dated, the likely sources, by hash."""
        dated = sorted(
            (at, one) for one in wordings if (at := dates.get(self.kept[one][0])) is not None
        )
        first = [one for _, one in dated[:EARLIEST]]
        common = sorted(wordings, key=lambda one: (-len(self.members[one]), turn(one)))
        forward = sorted(wordings, key=lambda one: (-self._lean(one), turn(one)))
        likely = [*first, *common[:COMMONEST], *forward[:FORERUNNERS]]
        return list(dict.fromkeys([*likely, *sorted(wordings, key=turn)]))

    def _lean(self, one: str) -> float:
        """Mean evidence that a wording is an earlier form than those it met, nats."""
        return sum(self.leaning[one]) / max(1, len(self.leaning[one]))


def _standing(members: Sequence[str], dates: Mapping[str, date | None]) -> list[str]:
    """Those of one wording that stay: the earliest by date, then by hash."""
    dated = sorted((at, name) for name in members if (at := dates.get(name)) is not None)
    first = [name for _, name in dated[:EARLIEST]]
    rest = sorted(set(members) - set(first), key=turn)
    return first + rest[: STANDING - len(first)]


def _nearest(name: str, kept: Sequence[str], pairs: Pairs) -> str:
    """The one that stays which the document is surest to depend on; else the first."""
    beside = [(one, between(pairs, name, one)) for one in kept]
    met = [(-relation.derived, one) for one, relation in beside if relation is not None]
    return min(met)[1] if met else kept[0]
