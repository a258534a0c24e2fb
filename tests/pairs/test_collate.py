from hypothesis import given
from hypothesis import strategies as st

from tests.invented.prose import paraphrase, story
from tests.pairs.readings import collated


def test_a_word_misspelt_on_one_side_is_the_same_word() -> None:
    found = collated("Petra Vannick owns it.", "Petra Vanick owns it.")

    assert found.left.ids.tolist() == found.right.ids.tolist()


def test_short_words_are_never_taken_for_misspelt_ones() -> None:
    found = collated("The mill fell.", "The hill fell.")

    assert found.left.ids.tolist() != found.right.ids.tolist()


def test_forms_of_one_stem_are_one_word() -> None:
    found = collated("Engines pumped.", "An engine pumps.")

    assert set(found.left.ids.tolist()) < set(found.right.ids.tolist())


def test_a_sentence_shares_all_its_weight_with_itself() -> None:
    found = collated("The mill burned down.", "The mill burned down.")

    grid = found.grid
    assert grid.overlap[0, 0] == grid.here[0] == grid.there[0]


def test_an_empty_side_gives_empty_arrays() -> None:
    found = collated("", "The mill burned down.")

    assert found.grid.overlap.shape == (0, 1)
    assert len(found.left.ids) == 0


@given(st.integers(0, 200))
def test_the_vocabulary_does_not_hang_on_which_side_is_left(seed: int) -> None:
    one, other = story(seed, 5).body, paraphrase(story(seed, 5)).body
    forth, back = collated(one, other), collated(other, one)

    assert forth.left.ids.tolist() == back.right.ids.tolist()
    assert forth.right.ids.tolist() == back.left.ids.tolist()
    assert (forth.weights == back.weights).all()
    assert (forth.grid.overlap == back.grid.turned.overlap).all()
    assert (forth.grid.likeness == back.grid.turned.likeness).all()
