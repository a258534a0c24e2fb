"""Who stands for the holders of a key: one after another and all at once the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.store.holdings import Holdings
from retold.backends.store.joining import Join
from retold.ports import Holders
from retold.stories.letters import Hashes, mixed

MANY = st.sets(st.integers(0, 90), min_size=6, max_size=40)


def ranks(numbers: np.ndarray) -> Hashes:
    return mixed(np.asarray(numbers, np.uint64))


@given(st.lists(MANY, max_size=6))
def test_the_heads_of_many_keys_are_those_of_each(held: list[set[int]]) -> None:
    ends = np.cumsum([0, *map(len, held)])
    holders = np.array([one for each in held for one in sorted(each)], np.int64)
    found = Holdings(ends, holders)
    join = Join(lambda _keys, _none: found, lambda _keys: found, ranks, Holders(5, 3))

    each = [join.heads(found.of(place)).tolist() for place in range(len(held))]
    assert join.heads_of_each(found).tolist() == each
