"""Which uses in different tellings are of one utterance.

In sentences that the tellings have in common first, even where every word inside the marks was
changed; then by the words themselves, whole or in part; then by the speaker, where enough of the
words agree. A use that has its very words in another telling is not paired with other words there.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from rapidfuzz.distance import LCSseq

from retold.changes.quotes.comparison import compared
from retold.changes.quotes.passages import Passages, inside, passages
from retold.changes.quotes.uses import Quoted, Use
from retold.changes.quotes.worded import Pairs, Worded
from retold.model.relation import Dependence, Relation
from retold.text.fold import fold
from retold.text.spelling import Spelling, spelling
from retold.text.words import WORD

# Of the content words of the shorter, the share that returns in order where two uses are one
# utterance: anywhere in the story, of one speaker, in sentences that correspond. By eye.
LIKE, LIKE_OF_SPEAKER, LIKE_IN_LINK = 0.6, 0.5, 0.2
# The same of tellings made apart: two remarks on one thing have as many words in common as that.
LIKE_APART = 0.65
# Fewer content words in common than these tell nothing, for the same three.
SHARED, SHARED_OF_SPEAKER = 3, 2
# With no word in common, uses that stand in one another's place are about as long.
LONGER_BY = 2.5  # times the words
# A word that more wordings than this have says nothing about which are one.
COMMON_FROM = 60  # wordings
PRONOUNS = frozenset("he she they it we i you who his her their him them".split())


def _dependent(relation: Relation) -> bool:
    return relation.dependence is Dependence.DEPENDENT


def surname(speaker: str | None) -> str | None:
    """The folded last word of a name; None for nobody and for a pronoun."""
    found = WORD.findall(speaker or "")
    key = fold(found[-1]) if found else ""
    return key if key and key not in PRONOUNS else None


def paired(quoted: Quoted) -> Pairs:
    """Every pair of uses of one utterance, in different tellings or in one."""
    pairs = _told_apart(quoted)
    likely = list(_likely(pairs))
    for one, other in likely:
        if _same(pairs.worded[one], pairs.worded[other]):
            _join(pairs.same, one, other)
    related = sorted(quoted.tellings.relations.items())
    # Within an origin first: what a telling reworded it has from there, whatever others quote.
    for _, relation in sorted(related, key=lambda pair: not _dependent(pair[1])):
        for facing in passages(quoted.tellings, relation):
            _pair_passages(quoted, pairs, relation, facing)
    _pair_like(quoted, pairs, likely)
    return pairs


def _join(edges: dict[int, set[int]], one: int, other: int) -> None:
    if one != other:
        edges[one].add(other)
        edges[other].add(one)


def _told_apart(quoted: Quoted) -> Pairs:
    """The uses by their words; too few words, by words and speaker, or each alone."""
    groups: dict[object, list[Use]] = defaultdict(list)
    for use in quoted.uses:
        said_by: object = None
        if not use.telling:
            said_by = surname(use.quotation.speaker) or use.number
        groups[(use.wording.form, said_by, use.marked)].append(use)
    worded = tuple(Worded(number, tuple(uses)) for number, uses in enumerate(groups.values()))
    of_use = {use.number: one.number for one in worded for use in one.uses}
    return Pairs(worded, of_use)


def _likely(pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Wordings in marks that have a content word in common that is not everybody's, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for one in pairs.worded:
        if one.any.marked:
            for key in one.any.content:
                holders[key].append(one.number)
    met = {
        pair
        for numbers in holders.values()
        if len(numbers) <= COMMON_FROM
        for pair in combinations(numbers, 2)
    }
    yield from sorted(met)


def _same(one: Worded, other: Worded) -> bool:
    """Whether the words of one are part of the other's, and enough to be no accident."""
    shorter, longer = sorted((one.any, other.any), key=lambda use: len(use.wording))
    if not shorter.telling and not _one_speaker(shorter, longer):
        return False
    return _within(shorter, longer)


def _within(shorter: Use, longer: Use) -> bool:
    found = compared(shorter.wording, longer.wording)
    return not found.changes and not found.beyond and found.matched == len(shorter.wording)


def _one_speaker(one: Use, other: Use) -> bool:
    """Whether both are said to be one speaker's, however the name is spelt."""
    mine, theirs = surname(one.quotation.speaker), surname(other.quotation.speaker)
    if mine is None or theirs is None:
        return False
    return spelling(mine, theirs) is not Spelling.OTHER


def _told_of_others(one: Use, other: Use) -> bool:
    """Whether the two are said to be of different speakers."""
    mine, theirs = surname(one.quotation.speaker), surname(other.quotation.speaker)
    if mine is None or theirs is None:
        return False
    return spelling(mine, theirs) is Spelling.OTHER


def shared(one: Use, other: Use) -> tuple[int, float]:
    """Content words that both have in order, and their share of the shorter's, 0..1."""
    mine = [key for key in one.wording.keys if key in one.content]
    theirs = [key for key in other.wording.keys if key in other.content]
    both = int(LCSseq.similarity(mine, theirs))
    return both, both / max(1, min(len(mine), len(theirs)))


