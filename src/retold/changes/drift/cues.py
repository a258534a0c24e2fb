"""Cues of one kind on both sides of two linked passages: which stayed, which changed, which went.

A cue that is gone says something only where what it stood with is still told: the words around it
must return on the other side.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from retold.changes.facing import Facing, Passage
from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.words import Word

# What a cue bears on stands this near to it; by eye.
AFTER, BEFORE = 6, 5  # words
# Of the telling words around a cue so many must return for the statement to be the same one.
RETURNS = 0.5  # share, by eye
# The kind of words that may stand where another wording had a cue of any kind.
SOFT = "soft"
# Little words that tell nothing of what is said around a cue.
LITTLE = FUNCTION_WORDS | frozenset(
    "may might could would should can will shall must do does did done being also just very more "
    "most some any other such only own same so than too these those there their them him us am "
    "mr mrs ms dr said says say told added one what how why where".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a passage; cues of one `kind` say the same.

    One that is not `firm` answers for a firm one in a rewording and is no finding of its own.
    """

    span: Span
    kind: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """A cue that another took the place of, or with one side None, one that went or came.

    Attributes:
        parent, child: the words to show: the cue with what it bears on, and what stands for it.
    """

    before: Cue | None
    after: Cue | None
    parent: Span
    child: Span


Find = Callable[[Passage, Span], Iterable[Cue]]


def changes(facing: Facing, find: Find, *, close: bool = False) -> Iterator[Change]:
    """What became of the cues that `find` sees in a sentence, outside quotation marks.

    Cues that stay, or stand elsewhere in the passage, are no change; a cue that went or came is one
    only where what it bears on is told on both sides; with `close`, the very next telling word.
    """
    mine, theirs = _found(facing.parent, find), _found(facing.child, find)
    _cancel(facing, mine, theirs)
    for before, after in tuple(_exchanged(facing, mine, theirs)):
        if before.firm and after.firm:
            yield Change(before, after, before.span, after.span)
    for cue in _firm_outside(facing.parent, mine):
        shown = borne(facing.parent, facing.child, cue.span, close=close)
        if shown:
            yield Change(cue, None, *shown)
    for cue in _firm_outside(facing.child, theirs):
        shown = borne(facing.child, facing.parent, cue.span, close=close)
        if shown:
            yield Change(None, cue, shown[1], shown[0])


def _found(passage: Passage, find: Find) -> list[Cue]:
    return [cue for sentence in passage.sentences for cue in find(passage, sentence)]


def _firm_outside(passage: Passage, cues: list[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.firm and passage.outside(cue.span)]


def _cancel(facing: Facing, mine: list[Cue], theirs: list[Cue]) -> None:
    """Take out of both lists the cues that stand on both sides: in one place, or of one kind."""
    begins = {here.span.begin: there.span.begin for here, there in facing.same.items()}
    placed = {cue.span.begin: cue for cue in theirs}
    for cue in tuple(mine):
        other = placed.get(begins.get(cue.span.begin, -1))
        if other is not None and other.kind == cue.kind:
            mine.remove(cue)
            theirs.remove(other)
    for cue in tuple(mine):
        alike = (one for one in theirs if one.kind == cue.kind)
        other = min(alike, key=lambda one: not one.firm, default=None)
        if other is not None:
            mine.remove(cue)
            theirs.remove(other)


def _exchanged(facing: Facing, mine: list[Cue], theirs: list[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """Cues of two kinds that stand with the same words; they are taken out of both lists."""
    for cue in tuple(mine):
        alike = (one for one in theirs if _may_answer(cue, one))
        other = next((one for one in alike if _one_statement(facing, cue, one)), None)
        if other is not None:
            mine.remove(cue)
            theirs.remove(other)
            outside = facing.parent.outside(cue.span) and facing.child.outside(other.span)
            if outside:
                yield cue, other


def _may_answer(cue: Cue, other: Cue) -> bool:
    """Whether a cue of another kind may stand for this one: both are firm, or one says little."""
    return (cue.firm and other.firm) or SOFT in {cue.kind, other.kind}


def _one_statement(facing: Facing, cue: Cue, other: Cue) -> bool:
    """Whether two cues bear on the same words."""
    here = {facing.parent.stem_of(word) for word in around(facing.parent, cue.span)}
    there = {facing.child.stem_of(word) for word in around(facing.child, other.span)}
    least = min(len(here), len(there))
    return least > 0 and len(here & there) >= RETURNS * least


def borne(
    passage: Passage, other: Passage, span: Span, *, close: bool = False
) -> tuple[Span, Span] | None:
    """A cue with the next word it bears on, and where those words stand on the other side.

    None where too few of the telling words around the cue return: what it bore on is not told.
    """
    near = around(passage, span)
    places = {other.stem_of(word): word for word in reversed(other.words)}
    found = [word for word in near if passage.stem_of(word) in places]
    if not near or len(found) < RETURNS * len(near):
        return None
    if close and min(near, key=partial(_apart, span)) not in found:
        return None
    beside = min(found, key=partial(_apart, span))
    shown = Span(min(span.begin, beside.span.begin), max(span.end, beside.span.end))
    return shown, places[passage.stem_of(beside)].span


def _apart(span: Span, word: Word) -> tuple[bool, int]:
    """How far a word stands from a cue: those behind it first."""
    return word.span.begin < span.begin, abs(word.span.begin - span.end)


def around(passage: Passage, span: Span) -> list[Word]:
    """The telling words near a span, in its sentence, the span's own left out, in order."""
    words = passage.words
    first = bisect_right(words, span.begin, key=lambda word: word.span.end)
    last = bisect_left(words, span.end, key=lambda word: word.span.begin)
    home = next((one for one in passage.sentences if one.holds(span)), passage.whole)
    near = (*words[max(0, first - BEFORE) : first], *words[last : last + AFTER])
    return [word for word in near if word.key not in LITTLE and home.holds(word.span)]
