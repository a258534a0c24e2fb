"""Which sentences of two documents say the same: many to many, in order or moved.

Likeness of two sentences is the geometric mean of weighted Dice overlap and containment of the
lighter in the heavier, over words weighted by rarity: plain Dice fails where one sentence was
joined to another, containment alone lets a short sentence match anything (after Sultan, Bethard and
Sumner 2014, without their dictionary of paraphrases). Links are then taken greedily, best first, as
in competitive linking (Melamed 2000); a linked sentence takes a neighbour in where the two together
are liker than either alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from rapidfuzz.distance import Indel

from retold.model.relation import Alignment, Link, LinkKind
from retold.pairs.codes import among
from retold.pairs.collate import Collation, Floats

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """When sentences are linked, and what the link is called.

    Attributes:
        link_from: likeness from which two sentences may be linked, 0..1. By eye on back_translation
            and llm_paraphrase of detectrl_derivations and on llm_misinformation_rewrites: below it
            the pairs share a topic word or two.
        edited_from: share of words kept in order (Indel similarity) from which a link is an edit
            rather than a rewriting, 0..1; half the words are other words below it.
        joined_gain: how much liker two sentences joined must be than one alone, 0..1.
    """

    link_from: float = 0.3
    edited_from: float = 0.6
    joined_gain: float = 0.03


# Between equals the sentence at the like place wins: boilerplate that returns is told apart.
PLACE_BONUS = 0.02  # likeness
# A link whose neighbours also correspond is likelier than one alone.
NEIGHBOUR_BONUS = 0.1  # of the neighbours' likeness


def likeness(overlap: Floats, mass_left: Floats, mass_right: Floats) -> Floats:
    """Likeness of every two sentences, 0..1, shape (m left, m right); 0 where one has no words."""
    both = mass_left[:, None] + mass_right[None, :]
    least = np.minimum(mass_left[:, None], mass_right[None, :])
    return np.asarray(
        np.sqrt(2 * overlap / np.maximum(both, 1e-9) * overlap / np.maximum(least, 1e-9))
    )


def align(collation: Collation, settings: AlignSettings) -> Alignment:
    """The links of two collated readings; empty where either has no sentence."""
    left, right = collation.left.reading, collation.right.reading
    links = [_link(collation, match, settings) for match in _matched(collation, settings)]
    links.sort(key=lambda link: (link.right[0].begin, link.left[0].begin))
    return Alignment(left.document, right.document, tuple(links))


Matched = tuple[set[int], set[int]]


def _matched(collation: Collation, settings: AlignSettings) -> list[Matched]:
    """Sets of left and of right sentences that belong together.

    Ties between equal candidates go by place in the first text; which one is first must not hang on
    the side it stands on.
    """
    if not collation.overlap.size:
        return []
    left, right = collation.left.reading, collation.right.reading
    if (right.keys, right.sentences) < (left.keys, left.sentences):
        return [(rows, columns) for columns, rows in _greedy(collation.mirrored, settings)]
    return _greedy(collation, settings)


def _greedy(collation: Collation, settings: AlignSettings) -> list[Matched]:
    """Matches taken best first, each sentence once."""
    like = likeness(collation.overlap, collation.mass_left, collation.mass_right).round(9)
    rows, columns = np.nonzero(like >= settings.link_from)
    order = np.lexsort((columns, rows, -_favoured(like)[rows, columns].round(9)))
    of_left: dict[int, Matched] = {}
    of_right: dict[int, Matched] = {}
    matched: list[Matched] = []
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        mine, theirs = of_left.get(row), of_right.get(column)
        if mine is None and theirs is None:
            of_left[row] = of_right[column] = ({row}, {column})
            matched.append(of_left[row])
        elif mine is None and theirs is not None and _takes_row(collation, theirs, row, settings):
            theirs[0].add(row)
            of_left[row] = theirs
        elif (
            theirs is None and mine is not None and _takes_column(collation, mine, column, settings)
        ):
            mine[1].add(column)
            of_right[column] = mine
    return matched


def _favoured(like: Floats) -> Floats:
    """Likeness with a little for standing at the like place and for neighbours that correspond."""
    height, width = like.shape
    neighbours = np.zeros((height, width))
    neighbours[1:, 1:] = like[:-1, :-1]
    np.maximum(neighbours[:-1, :-1], like[1:, 1:], out=neighbours[:-1, :-1])
    distance = np.abs(_along(height)[:, None] - _along(width)[None, :])
    return like + NEIGHBOUR_BONUS * neighbours - PLACE_BONUS * distance


@lru_cache(maxsize=512)
def _along(count: int) -> Floats:
    """Where sentences stand in a text of so many, 0..1."""
    return np.linspace(0, 1, count)


def _takes_row(collation: Collation, match: Matched, row: int, settings: AlignSettings) -> bool:
    """Whether a match with one right sentence takes in a left one; none is many to many."""
    rows, columns = match
    return len(columns) == 1 and _joins(collation, match, (rows | {row}, columns), settings)


def _takes_column(
    collation: Collation, match: Matched, column: int, settings: AlignSettings
) -> bool:
    """Whether a match with one left sentence takes in a right one."""
    rows, columns = match
    return len(rows) == 1 and _joins(collation, match, (rows, columns | {column}), settings)


def _joins(collation: Collation, match: Matched, grown: Matched, settings: AlignSettings) -> bool:
    """Whether a neighbouring sentence more makes the two sides of a match liker."""
    rows, columns = grown
    if max(rows) - min(rows) != len(rows) - 1 or max(columns) - min(columns) != len(columns) - 1:
        return False
    before = _union_likeness(collation, *match)
    return _union_likeness(collation, *grown) >= before + settings.joined_gain


def _union_likeness(collation: Collation, rows: set[int], columns: set[int]) -> float:
    """Weighted Dice of the words of some left sentences and those of some right ones, 0..1."""
    here = collation.left.words_of(frozenset(rows))
    there = collation.right.words_of(frozenset(columns))
    weights = collation.weights
    total = float(weights[here].sum() + weights[there].sum())
    return 2 * float(weights[here[among(here, there)]].sum()) / max(total, 1e-9)


def _link(collation: Collation, match: Matched, settings: AlignSettings) -> Link:
    """The link of some left and right sentences, with its kind by the words kept in order."""
    left, right = collation.left, collation.right
    rows, columns = sorted(match[0]), sorted(match[1])
    here, there = list(map(left.run, rows)), list(map(right.run, columns))
    if _under(left.reading.keys, here) == _under(right.reading.keys, there):
        kind, alike = LinkKind.VERBATIM, 1.0
    else:
        kept = Indel.normalized_similarity(_under(left.numbers, here), _under(right.numbers, there))
        kind = LinkKind.EDITED if kept >= settings.edited_from else LinkKind.REWRITTEN
        alike = max(kept, _union_likeness(collation, *match))
    return Link(
        tuple(left.reading.sentences[row] for row in rows),
        tuple(right.reading.sentences[column] for column in columns),
        kind,
        alike,
    )


def _under(words: Sequence[Item], runs: Iterable[slice]) -> list[Item]:
    """The words under some runs, in order."""
    return [word for run in runs for word in words[run]]
