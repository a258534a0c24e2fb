"""From judged pairs to the groups of documents that tell of one event.

What goes back to one telling is one unit, so that a wire copied a hundred times has one voice; then
units join by average linkage over the event they share. Copies of one text count once in every
mean, so that one more copy moves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.model.relation import Dependence, Near, Relation, RelationKind
from retold.model.story import Group, WeakestLink
from retold.stories.event import STORY_FROM
from retold.stories.followers import followed
from retold.stories.linkage import Pair, Terms, linked
from retold.stories.parts import components

Known = Relation | Near
Components = Callable[[Iterable[Pair]], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class GatherSettings:
    """When documents are one story.

    Attributes:
        story_from: mean likeness of events from which two units are one story, 0..1.
        story_growth: what is asked beyond that for each unit of ln(units in the lesser part), 0..1.
            Both chosen by `python -m benchmarks train-events`.
        support_from: mean likeness of events below which a dependent pair joins nothing, 0..1: one
            mistaken pair welds no two stories. 1 in 100 derived pairs lies below, and 99 in 100
            pairs of random distractors.
    """

    story_from: float = STORY_FROM
    story_growth: float = 0.18
    support_from: float = 0.03


def gather(
    documents: Sequence[str],
    relations: Iterable[Known],
    settings: GatherSettings | None = None,
    connected: Components = components,
) -> list[Group]:
    """The stories: every document in one group, groups in the order of their first ids.

    A document without relations is a group of its own. Of a pair that was not laid side by side how
    far it tells of one event is enough. Relations may come in any order; those with
    a document outside `documents` are left out. `connected` is an engine's.
    """
    settings = settings or GatherSettings()
    known = set(documents)
    judged = sorted(
        (r for r in relations if r.left in known and r.right in known),
        key=lambda relation: (relation.left, relation.right),
    )
    parts = connected(_bonds(judged, settings))
    alone = known.difference(*parts)
    groups = [Group((name,), ()) for name in alone]
    for part, inside in zip(parts, _inside(parts, judged), strict=True):
        groups += _gathered(part, inside, settings)
    return sorted(groups, key=lambda group: group.documents)


def _bonds(judged: Iterable[Known], settings: GatherSettings) -> Iterator[Pair]:
    """The pairs without one of which no two parts are joined.

    Both ways of joining ask a mean, and no mean is greater than all it is the mean of.
    """
    # A mean of equal numbers may be rounded to above them.
    least = min(settings.support_from, settings.story_from) * (1 - 1e-9)
    return ((r.left, r.right) for r in judged if r.same_event >= least)


def _inside(parts: Sequence[tuple[str, ...]], judged: Iterable[Known]) -> list[list[Known]]:
    """The pairs within each part, in order."""
    place = {name: at for at, part in enumerate(parts) for name in part}
    inside: list[list[Known]] = [[] for _ in parts]
    for one in judged:
        at = place.get(one.left)
        if at is not None and at == place.get(one.right):
            inside[at].append(one)
    return inside


def _gathered(
    part: Collection[str], judged: Sequence[Known], settings: GatherSettings
) -> list[Group]:
    """The stories among documents that hang together."""
    found = united(part, judged, settings)
    terms = Terms(settings.story_from, settings.story_growth)
    parts = linked(set(found.of.values()), found.between, terms)
    return _groups(_merged(part, parts, found.of), judged)


@dataclass(frozen=True, slots=True)
class Units:
    """What goes back to one telling, under the id of its first document.

    Attributes:
        of: the unit of each document.
        between: the mean likeness between two units that met, 0..1.
    """

    of: Mapping[str, str]
    between: Mapping[Pair, float]


def united(documents: Collection[str], judged: Sequence[Known], settings: GatherSettings) -> Units:
    """The units of documents whose pairs, in order, are all among `judged`."""
    known = set(documents)
    likeness = {(r.left, r.right): r.same_event for r in judged}
    certified = [r for r in judged if isinstance(r, Relation) and ties(r, settings)]
    copies = _merged(known, _copies(certified))
    best, tied = _best(copies, likeness), _ties_of(copies, certified)
    follows = followed(tied, best, Counter(copies.values()))
    alone = _Wordings(set(copies.values()) - set(follows), tied, best)
    first = {one: part[0] for part in alone.linked(settings.support_from) for one in part}
    heads = {name: first[follows.get(one, one)] for name, one in copies.items()}
    units = _merged(known, _parts(heads))
    return Units(units, _mean(units, alone.likeness, alone.wordings))


def ties(relation: Relation, settings: GatherSettings) -> bool:
    """Whether a relation can make two documents one unit."""
    dependent = relation.dependence is Dependence.DEPENDENT
    return dependent and relation.same_event >= settings.support_from


def weakest_link(documents: Collection[str], relations: Iterable[Relation]) -> WeakestLink | None:
    """The pair of least `same_event` that the documents hang on; None for a single one.

    Of all chains of relations that hold them together the strongest is taken (a maximum spanning
    tree, Kruskal 1956), and of that its weakest member.
    """
    parts = {name: name for name in documents}
    weakest: WeakestLink | None = None
    for one in sorted(relations, key=lambda r: (-r.same_event, r.left, r.right)):
        if _join(parts, one.left, one.right):
            weakest = WeakestLink(one.left, one.right, one.same_event)
    return weakest


def _copies(certified: Iterable[Relation]) -> list[tuple[str, ...]]:
    """Documents with the same wording, as parts; those without a copy are in none."""
    return components((r.left, r.right) for r in certified if r.kind is RelationKind.COPY)


def _ties_of(copies: Mapping[str, str], certified: Iterable[Relation]) -> set[Pair]:
    """The wordings that dependent pairs tie."""
    return {
        _pair(copies[r.left], copies[r.right])
        for r in certified
        if copies[r.left] != copies[r.right]
    }


class _Wordings:
    """Wordings that follow no other, with the ties and the likeness among them, 0..1."""

    def __init__(
        self, wordings: Collection[str], tied: Collection[Pair], likeness: Mapping[Pair, float]
    ) -> None:
        self.wordings = wordings
        self.ties = [pair for pair in tied if self._inside(pair)]
        self.likeness = {pair: like for pair, like in likeness.items() if self._inside(pair)}

    def _inside(self, pair: Pair) -> bool:
        return pair[0] in self.wordings and pair[1] in self.wordings

    def linked(self, support_from: float) -> list[tuple[str, ...]]:
        """Those that go back to one telling, as parts: tied by dependent pairs and of one event."""
        return linked(self.wordings, self.likeness, Terms(support_from, ties=self.ties))


def _best(wording: Mapping[str, str], likeness: Mapping[Pair, float]) -> dict[Pair, float]:
    """The greatest likeness between any documents of two wordings: so a copy adds nothing."""
    best: dict[Pair, float] = {}
    for (left, right), value in likeness.items():
        if wording[left] != wording[right]:
            pair = _pair(wording[left], wording[right])
            best[pair] = max(best.get(pair, 0.0), value)
    return best


def _mean(
    units: Mapping[str, str], likeness: Mapping[Pair, float], wordings: Collection[str]
) -> dict[Pair, float]:
    """The mean likeness between the wordings of two units, those that never met counting as 0."""
    size: defaultdict[str, int] = defaultdict(int)
    for wording in wordings:
        size[units[wording]] += 1
    total: defaultdict[Pair, float] = defaultdict(float)
    for (left, right), value in sorted(likeness.items()):
        if units[left] != units[right]:
            total[_pair(units[left], units[right])] += value
    return {
        (left, right): value / (size[left] * size[right]) for (left, right), value in total.items()
    }


def _merged(
    documents: Iterable[str],
    parts: Iterable[tuple[str, ...]],
    inner: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Each document's part, under the id of the part's first member; `inner` names the members.

    What is in no part is one of its own.
    """
    first = {member: part[0] for part in parts for member in part}
    members = {name: inner[name] if inner else name for name in documents}
    return {name: first.get(member, member) for name, member in members.items()}


def _groups(stories: Mapping[str, str], judged: Iterable[Known]) -> list[Group]:
    """The documents of each story with the pairs among them."""
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    near: defaultdict[str, list[Near]] = defaultdict(list)
    for one in judged:
        story = stories[one.left]
        if story != stories[one.right]:
            continue
        if isinstance(one, Relation):
            relations[story].append(one)
        else:
            near[story].append(one)
    return [
        Group(part, tuple(relations[stories[part[0]]]), tuple(near[stories[part[0]]]))
        for part in _parts(stories)
    ]


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _parts(member: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Names under one head, each part sorted, in the order of their first names."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(member):
        parts[_head(member, name)].append(name)
    return sorted(tuple(part) for part in parts.values())


def _head(member: Mapping[str, str], name: str) -> str:
    while member[name] != name:
        name = member[name]
    return name


def _join(member: dict[str, str], left: str, right: str) -> bool:
    """Puts two names under one head, the lesser; whether they were apart."""
    first, second = sorted((_head(member, left), _head(member, right)))
    member[second] = first
    return first != second
