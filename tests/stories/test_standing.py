from hypothesis import given
from hypothesis import strategies as st

from retold.stories.standing import Keep, standing

RANKED = "abcdef"
COPIES = st.lists(st.tuples(st.sampled_from(RANKED), st.sampled_from(RANKED)))


def test_of_an_origin_the_first_stands_for_all() -> None:
    assert standing(["b", "a"], [], Keep.ONE_PER_ORIGIN) == {"b": "b", "a": "b"}


def test_a_copy_of_a_copy_that_is_not_kept_stays() -> None:
    copies = [("a", "b"), ("b", "c")]

    assert standing(["a", "b", "c"], copies, Keep.ONE_PER_COPY) == {"a": "a", "b": "a", "c": "c"}


@given(COPIES)
def test_what_goes_is_a_copy_of_what_stays_and_no_two_that_stay_are(
    copies: list[tuple[str, str]],
) -> None:
    stands = standing(RANKED, copies, Keep.ONE_PER_COPY)

    pairs = {frozenset(pair) for pair in copies}
    assert all({name, other} in pairs for name, other in stands.items() if name != other)
    kept = [name for name, other in stands.items() if name == other]
    assert not any({one, two} in pairs for one in kept for two in kept if one != two)


@given(COPIES, st.sampled_from(list(Keep)))
def test_who_stands_for_another_stands_for_itself(
    copies: list[tuple[str, str]], keep: Keep
) -> None:
    stands = standing(RANKED, copies, keep)

    assert list(stands) == list(RANKED)
    assert all(stands[other] == other for other in stands.values())


def test_all_are_kept_where_all_are_asked_for() -> None:
    assert standing(["a", "b"], [("a", "b")], Keep.ALL) == {"a": "a", "b": "b"}
