import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.pairs.measures import MEASURES
from retold.pairs.reasons import NOTHING, REASONS, SAID


def test_every_code_that_a_measure_speaks_for_is_explained() -> None:
    assert SAID.keys() <= REASONS.keys()


def test_every_measure_speaks_for_one_reason() -> None:
    spoken = [name for names, _ in SAID.values() for name in names]

    assert sorted(spoken) == sorted(MEASURES)


@pytest.mark.parametrize("code", REASONS)
def test_an_explanation_is_made_of_whole_sentences(code: str) -> None:
    assert REASONS[code][0].isupper()
    assert REASONS[code].endswith(".")
    assert "  " not in REASONS[code]


@given(st.sampled_from(sorted(SAID)), st.floats(0, 1))
def test_a_share_is_said_of_something_that_is_named(code: str, share: float) -> None:
    said = SAID[code][1](share)

    assert "text" in said or "both" in said
    assert "\n" not in said
    assert len(said) < 110


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "words that stand once in both texts come in the same order"),
        (0.8, "the order of words that stand once in both texts agrees in part"),
        (0.2, "the order of words that stand once in both texts agrees little"),
        (NOTHING, "too few words stand once in both texts to have an order"),
    ],
)
def test_order_is_said_in_words(share: float, said: str) -> None:
    assert SAID["order"][1](share) == said


def test_a_share_is_said_in_hundredths() -> None:
    assert SAID["runs"][1](0.952) == "95 % of the longer text stands word for word in the shorter"
