"""Which sentences of two documents say the same: many to many, in order or moved.

Likeness of two sentences is the geometric mean of weighted Dice overlap and containment of the
lighter in the heavier, over words weighted by rarity: plain Dice fails where one sentence was
joined to another, containment alone lets a short sentence match anything (after Sultan, Bethard and
Sumner 2014, without their dictionary of paraphrases). Which are linked is found by
`retold.pairs.matching`.
"""

from dataclasses import dataclass

from retold.model.document import Span
from retold.model.relation import Alignment, Link, LinkKind
from retold.pairs.collate import Collation
from retold.pairs.matching import Laid, Match, Run
from retold.pairs.side import Side


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


def align(collation: Collation, settings: AlignSettings) -> Alignment:
    """The links of two collated readings; empty where either has no sentence."""
    left, right = collation.left.reading, collation.right.reading
    found = collation.by.matches(_laid(collation, settings))
    links = [
        _link(collation, ((first, last), (begin, end)), kept, dice, settings)
        for (first, last, begin, end), kept, dice in zip(
            found.runs.tolist(), found.kept, found.dice, strict=True
        )
    ]
    links.sort(key=lambda link: (link.right[0].begin, link.left[0].begin))
    return Alignment(left.document, right.document, tuple(links))


def _laid(collation: Collation, settings: AlignSettings) -> Laid:
    left, right = collation.left, collation.right
    here, there = left.reading, right.reading
    mirrored = (there.keys, there.sentences) < (here.keys, here.sentences)
    bounds = settings.link_from, settings.joined_gain
    return Laid(left, right, collation.weights, collation.grid, mirrored, *bounds)


def _link(
    collation: Collation, match: Match, kept: int, dice: float, settings: AlignSettings
) -> Link:
    """The link of some left and right sentences, with its kind by the words kept in order."""
    left, right = collation.left, collation.right
    here, there = left.run(*match[0]), right.run(*match[1])
    ours, theirs = left.reading.keys[here], right.reading.keys[there]
    size = len(ours) + len(theirs)
    share = 1 - (size - 2 * kept) / size  # normalized Indel similarity, as rapidfuzz reckons it
    if ours == theirs:
        kind, share = LinkKind.VERBATIM, 1.0
    else:
        kind = LinkKind.EDITED if share >= settings.edited_from else LinkKind.REWRITTEN
        share = max(share, dice)
    return Link(_spans(left, match[0]), _spans(right, match[1]), kind, share)


def _spans(side: Side, run: Run) -> tuple[Span, ...]:
    return side.reading.sentences[run[0] : run[1] + 1]
