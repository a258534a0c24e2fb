from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.pairs.lexicon import Lexicon
from retold.pairs.vocabulary import Common, Vocabulary, plain_common, plain_vocabulary
from tests.pairs.readings import reading

TEXTS = st.lists(st.sampled_from(["lamp", "Mill", "mills", "7", "the", "fire"])).map(" ".join)


def lexicons(left: str, right: str) -> tuple[Lexicon, Lexicon]:
    return reading("left", left).lexicon, reading("right", right).lexicon


def same(one: Common | Vocabulary, other: Common | Vocabulary) -> bool:
    return all(map(np.array_equal, astuple(one), astuple(other)))


@given(TEXTS, TEXTS)
def test_one_stem_has_one_number_on_both_sides(left: str, right: str) -> None:
    one, other = lexicons(left, right)

    found = plain_common(one, other)
    by_hash = dict(zip(one.hashes.tolist(), found.here.tolist(), strict=True))
    for stem, number, lone in zip(
        other.hashes.tolist(), found.there.tolist(), found.lone_there.tolist(), strict=True
    ):
        assert by_hash.get(stem, number) == number
        assert lone == (stem not in by_hash)


def test_a_word_weighs_the_mean_of_its_forms_on_both_sides() -> None:
    one, other = lexicons("mill", "mills mills")

    found = plain_vocabulary(one, other, plain_common(one, other))
    (weight,) = found.weights
    assert weight == pytest.approx((one.weights[0] + other.weights[0]) / 3)


def test_weights_are_whole_steps() -> None:
    one, other = lexicons("The mill burned down.", "Mills burn.")

    steps = plain_vocabulary(one, other, plain_common(one, other)).weights * 2**20
    assert (steps == np.rint(steps)).all()


@given(TEXTS, TEXTS)
def test_compiled_and_not_the_vocabulary_is_the_same(left: str, right: str) -> None:
    pytest.importorskip("numba", reason="the extra 'volume' is not installed")
    from retold.pairs.vocabulary_kernel import kernel_common, kernel_vocabulary

    sides = lexicons(left, right)

    plain, fast = plain_common(*sides), kernel_common(*sides)
    assert same(fast, plain)
    assert same(kernel_vocabulary(*sides, fast), plain_vocabulary(*sides, plain))
