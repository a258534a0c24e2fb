"""Words by which the child judges or heightens what the parent tells without them (C707)."""

from collections.abc import Iterator
from dataclasses import replace

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import around
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.text.judgements import HEIGHTENING, JUDGING, JUDGING_PARTS
from retold.text.words import Word


def judgement_drifts(facing: Facing) -> Iterator[Drift]:
    """Judging words put into what the parent tells; none where it has a judging word there too."""
    for slot in facing.slots:
        if any(_judges(facing.parent, word) for word in slot.parent):
            continue
        known = set(facing.parent.stems)
        told = (word for word in slot.child if _judges(facing.child, word))
        first = next((word for word in told if facing.child.stem_of(word) not in known), None)
        if first is not None and _of_something_told(facing, first):
            found = drift("C707", facing, None, first.span)
            mild = first.key in HEIGHTENING
            yield replace(found, severity=Severity.WORDING) if mild else found


def _judges(passage: Passage, word: Word) -> bool:
    joined = passage.document.text[max(0, word.span.begin - 1) : word.span.begin] == "-"
    judging = word.key in JUDGING | HEIGHTENING or (joined and word.key in JUDGING_PARTS)
    return judging and passage.outside(word.span)


def _of_something_told(facing: Facing, word: Word) -> bool:
    """Whether a telling word near it stands in the parent's passage: what is judged was told."""
    known = set(facing.parent.stems)
    return any(facing.child.stem_of(one) in known for one in around(facing.child, word.span))
