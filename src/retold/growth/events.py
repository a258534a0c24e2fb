"""What matters to whoever watches a store: told by the stories before and after a change."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from retold.model.change import Drift
from retold.model.story import DescentKind, NodeKind, Stemma, Story

QUOTES = "Q"  # the family of drift codes


class EventKind(StrEnum):
    """What happened."""

    QUOTE_CHANGED = "quote-changed"  # between two revisions of one address
    SECOND_ORIGIN = "second-origin"  # a story that had one telling behind it has two
    NEW_ROOT = "new-root"  # a text came that what was held as the first form comes from


@dataclass(frozen=True, slots=True)
class Event:
    """Something that matters, and the documents that show it.

    Attributes:
        id: a hash of what happened: the same event is told once.
        story: the id of the story as it is now.
        text: a sentence for people.
        before, after: the wording of a quotation that was changed; "" in other events.
    """

    id: str
    kind: EventKind
    story: str
    title: str
    documents: tuple[str, ...]
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A story as it is told now, and what it was made of.

    Attributes:
        before: the stories that its documents were in when they were last told of.
        joined: its documents that nobody has been told of.
    """

    story: Story
    before: tuple[Story, ...]
    joined: frozenset[str]


@dataclass(frozen=True, slots=True)
class Revised:
    """A document, the revision before it, and what changed between them."""

    document: str
    before: str
    drifts: tuple[Drift, ...] = field(default=())


def events(change: Change, revised: Iterable[Revised]) -> list[Event]:
    """The events of a change; `revised` are those of its documents that are revisions."""
    found = [event for one in revised for event in _quotes(one, change.story)]
    if change.joined and len(change.joined) < len(change.story.documents):
        found += _second_origin(change)
        found += _new_root(change)
    return found


def _quotes(one: Revised, story: Story) -> Iterator[Event]:
    for drift in one.drifts:
        if not drift.code.startswith(QUOTES):
            continue
        before, after = drift.before or "", drift.after or ""
        # The tree may have taken the later revision for the parent: here the order is known.
        if drift.parent is not None and drift.parent.document == one.document:
            before, after = after, before
        text = f"{one.document} changed a quotation since {one.before}: {drift.note}"
        yield _event(
            EventKind.QUOTE_CHANGED, story, (one.before, one.document), (text, before, after)
        )


def _second_origin(change: Change) -> Iterator[Event]:
    story = change.story
    if len(story.origins) > 1 and all(len(one.origins) == 1 for one in change.before):
        labels = " and ".join(origin.label for origin in story.origins[:2])
        text = f"told by {len(story.origins)} tellings made apart now: {labels}"
        first = tuple(origin.documents[0] for origin in story.origins)
        yield _event(EventKind.SECOND_ORIGIN, story, first, (text, "", ""))


def _new_root(change: Change) -> Iterator[Event]:
    roots = _former_roots(change)
    above = _ancestors(change.story.stemma)
    for name in sorted(change.joined):
        children = sorted(root for root in roots if name in above.get(root, ()))
        if children:
            text = (
                f"{name} came late: {', '.join(children)}, held as first until now, comes from it"
            )
            yield _event(EventKind.NEW_ROOT, change.story, (name, *children), (text, "", ""))


def _former_roots(change: Change) -> set[str]:
    """The first documents of the stories before, and those that stood alone."""
    grouped = {name for one in change.before for name in one.documents}
    alone = {*change.story.documents} - grouped - change.joined
    return alone.union(*(_roots(one.stemma) for one in change.before))


def _roots(stemma: Stemma) -> set[str]:
    """Documents that no other document lies above."""
    above = _ancestors(stemma)
    return {name for name, others in above.items() if not others}


def _ancestors(stemma: Stemma) -> dict[str, set[str]]:
    """For each document those above it in the tree, lost texts passed over."""
    parent = {
        edge.child: edge.parent
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    }
    document = {one.id: one.document for one in stemma.nodes if one.kind is NodeKind.ATTESTED}
    found: dict[str, set[str]] = {}
    for node, name in document.items():
        if name is None:
            continue
        found[name], at = set(), node
        while at in parent:
            at = parent[at]
            other = document.get(at)
            if other is not None:
                found[name].add(other)
    return found


def _event(
    kind: EventKind, story: Story, documents: tuple[str, ...], said: tuple[str, str, str]
) -> Event:
    told = "\n".join([kind, *documents, *said]).encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(told, digest_size=12).hexdigest()
    return Event(digest, kind, story.id, story.title, documents, *said)
