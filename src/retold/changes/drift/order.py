"""Causes added and lost, what came before what, and who did it to whom (codes C704, C705, R)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE, Cue, changes
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.reporting import VERBS
from retold.text.sequence import Order, Sequence, causes, half_causes, sequences
from retold.text.words import Word

# How far from a word of order the events it orders are looked for.
NEAR = 12  # words
# Between independent tellings two sentences must be this alike; by eye on basil.
DISPUTED_FROM = 0.7  # likeness, 0..1
# Who did it and to whom it was done stand so near to the verb; by eye.
BESIDE = 4  # words
# What stands behind these belongs to another clause or is named beside.
JOINTS = frozenset("and or but who which that when while as because after before".split())
# What stands behind these is no object of the verb.
GOVERNED = frozenset("with for to at in on of from by into over under about as".split())
_BE = frozenset("is are was were be been being gets got".split())
# "The day before the vote, she left": what stands ahead of the word of order is no event.
MEASURED = frozenset(
    "day days hour hours week weeks month months year years minute minutes moments night shortly "
    "soon just immediately long even right".split()
)
# Told freely or apart, so many telling words on either side must return; by eye.
EVENT = 2  # words
TURNED = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE, Order.WHILE: Order.WHILE}


def cause_drifts(facing: Facing) -> Iterator[Drift]:
    """A cause given on one side only, where both tell what it joins."""
    for change in changes(facing, _causes):
        yield drift("C705" if change.after is None else "C704", facing, change.parent, change.child)


def _causes(passage: Passage, sentence: Span) -> Iterator[Cue]:
    text = passage.document.text
    firm = list(causes(text, sentence))
    yield from (Cue(span, "cause") for span in firm)
    for span in half_causes(text, sentence):
        if not any(span.meets(one) for one in firm):
            yield Cue(span, "cause", firm=False)


def order_drifts(facing: Facing) -> Iterator[Drift]:
    """The same two events in another order: before for after, or the two with places changed."""
    mine, theirs = _sequences(facing.parent), _sequences(facing.child)
    kept = {here.span.begin: there.span.begin for here, there in facing.same.items()}
    taken = set(kept.values())
    for before in mine:
        for after in theirs:
            place = kept.get(before.span.begin)
            facing_each_other = (
                after.span.begin == place if place is not None else after.span.begin not in taken
            )
            known = facing.descended or _disputable(facing, before, after)
            told = _reordered(facing, before, after) if facing_each_other and known else frozenset()
            if told:
                here = _clause(facing.parent, before, told)
                there = _clause(facing.child, after, told)
                yield drift("R802", facing, here, there)


def _sequences(passage: Passage) -> list[Sequence]:
    text = passage.document.text
    return [
        one
        for sentence in passage.sentences
        for one in sequences(text, sentence)
        if passage.outside(one.span)
    ]


def _disputable(facing: Facing, before: Sequence, after: Sequence) -> bool:
    """Whether tellings are alike enough for their orders to exclude each other."""
    return facing.likeness >= DISPUTED_FROM and Order.WHILE not in {before.order, after.order}


def _reordered(facing: Facing, before: Sequence, after: Sequence) -> frozenset[str]:
    """Stems that tell the events which two words of order join, where they order them otherwise."""
    ahead, behind = _events(facing.parent, before)
    ahead_too, behind_too = _events(facing.child, after)
    straight = ahead & ahead_too, behind & behind_too
    crossed = ahead & behind_too, behind & ahead_too
    lead = sum(map(len, straight)) - sum(map(len, crossed))
    kept, order = (straight, before.order) if lead > 0 else (crossed, TURNED[before.order])
    least = 1 if facing.descended and facing.likeness >= DISPUTED_FROM else EVENT
    if lead == 0 or min(map(len, kept)) < least or order is after.order:
        return frozenset()
    return frozenset.union(*kept)


def _clause(passage: Passage, sequence: Sequence, told: frozenset[str]) -> Span:
    """The word of order with what tells its events on either side: alone it says nothing."""
    ahead, behind = _beside_order(passage, sequence)
    telling = [one.span for one in (*ahead, *behind) if passage.stem_of(one) in told]
    spans = [sequence.span, *telling]
    return Span(min(one.begin for one in spans), max(one.end for one in spans))


def _events(passage: Passage, sequence: Sequence) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of what is told in the main clause and of what the word of order brings in.

    Where it opens the sentence, what it brings in ends with the next comma.
    """
    ahead, behind = _beside_order(passage, sequence)
    if all(one.key in MEASURED for one in ahead) and behind:
        comma = passage.document.text.find(",", sequence.span.end, _home(passage, sequence).end)
        ahead = [one for one in behind if 0 <= comma < one.span.begin]
        behind = [one for one in behind if one not in ahead]
    one, other = (frozenset(map(passage.stem_of, side)) for side in (ahead, behind))
    return one - other, other - one


