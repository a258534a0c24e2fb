"""Whose word a statement is (codes A602 to A605)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE, Cue, changes
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.attributions import Attribution, attributions

# In passages less alike, one attribution may cover what two did; by eye.
LIKE = 0.8  # likeness, 0..1
# Fewer words in marks are as often a term as what somebody said.
QUOTED_FROM = 5  # words


def attribution_drifts(facing: Facing) -> Iterator[Drift]:
    """A statement that is somebody's word on one side and nobody's on the other."""
    found = list(_changed(facing))
    yield from found or _lone(facing)


def _changed(facing: Facing) -> Iterator[Drift]:
    """Attributions whose statement is told on both sides."""
    for change in changes(facing, _attributions):
        lost = change.after is None
        other = facing.child if lost else facing.parent
        # What is told in marks is still somebody's word, whatever stands around it.
        credited = any(any(_attributions(other, span)) for span in other.sentences)
        if other.quoted or (credited and facing.likeness < LIKE):
            continue
        found = drift("A602" if lost else "A604", facing, change.parent, change.child)
        yield replace(found, severity=Severity.WORDING) if _carried(other) else found


def _lone(facing: Facing) -> Iterator[Drift]:
    """The first attribution of a reworded passage where the other side has none of any kind."""
    sides = (facing.parent, facing.child)
    mine, theirs = (
        [cue for span in side.sentences for cue in _attributions(side, span)] for side in sides
    )
    if not facing.descended or bool(mine) is bool(theirs):
        return
    side, other = sides if mine else sides[::-1]
    firm = next((one for one in mine or theirs if one.firm and side.outside(one.span)), None)
    if firm is None or other.quoted:
        return
    found = (
        drift("A602", facing, firm.span, None) if mine else drift("A604", facing, None, firm.span)
    )
    # What is told freely may say whose word it is by a verb that no list has.
    yield replace(found, severity=Severity.WORDING)


def _carried(passage: Passage) -> bool:
    """Whether the sentence before or after a passage names whose word it is: that may go on."""
    body, whole = passage.body, passage.whole
    first = bisect_left(body, whole.begin, key=lambda span: span.begin)
    last = bisect_left(body, whole.end, key=lambda span: span.begin)
    beside = (*body[max(0, first - 1) : first], *body[last : last + 1])
    return any(one.firm for span in beside for one in _attributions(passage, span))


def _attributions(passage: Passage, sentence: Span) -> Iterator[Cue]:
    for one in attributions(passage.document.text, sentence):
        yield Cue(one.span, "credit", one.firm)


def unmarked_drifts(facing: Facing) -> Iterator[Drift]:
    """What stood in quotation marks and stands, word for word, as the writer's own (A606)."""
    if facing.child.quoted or any(
        any(_attributions(facing.child, span)) for span in facing.child.sentences
    ):
        return
    keys = [word.key for word in facing.child.words]
    for marked in facing.parent.quoted:
        said = [word.key for word in facing.parent.words if marked.holds(word.span)]
        at = _place(keys, said) if len(said) >= QUOTED_FROM else None
        if at is not None:
            last = facing.child.words[at + len(said) - 1].span.end
            after = Span(facing.child.words[at].span.begin, last)
            yield drift("A606", facing, marked, after)


def _place(keys: list[str], said: list[str]) -> int | None:
    """Where some words stand in a row in others; None where they do not."""
    places = (at for at, key in enumerate(keys) if key == said[0])
    return next((at for at in places if keys[at : at + len(said)] == said), None)


def credited_drifts(facing: Facing) -> Iterator[Drift]:
    """A statement according to one on one side, and according to another on the other."""
    for mine in _named(facing.parent):
        for theirs in _named(facing.child):
            if mine.to and theirs.to and not _alike(facing, mine.to, theirs.to):
                yield drift("A603", facing, mine.to, theirs.to)


def _named(passage: Passage) -> Iterator[Attribution]:
    text = passage.document.text
    for sentence in passage.sentences:
        for one in attributions(text, sentence):
            if one.to is not None and passage.outside(one.span):
                yield one


def _alike(facing: Facing, mine: Span, theirs: Span) -> bool:
    """Whether two may be one: they share a telling word, or one is named by a role alone."""
    sides = [
        {passage.stem_of(word) for word in passage.words if span.holds(word.span)}
        for passage, span in ((facing.parent, mine), (facing.child, theirs))
    ]
    named = [
        any(part[:1].isupper() for part in passage.of(span).split() if part.lower() not in LITTLE)
        for passage, span in ((facing.parent, mine), (facing.child, theirs))
    ]
    return bool((sides[0] & sides[1]) - LITTLE) or not all(named)
