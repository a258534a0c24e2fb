"""Passages told in other words throughout: what they say is another thing, as a whole (C710)."""

from collections.abc import Iterator, Sequence

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.words import Word

# Of the passages less alike than this an editor found a change of meaning in nine out of ten, of
# others in six (benchmarks/keys/rewordings.json, 217 passages).
FREE_BELOW = 0.75  # likeness, 0..1
# With fewer telling words on either side a passage is a remark, and tells little otherwise.
LEAST = 4  # words


def retelling_drifts(facing: Facing) -> Iterator[Drift]:
    """One finding from the first to the last word that differs, where few are left as they were.

    Of words that stand between marks on both sides the ledger of quotations judges.
    """
    if not facing.descended or facing.likeness >= FREE_BELOW:
        return
    mine, theirs = _only(facing.parent, facing.child), _only(facing.child, facing.parent)
    free = _outside(facing.parent, mine) or _outside(facing.child, theirs)
    if theirs and free and len(mine) + len(theirs) >= LEAST:
        yield drift("C710", facing, _whole(mine), _whole(theirs))


def _only(passage: Passage, other: Passage) -> list[Word]:
    """The telling words of a passage that the other has nowhere."""
    told = frozenset(other.stems)
    return [
        word
        for word in passage.words
        if word.key not in LITTLE and passage.stem_of(word) not in told
    ]


def _outside(passage: Passage, words: Sequence[Word]) -> bool:
    return any(passage.outside(word.span) for word in words)


def _whole(words: Sequence[Word]) -> Span | None:
    return Span(words[0].span.begin, words[-1].span.end) if words else None
