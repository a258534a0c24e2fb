"""In any order and in any portions, a store holds the stories of one go, to the byte."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.ports import Holders
from tests.growth.piles import add, at_once, exported, pile

# Each example reads a pile twice.
FEW = settings(max_examples=3)
SEEDS = st.integers(0, 400)


@contextmanager
def crowded(most: int, few: int) -> Iterator[None]:
    """Keys are popular from so few holders on that a small pile has them."""
    holding = Holders(most, few)
    with (
        patch("retold.backends.store.segments.RANKED_FROM", most),
        patch("retold.stories.meet.OF_MARK", holding),
        patch("retold.stories.meet.OF_TERMS", holding),
        patch("retold.growth.meeting.OF_MARK", holding),
        patch("retold.growth.meeting.OF_TERMS", holding),
        patch("retold.stories.followers.MANY", most),
    ):
        yield


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_any_order_in_any_portions_is_one_go(seed: int, draw: random.Random) -> None:
    assert grown(seed, draw) == at_once(pile(seed))


@settings(max_examples=5)
@given(SEEDS, st.sampled_from([(2, 1), (3, 1), (4, 2)]), st.randoms(use_true_random=False))
def test_so_it_is_where_a_few_stand_for_very_many(
    seed: int, holding: tuple[int, int], draw: random.Random
) -> None:
    with crowded(*holding):
        assert grown(seed, draw) == at_once(pile(seed))


def grown(seed: int, draw: random.Random) -> bytes:
    """The result of a store that a pile was added to in portions, in a drawn order."""
    left = pile(seed)
    draw.shuffle(left)
    with tempfile.TemporaryDirectory() as folder:
        while left:
            count = draw.choice((1, 1, 2, 3, 6))
            add(Path(folder, "store"), left[:count])
            left = left[count:]
        return exported(Path(folder, "store"))


@pytest.mark.parametrize("seed", [7])
def test_what_is_added_again_changes_nothing(seed: int, tmp_path: Path) -> None:
    add(tmp_path, pile(seed))
    before = exported(tmp_path)

    add(tmp_path, pile(seed))
    assert exported(tmp_path) == before
