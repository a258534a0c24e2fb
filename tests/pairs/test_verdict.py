import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.weights import relation_weights
from retold.pairs.measures import MEASURES
from retold.pairs.verdict import Term, Weights, contributions, derived, softened_logit

SHARES = st.floats(0, 1)


@given(st.fixed_dictionaries(dict.fromkeys(MEASURES, SHARES)), st.sampled_from(MEASURES), SHARES)
def test_sharing_more_never_lowers_the_probability(
    measures: dict[str, float], name: str, more: float
) -> None:
    raised = {**measures, name: max(measures[name], more)}

    assert derived(raised, relation_weights()) >= derived(measures, relation_weights())


@given(SHARES)
def test_the_softened_logit_is_finite_and_changes_sign_with_the_share(share: float) -> None:
    assert softened_logit(1 - share) == pytest.approx(-softened_logit(share), abs=1e-9)
    assert abs(softened_logit(share)) < 4


def test_average_measures_and_no_intercept_make_an_even_chance() -> None:
    weights = Weights(0.0, {"order": Term(2.0, softened_logit(0.7), 1.5)})

    assert derived({"order": 0.7}, weights) == pytest.approx(0.5)
    assert contributions({"order": 0.7}, weights) == {"order": pytest.approx(0.0)}
