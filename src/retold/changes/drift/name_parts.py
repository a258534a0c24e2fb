"""Part of a name in the place of part of another: the given name alone, one word of a house."""

from collections.abc import Iterator, Sequence

from retold.changes.facing import Facing, Passage
from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.name_runs import OPENERS
from retold.text.names import Name
from retold.text.naming import naming
from retold.text.offices import ADDRESS, OFFICES
from retold.text.places import demonyms
from retold.text.spelling import Spelling
from retold.text.words import Word


def part_drifts(
    facing: Facing, mine: Sequence[Name], theirs: Sequence[Name]
) -> Iterator[tuple[Name, Name]]:
    """The names in which nothing but words were replaced, by words that can be names.

    Only along a descent. A short form of the same name is none, nor a place that lists know under
    both words.
    """
    if not facing.descended:
        return
    for slot in facing.slots:
        before, after = (
            _part(facing.parent, slot.parent, mine),
            _part(facing.child, slot.child, theirs),
        )
        if before is None or after is None or naming(before, after) is Spelling.SAME:
            continue
        if any(naming(after, one) is Spelling.SAME for one in mine):
            continue
        yield before, after


def _part(passage: Passage, words: Sequence[Word], names: Sequence[Name]) -> Name | None:
    """The name that all words of a side of a slot are part of; None where one is of no name."""
    text = passage.document.text
    if not words or not all(
        text[word.span.begin].isupper() and nameable(word.key) and passage.outside(word.span)
        for word in words
    ):
        return None
    whole = Span(words[0].span.begin, words[-1].span.end)
    return next((name for name in names if name.span.holds(whole)), None)


def nameable(key: str) -> bool:
    """Whether a word with a capital can be somebody's name: no plural, no small word."""
    common = OPENERS | OFFICES | FUNCTION_WORDS | ADDRESS
    return key.isalpha() and not key.endswith("s") and key not in common and key not in demonyms()