def _beside_order(passage: Passage, sequence: Sequence) -> tuple[list[Word], list[Word]]:
    """The telling words near a word of order in its sentence: ahead of it, and behind it."""
    home = _home(passage, sequence)
    words = [one for one in passage.words if home.holds(one.span) and one.key not in LITTLE]
    return (
        [one for one in words if one.span.end <= sequence.span.begin][-NEAR:],
        [one for one in words if one.span.begin >= sequence.span.end][:NEAR],
    )


def _home(passage: Passage, sequence: Sequence) -> Span:
    return next(one for one in passage.sentences if one.holds(sequence.span))


def role_drifts(facing: Facing) -> Iterator[Drift]:
    """Two that changed places around the same verb, neither side being in the passive alone."""
    mine, theirs = _once(facing.parent), _once(facing.child)
    for verb in mine.keys() & theirs.keys() if facing.slots else ():
        here = _beside(facing.parent, mine[verb])
        there = _beside(facing.child, theirs[verb])
        if here and there and _swapped(facing, here, there):
            yield drift("R801", facing, here.whole, there.whole)


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb with what stands beside it; stems of the telling words on either side."""

    doer: frozenset[str]
    done_to: frozenset[str]
    passive: bool
    whole: Span


def _once(passage: Passage) -> dict[str, int]:
    """Where the words that stand once in a passage stand, by stem; small letters, no quotations."""
    text, count = passage.document.text, Counter(passage.stems)
    return {
        passage.stems[place]: place
        for place, word in enumerate(passage.words)
        if count[passage.stems[place]] == 1
        and (word.key not in LITTLE or word.key in VERBS)
        and text[word.span.begin].islower()
        and passage.outside(word.span)
    }


def _beside(passage: Passage, verb: int) -> _Act | None:
    """What stands right before and right behind a verb, up to a comma; None for an empty side."""
    words, text = passage.words, passage.document.text
    before = _reach(text, words[max(0, verb - BESIDE) : verb + 1][::-1])[::-1]
    behind = _reach(text, words[verb : verb + BESIDE + 1])
    sides = [
        frozenset(passage.stem_of(word) for word in side if word.key not in LITTLE)
        for side in (before, behind)
    ]
    if not all(sides) or (behind[0].key in GOVERNED and behind[0].key != "by"):
        return None
    passive = behind[0].key == "by" or any(word.key in _BE for word in before)
    return _Act(sides[0], sides[1], passive, Span(before[0].span.begin, behind[-1].span.end))


def _reach(text: str, run: tuple[Word, ...]) -> tuple[Word, ...]:
    """What follows the first word of a run, up to a comma or a little word behind a telling one."""
    told = False
    for place in range(1, len(run)):
        one, other = sorted((run[place - 1].span, run[place].span))
        little = run[place].key in LITTLE
        if (
            not text[one.end : other.begin].isspace()
            or run[place].key in JOINTS
            or (told and little)
        ):
            return run[1:place]
        told = told or not little
    return run[1:]


def _swapped(facing: Facing, here: _Act, there: _Act) -> bool:
    outside = facing.parent.outside(here.whole) and facing.child.outside(there.whole)
    crossed = here.doer & there.done_to and here.done_to & there.doer
    straight = here.doer & there.doer or here.done_to & there.done_to
    voiced = here.passive is there.passive and ("by" in _keys(facing.parent)) is (
        "by" in _keys(facing.child)
    )
    return bool(crossed) and not straight and outside and voiced


def _keys(passage: Passage) -> set[str]:
    return {word.key for word in passage.words}
