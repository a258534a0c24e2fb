"""Names that only one of two linked passages has, and the other telling nowhere (E306, E307)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from retold.changes.drift.codes import drift, left_out
from retold.changes.drift.names import here, named
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.names import Name, NameKind
from retold.text.naming import naming
from retold.text.places import demonyms, places
from retold.text.spelling import Spelling
from retold.text.words import words

# Of the words of a name so many in the other telling are enough for it to be there in other words.
THERE = 0.5  # share


def lone_name_drifts(facing: Facing) -> Iterator[Drift]:
    """Each name that the other telling lacks; not between independent tellings.

    The only one of its kind here for the only one there is another's name in its place (E302).
    """
    mine, theirs = (
        list(_lone(facing.parent, facing.child)),
        list(_lone(facing.child, facing.parent)),
    )
    if facing.descended and _exchanged(mine, theirs):
        yield drift("E302", facing, mine[0].span, theirs[0].span)
        return
    for name in mine:
        yield left_out("E306", facing, name.span)
    for name in theirs:
        if name.kind is not NameKind.OTHER or len(name.words) > 1:
            yield drift("E307", facing, None, name.span)


def _exchanged(mine: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether each side has one name of its own, both of one known kind."""
    if not len(mine) == len(theirs) == 1:
        return False
    return mine[0].kind is theirs[0].kind is not NameKind.OTHER


def _lone(passage: Passage, other: Passage) -> Iterator[Name]:
    """Names of a passage, outside quotations, each once, of which the other telling has no word."""
    inside = [name for name in here(passage) if passage.outside(name.span)]
    if not inside:
        return
    theirs, told = named(other), _said(other.document.text)
    seen: set[str] = set()
    for name in inside:
        if name.form not in seen and not _known(name, theirs, told):
            seen.add(name.form)
            yield name


@lru_cache(maxsize=8)
def _said(text: str) -> frozenset[str]:
    """Every folded word of a telling, furniture too; two are asked in turn, again and again."""
    return frozenset(word.key for word in words(text, Span(0, len(text))))


def _known(name: Name, theirs: Sequence[Name], told: frozenset[str]) -> bool:
    """Whether a telling has a name, spelt as it may be, or a good part of its words."""
    there = sum(word in told for word in name.words)
    if there >= THERE * len(name.words) or _initials(name) in told:
        return True
    if demonyms().get(name.form.lower()) or places().get(name.form.lower()):
        return bool(_people(name) & told)
    return any(naming(name, other) is not Spelling.OTHER for other in theirs)


def _initials(name: Name) -> str:
    return "".join(word[:1] for word in name.words)


def _people(name: Name) -> frozenset[str]:
    """The folded words by which a place may be told: its own, its people's, its other names'."""
    lower = name.form.lower()
    place = demonyms().get(lower) or places().get(lower, lower)
    every = {lower, place}
    every |= {people for people, home in demonyms().items() if home == place}
    every |= {form for form, home in places().items() if home == place}
    return frozenset(part for one in every for part in one.split())
