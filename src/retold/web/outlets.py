"""Outlets of what is held: how much each has, from whom, and with whom it shares a lost text."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from retold.model.relation import Dependence
from retold.model.run import Result
from retold.report.pile_view import taken
from retold.web.lists import OfJob, paged
from retold.web.messages import OutletItem, OutletPage
from retold.web.operations import Call, Operation
from retold.web.state import State


async def outlets(call: Call) -> OutletPage:
    """Outlets of what is held, those with most documents first."""
    return paged(outlet_items(call.state, call.query.job), call.query, call.url, OutletPage)


def outlet_items(state: State, job: str | None) -> list[OutletItem]:
    """All outlets held."""
    counts: Counter[str] = Counter()
    parentless: Counter[str] = Counter()
    takes: dict[str, Counter[str]] = defaultdict(Counter)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for _, result in state.results(job):
        outlet = {one.id: one.outlet or "not known" for one in result.documents}
        counts.update(outlet.values())
        children = set()
        for child, parent in _descents(result):
            children.add(child)
            takes[outlet[child]][outlet[parent]] += 1
        for taker, maker in _from_lost(result):
            takes[taker][maker] += 1
        for left, right in _siblings(result):
            shared[outlet[left]][outlet[right]] += 1
            shared[outlet[right]][outlet[left]] += outlet[left] != outlet[right]
        parentless.update(outlet[name] for name in outlet if name not in children)
    return [
        OutletItem(
            name,
            counts[name],
            parentless[name],
            dict(sorted(takes[name].items())),
            dict(sorted(shared[name].items())),
        )
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    ]


def _descents(result: Result) -> Iterator[tuple[str, str]]:
    """Child and parent of every pair that has them."""
    for story in result.stories:
        for pair in story.relations:
            if pair.parent is not None:
                yield (pair.right if pair.parent == pair.left else pair.left), pair.parent


def _from_lost(result: Result) -> Iterator[tuple[str, str]]:
    """Outlet and maker of every telling that descends from a lost text of a named maker."""
    documents = {one.id: one for one in result.documents}
    outlets = {one.outlet for one in result.documents}
    for story in result.stories:
        yield from (pair for pair in taken(story, documents) if pair[1] not in outlets)


def _siblings(result: Result) -> Iterator[tuple[str, str]]:
    """Pairs of one origin of which neither is the parent."""
    for story in result.stories:
        for pair in story.relations:
            if pair.parent is None and pair.dependence is Dependence.DEPENDENT:
                yield pair.left, pair.right


OPERATIONS = (
    Operation(
        "GET",
        "/v1/outlets",
        "outlets",
        "Outlets, and from whom their tellings come.",
        outlets,
        OutletPage,
        OfJob,
        errors=(404, 409),
    ),
)
