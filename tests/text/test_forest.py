import numpy as np
import pytest

from retold.text.forest import LineWeights, forest, likelihood

# Links at most half: then prose decides; links above: against.
TREE = ((0.0, 0.5, 1, 2), (1.0, 0.5, 3, 4), (-2.0,), (-1.0,), (3.0,))
WEIGHTS = LineWeights(("linked", "prose"), 0.25, (TREE, ((0.5,),)))


def test_a_row_goes_down_each_tree_and_its_leaves_are_added() -> None:
    table = np.array([[0.0, 1.0], [0.5, 0.0], [0.9, 1.0]])

    found = likelihood(forest(WEIGHTS), table, ("linked", "prose"))

    nats = np.array([3.0, -1.0, -2.0]) + 0.5 + 0.25
    assert found == pytest.approx(1 / (1 + np.exp(-nats)))


def test_columns_are_found_by_name() -> None:
    table = np.array([[7.0, 1.0, 0.0]])

    found = likelihood(forest(WEIGHTS), table, ("other", "prose", "linked"))

    assert found == pytest.approx(1 / (1 + np.exp(-3.75)))


def test_no_rows_and_no_trees_are_answered() -> None:
    none = LineWeights((), 0.0, ())

    assert likelihood(forest(WEIGHTS), np.zeros((0, 2)), ("linked", "prose")).shape == (0,)
    assert likelihood(forest(none), np.zeros((2, 0)), ()) == pytest.approx([0.5, 0.5])


def test_many_rows_are_asked_in_parts_alike() -> None:
    table = np.tile(np.array([[0.0, 1.0]]), (2500, 1))

    assert len(set(likelihood(forest(WEIGHTS), table, ("linked", "prose")).tolist())) == 1


@pytest.mark.parametrize("node", [(0.0, 0.5, 0, 1), (0.0, 0.5, 1, 9)])
def test_a_node_that_leads_back_or_out_is_an_error(node: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="nodes lead forward"):
        forest(LineWeights(("linked",), 0.0, ((node, (1.0,)),)))
