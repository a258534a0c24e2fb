"""The verdict on a pair: dependent or not, what kind of retelling, how sure, and why.

Dependence comes from the trained measures alone (`retold.pairs.verdict`); the kind is read off how
the sentences correspond, and where a text does not depend on the other, off what they rest on.
"""

import math
from dataclasses import dataclass, field

from retold.model.relation import Alignment, Dependence, Relation, RelationKind
from retold.pairs.align import AlignSettings, align
from retold.pairs.collate import collate
from retold.pairs.counting import counting
from retold.pairs.direction import DirectionWeights, clues, decided_from, lean, said
from retold.pairs.ground import Grounds, grounds, share_of
from retold.pairs.kinds import KindSettings, kind_of_dependent, kind_of_independent
from retold.pairs.measures import measure
from retold.pairs.reading import Reading
from retold.pairs.reasons import Evidence, reasons
from retold.pairs.verdict import Weights, contributions, probability

# Share of the words of a short text in long runs of another from which it is a copy however short.
NEARLY_ALL = 0.9
# In a longer text numpy counts: the kernels walk from each place of a word to the next, which for
# tables that return to one word ten thousand times takes ten times as long as to sort them.
COMPILED_UP_TO = 5_000  # words


@dataclass(frozen=True, slots=True)
class RelateSettings:
    """When a pair is decided.

    Attributes:
        dependent_from: probability of descent from which a pair is called dependent, 0..1.
        independent_to: probability up to which it is called independent, 0..1: the even chance.
            Between the two it is open, for 1 % of the training pairs. At .4 five more piles in a
            hundred had two reports joined (python -m benchmarks piles; docs/how-it-decides.md).
        least_words: words in running sentences that the poorer text must keep, shared quotations
            apart, unless nearly all of it stands in the other; by eye, two short sentences.
    """

    dependent_from: float = 0.6
    independent_to: float = 0.5
    least_words: int = 25


@dataclass(frozen=True, slots=True)
class Judge:
    """All that judging a pair needs besides the pair: trained weights and settings.

    Attributes:
        event_from: likeness of events from which two texts tell of one event, 0..1.
        compiled: whether so many pairs are judged that it pays to wake numba, where it is there;
            the verdicts are the same.
    """

    weights: Weights
    direction: DirectionWeights
    event_from: float
    align: AlignSettings = field(default_factory=AlignSettings)
    kinds: KindSettings = field(default_factory=KindSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    compiled: bool = False


def relate(left: Reading, right: Reading, judge: Judge, same_event: float) -> Relation:
    """The relation of two readings, in the order given.

    `same_event` is how far the two tell of one event, 0..1; texts that depend on one another do.
    """
    pair = (left, right)
    short = max(len(left.keys), len(right.keys)) <= COMPILED_UP_TO
    collation = collate(left, right, by=counting(compiled=judge.compiled and short))
    alignment = align(collation, judge.align)
    both = grounds(collation)
    measures = measure(both)
    hindrance = _hindrance(left, right, both, judge.relate)
    added = contributions(measures, judge.weights)
    likely = 0.5 if hindrance else probability(added, judge.weights)
    dependence = Dependence.UNKNOWN if hindrance else _dependence(likely, judge.relate)
    if dependence is Dependence.INDEPENDENT and same_event < judge.event_from:
        kind = RelationKind.UNRELATED
    else:
        kind = _kind(dependence, alignment, both, pair, judge.kinds)
    evidence = Evidence(kind, dependence, hindrance, measures, added, alignment, pair)
    dependent = dependence is Dependence.DEPENDENT
    found = clues(collation, both, kind, judge.direction) if dependent else ()
    leaning = lean(found)
    return Relation(
        left=left.document,
        right=right.document,
        kind=kind,
        dependence=dependence,
        parent=_parent(left, right, leaning, kind),
        confidence=max(likely, 1 - likely),
        reasons=(*reasons(evidence), *said(found)),
        links=alignment.links,
        derived=likely,
        same_event=same_event,
        lean=leaning,
    )


def _parent(left: Reading, right: Reading, leaning: float, kind: RelationKind) -> str | None:
    """The text that firm evidence on direction makes the earlier form; None where it is thin."""
    if abs(leaning) < decided_from(kind):
        return None
    return left.document if leaning > 0 else right.document


def _hindrance(
    left: Reading, right: Reading, both: Grounds, settings: RelateSettings
) -> str | None:
    """The code of what keeps the pair from being judged at all, None where nothing does."""
    if left.language != right.language and left.language and right.language:
        return "two-languages"
    if not len(both.whole.poorer.ids):
        return "too-short"
    poorer = right if both.whole.swapped else left
    kept = int(poorer.running[both.prose.poorer.sentence].sum())
    if kept < settings.least_words and share_of(both.whole.in_runs[0]) < NEARLY_ALL:
        return "too-short"
    return None


def _dependence(likely: float, settings: RelateSettings) -> Dependence:
    if likely >= settings.dependent_from:
        return Dependence.DEPENDENT
    return Dependence.INDEPENDENT if likely <= settings.independent_to else Dependence.UNKNOWN


def _kind(
    dependence: Dependence,
    alignment: Alignment,
    both: Grounds,
    pair: tuple[Reading, Reading],
    settings: KindSettings,
) -> RelationKind:
    if dependence is Dependence.UNKNOWN:
        return RelationKind.UNKNOWN
    if dependence is Dependence.DEPENDENT:
        return kind_of_dependent(alignment, both, pair, settings)
    return kind_of_independent(both, pair, settings)


def log_odds(relation: Relation, bound: float = 5.0) -> float:
    """Evidence that the two depend on each other, nats, held to -bound..bound."""
    share = min(1 - 1e-9, max(1e-9, relation.derived))
    return max(-bound, min(bound, math.log(share / (1 - share))))
