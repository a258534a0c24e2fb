"""Words that gave way to others, came or went in linked passages (C706, C708, C709, C701)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.number_words import CARDINALS, SCALES
from retold.text.variants import one_spelling
from retold.text.words import Word, stem, words

# In a longer slot the sentence is another one, and no words stand for each other; by eye.
LONGEST = 30  # words
# Fewer telling words may say what little ones say in the other text: "takes place" for "is".
ALONE = 3  # words
# An insertion of so many telling words, none of them in the parent, says something new.
NEW = 5  # words, by eye on llm_polish of detectrl_derivations
# Spellings this near are one word with a slip.
SLIP = 85  # rapidfuzz ratio, percent
# Parts of numbers, which are compared by what they are worth.
COUNTING = frozenset({*CARDINALS, *SCALES, "percent", "per", "cent", "pct"})
LEAST = 5  # letters of a word whose slips are looked for


def wording_drifts(facing: Facing) -> Iterator[Drift]:
    """One finding a slot: telling words that others took the place of, that came or that went."""
    for slot in facing.slots:
        if max(len(slot.parent), len(slot.child)) > LONGEST:
            continue
        mine, theirs = _telling(facing.parent, slot.parent), _telling(facing.child, slot.child)
        if mine and theirs:
            yield from _replaced(facing, mine, theirs)
        elif mine and _alone(mine, slot.child):
            for lone in _only(facing.parent, mine, facing.child):
                yield drift("C709", facing, lone, None)
        elif theirs and _alone(theirs, slot.parent):
            for lone in _only(facing.child, theirs, facing.parent):
                yield drift("C708", facing, None, lone)


def _replaced(facing: Facing, mine: list[Word], theirs: list[Word]) -> Iterator[Drift]:
    if not _spelt_alike(mine, theirs):
        found = drift("C706", facing, _whole(mine), _whole(theirs))
        yield replace(found, severity=Severity.TYPO) if _slip(mine, theirs) else found


def _alone(told: list[Word], other: tuple[Word, ...]) -> bool:
    """Whether the little words of the other side cannot say what these tell."""
    return not other or len(told) >= ALONE


def _only(passage: Passage, told: list[Word], other: Passage) -> Iterator[Span]:
    """From the first to the last of some words that the other passage has nowhere; or nothing."""
    lone = [at for at, word in enumerate(told) if passage.stem_of(word) not in other.stems]
    if lone:
        yield _whole(told[lone[0] : lone[-1] + 1])


def insertion_drifts(facing: Facing) -> Iterator[Drift]:
    """Words put into a passage that tell what the parent nowhere tells."""
    for slot in facing.slots:
        new = _telling(facing.child, slot.child)
        if len(new) < NEW or len(slot.parent) * 2 > len(slot.child):
            continue
        known = _stems(facing.parent.document.text, facing.parent.document.language)
        lone = [word for word in new if facing.child.stem_of(word) not in known]
        if len(lone) >= NEW and 2 * len(lone) >= len(new):
            yield drift("C701", facing, None, _whole(slot.child))


def _telling(passage: Passage, run: tuple[Word, ...]) -> list[Word]:
    return [
        word
        for word in run
        if word.key not in LITTLE | COUNTING
        and not word.key[0].isdigit()
        and passage.outside(word.span)
    ]


def _whole(run: "list[Word] | tuple[Word, ...]") -> Span:
    return Span(run[0].span.begin, run[-1].span.end)


def _spelt_alike(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether the words differ in British and American spelling alone."""
    sides = [[one_spelling(word.key) for word in side] for side in (mine, theirs)]
    return sides[0] == sides[1]


def _slip(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether the words differ by a few letters only."""
    return len(mine) == len(theirs) and all(
        min(len(one.key), len(other.key)) >= LEAST and ratio(one.key, other.key) >= SLIP
        for one, other in zip(mine, theirs, strict=True)
    )


@lru_cache(maxsize=8)
def _stems(text: str, language: str | None) -> frozenset[str]:
    """The stems of a whole text; two texts are asked in turn, again and again."""
    return frozenset(stem(word.key, language) for word in words(text, Span(0, len(text))))