def _pair_passages(quoted: Quoted, pairs: Pairs, relation: Relation, facing: Passages) -> None:
    """Pair the uses in two passages that say the same: the likest first, then by their place."""
    left = inside(quoted, relation.left, facing[0])
    right = inside(quoted, relation.right, facing[1])
    if not left or not right:
        return
    for one in left:
        for other in right:
            if _numbered(pairs, one) == _numbered(pairs, other) or _contained(one, other):
                _join(pairs.same, _numbered(pairs, one), _numbered(pairs, other))
    left = [use for use in left if _open(pairs, use, relation.right, relation)]
    right = [use for use in right if _open(pairs, use, relation.left, relation)]
    dependent = _dependent(relation)
    for one, other in _likest(left, right, dependent=dependent):
        _join(pairs.like, _numbered(pairs, one), _numbered(pairs, other))
        left.remove(one)
        right.remove(other)
    if dependent:
        for one, other in _in_place(left, right):
            _join(pairs.like, _numbered(pairs, one), _numbered(pairs, other))


def _open(pairs: Pairs, use: Use, document: str, relation: Relation) -> bool:
    """Whether a use faces no words of a telling yet, nor, made apart, do those that it faces."""
    number = _numbered(pairs, use)
    if document in pairs.faced(number):
        return False
    return _dependent(relation) or not pairs.through(number, document)


def _numbered(pairs: Pairs, use: Use) -> int:
    return pairs.of_use[use.number]


def _contained(one: Use, other: Use) -> bool:
    """Whether the words of one are part of the other's, in passages that say the same."""
    if not (one.marked and other.marked) or not (one.content & other.content):
        return False
    shorter, longer = sorted((one, other), key=lambda use: len(use.wording))
    return _within(shorter, longer)


def _likest(left: list[Use], right: list[Use], *, dependent: bool) -> list[tuple[Use, Use]]:
    """The pairs with enough words in common, best first, each use once.

    Of texts made apart, neither of which can have reworded the other, more is asked.
    """
    least, least_share = (1, LIKE_IN_LINK) if dependent else (SHARED_OF_SPEAKER, LIKE_APART)
    rated = [
        # Marks on both sides first: an indirect quotation holds marked ones with the same words.
        (one.marked != other.marked, -share, one.number, other.number, one, other)
        for one in left
        for other in right
        for both, share in [shared(one, other)]
        if both >= least
        and share >= least_share
        and (share >= LIKE or not _told_of_others(one, other))
    ]
    taken: set[int] = set()
    found: list[tuple[Use, Use]] = []
    for *_, mine, theirs, one, other in sorted(rated, key=lambda row: row[:4]):
        if mine not in taken and theirs not in taken:
            taken |= {mine, theirs}
            found.append((one, other))
    return found


def _in_place(left: list[Use], right: list[Use]) -> list[tuple[Use, Use]]:
    """What is left over on both sides, as many here as there: in order, where about as long."""
    mine = [use for use in left if use.marked]
    theirs = [use for use in right if use.marked]
    if len(mine) != len(theirs):
        return []
    return [
        (one, other)
        for one, other in zip(mine, theirs, strict=True)
        if not _told_of_others(one, other) and _about_as_long(one, other)
    ]


def _about_as_long(one: Use, other: Use) -> bool:
    lengths = sorted((len(one.wording), len(other.wording)))
    return lengths[1] <= LONGER_BY * lengths[0]


def _pair_like(quoted: Quoted, pairs: Pairs, likely: Sequence[tuple[int, int]]) -> None:
    """Pair wordings with enough words in common, best first, that have none nearer there."""
    rated = []
    for one, other in likely:
        mine, theirs = pairs.worded[one], pairs.worded[other]
        if other in pairs.of(one) or len(mine.documents | theirs.documents) == 1:
            continue
        both, share = shared(mine.any, theirs.any)
        own = _one_speaker(mine.any, theirs.any)
        together = _together(quoted, mine.documents, theirs.documents)
        if not together and any(pairs.through(one, name) for name in theirs.documents):
            continue
        least, least_own = (LIKE, LIKE_OF_SPEAKER) if together else (LIKE_APART, LIKE_APART)
        if (both >= SHARED and share >= least) or (
            own and both >= SHARED_OF_SPEAKER and share >= least_own
        ):
            rated.append((-share, one, other))
    for _, one, other in sorted(rated):
        mine, theirs = pairs.worded[one], pairs.worded[other]
        if theirs.documents - pairs.faced(one) and mine.documents - pairs.faced(other):
            _join(pairs.like, one, other)


def _together(quoted: Quoted, mine: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether an origin has a telling of both."""
    return any(
        not mine.isdisjoint(origin.documents) and not theirs.isdisjoint(origin.documents)
        for origin in quoted.tellings.origins
    )
