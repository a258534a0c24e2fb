"""Judged pairs as the tests of trees and origins need them."""

from retold.model.relation import Dependence, Relation, RelationKind
from retold.stories.forms import Pairs, by_pair

NAMES = "abcdefgh"


def judged(
    left: str,
    right: str,
    derived: float,
    kind: RelationKind = RelationKind.REWRITE,
    lean: float = 0.0,
) -> Relation:
    """A pair with a probability of descent, and evidence that `left` is the earlier form."""
    dependence = Dependence.UNKNOWN
    if derived >= 0.6:
        dependence = Dependence.DEPENDENT
    elif derived <= 0.4:
        dependence = Dependence.INDEPENDENT
    first, second = sorted((left, right))
    return Relation(
        first,
        second,
        kind,
        dependence,
        None,
        max(derived, 1 - derived),
        (),
        (),
        derived,
        1.0,
        lean if first == left else -lean,
    )


def pairs(*relations: Relation) -> Pairs:
    """Relations by their two ids."""
    return by_pair(relations)
