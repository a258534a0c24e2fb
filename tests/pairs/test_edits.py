from hypothesis import given
from hypothesis import strategies as st

from retold.pairs.edits import edited, edits, kept, least_untouched, most_untouched, rewording
from tests.pairs.readings import collated

WORDS = st.lists(st.sampled_from(["ferry", "pier", "lamp", "crew", "the", "of"]), max_size=12)


def test_a_word_put_in_is_a_passage_with_nothing_in_its_place() -> None:
    left, right = edits(collated("The lamp failed.", "The old lamp failed."))

    assert left.passages.tolist() == []
    assert right.passages.tolist() == [[1, 2, False]]


def test_a_word_changed_is_a_passage_on_both_sides() -> None:
    found = collated("The lamp failed on Monday.", "The lamp failed on Tuesday.")

    assert [one.passages.tolist() for one in edits(found)] == [[[4, 5, True]]] * 2
    assert rewording(edited(found)) == 1.0


def test_where_a_text_only_grew_its_earlier_form_is_untouched() -> None:
    pair = edited(collated("The lamp failed.", "The lamp failed. Nobody was told of it."))

    assert (kept(pair), least_untouched(pair), most_untouched(pair)) == (1.0, 0.5, 1.0)


@given(WORDS, WORDS)
def test_the_edits_are_the_same_seen_from_the_other_side(one: list[str], other: list[str]) -> None:
    left, right = " ".join(one), " ".join(other)
    forth, back = edits(collated(left, right)), edits(collated(right, left))

    assert [one.passages.tolist() for one in forth] == [one.passages.tolist() for one in back[::-1]]
