"""Figures of a score that parts derived from independent pairs."""

import numpy as np
import pytest

from benchmarks.dependence import Scored


def scored(derived: list[float], independent: list[float]) -> Scored:
    values = np.array([*derived, *independent])
    mine = np.arange(len(values)) < len(derived)
    return Scored(values, mine, ~mine)


def test_a_score_that_parts_them_has_auc_1_and_finds_all() -> None:
    one = scored([0.8, 0.9], [0.1, 0.2])
    weight = np.ones(4)

    assert one.auc(weight) == 1.0
    assert one.found(one.derived, weight) == 1.0


def test_a_score_without_sense_has_auc_one_half() -> None:
    one = scored([0.5, 0.5], [0.5, 0.5])

    assert one.auc(np.ones(4)) == 0.5


def test_at_most_one_independent_pair_in_a_hundred_lies_above_the_bound() -> None:
    independent = [number / 1000 for number in range(200)]
    one = scored([0.5], independent)

    bound = one.bound(np.ones(201))

    assert sum(value > bound for value in independent) == 2


def test_a_probability_that_is_right_is_calibrated() -> None:
    one = scored([0.8] * 8 + [0.2] * 2, [0.8] * 2 + [0.2] * 8)

    assert one.calibration_error(np.ones(20)) == pytest.approx(0.0)


def test_a_boast_is_not_calibrated() -> None:
    one = scored([1.0] * 5 + [0.0] * 5, [1.0] * 5 + [0.0] * 5)

    assert one.calibration_error(np.ones(20)) == pytest.approx(0.5)
