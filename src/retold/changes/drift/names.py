"""Names that changed between two linked passages (codes E): spelling, bearer.

Names that stand in both passages are set aside first. Of the rest those spelt alike are one name;
those that stand in one another's place, and are names of the same kind, are two.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.changes.drift.codes import drift
from retold.changes.drift.name_parts import nameable, part_drifts
from retold.changes.facing import Facing, Passage, Slot
from retold.changes.names import names_of
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.fold import fold
from retold.text.given_names import GIVEN_NAMES
from retold.text.names import Name, NameKind
from retold.text.naming import naming
from retold.text.offices import ADDRESS
from retold.text.places import countries_of_capitals, demonyms, places
from retold.text.spelling import SHORTEST, Spelling, spelling
from retold.text.words import Word

# A passage with more names is a list, and its entries are not laid side by side.
MOST = 100
# Beside a name in its slot stand at most so many other words: in a longer one the sentence was
# written anew, and two names in it need not be in one another's place.
TIGHT = 3  # words
# Between independent tellings two sentences must be this alike before their names dispute.
DISPUTE_FROM = 0.5  # likeness, 0..1, by eye on basil
# Two names of houses that agree in so many first letters are one name in other words.
STEM = 4  # letters
ALIKE = frozenset({Spelling.SLIP, Spelling.TRANSLITERATED})


@dataclass(frozen=True, slots=True)
class _Unmet:
    """The names of each passage that the other does not have, in order, outside quotations."""

    parent: tuple[Name, ...]
    child: tuple[Name, ...]


def name_drifts(facing: Facing) -> Iterator[Drift]:
    """Every name spelt otherwise (E301, E304) and every name in the place of another (E302)."""
    unmet = _unmet(facing)
    taken_before: list[Span] = []
    taken_after: list[Span] = []
    for before, after, found in (*_respelt(unmet), *_respelt_words(facing)):
        if any(before.meets(span) for span in taken_before) or any(
            after.meets(span) for span in taken_after
        ):
            continue
        taken_before.append(before)
        taken_after.append(after)
        yield drift(_spelling_code(facing, before, after, found), facing, before, after)
    rest = _Unmet(_free(unmet.parent, taken_before), _free(unmet.child, taken_after))
    for mine, theirs in _replaced(facing, rest):
        taken_before.append(mine.span)
        yield drift("E305" if _renamed(mine, theirs) else "E302", facing, mine.span, theirs.span)
    for mine, theirs in part_drifts(facing, here(facing.parent), here(facing.child)):
        same = _metonym(mine, theirs) or _one_bearer(facing, mine, theirs)
        if not same and not any(mine.span.meets(span) for span in taken_before):
            yield drift("E302", facing, mine.span, theirs.span)


def _free(names: Sequence[Name], taken: Sequence[Span]) -> tuple[Name, ...]:
    """The names of which no word was taken for another spelling."""
    return tuple(name for name in names if not any(name.span.meets(span) for span in taken))


def named(passage: Passage) -> tuple[Name, ...]:
    """Every name in the body that a passage is part of."""
    return names_of(passage.document, passage.body or passage.sentences)


def here(passage: Passage) -> list[Name]:
    """The names inside the passage, in order; none in a list of more than `MOST`."""
    every = named(passage)
    first = bisect_left(every, passage.whole.begin, key=lambda name: name.span.begin)
    last = bisect_left(every, passage.whole.end, key=lambda name: name.span.begin)
    if last - first > MOST:
        return []
    return [
        name
        for name in every[first:last]
        if any(sentence.holds(name.span) for sentence in passage.sentences)
    ]


def _unmet(facing: Facing) -> _Unmet:
    mine, theirs = here(facing.parent), here(facing.child)
    return _Unmet(
        tuple(_missing(facing.parent, mine, theirs)), tuple(_missing(facing.child, theirs, mine))
    )


def _missing(passage: Passage, own: Sequence[Name], others: Sequence[Name]) -> Iterator[Name]:
    for name in own:
        if passage.outside(name.span) and not any(
            naming(name, other) is Spelling.SAME for other in others
        ):
            yield name


def _respelt(unmet: _Unmet) -> Iterator[tuple[Span, Span, Spelling]]:
    """Names of each passage that are spelt alike and not the same."""
    for mine in unmet.parent:
        for theirs in unmet.child:
            found = naming(mine, theirs)
            if found in ALIKE and _of_a_kind(mine, theirs):
                yield mine.span, theirs.span, found


def _respelt_words(facing: Facing) -> Iterator[tuple[Span, Span, Spelling]]:
    """Words of a name whose slot has a word spelt alike, which may not look like a name there.

    Of all names: one that is spelt right a second time is not missed in the child.
    """
    for name in filter(lambda one: facing.parent.outside(one.span), here(facing.parent)):
        for mine, theirs in _neighbours(facing, name):
            found = spelling(mine.key, theirs.key)
            large = facing.child.document.text[theirs.span.begin].isupper()
            if found in ALIKE and large and len(mine.key) >= SHORTEST:
                yield mine.span, theirs.span, found


def _neighbours(facing: Facing, name: Name) -> Iterator[tuple[Word, Word]]:
    """Each word of a parent's name with each word that stands in the same slot of the child."""
    for slot in facing.slots:
        for mine in slot.parent:
            if name.span.meets(mine.span):
                yield from ((mine, theirs) for theirs in slot.child)


