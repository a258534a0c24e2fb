import random

from hypothesis import given
from hypothesis import strategies as st

from retold.stories.parts import components, walked

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


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_a_walk_comes_to_every_item_once_whatever_the_order_of_the_edges(
    edges: list[tuple[str, str]],
) -> None:
    turns = walked(edges)

    assert sorted(turns.values()) == list(range(len({item for edge in edges for item in edge})))
    assert turns == walked([edge[::-1] for edge in reversed(edges)])


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_a_walk_ends_one_part_before_it_begins_another(edges: list[tuple[str, str]]) -> None:
    turns = walked(edges)

    for part in components(edges):
        places = sorted(turns[item] for item in part)
        assert places == list(range(places[0], places[0] + len(part)))
