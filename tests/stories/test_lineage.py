import random
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.lineage import Lineage, lineage, resemblance
from retold.stories.traits import Traits

BASE = set(range(1000))


def keys(numbers: Iterable[int]) -> Traits:
    return np.array(sorted(numbers), np.uint64)


def nobody_first(one: str, other: str) -> float:
    """Direction is open everywhere."""
    return 0.0


def retold_from(model: set[int], draw: random.Random, lost: int, new: int) -> set[int]:
    """A text that keeps all but `lost` of its model's readings and has `new` of its own."""
    kept = model - set(draw.sample(sorted(model), lost))
    return kept | {draw.getrandbits(60) for _ in range(new)}


def star(seed: int, made: int = 4) -> dict[str, set[int]]:
    """A source and texts made from it, each apart from the others."""
    draw = random.Random(seed)
    texts = {f"made-{place}": retold_from(BASE, draw, 300, 300) for place in range(made)}
    return {"source": BASE, **texts}


def traced(texts: dict[str, set[int]], lean: object = nobody_first) -> Lineage:
    return lineage({name: keys(numbers) for name, numbers in texts.items()}, lean)  # type: ignore[arg-type]


@given(st.integers(0, 1000))
def test_a_source_in_the_pile_is_the_parent_of_all_made_from_it(seed: int) -> None:
    found = traced(star(seed))

    assert found.root == "source"
    assert found.parents == {f"made-{place}": "source" for place in range(4)}


@given(st.integers(0, 1000))
def test_a_source_that_is_not_in_the_pile_is_one_lost_text(seed: int) -> None:
    texts = star(seed)
    del texts["source"]

    found = traced(texts)
    assert found.root == "lost-1"
    assert found.parents == {f"made-{place}": "lost-1" for place in range(4)}


@given(st.integers(0, 1000))
def test_a_chain_is_followed_from_the_earliest(seed: int) -> None:
    draw = random.Random(seed)
    second = retold_from(BASE, draw, 200, 200)
    third = retold_from(second, draw, 200, 200)

    found = traced(
        {"a": third, "b": second, "c": BASE},
        lambda one, other: {("c", "b"): 2.0, ("b", "c"): -2.0}.get((one, other), 0.0),
    )
    assert found.root == "c"
    assert found.parents == {"b": "c", "a": "b"}


@given(st.integers(0, 1000), st.randoms())
def test_the_order_of_texts_changes_nothing(seed: int, shuffler: random.Random) -> None:
    texts = star(seed)
    mixed = list(texts.items())
    shuffler.shuffle(mixed)

    assert traced(dict(mixed)) == traced(texts)


@given(st.integers(0, 1000), st.integers(1, 5))
def test_every_text_stands_in_the_tree_and_every_node_below_the_root(seed: int, made: int) -> None:
    texts = star(seed, made)
    found = traced(texts)

    assert texts.keys() <= set(found.nodes)
    assert found.nodes[0] == found.root
    assert set(found.parents) == set(found.nodes) - {found.root}
    assert all(
        found.nodes.index(of) < found.nodes.index(name) for name, of in found.parents.items()
    )


@given(st.integers(0, 1000))
def test_firmness_is_between_a_coin_and_certainty(seed: int) -> None:
    assert all(0.5 <= value <= 1 for value in traced(star(seed)).firmness.values())


def test_the_root_is_one_of_those_that_may_be_first() -> None:
    texts = {name: keys(numbers) for name, numbers in star(1).items()}

    assert lineage(texts, nobody_first, ["made-2"]).root == "made-2"


def test_a_text_alone_is_its_own_root() -> None:
    found = traced({"only": {1, 2, 3}})

    assert (found.root, found.parents, found.nodes) == ("only", {}, ("only",))


@pytest.mark.parametrize(
    ("one", "other", "value"), [({1, 2, 3, 4}, {4}, 0.5), ({1}, {1}, 1.0), ({1}, set(), 0.0)]
)
def test_resemblance_is_the_cosine_of_readings(
    one: set[int], other: set[int], value: float
) -> None:
    assert resemblance(keys(one), keys(other)) == pytest.approx(value)


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)), st.floats(-5, 5))
def test_the_tree_of_two_hangs_on_nothing_that_they_share(
    one: set[int], other: set[int], leaning: float
) -> None:
    def lean(left: str, right: str) -> float:
        return leaning if left == "one" else -leaning

    found = traced({"one": one, "other": other}, lean)

    assert found == traced({"one": set(), "other": set()}, lean)
    assert set(found.firmness.values()) == {1.0}
