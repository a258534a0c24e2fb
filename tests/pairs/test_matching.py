from retold.pairs.matching import Laid, plain_matches
from tests.pairs.readings import collated


def laid(left: str, right: str) -> Laid:
    found = collated(left, right)
    return Laid(found.left, found.right, found.weights, found.grid, False, 0.3, 0.03)


def test_a_sentence_stands_in_one_match_at_most() -> None:
    found = plain_matches(laid("The mill burned. The mill fell.", "The mill burned."))

    assert found.runs.tolist() == [[0, 0, 0, 0]]
    assert (list(found.kept), list(found.dice)) == ([3], [1.0])


def test_of_equals_the_one_at_the_like_place_is_matched() -> None:
    twice = "The mill burned. Nine families fled. The mill burned."

    found = plain_matches(laid(twice, "Nine families fled. The mill burned."))
    assert sorted(map(tuple, found.runs.tolist())) == [(1, 1, 0, 0), (2, 2, 1, 1)]


def test_a_neighbour_is_taken_in_where_both_together_are_liker() -> None:
    left = "Three parishes pumped the millpond. The owner had asked for a hydrant."
    right = "Three parishes pumped the millpond, and the owner had asked for a hydrant."

    assert plain_matches(laid(left, right)).runs.tolist() == [[0, 1, 0, 0]]


def test_without_a_sentence_nothing_matches() -> None:
    assert plain_matches(laid("", "The mill burned.")).runs.shape == (0, 4)
