"""Titles and roles that changed between two linked passages (code E303)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retold.changes.drift.codes import drift
from retold.changes.drift.names import here, named
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.text.fold import fold
from retold.text.names import Name, NameKind
from retold.text.naming import naming
from retold.text.offices import ADDRESS, FORMERLY, LADDERS, LITTLE, OFFICES, SAME_OFFICE, TELLING
from retold.text.places import demonyms, places
from retold.text.spelling import Spelling, known

# What stands behind an office says whose it is: "adviser to President".
OWN = re.compile(r"[ \u00a0](?:of|for|at|in|since|who|to|from|under)[ \u00a0]")
# How far before a role "assistant" or "former" may begin.
REACH = 20  # characters
WOMAN, MAN = frozenset({"mrs", "ms", "miss"}), frozenset({"mr", "mister"})


def title_drifts(facing: Facing) -> Iterator[Drift]:
    """Everybody who has another title or role in the child (E303).

    Not between independent tellings: whoever is in the news has more than one role.
    """
    if not facing.descended:
        return
    for mine in here(facing.parent):
        if mine.role is None or mine.kind is not NameKind.PERSON:
            continue
        for theirs in here(facing.child):
            if theirs.role is None or naming(mine, theirs) is not Spelling.SAME:
                continue
            if _other_role(facing, mine, theirs):
                found = drift("E303", facing, mine.role, theirs.role)
                both = _both(_role(facing.parent, mine), _role(facing.child, theirs))
                yield replace(found, severity=Severity.WORDING) if both else found
            break


def _other_role(facing: Facing, mine: Name, theirs: Name) -> bool:
    """Whether two roles part, and neither telling gives both to that person."""
    before, after = (_roles(facing.parent, mine), _roles(facing.child, theirs))
    one, two = _role(facing.parent, mine), _role(facing.child, theirs)
    if one is None or two is None:
        return False
    return not any(_agree(one, other) for other in after) and not any(
        _agree(two, other) for other in before
    )


@dataclass(frozen=True, slots=True)
class _Role:
    """An office by the first word of its group, the words that tell which, and "former"."""

    office: str
    which: frozenset[str]
    telling: frozenset[str]


def _agree(one: _Role, two: _Role) -> bool:
    """Whether two roles can be one: the same office, nothing that sets them apart."""
    if one.office != two.office or one.telling != two.telling:
        return False
    return not one.which or not two.which or bool(one.which & two.which)


def _both(one: _Role | None, two: _Role | None) -> bool:
    """Whether one person may well have two roles: of different walks of life, or a bare address."""
    if one is None or two is None or one.office == two.office:
        return False
    if {one.office, two.office} == {"man", "woman"}:
        return False
    return not any(one.office in walk and two.office in walk for walk in LADDERS)


def _roles(passage: Passage, name: Name) -> list[_Role]:
    """Every role that a telling gives a person."""
    same = (other for other in named(passage) if naming(name, other) is Spelling.SAME)
    return [role for other in same if (role := _role(passage, other)) is not None]


def _role(passage: Passage, name: Name) -> _Role | None:
    """The role beside a name; None where a word only says that a person follows."""
    if name.role is None:
        return None
    before = passage.document.text[max(0, name.role.begin - REACH) : name.role.begin]
    last = before.rstrip().rpartition(" ")[2]
    told = OWN.split(passage.of(name.role))[0].replace("-", " ").split()
    told = [last, *told] if fold(last) in TELLING else told
    said = [FORMERLY.get(fold(word), fold(word)) for word in told]
    heads = [word for word in said if word in OFFICES | ADDRESS | WOMAN | MAN]
    if not heads:
        return None
    last = heads[-1]
    office = "woman" if last in WOMAN else "man" if last in MAN else SAME_OFFICE.get(last, last)
    aside = LITTLE | OFFICES | ADDRESS | TELLING | demonyms().keys() | places().keys()
    which = frozenset(word for word in said if word not in aside and not known(word))
    return _Role(office, which, frozenset(said) & TELLING)
