"""When two names as written are of one person, house or place, and how far their spelling parts."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from retold.text.names import Name
from retold.text.places import places
from retold.text.spelling import SLIPS_OF_LONG, Spelling, known, spelling

# Of a word with fewer letters two slips leave too little; by eye.
LONGER = 6  # letters
# Left out of acronyms.
UNSOUNDED = frozenset("of the for and on in de la du et und der des".split())
# Behind a name, no part of it.
SUFFIXES = frozenset("jr sr ii iii iv news inc ltd plc".split())


def naming(left: Name, right: Name) -> Spelling:
    """How two names stand; a short form ("Lund" for "Ada Lund") is the same. Symmetric."""
    one, two = _plain(left.words), _plain(right.words)
    if "".join(one) == "".join(two) or _known(left) == _known(right):
        return Spelling.SAME
    if _short_for(one, two) or _short_for(two, one):
        return Spelling.SAME
    if len(one) != len(two):
        return _partly(one, two)
    return _wordwise(one, two)


def _plain(words: Sequence[str]) -> tuple[str, ...]:
    """The words without what stands behind a name; of one word, the word."""
    kept = tuple(words)
    while len(kept) > 1 and kept[-1] in SUFFIXES:
        kept = kept[:-1]
    return kept


def _known(name: Name) -> str:
    """The place that lists know by this name, else the name."""
    lower = name.form.lower()
    return places().get(lower, lower)


def _short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one name is the other's letters ("WHO") or its begin or end, word for word."""
    if len(short) >= len(full):
        return False
    letters = "".join(word[0] for word in full if word not in UNSOUNDED)
    if len(short) == 1 and len(letters) > 1 and short[0] == letters:
        return True
    if full[-len(short) :] == tuple(short) or full[: len(short)] == tuple(short):
        return True
    return len(short) > 1 and short[-1] == full[-1] and _agree(short[0], full[0]) == 0


# From the spelling that changes least to the one that changes most.
LEVELS = (Spelling.SAME, Spelling.TRANSLITERATED, Spelling.SLIP, Spelling.OTHER)


def _agree(one: str, two: str) -> int:
    """How far two words part, as a place in `LEVELS`; an initial agrees with what it begins."""
    if min(len(one), len(two)) == 1 and one[0] == two[0]:
        return 0
    return LEVELS.index(spelling(one, two))


def _wordwise(one: Sequence[str], two: Sequence[str]) -> Spelling:
    """Names of as many words: the word that parts farthest decides; two slips make two names."""
    levels = [_agree(mine, theirs) for mine, theirs in zip(one, two, strict=True)]
    if len(levels) > 1 and sorted(levels)[-2] == 0:
        # With all other words alike a word is the same one after two slips too.
        apart = levels.index(max(levels))
        levels[apart] = min(levels[apart], _slipped_twice(one[apart], two[apart]))
    slips = levels.count(LEVELS.index(Spelling.SLIP))
    return LEVELS[max(levels, default=0)] if slips <= 1 else Spelling.OTHER


def _slipped_twice(one: str, two: str) -> int:
    """The place of a slip in `LEVELS` for longer words two letters apart, else of another name."""
    long = min(len(one), len(two)) >= LONGER and not (known(one) and known(two))
    near = long and one[0] == two[0] and OSA.distance(one, two) <= SLIPS_OF_LONG
    return LEVELS.index(Spelling.SLIP if near else Spelling.OTHER)


def _partly(one: Sequence[str], two: Sequence[str]) -> Spelling:
    """A short form beside a full one: by the surname, else by the first word."""
    short, full = sorted((one, two), key=len)
    if not short:
        return Spelling.OTHER
    if len(short) == 1:
        return LEVELS[_agree(short[0], full[-1])]
    return _wordwise((short[0], short[-1]), (full[0], full[-1]))
