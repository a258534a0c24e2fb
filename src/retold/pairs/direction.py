"""Which of two dependent texts is the earlier form: what speaks for either, in nats.

Evidence is the natural log of how much likelier it is if the left text is the earlier one; pieces
add up as if independent and the sum is held to a bound. A page clock says when a page was looked
at, so it counts for nothing. Length alone is a trap: an updated report grows, a wire re-sent
shrinks; it counts only where a text was reworded whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from retold.model.document import DateBasis, Dated
from retold.model.relation import Reason, RelationKind
from retold.pairs.collate import Collation, Side
from retold.pairs.ground import Grounds
from retold.pairs.reading import Reading

# No sum of clues read off two texts is surer than 20 to 1.
BOUND = 3.0  # nats
# A lead from which `parent` is named; three to one.
DECIDED_FROM = 1.1  # nats
# By eye: a publication date of the text's own is seldom wrong by a day, and a copy can be
# back-dated.
DATED = 2.0  # nats
# A slip that the other text has put right: reports are corrected after they went out.
CORRECTED = 0.7  # nats a slip, at most three counted
MOST_CORRECTED = 3
# From this share of slips a text was not written badly and corrected but spoilt on its way
# (char_noise of detectrl_derivations has 5 in 100 words, the worst wire copy in distractors 1).
SPOILT_FROM = 0.02  # slips a word
SPOILT = 2.0  # nats
# Reworded texts are shorter than their models: by machine in 9 of 10 of detectrl_derivations and of
# llm_misinformation_rewrites. Nats for each halving, and at most.
CONDENSED = 1.2
MOST_CONDENSED = 1.8
# Texts nearer in length than this are of one length; by eye, 35 words in 1,000.
LEAST_HALVING = 0.05  # halvings

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
        *_by_date(left, right),
        *_by_slips(collation),
        *(_by_length(collation, both) if kind in REWORDED else ()),
        *(_by_excerpt(collation, both) if kind is RelationKind.EXCERPT else ()),
    )


def lean(found: Sequence[Clue]) -> float:
    """The sum of some clues, nats, held to the bound; above 0 the left text is the earlier form."""
    return max(-BOUND, min(BOUND, sum(clue.nats for clue in found)))


def _by_date(left: Reading, right: Reading) -> Iterator[Clue]:
    """Dates of the texts' own that are at least a day apart."""
    first, second = _earliest(left.dates), _earliest(right.dates)
    if first is None or second is None or first == second:
        return
    name, date_of_it = (left.document, first) if first < second else (right.document, second)
    yield Clue(
        DATED if first < second else -DATED,
        Reason("dated", f"the earlier date stands on {name} ({date_of_it.isoformat()})"),
    )


def _earliest(dates: Sequence[Dated]) -> date | None:
    """The earliest date of a text's own making; None where it has none."""
    own = [date.fromisoformat(one.at[:10]) for one in dates if one.basis in OWN_DATE]
    return min(own, default=None)


def _by_slips(collation: Collation) -> Iterator[Clue]:
    """Misspelt and doubled words on one side that stand right on the other."""
    sides = (collation.left, collation.right)
    counts = [_slips(*sides), _slips(*reversed(sides))]
    shares = [count / max(1, len(side.ids)) for count, side in zip(counts, sides, strict=True)]
    if max(shares) >= SPOILT_FROM:
        if shares[0] != shares[1]:
            worse = int(shares[1] > shares[0])
            said = f"{_words(counts[worse], 'word')} misspelt in {_name(sides[worse])}"
            spoilt = Reason("spoilt", f"{said}: more than anyone corrects, so it came later")
            yield Clue(SPOILT if worse else -SPOILT, spoilt)
    elif counts[0] != counts[1]:
        worse = int(counts[1] > counts[0])
        difference = min(MOST_CORRECTED, abs(counts[0] - counts[1]))
        said = f"{_name(sides[1 - worse])} puts right {_words(counts[worse], 'slip')}"
        corrected = Reason("corrected", f"{said} of {_name(sides[worse])}")
        yield Clue(CORRECTED * difference * (-1 if worse else 1), corrected)


def _name(side: Side) -> str:
    return side.reading.document


def _words(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _slips(side: Side, other: Side) -> int:
    """Words of one side that no table has and the other spells rightly, and doubled words."""
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


def _by_length(collation: Collation, both: Grounds) -> Iterator[Clue]:
    """How far one reworded text is shorter than the other."""
    poorer, fuller = len(both.whole.poorer.ids), len(both.whole.fuller.ids)
    halvings = float(np.log2(max(1, fuller) / max(1, poorer)))
    if halvings <= LEAST_HALVING:
        return
    nats = min(MOST_CONDENSED, CONDENSED * halvings)
    longer = _name(collation.left if both.whole.swapped else collation.right)
    said = f"{longer} is the longer text; a rewording is seldom longer than the model"
    yield Clue(nats if both.whole.swapped else -nats, Reason("condensed", said))


def _by_excerpt(collation: Collation, both: Grounds) -> Iterator[Clue]:
    """An excerpt comes from the fuller text, or from one like it."""
    names = _name(collation.left), _name(collation.right)
    longer, shorter = names if both.whole.swapped else reversed(names)
    said = f"nearly all of {shorter} stands in {longer}, which has as much again"
    yield Clue(DATED if both.whole.swapped else -DATED, Reason("excerpted", said))
