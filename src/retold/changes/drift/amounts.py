"""Words for how many and how often, and whom a pronoun points at (codes N208, R803)."""

from collections.abc import Iterator
from functools import lru_cache

from retold.changes.drift.codes import drift
from retold.changes.facing import Facing, Passage, Slot
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.persons import EXCHANGED, PERSONS, TOLD_OF
from retold.text.quantities import Quantity, quantities
from retold.text.words import Word, words

# In a slot of so many words a side one pronoun can be taken for another's place; by eye.
TIGHT = 3  # words
OTHER_SEX = {"he": "she", "she": "he"}


def quantity_drifts(facing: Facing) -> Iterator[Drift]:
    """Another word for how many or how often in the same slot: all for some, often for always."""
    mine, theirs = _quantities(facing.parent), _quantities(facing.child)
    if not mine or not theirs:
        return
    kept = {here.span.begin: there.span.begin for here, there in facing.same.items()}
    for before in mine:
        for after in theirs:
            if kept.get(before.span.begin) == after.span.begin:
                continue
            if _differ(before, after) and _one_slot(facing, before.span, after.span):
                yield drift("N208", facing, before.span, after.span)


def _quantities(passage: Passage) -> list[Quantity]:
    text = passage.document.text
    return [
        one
        for sentence in passage.sentences
        for one in quantities(text, sentence)
        if passage.outside(one.span)
    ]


def _differ(before: Quantity, after: Quantity) -> bool:
    return before.scale == after.scale and before.grade != after.grade


def _one_slot(facing: Facing, before: Span, after: Span) -> bool:
    return any(
        _met(slot.parent, before) and _met(slot.child, after) and _is_tight(slot)
        for slot in facing.slots
    )


def _met(words: tuple[Word, ...], span: Span) -> bool:
    return any(span.meets(word.span) for word in words)


def _is_tight(slot: Slot) -> bool:
    return max(len(slot.parent), len(slot.child)) <= TIGHT


def person_drifts(facing: Facing) -> Iterator[Drift]:
    """A pronoun of another person in the place of one: I for we, his for her."""
    found = False
    for slot in filter(_is_tight, facing.slots):
        mine, theirs = _pronouns(facing.parent, slot.parent), _pronouns(facing.child, slot.child)
        for before, after in zip(mine, theirs, strict=False):
            if frozenset({PERSONS[before.key], PERSONS[after.key]}) in EXCHANGED:
                found = True
                yield drift("R803", facing, before.span, after.span)
    if facing.descended and not found:
        yield from _of_nobody(facing)


def _of_nobody(facing: Facing) -> Iterator[Drift]:
    """The first "she" of a child whose parent tells of men alone, or "he" where of women alone."""
    for after in _pronouns(facing.child, facing.child.words):
        person = PERSONS[after.key]
        other = OTHER_SEX.get(person)
        if other and person not in told_of(facing.parent.document.text):
            for before in _pronouns(facing.parent, facing.parent.words):
                if PERSONS[before.key] == other:
                    yield drift("R803", facing, before.span, after.span)
                    return


@lru_cache(maxsize=8)
def told_of(text: str) -> frozenset[str]:
    """Of "he" and "she" those that a text tells of, by a pronoun or by another word for one."""
    keys = {word.key for word in words(text, Span(0, len(text)))}
    return frozenset(
        person
        for person, nouns in TOLD_OF.items()
        if keys & nouns or any(PERSONS.get(key) == person for key in keys)
    )


def _pronouns(passage: Passage, words: tuple[Word, ...]) -> list[Word]:
    return [word for word in words if word.key in PERSONS and passage.outside(word.span)]
