"""What one of two linked passages says and the other says not (code M503)."""

from collections.abc import Iterator
from dataclasses import replace

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import Change, Cue, around, changes
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.negations import Negation, negations
from retold.text.words import Word

# In passages less alike a denial is laid beside more words than the next; by eye.
LIKE = 0.8  # likeness, 0..1
# Of so many telling words on either side of a lone denial two return; by eye.
DENIED = 2  # words
# Between independent tellings: how alike two passages are at the least, and how many words may
# stand between what a denial stands between; by eye on ecbplus and allsides_roundup.
DISPUTED_FROM, APART = 0.5, 3  # likeness, 0..1; words


def negation_drifts(facing: Facing) -> Iterator[Drift]:
    """A firm negation on one side that nothing on the other answers to."""
    if not facing.descended:
        yield from _disputed(facing)
        return
    found = False
    for change in changes(facing, _negations, close=True):
        if facing.likeness >= LIKE or _goes_on(facing, change):
            found = True
            yield drift("M503", facing, change.parent, change.child)
    if not found:
        yield from _lone_denial(facing)


def denials(passage: Passage) -> list[Negation]:
    """The negations of a passage, those between quotation marks too, in order."""
    text = passage.document.text
    return [one for span in passage.sentences for one in negations(text, span)]


def _negations(passage: Passage, sentence: Span) -> Iterator[Cue]:
    # One kind: a negation may be said with any word of denial.
    for one in negations(passage.document.text, sentence):
        yield Cue(one.span, "no", one.firm)


def _goes_on(facing: Facing, change: Change) -> bool:
    """Whether what is denied goes on alike: of the two telling words behind both return."""
    side, other = (facing.parent, facing.child) if change.before else (facing.child, facing.parent)
    cue = change.before or change.after
    if cue is None:
        return False
    told = [word for word in around(side, cue.span) if word.span.begin > cue.span.begin][:2]
    return all(side.stem_of(word) in other.stems for word in told)


def _lone_denial(facing: Facing) -> Iterator[Drift]:
    """One firm denial where the other passage has none of any kind, of something that returns.

    A change of meaning: told so freely, the two may both be true.
    """
    mine, theirs = denials(facing.parent), denials(facing.child)
    if len(mine) + len(theirs) != 1 or not (mine or theirs)[0].firm:
        return
    side, other = (facing.parent, facing.child) if mine else (facing.child, facing.parent)
    denial = (mine or theirs)[0].span
    places = {other.stem_of(word): word for word in reversed(other.words)}
    near = around(side, denial)
    ahead = [word for word in near if word.span.begin < denial.begin][-DENIED:]
    behind = [word for word in near if word.span.begin > denial.begin][:DENIED]
    told = [word for word in behind if side.stem_of(word) in places]
    led = [word for word in ahead if side.stem_of(word) in places]
    if not told or len(told) + len(led) < DENIED or not side.outside(denial):
        return
    shown = Span(denial.begin, told[0].span.end)
    there = places[side.stem_of(told[0])].span
    found = drift("M503", facing, *((shown, there) if mine else (there, shown)))
    yield replace(found, severity=Severity.MEANING)


def _disputed(facing: Facing) -> Iterator[Drift]:
    """Of two who report apart one says of the same person that they did not do the same thing.

    The telling words right before and right behind the denial stand together in the other passage,
    and no word of denial near them.
    """
    if facing.likeness < DISPUTED_FROM:
        return
    for side, other in ((facing.parent, facing.child), (facing.child, facing.parent)):
        for one in denials(side):
            there = (
                _undenied(side, other, one.span) if one.firm and side.outside(one.span) else None
            )
            if there is not None:
                spans = (one.span, there)
                yield drift("M503", facing, *(spans if side is facing.parent else spans[::-1]))


def _undenied(side: Passage, other: Passage, denial: Span) -> Span | None:
    """Where the other passage says what is denied here; None where it does not."""
    near = around(side, denial)
    ahead = [word for word in near if word.span.begin < denial.begin][-1:]
    behind = [word for word in near if word.span.begin > denial.begin][:1]
    if not ahead or not behind:
        return None
    who, what = side.stem_of(ahead[0]), side.stem_of(behind[0])
    for at, mine in enumerate(other.stems):
        for place in range(at + 1, min(len(other.stems), at + APART + 2)):
            if mine == who and other.stems[place] == what:
                told = Span(other.words[at].span.begin, other.words[place].span.end)
                return None if _denied(other, other.words[at : place + APART], told) else told
    return None


def _denied(passage: Passage, words: tuple[Word, ...], told: Span) -> bool:
    """Whether a word of denial stands in a stretch of a passage, or it is quoted."""
    whole = Span(told.begin, words[-1].span.end)
    return not passage.outside(told) or any(one.span.meets(whole) for one in denials(passage))
