import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.pairs.grid import plain_grid
from tests.invented.prose import paraphrase, story
from tests.pairs.readings import collated


@settings(max_examples=15)
@given(st.integers(0, 300))
def test_turned_it_is_the_grid_of_the_sides_changed(seed: int) -> None:
    found = collated(story(seed, 6).body, paraphrase(story(seed)).body)

    turned = plain_grid(found.right, found.left, found.weights).turned
    assert (turned.overlap == found.grid.overlap).all()
    assert (turned.likeness == found.grid.likeness).all()


@settings(max_examples=15)
@given(st.integers(0, 300), st.integers(0, 9))
def test_a_sum_is_the_same_in_any_order(seed: int, mixed: int) -> None:
    found = collated(story(seed).body, story(seed).body)
    order = np.random.default_rng(mixed).permutation(len(found.weights))

    assert found.weights[order].sum() == found.weights.sum()


def test_a_word_counts_once_in_a_sentence() -> None:
    once, twice = collated("The mill.", "The mill."), collated("The mill.", "The mill, the mill.")

    assert twice.grid.overlap[0, 0] == once.grid.overlap[0, 0]
    assert twice.grid.there[0] == once.grid.here[0]


def test_sentences_are_like_as_far_as_they_share_weight() -> None:
    grid = collated("The mill burned. It rained.", "The mill burned. Nobody came.").grid

    assert grid.likeness[0, 0] == 1
    assert grid.likeness[1, 1] == 0
    assert grid.best.tolist() == [1, 0]
