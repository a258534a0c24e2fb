from hypothesis import given
from hypothesis import strategies as st

from retold.backends.frequencies import frequencies
from retold.model.document import Block, BlockKind, Document, Span
from retold.pairs.reading import prepare
from retold.stories.sketch import SENTENCES, VIEWS, sketch
from tests.stories.sketches import FERRY, drawn

LETTERS = st.text(max_size=200)


@given(LETTERS, st.none() | LETTERS)
def test_any_text_has_a_sketch_with_ascending_keys(text: str, title: str | None) -> None:
    made = drawn("one", text, title)

    assert (made.keys[1:] > made.keys[:-1]).all()
    assert made.views.shape == (len(made.keys), len(VIEWS))


def test_keys_are_the_same_on_every_machine() -> None:
    assert drawn("one", "skarholm").keys.tolist() == [10026281785434970408]


def test_a_text_without_a_word_has_an_empty_sketch() -> None:
    made = drawn("one", " — … ")

    assert len(made.keys) == 0
    assert made.phrases.count == 0


def test_words_outside_the_body_leave_no_key() -> None:
    text = "Sponsored: mattresses.\n" + FERRY
    blocks = (
        Block(Span(0, 22), BlockKind.FURNITURE),
        Block(Span(23, len(text)), BlockKind.BODY),
    )
    page, rarity = Document("page", text, blocks, "en"), frequencies(frozenset({"en"}))

    made = sketch(page, prepare(page, rarity), rarity)

    assert made.keys.tolist() == drawn("bare", FERRY).keys.tolist()


def test_a_sentence_that_repeats_the_title_counts_once() -> None:
    lead = "The ferry ran aground off Skarholm."

    assert drawn("one", lead + " All are safe.", lead).phrases.count == 2


def test_a_book_is_laid_by_its_first_sentences_only() -> None:
    text = " ".join(f"The boat number {word} sank today." for word in range(500))

    assert drawn("book", text).phrases.count <= SENTENCES
