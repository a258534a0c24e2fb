import random

from hypothesis import given
from hypothesis import strategies as st

from retold.backends.serial import Serial
from retold.ports import Engine

NAMES = st.sampled_from("abcdefg")


def test_serial_is_an_engine() -> None:
    engine: Engine = Serial()

    assert list(engine.map(len, ["a", "bb", ""])) == [1, 2, 0]


def test_pairs_share_a_key_and_come_once_the_lesser_first() -> None:
    keyed = [("b", [1, 2]), ("a", [2, 1, 2]), ("c", [3])]

    assert list(Serial().pairs(keyed)) == [("a", "b")]


@given(st.lists(st.tuples(NAMES, NAMES)), st.randoms())
def test_components_do_not_depend_on_the_order_of_edges(
    edges: list[tuple[str, str]], shuffler: random.Random
) -> None:
    mixed = [(right, left) for left, right in edges]
    shuffler.shuffle(mixed)

    assert Serial().components(mixed) == Serial().components(edges)


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_an_edge_never_crosses_two_components(edges: list[tuple[str, str]]) -> None:
    parts = Serial().components(edges)

    assert sum(len(part) for part in parts) == len({name for edge in edges for name in edge})
    assert all(any({*edge} <= set(part) for part in parts) for edge in edges)
