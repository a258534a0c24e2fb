import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.pairs.lexicon import Lexicon

STEMS = st.lists(st.sampled_from(["lamp", "mill", "pier", "harbour", "council", "fire"]))


def lexicon(stems: list[str]) -> Lexicon:
    return Lexicon.of(stems, np.arange(len(stems), dtype=np.float64))


@given(STEMS)
def test_every_word_has_its_stem(stems: list[str]) -> None:
    found = lexicon(stems)

    assert found.at.tolist() == [found.stems[stem] for stem in stems]


@given(STEMS)
def test_stems_stand_once_in_the_order_of_their_letters(stems: list[str]) -> None:
    assert list(lexicon(stems).stems) == sorted(set(stems))


@given(STEMS)
def test_the_weights_of_the_stems_are_those_of_all_words(stems: list[str]) -> None:
    found = lexicon(stems)

    assert found.weights.sum() == sum(range(len(stems)))
    assert found.counts.sum() == len(stems)


def test_only_long_stems_have_neighbours_in_spelling() -> None:
    assert lexicon(["mill", "council"]).long == ("council",)
