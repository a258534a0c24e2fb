"""Which of many a reader sees first: stories by tellings, pairs by how much they say."""

from collections.abc import Iterable

from retold.model.relation import Dependence, Relation
from retold.model.story import Story

_ORDER = {Dependence.DEPENDENT: 0, Dependence.UNKNOWN: 1, Dependence.INDEPENDENT: 2}


def by_tellings(stories: Iterable[Story]) -> list[Story]:
    """The stories with most tellings first; equals by first document id."""
    return sorted(stories, key=lambda one: (-len(one.documents), one.documents, one.id))


def by_dependence(relations: Iterable[Relation]) -> list[Relation]:
    """Dependent pairs, closest first; then the undecided; then the independent, surest first."""

    def rank(one: Relation) -> tuple[int, float, float, str, str]:
        near = one.derived if one.dependence is not Dependence.INDEPENDENT else one.confidence
        return _ORDER[one.dependence], -near, -one.confidence, one.left, one.right

    return sorted(relations, key=rank)


def of(dependence: Dependence, relations: Iterable[Relation]) -> list[Relation]:
    """The pairs of one answer, in the order of `by_dependence`."""
    return by_dependence(one for one in relations if one.dependence is dependence)
