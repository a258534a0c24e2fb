from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from retold.pairs.lexicon import Lexicon
from retold.text.hashes import HASHES


@dataclass(frozen=True, slots=True)
class Words:
    """Words of which the first is part of a name."""

    stems: list[str]
    hashes: npt.NDArray[np.uint64]
    weight: npt.NDArray[np.float64]
    named: npt.NDArray[np.bool_]
    figure: npt.NDArray[np.bool_]


STEMS = st.lists(st.sampled_from(["lamp", "mill", "pier", "harbour", "council", "fire"]))


def lexicon(stems: list[str]) -> Lexicon:
    count = len(stems)
    figures = np.zeros(count, np.bool_)
    hashes = np.array([HASHES[stem] for stem in stems], np.uint64)
    weight = np.arange(count, dtype=np.float64)
    return Lexicon.of(Words(stems, hashes, weight, np.arange(count) < 1, figures))


@given(STEMS)
def test_every_word_has_its_stem(stems: list[str]) -> None:
    found = lexicon(stems)

    assert found.hashes[found.at].tolist() == [HASHES[stem] for stem in stems]


@given(STEMS)
def test_stems_stand_once_in_the_order_of_their_hashes(stems: list[str]) -> None:
    assert lexicon(stems).hashes.tolist() == sorted({HASHES[stem] for stem in stems})


@given(STEMS)
def test_the_weights_of_the_stems_are_those_of_all_words(stems: list[str]) -> None:
    found = lexicon(stems)

    assert found.weights.sum() == sum(range(len(stems)))
    assert found.counts.sum() == len(stems)


def test_only_long_stems_have_neighbours_in_spelling() -> None:
    found = lexicon(["pier", "council", "mill", "harbour"])

    assert found.long == ("council", "harbour")
    assert found.hashes[found.long_at].tolist() == [HASHES["council"], HASHES["harbour"]]


def test_a_stem_is_part_of_a_name_where_one_of_its_words_is() -> None:
    found = lexicon(["lamp", "mill", "lamp"])

    assert found.named[found.at].tolist() == [True, False, True]
    assert not found.figures.any()
