import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.commonness import commonness
from retold.stories.keys import TERMS, Keys, plain_keys, plain_products, quick_products
from retold.stories.letters import spelt
from retold.stories.meet import tables
from tests.stories.sketches import BAKERY, FERRY

TABLE = commonness()
# What folding, possessives, separators and words without spaces turn on.
HARD = st.text(alphabet="ab sS'’.,:;1é\u0301ÀßЖа東ก\u200b\n", max_size=120)


def marks(text: str) -> set[int]:
    return set(plain_keys(text, TABLE).marks.tolist())


def same(one: Keys, other: Keys) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("marks", "terms", "scores")
    )


@given(HARD | st.text(max_size=200))
def test_the_compiled_kernel_gives_the_same_keys(text: str) -> None:
    pytest.importorskip("numba", reason="the extra 'volume' is not installed")
    from retold.stories.kernel import kernel_keys

    assert same(kernel_keys(text, TABLE), plain_keys(text, TABLE))


@given(st.text(max_size=200))
def test_any_text_has_ascending_keys_each_once(text: str) -> None:
    found = plain_keys(text, TABLE)

    assert (found.marks[1:] > found.marks[:-1]).all()
    assert (found.terms[1:] > found.terms[:-1]).all()
    assert len(found.terms) == len(found.scores) <= TERMS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brekke", "BREKKE"),
        ("Brekke's", "Brekke"),
        ("caf\u00e9", "cafe\u0301"),
        ("caf\u00e9", "CAFE"),
        ("ｆｅｒｒｙ", "ferry"),
        ("fer\u00adry", "ferry"),
        ("fеrry", "ferry"),
        ("1,200", "1200"),
        ("Straße", "Strasse"),
    ],
)
def test_what_is_written_in_two_ways_is_one_word(one: str, other: str) -> None:
    assert spelt(one).hashes.tolist() == spelt(other).hashes.tolist()


def test_a_name_in_a_sentence_is_told_from_a_word_that_opens_one() -> None:
    assert spelt("Ferries sail. Captains of Veddal rest.").named.tolist() == [
        *(False, False),
        *(False, False, True, False),
    ]


def test_characters_without_spaces_are_words_of_their_own() -> None:
    assert len(spelt("東京 station").hashes) == 3


@pytest.mark.parametrize("bits", [3, 40, 57, 64])
def test_the_kernel_sorts_keys_that_begin_alike(bits: int) -> None:
    pytest.importorskip("numba")
    from retold.stories.kernel import _sorted

    drawn = np.random.default_rng(1).integers(0, (1 << bits) - 1, 2000, np.uint64)

    assert _sorted(drawn).tolist() == sorted(drawn.tolist())


def test_a_copy_between_other_texts_keeps_the_marks_of_the_text() -> None:
    assert len(marks(FERRY) & marks(f"Home. News. {FERRY} {BAKERY}")) >= 0.9 * len(marks(FERRY))


def test_a_run_of_eight_words_leaves_a_mark_wherever_it_is_cut() -> None:
    words = FERRY.split()

    for first in range(len(words) - 8):
        assert marks(" ".join(words[first : first + 8])) & marks(FERRY)


def test_texts_on_other_things_share_no_mark() -> None:
    assert not marks(FERRY) & marks(BAKERY)


def test_keys_are_the_same_on_every_machine() -> None:
    assert spelt("skarholm").hashes.tolist() == [848685016042430831]


@given(st.lists(HARD, min_size=1, max_size=6))
def test_the_compiled_sums_of_terms_are_those_without_a_kernel(texts: list[str]) -> None:
    pytest.importorskip("numba")
    terms, scores = tables([plain_keys(text, TABLE) for text in texts])
    left, right = (side.ravel() for side in np.indices((len(texts), len(texts))))

    assert np.array_equal(
        quick_products()(terms, scores, left, right), plain_products(terms, scores, left, right)
    )
