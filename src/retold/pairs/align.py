"""Which sentences of two documents say the same: many to many, in order or moved.

Likeness of two sentences is the geometric mean of weighted Dice overlap and containment of the
lighter in the heavier, over words weighted by rarity: plain Dice fails where one sentence was
joined to another, containment alone lets a short sentence match anything (after Sultan, Bethard and
Sumner 2014, without their dictionary of paraphrases). Links are then taken greedily, best first, as
in competitive linking (Melamed 2000); a linked sentence takes a neighbour in where the two together
are liker than either alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import Indel

from retold.model.document import Span
from retold.model.relation import Alignment, Link, LinkKind
from retold.pairs.collate import Bools, Collation, Floats, Side

# Sentences in a row of one text, the first and the last; and two such that belong together.
Run = tuple[int, int]
Match = tuple[Run, Run]


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


def align(collation: Collation, settings: AlignSettings) -> Alignment:
    """The links of two collated readings; empty where either has no sentence."""
    left, right = collation.left.reading, collation.right.reading
    weighed = _Weighed(collation)
    links = [_link(weighed, match, settings) for match in _matched(weighed, settings)]
    links.sort(key=lambda link: (link.right[0].begin, link.left[0].begin))
    return Alignment(left.document, right.document, tuple(links))


def _matched(weighed: "_Weighed", settings: AlignSettings) -> list[Match]:
    """Sentences that belong together, taken best first, each once."""
    of_left: dict[int, int] = {}
    of_right: dict[int, int] = {}
    matched: list[Match] = []
    for row, column in _candidates(weighed.collation, settings):
        met = [one for one in (of_left.get(row), of_right.get(column)) if one is not None]
        if not met:
            of_left[row] = of_right[column] = len(matched)
            matched.append(((row, row), (column, column)))
        elif len(met) == 1:
            match = matched[met[0]]
            grown = _with(match[0], row), _with(match[1], column)
            if _joins(weighed, match, grown, settings):
                of_left[row] = of_right[column] = met[0]
                matched[met[0]] = grown
    return matched


def _candidates(collation: Collation, settings: AlignSettings) -> Iterable[tuple[int, int]]:
    """A left and a right sentence that may be linked, the most favoured first.

    Ties go by place in the first text; which one is first must not hang on the side it stands on.
    """
    if not collation.overlap.size:
        return ()
    like = collation.likeness.round(9)
    rows, columns = (like >= settings.link_from).nonzero()
    if not len(rows):
        return ()
    favour = _favoured(like)[rows, columns].round(9)
    left, right = collation.left.reading, collation.right.reading
    mirrored = (right.keys, right.sentences) < (left.keys, left.sentences)
    order = np.lexsort((rows, columns, -favour) if mirrored else (columns, rows, -favour))
    return zip(rows[order].tolist(), columns[order].tolist(), strict=True)


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


def _with(run: Run, sentence: int) -> Run:
    """The run with one sentence more, and with those between."""
    return min(run[0], sentence), max(run[1], sentence)


def _size(run: Run) -> int:
    return run[1] - run[0] + 1


def _joins(weighed: "_Weighed", match: Match, grown: Match, settings: AlignSettings) -> bool:
    """Whether a neighbouring sentence more makes the two sides of a match liker.

    None is many to many.
    """
    if min(map(_size, grown)) > 1 or sum(map(_size, grown)) > sum(map(_size, match)) + 1:
        return False
    return weighed.likeness(*grown) >= weighed.likeness(*match) + settings.joined_gain


@dataclass(frozen=True)
class _Weighed:
    """What the words of sentences in a row weigh, each once: worked out where first asked for."""

    collation: Collation
    _words: dict[tuple[bool, Run], tuple[Bools, float]] = field(default_factory=dict)
    _likeness: dict[Match, float] = field(default_factory=dict)

    def likeness(self, left: Run, right: Run) -> float:
        """Weighted Dice of the words of some left sentences and those of some right ones, 0..1."""
        known = self._likeness.get((left, right))
        if known is None:
            here, mass_here = self._words_of(left, of_right=False)
            there, mass_there = self._words_of(right, of_right=True)
            shared = float(self.collation.weights[here & there].sum())
            known = 2 * shared / max(mass_here + mass_there, 1e-9)
            self._likeness[left, right] = known
        return known

    def _words_of(self, run: Run, *, of_right: bool) -> tuple[Bools, float]:
        """Which words of the vocabulary stand in some sentences, and their weight."""
        known = self._words.get((of_right, run))
        if known is None:
            first, last = run
            table = self._tables[of_right]
            held = np.asarray(table[first : last + 1].any(axis=0) if first < last else table[first])
            known = held, float(self.collation.weights[held].sum())
            self._words[of_right, run] = known
        return known

    @cached_property
    def _tables(self) -> tuple[Bools, Bools]:
        """Which words of the vocabulary stand in which sentence of either side, bool (m, v)."""
        left, right = (self._table(side) for side in (self.collation.left, self.collation.right))
        return left, right

    def _table(self, side: Side) -> Bools:
        table = np.zeros((side.sentences, len(self.collation.weights)), np.bool_)
        table[side.sentence, side.ids] = True
        return table


def _link(weighed: _Weighed, match: Match, settings: AlignSettings) -> Link:
    """The link of some left and right sentences, with its kind by the words kept in order."""
    left, right = weighed.collation.left, weighed.collation.right
    here, there = left.run(*match[0]), right.run(*match[1])
    if left.reading.keys[here] == right.reading.keys[there]:
        kind, alike = LinkKind.VERBATIM, 1.0
    else:
        kept = Indel.normalized_similarity(left.letters[here], right.letters[there])
        kind = LinkKind.EDITED if kept >= settings.edited_from else LinkKind.REWRITTEN
        alike = max(kept, weighed.likeness(*match))
    return Link(_spans(left, match[0]), _spans(right, match[1]), kind, alike)


def _spans(side: Side, run: Run) -> tuple[Span, ...]:
    return side.reading.sentences[run[0] : run[1] + 1]
