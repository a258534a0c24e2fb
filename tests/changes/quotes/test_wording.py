"""A wording's keys: what folds away and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.changes.quotes.wording import Wording, wording
from retold.model.document import Span


def of(text: str, language: str | None = "en") -> Wording:
    return wording(text, (Span(0, len(text)),) if text else (), language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re organised", "we're organized"),
        ("a two-hour wait", "a 2 hour wait"),
        ("twenty-eight barrels", "28 barrels"),
        ("1,200 barrels", "1200 barrels"),
        ("5 per cent of it", "5% of it"),
        ("the U.S. brigade", "the US brigade"),
        ("we are gonna go", "we are going to go"),
        ("the issue is is that", "the issue is that"),
        ("you know, you know, it fell", "you know, it fell"),
        ("it was, um, fine", "it was fine"),
        ("the café burned", "the cafe burned"),
        ("$2.3m of it", "$2.3 million of it"),
        ("[T]he roof", "the roof"),
        ("the roof – fell", "the roof - fell"),
        ("Yes & no", "yes and no"),
    ],
)
def test_these_are_one_wording(one: str, other: str) -> None:
    assert of(one).keys == of(other).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("28 barrels", "82 barrels"),
        ("$5 of it", "£5 of it"),
        ("5% of it", "5 of it"),
        ("we did it", "we didn't do it"),
        ("no one came", "one came"),
        ("20 20 barrels", "20 barrels"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert of(one).keys != of(other).keys


def test_marks_of_omission_and_brackets_are_kept_by_place() -> None:
    found = of("the roof ... fell [in] on us")

    assert found.keys == ("the", "roof", "fell", "on", "us")
    assert set(found.omissions) == {2}
    assert dict(found.insertions) == {3: ("in",)}


def test_letters_in_brackets_belong_to_their_word() -> None:
    found = of("they want[ed] it")

    assert found.keys == ("they", "wanted", "it")
    assert found.patched == {1}


def test_a_german_pronoun_is_no_hesitation() -> None:
    assert of("er kam", "de").keys == ("er", "kam")


@given(st.text('ab1 "[].…-’um\n', max_size=60))
def test_each_key_stands_where_its_span_says(text: str) -> None:
    found = of(text)

    assert len(found.keys) == len(found.spans)
    ends = [span.end for span in found.spans]
    assert ends == sorted(ends)
    assert all(place <= len(found) for place in found.omissions | found.stops)


@given(st.lists(st.sampled_from("a b c d".split()), max_size=12))
def test_a_run_of_words_is_found_where_it_stands(words: list[str]) -> None:
    whole = of(" ".join(words))

    for begin in range(len(whole)):
        at = whole.place_of(whole.keys[begin : begin + 3])
        assert 0 <= at <= begin
        assert (
            whole.keys[at : at + 3][: len(whole.keys[begin : begin + 3])]
            == (whole.keys[begin : begin + 3])
        )
