"""Of very many wordings a few stand for the rest where stories are gathered."""

from collections import Counter
from itertools import product

from retold.stories.followers import MANY, followed

SPOKES = [f"s{number:02}" for number in range(MANY + 3)]
SINGLE = Counter(dict.fromkeys(["a", "b", "x", "y", *SPOKES, *(f"t{s}" for s in SPOKES)], 1))


def test_where_few_are_tied_none_follows_another() -> None:
    ties = [("a", one) for one in SPOKES[: MANY - 1]]

    assert followed(ties, dict.fromkeys(ties, 1.0), SINGLE) == {}


def test_all_that_are_tied_to_one_with_very_many_follow_it() -> None:
    ties = [("a", one) for one in SPOKES]

    assert followed(ties, dict.fromkeys(ties, 1.0), SINGLE) == dict.fromkeys(SPOKES, "a")


def test_copies_count_among_very_many() -> None:
    ties = [("a", "b"), ("a", "c")]

    found = followed(ties, dict.fromkeys(ties, 1.0), {"a": 1, "b": MANY, "c": 1})
    assert set(found.values()) <= {"a", "b"}
    assert len(found) == 2


def test_one_that_the_first_never_met_follows_it_through_another() -> None:
    ties = [("a", "b"), *product("ab", SPOKES), ("a", "x"), ("b", "y")]
    found = followed(ties, dict.fromkeys(ties, 1.0), SINGLE)

    assert found["x"] == found["y"]
    assert len(set(found.values())) == 1


def test_one_tied_to_two_crowds_goes_where_it_is_likest() -> None:
    ties = [*(("a", one) for one in SPOKES), *(("b", f"t{one}") for one in SPOKES)]
    likeness = dict.fromkeys([*ties, ("a", "x"), ("b", "x")], 1.0) | {("a", "x"): 0.2}

    assert followed([*ties, ("a", "x"), ("b", "x")], likeness, SINGLE)["x"] == "b"
