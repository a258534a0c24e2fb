from retold.stories.linkage import Terms, linked


def test_items_that_never_met_count_as_unlike() -> None:
    found = linked("abcd", {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.9}, Terms(0.3))

    assert found == [("a", "b"), ("c", "d")]


def test_two_large_parts_need_more_than_two_single_items() -> None:
    likeness = {("a", "b"): 0.9, ("c", "d"): 0.9}
    across = {(left, right): 0.35 for left in "ab" for right in "cd"}

    assert linked("abcd", likeness | across, Terms(0.3)) == [("a", "b", "c", "d")]
    assert linked("abcd", likeness | across, Terms(0.3, growth=0.2)) == [("a", "b"), ("c", "d")]


def test_where_ties_are_asked_for_likeness_alone_joins_nothing() -> None:
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}

    assert linked("abc", likeness, Terms(0.3, ties={("a", "b")})) == [("a", "b"), ("c",)]


def test_items_need_not_have_met_anybody() -> None:
    assert linked(["b", "a"], {}, Terms(0.3)) == [("a",), ("b",)]
