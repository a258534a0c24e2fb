from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from retold.model.relation import RelationKind
from retold.pairs.relate import RelateSettings
from retold.stories.forms import Pairs
from retold.stories.origins import Parting, parted
from tests.stories.pairs import judged, pairs


def table(names: str, rows: dict[str, float], otherwise: float = 0.02) -> Pairs:
    """Every pair judged: as in `rows` ("ab": .9), `otherwise` elsewhere."""
    return pairs(
        *(
            judged(left, right, rows.get(left + right, otherwise))
            for left, right in combinations(names, 2)
        )
    )


def origins(names: str, known: Pairs) -> Parting:
    return parted(names, known, RelateSettings())


def test_dependent_texts_are_one_origin_and_the_others_one_each() -> None:
    found = origins("abcd", table("abcd", {"ab": 0.9, "bc": 0.9, "ac": 0.8}))

    assert found == Parting((("a", "b", "c"), ("d",)), 2)


def test_one_mistaken_pair_welds_no_two_origins() -> None:
    inside = {"ab": 0.97, "ac": 0.97, "bc": 0.97, "de": 0.97, "df": 0.97, "ef": 0.97}

    assert origins("abcdef", table("abcdef", {**inside, "cd": 0.95})).parts == (
        ("a", "b", "c"),
        ("d", "e", "f"),
    )


def test_one_missed_pair_parts_no_origin() -> None:
    inside = {"ab": 0.97, "ac": 0.1, "bc": 0.97, "ad": 0.97, "bd": 0.97, "cd": 0.97}

    assert origins("abcd", table("abcd", inside)).parts == (("a", "b", "c", "d"),)


def test_an_open_pair_widens_what_is_possible_and_leaves_the_least() -> None:
    found = origins("ab", table("ab", {"ab": 0.5}))

    assert (len(found.parts), found.at_most) == (1, 2)


def test_texts_that_were_never_compared_are_strangers() -> None:
    assert origins("ab", pairs()) == Parting((("a",), ("b",)), 2)


def test_copies_that_met_the_same_few_and_not_each_other_are_one_origin() -> None:
    copies = "cdefghij"
    known = pairs(*(judged(head, copy, 0.97) for head in "ab" for copy in copies))

    assert origins("ab" + copies, known).parts == (tuple("ab" + copies),)


def test_one_mistaken_pair_welds_no_two_origins_whose_others_never_met() -> None:
    inside = {"ab": 0.97, "cd": 0.97, "bc": 0.95}
    known = pairs(*(judged(names[0], names[1], likely) for names, likely in inside.items()))

    assert origins("abcd", known).parts == (("a", "b"), ("c", "d"))


def test_a_text_drawn_from_two_origins_goes_to_the_one_it_owes_more() -> None:
    found = origins("abc", table("abc", {"ab": 0.95, "bc": 0.7}))

    assert found.parts == (("a", "b"), ("c",))


def test_copies_weigh_no_more_than_one_text() -> None:
    copies = [judged(left, right, 1.0, RelationKind.COPY) for left, right in combinations("abc", 2)]
    others = [judged(name, "z", 0.02) for name in "bc"]

    assert origins("abcz", pairs(*copies, judged("a", "z", 0.8), *others)).parts == (
        ("a", "b", "c"),
        ("z",),
    )


def test_copies_alone_are_one_origin_however_open_the_rest() -> None:
    pile = pairs(judged("a", "b", 1.0, RelationKind.COPY), judged("a", "z", 0.5))

    assert origins("ab", pile) == Parting((("a", "b"),), 1)


@given(
    st.fixed_dictionaries(
        {
            left + right: st.sampled_from([0.02, 0.45, 0.55, 0.9])
            for left, right in combinations("abcde", 2)
        }
    )
)
def test_at_most_is_never_below_the_least_and_every_text_has_one_origin(
    rows: dict[str, float],
) -> None:
    found = origins("abcde", table("abcde", rows))

    assert len(found.parts) <= found.at_most <= 5
    assert sorted(name for part in found.parts for name in part) == list("abcde")
    assert found.parts == tuple(sorted(tuple(sorted(part)) for part in found.parts))
