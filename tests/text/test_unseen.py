import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Mark, MarkKind, Span
from retold.text.fold import fold
from retold.text.unseen import MOST, unseen
from retold.text.words import words


def test_a_word_with_characters_of_no_width_is_marked_with_its_place_and_count() -> None:
    text = "The har\u200bbour and the har\u200bbour."

    assert unseen(text) == (Mark(MarkKind.ZERO_WIDTH, "har\u200bbour", 2, Span(4, 12)),)


def test_a_word_in_letters_of_two_alphabets_is_marked() -> None:
    text = "The h\u0430rbour."

    assert unseen(text) == (Mark(MarkKind.LOOK_ALIKE, "h\u0430rbour", 1, Span(4, 11)),)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffThe harbour",
        "har\u00adbour",
        "می\u200cخواهم",
        "क्\u200dष",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 came",
        "The harbour: 5 \u00b5m",
        "Гавань и harbour",
        "MegaГавань",
        "harbour \u200b pier",
    ],
)
def test_what_writing_needs_is_not_marked(text: str) -> None:
    assert unseen(text) == ()


def test_past_so_many_words_the_rest_is_counted() -> None:
    text = " ".join(f"w{chr(97 + i % 26)}{chr(97 + i // 26)}\u200bx" for i in range(MOST + 7))
    found = unseen(text)

    assert len(found) == MOST + 1
    assert found[-1] == Mark(MarkKind.ZERO_WIDTH, "…", 7)


@given(st.text(alphabet=st.sampled_from("abа \u200b\u200d\ufeff\u2060.\n")))
def test_every_mark_lies_where_it_says(text: str) -> None:
    assert all(mark.span and mark.span.of(text) == mark.text for mark in unseen(text))


@given(st.text(alphabet="abcdef", min_size=2), st.sampled_from("\u200b\u200c\u2060\ufeff\u200e"))
def test_characters_of_no_width_neither_part_a_word_nor_change_its_key(word: str, gap: str) -> None:
    written = word[:1] + gap * 3 + word[1:]
    found = list(words(written, Span(0, len(written))))

    assert [one.key for one in found] == [fold(word)]
    assert found[0].span == Span(0, len(written))


def test_a_megabyte_of_characters_of_no_width_is_read_in_one_pass() -> None:
    assert unseen("\u200b" * 1_000_000) == ()
    assert len(unseen("a\u200b" * 500_000)) <= MOST + 1
