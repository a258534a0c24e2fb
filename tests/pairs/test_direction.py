import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model.document import DateBasis, Dated, DateKind
from retold.model.relation import Relation
from retold.pairs.direction import decided_from
from retold.pairs.direction_measures import TRACES
from retold.pairs.reasons import REASONS
from tests.invented.prose import excerpt, longer, paraphrase, story
from tests.pairs.readings import reading, related

TEXT = story(11).body
UPDATED = longer(story(11), 12, 2).body
REWORDED = paraphrase(story(11)).body
TRACED = {trace.code for trace in TRACES.values()}


def misspelt(text: str, count: int) -> str:
    """The text with the first letters of `count` long words changed about."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if word.isalpha() and word.islower()]
    long = [place for place in long if len(words[place]) > 7][:count]
    for place in long:
        word = words[place]
        words[place] = word[:3] + word[4] + word[3] + word[5:]
    return " ".join(words)


def dated(text: str, at: str, basis: DateBasis, name: str = "dated") -> "Relation":
    later = (Dated("2031-05-09", DateBasis.DATELINE),)
    return related(reading(name, text, (Dated(at, basis),)), reading("other", UPDATED, later))


def codes(relation: Relation) -> list[str]:
    return [one.code for one in relation.reasons]


@pytest.mark.parametrize(
    "basis", [DateBasis.METADATA, DateBasis.URL, DateBasis.DATELINE, DateBasis.HTTP]
)
def test_the_earlier_date_of_a_texts_own_marks_the_parent(basis: DateBasis) -> None:
    found = dated(TEXT, "2031-05-02", basis)

    assert found.parent == "dated"
    (said,) = (one.text for one in found.reasons if one.code == "dated")
    assert said == "the earlier date stands on dated (2031-05-02)"


@pytest.mark.parametrize("basis", [DateBasis.PAGE_CLOCK, DateBasis.CRAWL])
def test_when_a_page_was_looked_at_counts_for_nothing(basis: DateBasis) -> None:
    found = dated(TEXT, "2031-01-02", basis)

    assert "dated" not in codes(found)
    assert found.lean == related(reading("dated", TEXT), reading("other", UPDATED)).lean


def test_one_day_on_both_says_nothing() -> None:
    assert "dated" not in codes(dated(TEXT, "2031-05-09", DateBasis.DATELINE))


def test_a_word_in_letters_of_two_alphabets_marks_the_later_form() -> None:
    disguised = UPDATED.replace("e", "\u0435", 1)
    plain = related(reading("one", TEXT), reading("other", UPDATED))
    found = related(reading("one", TEXT), reading("other", disguised))

    assert found.lean > plain.lean


def test_of_a_text_and_its_rewording_something_is_said_on_direction() -> None:
    found = related(reading("model", TEXT), reading("reworded", REWORDED))

    said = [one.text for one in found.reasons if one.code in TRACED]
    assert said
    assert all(one.endswith(" as the earlier form") for one in said)


def test_a_parent_is_named_from_the_bound_on() -> None:
    for other in (UPDATED, REWORDED, misspelt(TEXT, 2), misspelt(UPDATED, 4)):
        found = related(reading("one", TEXT), reading("other", other))

        assert (found.parent is not None) == (abs(found.lean) >= decided_from(found.kind))


def test_a_text_beside_itself_leans_to_neither_side() -> None:
    assert related(reading("one", TEXT), reading("other", TEXT)).lean == 0.0


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 400), st.integers(0, 5), st.integers(0, 30), st.booleans())
def test_with_the_sides_changed_the_lean_changes_its_sign_and_nothing_else(
    seed: int, more: int, slips: int, reword: bool
) -> None:
    told = story(seed)
    later = longer(paraphrase(told) if reword else told, seed + 1000, more).body
    one, other = reading("one", misspelt(told.body, slips)), reading("other", later)
    forth, back = related(one, other), related(other, one)

    assert forth.lean == -back.lean
    assert forth.parent == back.parent
    assert _traced(forth) == _traced(back)


def _traced(relation: Relation) -> list[str]:
    return [one.text for one in relation.reasons if one.code in TRACED]


def test_texts_too_long_to_read_their_edits_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.pairs.direction.MOST_CELLS", 1000)
    found = related(reading("one", TEXT), reading("other", UPDATED))

    assert found.lean == 0.0
    assert "too-long" in codes(found)


def test_every_reason_for_a_direction_is_explained() -> None:
    assert TRACED | {"dated", "excerpted", "too-long"} <= set(REASONS)


def test_an_excerpt_comes_from_the_text_that_has_it_all() -> None:
    found = related(reading("part", excerpt(story(11), 2, 4).body), reading("whole", TEXT))

    assert found.parent == "whole"
    (said,) = (one.text for one in found.reasons if one.code == "excerpted")
    assert said == "nearly all of part stands in whole, which has as much again"


def test_clues_are_held_to_a_bound() -> None:
    early = (Dated("2031-01-01", DateBasis.DATELINE),)
    late = (Dated("2031-02-01", DateBasis.DATELINE),)
    whole = reading("whole", TEXT, early)

    found = related(whole, reading("part", excerpt(story(11), 2, 4).body, late))
    assert found.lean == 3.0


def test_two_texts_that_do_not_depend_have_no_direction() -> None:
    early = (Dated("2031-01-01", DateBasis.DATELINE),)
    found = related(reading("one", TEXT, early), reading("other", story(13).body))

    assert (found.lean, found.parent) == (0.0, None)


def test_the_day_of_a_change_counts_for_nothing() -> None:
    changed = (Dated("2031-01-02", DateBasis.METADATA, kind=DateKind.MODIFIED),)
    published = (Dated("2031-05-09", DateBasis.DATELINE),)

    found = related(reading("dated", TEXT, changed), reading("other", UPDATED, published))

    assert "dated" not in codes(found)
