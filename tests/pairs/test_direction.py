import pytest

from retold.model.document import DateBasis, Dated
from retold.model.relation import Relation, RelationKind
from tests.invented.prose import excerpt, longer, paraphrase, story
from tests.pairs.readings import reading, related

TEXT = story(11).body
UPDATED = longer(story(11), 12, 2).body


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
    assert found.parent is None


def test_one_day_on_both_says_nothing() -> None:
    assert "dated" not in codes(dated(TEXT, "2031-05-09", DateBasis.DATELINE))


def test_a_text_whose_slips_are_put_right_is_the_earlier_form() -> None:
    found = related(reading("rough", misspelt(TEXT, 2)), reading("smooth", UPDATED))

    assert found.parent == "rough"
    (said,) = (one.text for one in found.reasons if one.code == "corrected")
    assert said == "smooth puts right 2 slips of rough"


def test_one_slip_alone_does_not_decide() -> None:
    found = related(reading("rough", misspelt(TEXT, 1)), reading("smooth", UPDATED))

    assert found.lean > 0
    assert found.parent is None


def test_a_text_full_of_slips_was_spoilt_on_its_way() -> None:
    found = related(reading("rough", misspelt(TEXT, 40)), reading("smooth", TEXT))

    assert "spoilt" in codes(found)
    assert found.parent == "smooth"


def test_of_two_reworded_texts_the_much_shorter_is_the_child() -> None:
    short = excerpt(paraphrase(story(11)), 0, 5).body
    found = related(reading("long", TEXT), reading("short", short))

    assert found.kind in {RelationKind.PARAPHRASE, RelationKind.REWRITE}
    assert found.parent == "long"
    assert "condensed" in codes(found)


def test_length_says_nothing_of_two_revisions() -> None:
    found = related(reading("short", TEXT), reading("long", UPDATED))

    assert found.kind is RelationKind.REVISION
    assert (found.lean, found.parent) == (0.0, None)


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
