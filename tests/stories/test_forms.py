import random

from hypothesis import given
from hypothesis import strategies as st

from retold.model.relation import RelationKind
from retold.stories.forms import Form, between, forms
from tests.stories.pairs import judged, pairs

COPY = RelationKind.COPY


def test_copies_are_one_form_and_go_by_the_first_id() -> None:
    found = forms("cab", pairs(judged("a", "b", 1.0, COPY), judged("b", "c", 1.0)))

    assert found == (Form(("a", "b")), Form(("c",)))
    assert found[0].first == "a"


def test_copies_of_copies_are_one_form() -> None:
    found = forms("abc", pairs(judged("a", "b", 1.0, COPY), judged("b", "c", 1.0, COPY)))

    assert found == (Form(("a", "b", "c")),)


def test_a_relation_of_another_part_joins_nothing() -> None:
    assert forms("ab", pairs(judged("b", "z", 1.0, COPY))) == (Form(("a",)), Form(("b",)))


def test_a_pair_is_found_in_either_order() -> None:
    one = judged("a", "b", 0.9)

    assert between(pairs(one), "a", "b") is between(pairs(one), "b", "a") is one
    assert between(pairs(one), "a", "c") is None


@given(st.randoms())
def test_the_order_of_documents_changes_nothing(shuffler: random.Random) -> None:
    names = list("abcd")
    shuffler.shuffle(names)
    known = pairs(judged("a", "d", 1.0, COPY))

    assert forms(names, known) == forms("abcd", known)
