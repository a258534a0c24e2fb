from retold.backends.weights import direction_weights, relation_weights
from retold.pairs.direction_measures import TOLD
from retold.pairs.measures import MEASURES


def test_the_shipped_verdict_has_a_term_for_every_measure_and_no_other() -> None:
    assert sorted(relation_weights().terms) == sorted(MEASURES)


def test_no_shipped_weight_counts_against_descent() -> None:
    assert min(term.weight for term in relation_weights().terms.values()) >= 0


def test_every_shipped_spread_is_above_nothing() -> None:
    assert min(term.spread for term in relation_weights().terms.values()) > 0


def test_direction_has_slopes_for_every_measure_and_no_other() -> None:
    assert sorted(direction_weights().slopes) == sorted(TOLD)
