import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.overlap import MEASURES, overlaps, plain_counted
from tests.stories.sketches import BAKERY, FERRY, FERRY_TOO, drawn

TEXTS = st.sampled_from([FERRY, FERRY_TOO, BAKERY, "", "One word.", "Skarholm 84"]) | st.text(
    alphabet="ab Ca.\n19é", max_size=80
)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_compiled_and_not_the_same_is_counted_to_the_last_bit(texts: list[str]) -> None:
    pytest.importorskip("numba", reason="the extra 'volume' is not installed")
    from retold.stories.overlap_kernel import kernel_counted

    sides = [drawn(str(at), text) for at, text in enumerate(texts)]
    pairs = [(one, other) for one in sides for other in sides]

    plain = np.array([plain_counted(*pair) for pair in pairs])

    assert np.array_equal(kernel_counted(pairs), plain)


def test_no_pairs_have_no_measures() -> None:
    assert overlaps([]).shape == (0, len(MEASURES))


def test_two_that_share_no_word_have_no_numbers() -> None:
    assert np.isnan(overlaps([(drawn("a", "Skarholm"), drawn("b", "Veddal"))])).all()
