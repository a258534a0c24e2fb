import sys
from dataclasses import fields, replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.pairs import relate as relating
from retold.pairs.align import AlignSettings, align
from retold.pairs.collate import collate
from retold.pairs.counting import PLAIN, Counting, counting
from retold.pairs.counts import Counts
from retold.pairs.edits import edited
from retold.pairs.grid import Grid
from retold.pairs.ground import grounds
from retold.pairs.halves import Half
from retold.pairs.relate import COMPILED_UP_TO, relate
from tests.invented.prose import excerpt, longer, paraphrase, reordered, story
from tests.pairs.readings import MILL, judge, reading, related

# Few words and many stops: words stand twice, runs return, sentences are alike and some are empty.
WORDS = ["harbour", "harbor", "mill", "Vannick", "hydrant", "the", "of", "7", "a", '"', ".", ". "]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=90).map(" ".join)
SEEDS = st.integers(0, 300)


@pytest.fixture(scope="module")
def compiled() -> Counting:
    pytest.importorskip("numba", reason="the extra 'volume' is not installed")
    return counting(compiled=True)


def same(one: Grid | Counts | Half, other: Grid | Counts | Half) -> bool:
    """Whether two frozen values hold the same numbers, to the last bit."""
    names = [field.name for field in fields(one)]
    pairs = [(getattr(one, name), getattr(other, name)) for name in names]
    return all(mine is theirs or np.array_equal(mine, theirs) for mine, theirs in pairs)


def agree(left: str, right: str, compiled: Counting) -> None:
    readings = reading("left", left), reading("right", right)
    plain, fast = (collate(*readings, by=by) for by in (PLAIN, compiled))

    assert same(fast.grid, plain.grid)
    assert align(fast, AlignSettings()) == align(plain, AlignSettings())
    for name in ("left", "right"):
        assert same(*(getattr(edited(one), name) for one in (fast, plain)))
    for name in ("prose", "whole"):
        mine, theirs = (getattr(grounds(one), name).counts for one in (fast, plain))
        assert same(mine, theirs)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_compiled_and_not_the_same_is_counted_of_few_words(
    compiled: Counting, left: str, right: str
) -> None:
    agree(left, right, compiled)


@settings(max_examples=20, deadline=None)
@given(SEEDS, st.integers(0, 4))
def test_compiled_and_not_the_same_is_judged_of_reports(
    compiled: Counting, seed: int, made: int
) -> None:
    first = story(seed)
    other = (
        longer(first, seed + 900, 3),
        excerpt(first, 1, 6),
        reordered(paraphrase(first), seed),
        paraphrase(first),
        story(seed + 901),
    )[made]
    left, right = reading("left", first.body), reading("right", other.body)

    agree(first.body, other.body, compiled)
    assert relate(left, right, replace(judge(), compiled=True), 1.0) == related(left, right)


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", MILL), (MILL, ""), (MILL, ". .")])
def test_compiled_and_not_the_same_is_counted_of_nothing(
    compiled: Counting, left: str, right: str
) -> None:
    agree(left, right, compiled)


def test_without_numba_numpy_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "retold.pairs.counts_kernel", None)

    assert counting.__wrapped__(compiled=True) is PLAIN


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 40))
def test_compiled_and_not_one_longest_common_subsequence_is_taken(
    compiled: Counting, left: str, right: str, shared: int
) -> None:
    common = " ".join(WORDS[:9] * shared)
    found = collate(reading("left", f"{left} {common} {right}"), reading("right", right + common))

    for mine, theirs in zip(
        compiled.edits(found.left, found.right), PLAIN.edits(found.left, found.right), strict=True
    ):
        assert mine.alone.tolist() == theirs.alone.tolist()
        assert mine.passages.tolist() == theirs.passages.tolist()


@pytest.mark.parametrize(("words", "asked"), [(COMPILED_UP_TO, True), (COMPILED_UP_TO + 1, False)])
def test_numpy_counts_where_a_text_is_very_long(words: int, asked: bool) -> None:
    """A table that returns to one word ten thousand times takes no square of that."""
    sides = reading("left", "mill " * words), reading("right", "The mill is shut.")
    with patch.object(relating, "counting", wraps=counting) as chosen:
        relate(*sides, replace(judge(), compiled=True), 1.0)

    chosen.assert_called_once_with(compiled=asked)
