"""Which of two dependent texts is the earlier form: what speaks for either, in nats.

Evidence is the natural log of how much likelier it is if the left text is the earlier one. It comes
from dates of the texts' own, and from what was done to the text on its way, weighed by a logistic
regression without intercept trained by `python -m benchmarks train-direction`; pieces add up and
the sum is held to a bound. With the sides changed the sum changes its sign and nothing else. A page
clock says when a page was looked at, so it counts for nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from retold.model.document import DateBasis, Dated, DateKind
from retold.model.relation import Reason, RelationKind
from retold.pairs.collate import Collation
from retold.pairs.direction_measures import TOLD, Weighed, done, traces
from retold.pairs.edits import edited
from retold.pairs.ground import Grounds
from retold.pairs.reading import Reading

# No sum of clues read off two texts is surer than 20 to 1.
BOUND = 3.0  # nats
# A lead from which `parent` is named, by how far the wording was changed: a rewording shows which
# way it went, an edit here and there does less. Cross-validated (`python -m benchmarks direction`)
# parents are then named in .78 of apt_eval and .96 of detectrl_derivations, .90 and .95 rightly, in
# .78 of wiki_versions, .79 rightly.
REWORDED_FROM = 0.3  # nats
DECIDED_FROM = 0.7  # nats
# By eye: a publication date of the text's own is seldom wrong by a day, and a copy can be
# back-dated.
DATED = 2.0  # nats
# A clue that moves the odds by less than a tenth is not worth a line; by eye.
SAID_FROM = 0.1  # nats
# Longest common subsequences take a bit for every two words: 250 MB here, two books of 44,000
# words. Beyond, the traces are left unread and the reasons say so.
MOST_CELLS = 2_000_000_000  # words of the left times words of the right

OWN_DATE = (DateBasis.METADATA, DateBasis.URL, DateBasis.DATELINE, DateBasis.HTTP)
# A copy has no traces to weigh; of an excerpt it is known that it was cut.
WITHOUT_TRACES = (RelationKind.COPY, RelationKind.EXCERPT)
REWORDED = (RelationKind.PARAPHRASE, RelationKind.REWRITE)


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: nats for the left text being the earlier, and what was seen.

    One of 0 nats tells what was not looked at.
    """

    nats: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class DirectionWeights:
    """The trained slopes of the traces of editing.

    Attributes:
        slopes: by the name of the measure.
        words: nats of evidence for the text that has a word of its own, by folded word.
    """

    slopes: dict[str, Weighed]
    words: dict[str, float]


def clues(
    collation: Collation, both: Grounds, kind: RelationKind, weights: DirectionWeights
) -> tuple[Clue, ...]:
    """What speaks on direction in a dependent pair; empty where nothing does."""
    return (
        *_by_date(collation.left.reading, collation.right.reading),
        *(_by_traces(collation, weights) if kind not in WITHOUT_TRACES else ()),
        *(_by_excerpt(collation, both) if kind is RelationKind.EXCERPT else ()),
    )


def lean(found: Sequence[Clue]) -> float:
    """The sum of some clues, nats, held to the bound; above 0 the left text is the earlier form."""
    return max(-BOUND, min(BOUND, sum((clue.nats for clue in found), 0.0)))


def decided_from(kind: RelationKind) -> float:
    """The lead, nats, from which the parent in a relation of this kind is named."""
    return REWORDED_FROM if kind in REWORDED else DECIDED_FROM


def said(found: Sequence[Clue]) -> tuple[Reason, ...]:
    """What the reader is told of some clues, in their order: all but the slightest."""
    return tuple(clue.reason for clue in found if clue.nats == 0 or abs(clue.nats) >= SAID_FROM)


def _by_date(left: Reading, right: Reading) -> Iterator[Clue]:
    """Dates of the texts' own that are at least a day apart."""
    first, second = earliest(left.dates), earliest(right.dates)
    if first is None or second is None or first == second:
        return
    name, date_of_it = (left.document, first) if first < second else (right.document, second)
    yield Clue(
        DATED if first < second else -DATED,
        Reason("dated", f"the earlier date stands on {name} ({date_of_it.isoformat()})"),
    )


def earliest(dates: Sequence[Dated]) -> date | None:
    """The earliest date of a text's own making; None where it has none.

    The day of a change says nothing: the oldest page may have been touched last.
    """
    own = [
        date.fromisoformat(one.at[:10])
        for one in dates
        if one.basis in OWN_DATE and one.kind is DateKind.PUBLISHED
    ]
    return min(own, default=None)


def _by_traces(collation: Collation, weights: DirectionWeights) -> Iterator[Clue]:
    """What the traces of editing say, a clue for each code of reason, the weightiest first."""
    if len(collation.left.ids) * len(collation.right.ids) > MOST_CELLS:
        yield Clue(0.0, Reason("too-long", "the texts are too long to read the edits between them"))
        return
    pair = edited(collation)
    shares, seen = done(pair), traces(pair, weights.words)
    pulls = {name: weights.slopes[name].under(shares) * seen[name] for name in weights.slopes}
    names: dict[str, list[str]] = {}
    for name in pulls:
        if pulls[name]:
            names.setdefault(TOLD[name][0], []).append(name)
    found = {code: sum(pulls[name] for name in group) for code, group in names.items()}
    for code in sorted(found, key=lambda code: (-abs(found[code]), code)):
        forth = found[code] > 0
        # The trace that pulls furthest the way the clue points stands for all of them.
        name = max(sorted(names[code]), key=lambda one: pulls[one] if forth else -pulls[one])
        told = f"{_name(collation, left=seen[name] > 0)} has {TOLD[name][1]}"
        points = f"which speaks for {_name(collation, left=forth)} as the earlier form"
        yield Clue(found[code], Reason(code, f"{told}, {points}"))


def _name(collation: Collation, *, left: bool) -> str:
    side = collation.left if left else collation.right
    return side.reading.document


def _by_excerpt(collation: Collation, both: Grounds) -> Iterator[Clue]:
    """An excerpt comes from the fuller text, or from one like it."""
    forth = both.whole.swapped
    longer, shorter = _name(collation, left=forth), _name(collation, left=not forth)
    said_of = f"nearly all of {shorter} stands in {longer}, which has as much again"
    yield Clue(DATED if forth else -DATED, Reason("excerpted", said_of))
