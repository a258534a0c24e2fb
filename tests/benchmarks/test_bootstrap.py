"""Figures with their intervals, on invented rows."""

import numpy as np

from benchmarks.bootstrap import figure, share, weights


def test_a_figure_lies_within_its_interval() -> None:
    sources = [f"text-{number // 3}" for number in range(60)]
    hits = [number % 4 != 0 for number in range(60)]

    found = figure(sources, share(hits), draws=200)

    assert found.low <= found.value <= found.high


def test_rows_of_one_source_are_drawn_together() -> None:
    drawn = np.array(list(weights(["one", "one", "other"], draws=20)))

    assert (drawn[:, 0] == drawn[:, 1]).all()


def test_the_same_seed_draws_the_same() -> None:
    sources = ["a", "b", "c", "d"]

    assert [w.tolist() for w in weights(sources, 5)] == [w.tolist() for w in weights(sources, 5)]


def test_a_share_of_nothing_has_no_value() -> None:
    assert np.isnan(share([])(np.zeros(0)))
