"""What matters to whoever watches a store: told by the stories before and after a change."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from retold.growth.regrouping import Before, Retold
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
class Revised:
    """A document, the revision before it, and what changed between them."""

    document: str
    before: str
    drifts: tuple[Drift, ...] = field(default=())


def events(told: Retold, revised: Iterable[Revised]) -> list[Event]:
    """The events of a change, in the order of the stories."""
    story_of = {name: story for story in told.after for name in story.documents}
    found = [
        event
        for one in revised
        if one.document in story_of
        for event in _quotes(one, story_of[one.document])
    ]
    for story in told.after:
        parts = [one for one in told.before if not set(one.documents).isdisjoint(story.documents)]
        joined = [name for name in story.documents if name in told.joined]
        if parts and joined:
            found += _second_origin(story, parts)
            found += _new_root(story, parts, joined)
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


def _second_origin(story: Story, before: Sequence[Before]) -> Iterator[Event]:
    most = max(len(one.story.origins) if one.story else 1 for one in before)
    if most == 1 and len(story.origins) > 1:
        labels = " and ".join(origin.label for origin in story.origins[:2])
        text = f"told by {len(story.origins)} tellings made apart now: {labels}"
        first = tuple(origin.documents[0] for origin in story.origins)
        yield _event(EventKind.SECOND_ORIGIN, story, first, (text, "", ""))


def _new_root(story: Story, before: Sequence[Before], joined: Sequence[str]) -> Iterator[Event]:
    roots = {
        name
        for one in before
        for name in (_roots(one.story.stemma) if one.story else one.documents)
    }
    above = _ancestors(story.stemma)
    for name in joined:
        children = sorted(root for root in roots if name in above.get(root, ()))
        if children:
            text = (
                f"{name} came late: {', '.join(children)}, held as first until now, comes from it"
            )
            yield _event(EventKind.NEW_ROOT, story, (name, *children), (text, "", ""))


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
