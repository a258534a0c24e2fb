import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.traits import Traits, each_once, shared, traits
from tests.pairs.readings import MILL, reading


def of(text: str) -> Traits:
    return traits(reading("one", text))


def keys(*numbers: int) -> Traits:
    return np.array(numbers, np.uint64)


def test_readings_are_sorted_and_stand_once() -> None:
    found = of(MILL + " " + MILL)

    assert (np.diff(found.astype(object)) > 0).all()


@given(st.lists(st.integers(0, 5) | st.integers(0, 2**64 - 1)))
def test_keys_stand_once_as_numpy_has_them(numbers: list[int]) -> None:
    assert each_once(keys(*numbers)).tolist() == np.unique(keys(*numbers)).tolist()


def test_case_and_function_words_change_no_reading() -> None:
    assert (of("The hydrant of Ostrey froze.") == of("hydrant ostrey froze")).all()


def test_the_order_of_two_words_is_part_of_a_reading() -> None:
    assert not len(shared(of("hydrant millpond"), of("millpond hydrant")))


def test_a_text_of_one_content_word_has_no_reading() -> None:
    assert len(of("hydrant")) == len(of("")) == 0


def test_three_content_words_make_three_pairs() -> None:
    assert len(of("hydrant millpond staircase")) == 3
