import numpy as np
import pytest

from retold.text.words import key_of
from tests.pairs.readings import reading


def words(text: str, marked: str) -> list[str]:
    found = reading("one", text)
    return [key for key, on in zip(found.keys, getattr(found, marked), strict=True) if on]


def test_words_between_marks_are_quoted() -> None:
    assert words('He said "a routine matter" and left.', "quoted") == ["a", "routine", "matter"]


def test_a_capital_inside_a_sentence_marks_a_name_wherever_the_word_stands() -> None:
    text = "Vannick met the board. The board heard Petra Vannick out. Nobody else spoke."

    assert words(text, "named") == ["vannick", "petra", "vannick"]


def test_a_text_without_capitals_has_no_names() -> None:
    assert words("petra vannick met the board of ostrey.", "named") == []


def test_figures_are_words_that_begin_with_a_digit() -> None:
    assert words("Some 1,200 of 40 boats sank at 2.5 metres.", "figure") == ["1200", "40", "2.5"]


def test_every_word_stands_in_the_sentence_that_holds_it() -> None:
    found = reading("one", "The mill burned. Nobody was hurt. The roof fell in.")

    for (begin, end), place in zip(found.offsets.tolist(), found.sentence.tolist(), strict=True):
        assert found.sentences[place].begin <= begin < end <= found.sentences[place].end


@pytest.mark.parametrize(
    "text",
    [
        'The mill burned. "Nobody was hurt," she said.',
        "Caf\u00e9 M\u00fcller\u2019s roof fell in at 2.5 metres.",
        "Before \u02bc and after.",
    ],
)
def test_every_word_is_found_again_by_its_place(text: str) -> None:
    found = reading("one", text)

    printed = [text[begin:end] for begin, end in found.offsets.tolist()]
    assert [key_of(form) for form in printed] == list(found.keys)


def test_a_year_is_a_figure_of_our_time() -> None:
    found = reading("one", "In 1987 some 1,200 of 4500 boats sank, in 2024 none.")

    assert [year for _, year in found.years] == [1987, 2024]


def test_sentence_numbers_never_fall() -> None:
    found = reading("one", "The mill burned. Nobody was hurt. The roof fell in.")

    assert (np.diff(found.sentence) >= 0).all()


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("It came days after days after the fire.", 2),
        ("The the mill burned.", 1),
        ("It was 3 3 all.", 0),
        ("They saw it. It burned.", 0),
    ],
)
def test_doubled_words_count_inside_one_sentence(text: str, doubled: int) -> None:
    assert reading("one", text).doubled == doubled


def test_a_reading_of_nothing_is_empty() -> None:
    empty = reading("one", "")

    assert (empty.sentences, empty.keys, empty.offsets.shape) == ((), (), (0, 2))


def test_who_holds_what_a_text_reports_from_is_told() -> None:
    text = (
        "The mill was unsafe, according to a report published by the Ostrey Fire Institute. "
        "The report by the Ostrey Fire Institute names three faults."
    )

    assert reading("one", text).rests_on == ("Ostrey Fire Institute",)


def test_words_in_letters_of_two_alphabets_are_counted() -> None:
    assert reading("one", "The f\u0435rry struck the pi\u0435r in fog.").mixed == 2
