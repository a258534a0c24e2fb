"""Dates and times that one of two passages has, and the other telling nowhere (T406, T407)."""

from collections.abc import Iterator

from retold.changes.drift.codes import drift, left_out
from retold.changes.drift.dates import MOST, Time, equal, meet, pairs, speaks, times
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift
from retold.text.moments import reckoned
from retold.text.time_patterns import TimeKind
from retold.text.times import expressions
from retold.text.words import WORD

# What gives no day and no hour of its own.
_UNDATED = frozenset({TimeKind.VAGUE, TimeKind.PAST, TimeKind.LATER})


def lone_date_drifts(facing: Facing) -> Iterator[Drift]:
    """Dates that one telling has and the other nowhere (T406, T407); nothing of vague times."""
    paired = [(pair.before.told.span, pair.after.told.span) for pair in pairs(facing)]
    for time in _lone(facing.parent, facing.child, facing):
        if all(not time.told.span.meets(span) for span, _ in paired):
            yield left_out("T406", facing, time.told.span)
    for time in _lone(facing.child, facing.parent, facing):
        if all(not time.told.span.meets(span) for _, span in paired):
            yield drift("T407", facing, None, time.told.span)


def _lone(passage: Passage, other: Passage, facing: Facing) -> list[Time]:
    """The times of a passage that the other telling has nowhere, in no other precision either."""
    mine = [one for one in times(passage, facing) if one.told.kind not in _UNDATED]
    if not mine or len(mine) > MOST:
        return []
    day = speaks(other, facing)
    text = other.document.text
    theirs = [Time(one, reckoned(one, day)) for one in expressions(text, other.body)]
    return [
        one
        for one in mine
        if not any(equal(one, other) or meet(one, other) for other in theirs)
        and _new_words(one, text)
    ]


def _new_words(time: Time, text: str) -> bool:
    """Whether a figure or a name of a day or month in a time stands nowhere in a text.

    A year may stand there by its last two figures: "2008-12".
    """
    telling = [
        word for word in WORD.findall(time.told.phrase) if word[0].isupper() or word[0].isdigit()
    ]
    return any(word not in text and (len(word) < 4 or word[2:] not in text) for word in telling)
