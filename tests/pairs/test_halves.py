from retold.pairs.edits import edited
from retold.pairs.halves import Half
from tests.pairs.readings import collated

FERRY = "The ferry struck the pier in fog on Monday. Ada Lund said the lamp had failed twice."


def right(left: str, other: str) -> Half:
    return edited(collated(left, other)).right


def test_a_few_words_put_in_are_a_touch_and_more_a_passage() -> None:
    touched = FERRY.replace("fog", "heavy old fog")
    longer = FERRY.replace("fog", "fog that fell that same night")

    assert (right(FERRY, touched).touches, right(FERRY, touched).passages) == (1, 0)
    assert (right(FERRY, longer).touches, right(FERRY, longer).passages) == (0, 1)


def test_words_in_place_of_others_are_counted_with_their_letters() -> None:
    found = right(FERRY, FERRY.replace("Monday", "Wednesday"))

    assert (found.lone, found.replaced, found.replaced_letters, found.added) == (1, 1, 9, 0)


def test_a_text_that_goes_on_has_words_after_the_end_of_the_other() -> None:
    assert right(FERRY, FERRY + " Nobody was told.").ending == 3
    assert right(FERRY, "Nobody was told. " + FERRY).ending == 0


def test_a_spelling_no_table_has_is_seen_where_the_other_side_has_it_right() -> None:
    assert int(right(FERRY, FERRY.replace("struck", "sstruck")).misspelt.sum()) == 1
    assert int(right(FERRY, FERRY.replace("struck", "sank")).misspelt.sum()) == 0


def test_who_comes_in_with_a_sentence_the_other_lacks_is_brought_in() -> None:
    cut = "The ferry struck the pier in fog on Monday. Vannick wept."
    whole = "Petra Vannick runs the bakery. " + cut

    assert right(cut, whole).brought == 1
    assert edited(collated(cut, whole)).left.brought == 0


def test_a_sentence_alone_is_laid_against_the_others_of_its_side() -> None:
    found = right(FERRY, FERRY + " The lamp failed.")

    assert len(found.again) == 1
    assert found.again[0] > 0
    assert len(right(FERRY, FERRY).again) == 0


def test_a_side_without_a_word_has_nothing() -> None:
    found = edited(collated("", FERRY)).left

    assert (found.lone, found.stems, found.untouched, len(found.again)) == (0, 0, 0, 0)
