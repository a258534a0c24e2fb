"""A use laid on a wording: cuts, changes, and what lies beyond."""

from hypothesis import given
from hypothesis import strategies as st

from retold.changes.quotes.comparison import compared
from retold.changes.quotes.wording import Wording, wording
from retold.model.document import Span


def of(text: str) -> Wording:
    return wording(text, (Span(0, len(text)),) if text else (), "en")


WHOLE = of("We went to the yard, and the roof of the old mill fell in on three of us.")


def changed(words: str) -> list[tuple[str, str]]:
    use = of(words)
    found = compared(use, WHOLE)
    return [
        (
            " ".join(WHOLE.keys[one.whole_begin : one.whole_end]),
            " ".join(use.keys[one.begin : one.end]),
        )
        for one in found.changes
    ]


def test_a_part_in_one_piece_has_no_change() -> None:
    found = compared(of("the roof of the old mill"), WHOLE)

    assert (found.changes, found.beyond, found.first, found.last) == ((), 0, 6, 12)


def test_a_word_in_the_place_of_another_is_a_change() -> None:
    assert changed("the roof of the new mill fell in") == [("old", "new")]


def test_a_changed_word_at_the_end_faces_the_word_it_stands_for() -> None:
    assert changed("and the roof of the old barn") == [("mill", "barn")]


def test_words_left_out_in_silence_are_a_change_and_with_a_mark_none() -> None:
    assert changed("the roof of the mill fell in") == [("old", "")]
    assert changed("the roof of the ... mill fell in") == []


def test_words_that_the_whole_does_not_reach_lie_beyond_it() -> None:
    assert compared(of("fell in on three of us and the dog"), WHOLE).after == 3


def test_one_word_written_as_two_is_no_change() -> None:
    assert compared(of("a start-up fund"), of("a startup fund")).changes == ()


def test_a_lone_little_word_far_off_is_not_taken_for_the_same() -> None:
    use = of("the old mill fell apart of us")

    assert (
        compared(of("Yes, we went to the mill"), of(f"{' '.join(WHOLE.keys)} a b c mill")).last < 8
    )
    assert compared(use, WHOLE).first == 9


@given(st.lists(st.sampled_from("the roof mill not fell 3 of us".split()), max_size=14))
def test_a_wording_laid_on_itself_is_all_there(words: list[str]) -> None:
    whole = of(" ".join(words))
    found = compared(whole, whole)

    assert (found.changes, found.beyond, found.matched) == ((), 0, len(whole))


LISTS = st.lists(st.sampled_from("the roof mill not fell 3 of us ... [it] ,".split()), max_size=14)


@given(LISTS, LISTS)
def test_changes_lie_in_both_sides_and_in_order(one: list[str], other: list[str]) -> None:
    use, whole = of(" ".join(one)), of(" ".join(other))
    found = compared(use, whole)

    assert 0 <= found.first <= found.last <= len(whole)
    assert found.matched + found.beyond <= len(use)
    for change in found.changes:
        assert 0 <= change.begin <= change.end <= len(use)
        assert 0 <= change.whole_begin <= change.whole_end <= len(whole)


@given(LISTS, st.integers(0, 13), st.sampled_from(["not", "never", "4", "77"]))
def test_a_denial_or_a_number_put_in_is_always_a_change(
    words: list[str], place: int, put: str
) -> None:
    # A word said twice is a stutter, which is cleaned: it is put in where it is new.
    plain = [word for word in words if word not in {"...", "[it]", put}]
    whole = of(" ".join(plain))
    use = of(" ".join([*plain[:place], put, *plain[place:]]))
    if whole.keys and use.keys != whole.keys:
        found = compared(use, whole)
        assert found.changes or found.beyond or found.denials
