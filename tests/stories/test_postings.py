from collections import Counter
from itertools import combinations, product
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.ports import Holders, Joined
from retold.stories import postings
from retold.stories.letters import Hashes
from retold.stories.postings import joining, ranked, whole

ALL = Holders(most=100, few=1)
KEYS = st.lists(st.sets(st.integers(0, 2**64 - 1).map(lambda key: key % 11 * 2**60)), max_size=12)


def arrays(keys: list[set[int]]) -> list[Hashes]:
    return [np.array(sorted(one), np.uint64) for one in keys]


def join(keys: list[set[int]], least: int = 1, holding: Holders = ALL) -> Joined:
    ranks = ranked([str(place) for place in range(len(keys))])
    return whole(joining(arrays(keys), ranks, least, holding))


def told(found: Joined) -> dict[tuple[int, int], int]:
    pairs = zip(found.left.tolist(), found.right.tolist(), strict=True)
    return dict(zip(pairs, found.shared.tolist(), strict=True))


@given(KEYS, st.integers(1, 3))
def test_every_pair_that_shares_enough_keys_is_found_with_their_number(
    keys: list[set[int]], least: int
) -> None:
    every = Counter(
        (one, other)
        for one, other in combinations(range(len(keys)), 2)
        for _ in keys[one] & keys[other]
    )

    assert told(join(keys, least)) == {pair: n for pair, n in every.items() if n >= least}


@given(KEYS)
def test_memory_may_be_parted_without_a_change(keys: list[set[int]]) -> None:
    whole = told(join(keys))
    with patch.object(postings, "PART", 3):
        parted = told(join(keys))

    assert parted == whole


@given(KEYS, st.integers(1, 3))
def test_pairs_counted_a_few_at_a_time_are_the_same(keys: list[set[int]], least: int) -> None:
    holding = Holders(most=3, few=2)
    whole = told(join(keys, least, holding))
    with patch.multiple(postings, PART=3, CODES=2, A_HOLDING=0):
        parted = told(join(keys, least, holding))

    assert parted == whole


def test_holders_of_a_popular_key_all_meet_the_same_few() -> None:
    found = join([{1, 2}] * 50, holding=Holders(most=10, few=2))
    pairs = told(found)

    assert found.sampled == 2
    assert len(pairs) == 49 + 48
    assert all(shared == 2 for shared in pairs.values())


@given(KEYS, st.integers(1, 3))
def test_holders_of_a_popular_key_each_meet_the_first_few_by_rank(
    keys: list[set[int]], few: int
) -> None:
    holding = Holders(most=3, few=few)
    ranks = ranked([str(place) for place in range(len(keys))])
    every: Counter[tuple[int, int]] = Counter()
    for key in set().union(*keys):
        held = sorted(
            (place for place in range(len(keys)) if key in keys[place]), key=ranks.__getitem__
        )
        every.update(
            (min(one, other), max(one, other))
            for at, one in enumerate(held if len(held) <= 3 else held[:few])
            for other in held[at + 1 :]
        )

    assert told(join(keys, 1, holding)) == dict(every)


@given(KEYS, st.integers(1, 3), st.integers(1, 40))
def test_the_compiled_join_gives_the_pairs_of_the_one_without_a_kernel(
    keys: list[set[int]], few: int, room: int
) -> None:
    pytest.importorskip("numba")  # the extra `volume`
    from retold.stories import postings_kernel

    for least, holding in product((1, 2), (ALL, Holders(most=3, few=few))):
        plain = join(keys, least, holding)
        with (
            patch.multiple(postings, COMPILED_FROM=0, PART=7),
            patch.object(postings_kernel, "ROOM", room),
        ):
            quick = join(keys, least, holding)

        assert told_in_order(quick) == told_in_order(plain)
        assert quick.sampled == plain.sampled


@given(KEYS)
def test_pieces_of_the_compiled_join_ascend(keys: list[set[int]]) -> None:
    pytest.importorskip("numba")
    from retold.stories import postings_kernel

    ranks = ranked([str(place) for place in range(len(keys))])
    with (
        patch.object(postings, "COMPILED_FROM", 0),
        patch.object(postings_kernel, "ROOM", 1),
    ):
        pieces = list(joining(arrays(keys), ranks, 1, ALL))
    lefts = [left for piece in pieces for left in np.unique(piece.left).tolist()]

    assert lefts == sorted(set(lefts))


def told_in_order(found: Joined) -> list[tuple[tuple[int, int], int]]:
    return list(told(found).items())


def test_no_keys_no_pairs() -> None:
    assert told(whole([])) == {}
    assert told(join([])) == {}
    assert told(join([set(), set()])) == {}