def _spelling_code(facing: Facing, before: Span, after: Span, found: Spelling) -> str:
    """Whether another spelling is a slip, another transliteration, or another bearer's name.

    A telling that has the first spelling too slipped; one in which both stand for somebody names
    somebody else.
    """
    mine, theirs = facing.parent.of(before), facing.child.of(after)
    if found is Spelling.SLIP and _stands(facing.parent, theirs):
        return "E302"
    if found is Spelling.TRANSLITERATED and not _stands(facing.child, mine):
        return "E304"
    return "E301"


def _stands(passage: Passage, form: str) -> bool:
    """Whether every word of a form stands in some name of the telling."""
    held = {word for name in named(passage) for word in name.words}
    return all(fold(word) in held for word in form.split())


def _replaced(facing: Facing, unmet: _Unmet) -> Iterator[tuple[Name, Name]]:
    """Names in one another's place, each once."""
    if not facing.descended and facing.likeness < DISPUTE_FROM:
        return
    for slot in facing.slots:
        mine = _in_slot(slot.parent, unmet.parent)
        theirs = _in_slot(slot.child, unmet.child) or _opening(facing.child, slot, mine)
        if mine is None or theirs is None or not _tight(slot, mine, theirs):
            continue
        same = _metonym(mine, theirs) or _one_bearer(facing, mine, theirs)
        if not same and _exchanged(facing, slot, mine, theirs):
            yield mine, theirs


def _exchanged(facing: Facing, slot: Slot, mine: Name, theirs: Name) -> bool:
    """Whether one name was put in the other's place.

    Independent tellings word a sentence each in their own way: there nothing else may differ, and
    both must be known to be people, or places, or houses.
    """
    alone = _alone(slot, mine, theirs)
    if mine.form.rstrip("s") == theirs.form.rstrip("s"):
        return False
    if not facing.descended:
        apart = naming(mine, theirs) is Spelling.OTHER
        return alone and apart and mine.kind is theirs.kind is not NameKind.OTHER
    return alone or _of_a_kind(mine, theirs)


def _one_bearer(facing: Facing, mine: Name, theirs: Name) -> bool:
    """Whether a full name in either telling has both: "Ada" and "Ms Lund" for Ada Lund."""
    return any(
        naming(mine, name) is naming(theirs, name) is Spelling.SAME
        for side in (facing.parent, facing.child)
        for name in named(side)
        if len(name.words) > 1
    )


def _in_slot(words: Sequence[Word], names: Sequence[Name]) -> Name | None:
    """The one name that words of a slot are part of; None for none or several."""
    found = {name for name in names if any(name.span.meets(word.span) for word in words)}
    return found.pop() if len(found) == 1 else None


def _opening(passage: Passage, slot: Slot, mine: Name | None) -> Name | None:
    """The capitalised words that alone stand in the place of a name; None where others do too.

    At the begin of a sentence a name that stands nowhere else cannot be told by its capital.
    """
    if (
        mine is None
        or not slot.child
        or any(not mine.span.meets(word.span) for word in slot.parent)
    ):
        return None
    text = passage.document.text
    if not all(text[word.span.begin].isupper() and nameable(word.key) for word in slot.child):
        return None
    words = [word.span for word in slot.child if word.key not in ADDRESS]
    if not words:
        return None
    span = Span(words[0].begin, words[-1].end)
    return Name(span, passage.of(span), NameKind.OTHER)


def _tight(slot: Slot, mine: Name, theirs: Name) -> bool:
    """Whether the slot holds little beside the two names."""
    return max(_over(slot, mine, theirs)) <= TIGHT


def _alone(slot: Slot, mine: Name, theirs: Name) -> bool:
    """Whether the two names, and nothing else, are in one another's place: of whatever kind."""
    return max(_over(slot, mine, theirs)) == 0


def _over(slot: Slot, mine: Name, theirs: Name) -> tuple[int, int]:
    """How many words of each side of a slot are no part of its name."""
    before = sum(1 for word in slot.parent if not mine.span.meets(word.span))
    return before, sum(1 for word in slot.child if not theirs.span.meets(word.span))


def _of_a_kind(mine: Name, theirs: Name) -> bool:
    kinds = {mine.kind, theirs.kind} - {NameKind.OTHER}
    return len(kinds) <= 1


def _renamed(mine: Name, theirs: Name) -> bool:
    """Whether two names of a house or a place begin alike: "Port" for "Harbour Authority"."""
    if NameKind.PERSON in {mine.kind, theirs.kind}:
        return False
    one, two = mine.words[0], theirs.words[0]
    several = len(mine.words) > 1 and len(theirs.words) > 1
    if (set(mine.words) ^ set(theirs.words)) & GIVEN_NAMES:
        return False
    return several and one[:STEM] == two[:STEM] and min(len(one), len(two)) >= STEM


def _metonym(mine: Name, theirs: Name) -> bool:
    """Whether a capital stands for its country, or a people for it."""
    return _country(mine) == _country(theirs)


def _country(name: Name) -> str:
    lower = name.form.lower()
    lower = places().get(lower, lower)
    return countries_of_capitals().get(lower) or demonyms().get(lower, lower)
