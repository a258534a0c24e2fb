from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model.document import Span
from retold.model.relation import Alignment, LinkKind
from retold.pairs.align import AlignSettings, align
from tests.invented.prose import excerpt, paraphrase, reordered, story
from tests.pairs.readings import MILL, MILL_REWORDED, collated

Pair = tuple[tuple[Span, ...], tuple[Span, ...], LinkKind]
SEEDS = st.integers(0, 300)


def aligned(left: str, right: str) -> Alignment:
    return align(collated(left, right), AlignSettings())


def texts(alignment: Alignment, left: str, right: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([span.of(left) for span in link.left], [span.of(right) for span in link.right])
        for link in alignment.links
    ]


def mirrored(alignment: Alignment) -> list[tuple[Pair, float]]:
    return sorted(
        ((link.right, link.left, link.kind), round(link.likeness, 9)) for link in alignment.links
    )


@settings(max_examples=15)
@given(SEEDS)
def test_the_alignment_of_the_sides_changed_is_the_mirror_of_it(seed: int) -> None:
    one = story(seed).body
    other = reordered(paraphrase(excerpt(story(seed), 1, 9)), seed).body

    forth = sorted(
        ((link.left, link.right, link.kind), round(link.likeness, 9))
        for link in aligned(one, other).links
    )
    assert forth == mirrored(aligned(other, one))


@settings(max_examples=10)
@given(SEEDS)
def test_sentences_that_stand_twice_are_aligned_alike_from_both_sides(seed: int) -> None:
    twice = story(seed, 3).body + "\n" + story(seed, 3).body
    once = story(seed, 3).body

    forth = sorted(
        ((link.left, link.right, link.kind), round(link.likeness, 9))
        for link in aligned(twice, once).links
    )
    assert forth == mirrored(aligned(once, twice))


@settings(max_examples=15)
@given(SEEDS)
def test_a_text_against_itself_is_all_verbatim(seed: int) -> None:
    text = story(seed).body
    links = aligned(text, text).links

    assert {link.kind for link in links} == {LinkKind.VERBATIM}
    assert all(link.left == link.right and link.likeness == 1 for link in links)


@settings(max_examples=15)
@given(SEEDS)
def test_a_sentence_stands_in_one_link_at_most(seed: int) -> None:
    links = aligned(story(seed).body, paraphrase(story(seed)).body).links
    for spans in (
        [s for link in links for s in link.left],
        [s for link in links for s in link.right],
    ):
        assert len(spans) == len(set(spans))


def test_links_come_in_the_order_of_the_right_text() -> None:
    begins = [link.right[0].begin for link in aligned(MILL, MILL_REWORDED).links]

    assert begins == sorted(begins)
    assert len(begins) == 5


def test_a_moved_sentence_is_followed() -> None:
    left = "The mill burned down. Nine families fled the bakery. The roof fell into the pond."
    right = "The roof fell into the pond. The mill burned down. Nine families fled the bakery."

    assert [one for one, _ in texts(aligned(left, right), left, right)] == [
        ["The roof fell into the pond."],
        ["The mill burned down."],
        ["Nine families fled the bakery."],
    ]


def test_two_sentences_joined_into_one_are_one_link() -> None:
    left = "Engines from three parishes pumped the millpond. The owner had asked for a hydrant."
    right = (
        "Engines from three parishes pumped the millpond, and the owner had asked for a hydrant."
    )

    ((one, other),) = texts(aligned(left, right), left, right)
    assert len(one) == 2
    assert len(other) == 1


def test_a_changed_word_makes_an_edit_and_other_words_a_rewriting() -> None:
    left = "Nine families were led out of the burning bakery by the back stairs at night."
    edited = "Ten families were led out of the burning bakery by the back stairs at night."
    rewritten = "By night the bakery's back stairs were how families, nine of them, got out."

    assert aligned(left, edited).links[0].kind is LinkKind.EDITED
    assert aligned(left, rewritten).links[0].kind is LinkKind.REWRITTEN


def test_texts_without_a_word_in_common_have_no_link() -> None:
    assert aligned("Nine families fled.", "Crab prices doubled overnight.").links == ()


def test_an_empty_text_has_no_link() -> None:
    assert aligned("", MILL).links == ()
