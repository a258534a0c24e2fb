"""Pairs for a person to look at: those retold is least sure of come first."""

import msgspec

from retold.model.document import Document
from retold.model.relation import Relation
from retold.web.messages import INDEPENDENCE
from retold.web.state import State

SHOWN = 50  # pairs of a page
LONGEST = 20_000  # characters of a text on it


class ReviewPair(msgspec.Struct, frozen=True):
    """A judged pair, its texts, and what a person has said of it."""

    job: str
    story: str
    left: str
    right: str
    kind: str
    dependence: str
    confidence: float
    reasons: list[str]
    left_text: str
    right_text: str
    said: str | None


class ReviewPage(msgspec.Struct, frozen=True):
    """The pairs least sure; how many there are in all, and how many were relabelled."""

    pairs: list[ReviewPair]
    total: int
    corrected: int
    note: str = INDEPENDENCE


def review_page(state: State, job: str | None) -> ReviewPage:
    """Pairs of what is held, the least sure first; relabelled ones last."""
    said = {
        (one.meta["job"], frozenset((one.meta["left"], one.meta["right"]))): one.label.value
        for one in state.corrections
    }
    pairs: list[tuple[tuple[bool, float, str, str], str, str, Relation]] = []
    held: dict[tuple[str, str], Document] = {}
    for found, result in state.results(job):
        held.update({(found.id, one.id): one for one in result.documents})
        for story in result.stories:
            for one in story.relations:
                done = (found.id, frozenset((one.left, one.right))) in said
                order = done, one.confidence, one.left, one.right
                pairs.append((order, found.id, story.id, one))
    pairs.sort(key=lambda one: one[0])
    shown = [
        ReviewPair(
            key,
            story,
            one.left,
            one.right,
            one.kind.value,
            one.dependence.value,
            round(one.confidence, 2),
            [reason.text for reason in one.reasons],
            _body(held[key, one.left]),
            _body(held[key, one.right]),
            said.get((key, frozenset((one.left, one.right)))),
        )
        for _, key, story, one in pairs[:SHOWN]
    ]
    return ReviewPage(shown, len(pairs), len(said))


def _body(document: Document) -> str:
    text = "\n".join(span.of(document.text) for span in document.body)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} … (+{len(text) - LONGEST})"
