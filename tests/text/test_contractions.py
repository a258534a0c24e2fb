"""Contractions as the words they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.contractions import CONTRACTED, written_out


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("we", "dont", "know"), ("we", "do", "not", "know")),
        (("its", "cannot"), ("it", "is", "can", "not")),
        (("were", "well", "id"), ("were", "well", "id")),
        ((), ()),
    ],
)
def test_a_contraction_is_the_words_it_stands_for(
    keys: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert written_out(keys) == expected


@given(st.lists(st.sampled_from([*CONTRACTED, "ship", "not"])))
def test_what_is_written_out_stays_so(keys: list[str]) -> None:
    assert written_out(written_out(keys)) == written_out(keys)
