"""Which of two dependent texts is the earlier form: what speaks for either, in nats.

Evidence is the natural log of how much likelier it is if the left text is the earlier one; pieces add up
as if independent and the sum is held to a bound. A page clock says when a page was looked at, so it
counts for nothing. Length alone is a trap: an updated report grows, a wire re-sent shrinks; it counts only
where a text was reworded whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from retold.model.document import DateBasis, Dated
from retold.model.relation import Reason, RelationKind
from retold.pairs.collate import Collation, Side
from retold.pairs.ground import Grounds

# No sum of clues read off two texts is surer than 20 to 1.
BOUND = 3.0  # nats
# A lead from which `parent` is named; three to one.
DECIDED_FROM = 1.1  # nats
# By eye: a publication date of the text's own is seldom wrong by a day, and a copy can be back-dated.
DATED = 2.0  # nats
# A slip that the other text has put right: reports are corrected after they went out.
CORRECTED = 0.7  # nats a slip, at most three counted
MOST_CORRECTED = 3
# From this share of slips a text was not written badly and corrected but spoilt on its way (char_noise
# of detectrl_derivations has 5 in 100 words, the worst wire copy in distractors 1).
SPOILT_FROM = 0.02  # slips a word
SPOILT = 2.0  # nats
# Reworded texts are shorter than their models: by machine in 9 of 10 of detectrl_derivations and of
# llm_misinformation_rewrites. Nats for each halving, and at most.
CONDENSED = 1.2
MOST_CONDENSED = 1.8

OWN_DATE = (DateBasis.METADATA, DateBasis.URL, DateBasis.DATELINE, DateBasis.HTTP)
REWORDED = (RelationKind.PARAPHRASE, RelationKind.REWRITE)


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: nats for the left text being the earlier, and what was seen."""

    nats: float
    reason: Reason


def clues(collation: Collation, both: Grounds, kind: RelationKind) -> tuple[Clue, ...]:
    """What speaks on direction in a dependent pair; empty where nothing does."""
    left, right = collation.left.reading, collation.right.reading
    return (
        *_by_date(left.dates, right.dates),
        *_by_slips(collation),
        *(_by_length(both) if kind in REWORDED else ()),
        *(_by_excerpt(both) if kind is RelationKind.EXCERPT else ()),
    )


def lean(found: Sequence[Clue]) -> float:
    """The sum of some clues, nats, held to the bound; above 0 the left text is the earlier form."""
    return max(-BOUND, min(BOUND, sum(clue.nats for clue in found)))


def _by_date(left: Sequence[Dated], right: Sequence[Dated]) -> Iterator[Clue]:
    """Dates of the texts' own that are at least a day apart."""
    first, second = _earliest(left), _earliest(right)
    if first is None or second is None or first == second:
        return
    side = "left" if first < second else "right"
    yield Clue(
        DATED if first < second else -DATED,
        Reason(
            "dated", f"the {side} text bears the earlier date ({min(first, second).isoformat()})"
        ),
    )


def _earliest(dates: Sequence[Dated]) -> date | None:
    """The earliest date of a text's own making; None where it has none."""
    own = [date.fromisoformat(one.at[:10]) for one in dates if one.basis in OWN_DATE]
    return min(own, default=None)


def _by_slips(collation: Collation) -> Iterator[Clue]:
    """Misspelt and doubled words on one side that stand right on the other."""
    counts = [
        _slips(collation.left, collation.right),
        _slips(collation.right, collation.left),
    ]
    shares = [
        count / max(1, len(side.ids))
        for count, side in zip(counts, (collation.left, collation.right), strict=True)
    ]
    if max(shares) >= SPOILT_FROM:
        worse = "left" if shares[0] > shares[1] else "right"
        yield Clue(
            -SPOILT if worse == "left" else SPOILT,
            Reason(
                "spoilt",
                f"the {worse} text has {max(counts)} words misspelt, past what is corrected",
            ),
        )
    elif counts[0] != counts[1]:
        worse = "left" if counts[0] > counts[1] else "right"
        difference = min(MOST_CORRECTED, abs(counts[0] - counts[1]))
        yield Clue(
            CORRECTED * difference * (1 if worse == "left" else -1),
            Reason(
                "corrected", f"{max(counts)} slips of the {worse} text are put right in the other"
            ),
        )


def _slips(side: Side, other: Side) -> int:
    """Words of one side that no table has and the other spells in a known way, and doubled words."""
    right = {
        word: key
        for word, key, known in zip(
            other.ids.tolist(), other.reading.keys, other.reading.known.tolist(), strict=True
        )
        if known
    }
    wrong = {
        key
        for word, key, known in zip(
            side.ids.tolist(), side.reading.keys, side.reading.known.tolist(), strict=True
        )
        if not known and word in right
    }
    return len(wrong) + max(0, side.reading.doubled - other.reading.doubled)


def _by_length(both: Grounds) -> Iterator[Clue]:
    """How far one reworded text is shorter than the other."""
    poorer, fuller = len(both.whole.poorer.ids), len(both.whole.fuller.ids)
    halvings = float(np.log2(max(1, fuller) / max(1, poorer)))
    if halvings <= 0.05:
        return
    fuller_side = "left" if both.whole.swapped else "right"
    nats = min(MOST_CONDENSED, CONDENSED * halvings)
    yield Clue(
        nats if both.whole.swapped else -nats,
        Reason("condensed", f"the {fuller_side} text is the fuller; a rewording is seldom longer"),
    )


def _by_excerpt(both: Grounds) -> Iterator[Clue]:
    """An excerpt comes from the fuller text, or from one like it."""
    fuller_side = "left" if both.whole.swapped else "right"
    yield Clue(
        DATED if both.whole.swapped else -DATED,
        Reason("excerpted", f"all of the other stands in the {fuller_side} text"),
    )
