"""Counting a story again from the dependence of its pairs."""

from hypothesis import given
from hypothesis import strategies as st

from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.story import Primary
from retold.report.recount import Recount, recount

NAMES = tuple("abcdef")


def pair(left: str, right: str, dependence: Dependence) -> Relation:
    return Relation(left, right, RelationKind.UNKNOWN, dependence, None, 0.9, (), (), 0.5, 1.0)


def answers() -> st.SearchStrategy[tuple[Relation, ...]]:
    """An answer for every pair of `NAMES`."""
    pairs = [(left, right) for left in NAMES for right in NAMES if left < right]
    drawn = st.lists(st.sampled_from(Dependence), min_size=len(pairs), max_size=len(pairs))
    return drawn.map(
        lambda said: tuple(pair(*names, one) for names, one in zip(pairs, said, strict=True))
    )


def test_a_chain_of_dependent_pairs_is_one_origin() -> None:
    chain = [pair("a", "b", Dependence.DEPENDENT), pair("b", "c", Dependence.DEPENDENT)]

    assert recount("abc", chain, ()) == Recount(3, 1, 1, 0)


def test_without_its_middle_a_chain_falls_apart() -> None:
    chain = [pair("a", "b", Dependence.DEPENDENT), pair("b", "c", Dependence.DEPENDENT)]

    assert recount("ac", chain, ()).origins == 2


def test_an_open_pair_makes_the_count_a_range() -> None:
    assert recount("ab", [pair("a", "b", Dependence.UNKNOWN)], ()) == Recount(2, 1, 2, 0)


def test_a_primary_counts_while_a_telling_left_rests_on_it() -> None:
    primaries = [Primary("a paper", None, ("a",)), Primary("a tape", None, ("a", "b"))]

    assert recount("b", [], primaries).primaries == 1


def test_nothing_left_is_nothing() -> None:
    assert recount("", [pair("a", "b", Dependence.DEPENDENT)], ()) == Recount(0, 0, 0, 0)


@given(answers(), st.sets(st.sampled_from(NAMES)))
def test_there_are_at_most_as_many_origins_as_tellings(
    relations: tuple[Relation, ...], kept: set[str]
) -> None:
    counted = recount(kept, relations, ())

    assert bool(kept) <= counted.origins <= counted.origins_at_most <= counted.tellings


@given(answers())
def test_the_order_of_pairs_changes_nothing(relations: tuple[Relation, ...]) -> None:
    turned = tuple(reversed(relations))

    assert recount(NAMES, turned, ()) == recount(NAMES, relations, ())
