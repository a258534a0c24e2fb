import random

from hypothesis import given
from hypothesis import strategies as st

from retold.stories.parts import components

NAMES = st.sampled_from("abcdefg")


@given(st.lists(st.tuples(NAMES, NAMES)), st.randoms())
def test_components_do_not_depend_on_the_order_of_edges(
    edges: list[tuple[str, str]], shuffler: random.Random
) -> None:
    mixed = [(right, left) for left, right in edges]
    shuffler.shuffle(mixed)

    assert components(mixed) == components(edges)


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_an_edge_never_crosses_two_components(edges: list[tuple[str, str]]) -> None:
    parts = components(edges)

    assert sum(len(part) for part in parts) == len({name for edge in edges for name in edge})
    assert all(any({*edge} <= set(part) for part in parts) for edge in edges)
