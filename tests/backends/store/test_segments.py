"""Sorted key files: what was put in is found again, however the files were merged."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.backends.store.holdings import held, sampled
from retold.backends.store.segments import (
    RANKED_FROM,
    Merge,
    Segment,
    Stopped,
    due,
    merged,
    opened,
    places,
    times,
    written,
)
from retold.model.errors import StoreUnusable
from retold.ports import Holders
from retold.stories.letters import Hashes, mixed

KEYS = st.integers(0, 2**64 - 1) | st.integers(0, 5)
FILES = st.lists(st.lists(st.tuples(KEYS, st.integers(0, 20)), max_size=20), max_size=4)
# A folder may serve several examples: files are written over.
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
NOBODY = np.zeros(0, np.int64)


def ranks(numbers: np.ndarray) -> Hashes:
    return mixed(np.asarray(numbers, np.uint64))


def found(parts: list, asked: list[int]) -> list[list[int]]:
    every = held(parts, np.array(asked, np.uint64))
    return [every.of(place).tolist() for place in range(len(asked))]


@SHARED
@given(FILES, st.sets(KEYS), st.sets(st.integers(0, 20)))
def test_who_holds_a_key_is_the_same_in_many_files_and_in_one(
    tmp_path: Path, files: list[list[tuple[int, int]]], more: set[int], gone: set[int]
) -> None:
    parts = []
    for number, rows in enumerate(files):
        keys = np.array([key for key, _ in rows], np.uint64)
        holders = np.array([holder for _, holder in rows], np.int64)
        parts.append(written(tmp_path, f"{number}.keys", keys, holders, ranks))
    rows = [row for part in files for row in part]
    asked = sorted(more | {key for key, _ in rows})

    expected = [sorted(holder for key, holder in rows if key == one) for one in asked]
    assert found(parts, asked) == expected
    if parts:
        without = np.array(sorted(gone), np.int64)
        one = merged(tmp_path, Merge("one.keys", parts, without), ranks)
        left = [[holder for holder in holders if holder not in gone] for holders in expected]
        assert found([one], asked) == left
        every = held(parts, np.array(asked, np.uint64)).without(without)
        assert [every.of(place).tolist() for place in range(len(asked))] == left


def test_files_of_one_size_are_merged_when_there_are_four(tmp_path: Path) -> None:
    keys = np.arange(10, dtype=np.uint64)
    parts = [written(tmp_path, f"{n}.keys", keys, np.full(10, n), ranks) for n in range(4)]

    assert due(parts[:3]) == []
    assert due(parts) == parts
    assert merged(tmp_path, Merge("all.keys", parts, NOBODY), ranks).size == 40


@pytest.mark.parametrize("length", [0, 11])
def test_a_file_that_was_cut_is_told(tmp_path: Path, length: int) -> None:
    written(tmp_path, "a.keys", np.arange(1, dtype=np.uint64), np.zeros(1, np.int64), ranks)
    (tmp_path / "a.keys").write_bytes(bytes(length))

    with pytest.raises(StoreUnusable, match=r"a\.keys is not as it was written"):
        opened(tmp_path, "a.keys", 1)


@SHARED
@given(
    st.lists(st.lists(st.integers(0, 400), unique=True, max_size=150), min_size=1, max_size=3),
    st.sets(st.integers(0, 400)),
    st.booleans(),
)
def test_of_a_key_that_very_many_hold_the_few_are_found_that_stand_for_them(
    tmp_path: Path, files: list[list[int]], absent: set[int], whole: bool
) -> None:
    holding = Holders(RANKED_FROM, 4)
    parts = [part(tmp_path, number, rows) for number, rows in enumerate(files)]
    if whole:
        parts = [merged(tmp_path, Merge("one.keys", parts, NOBODY), ranks)]

    every = sorted({one for rows in files for one in rows} - absent)
    without = np.array(sorted(absent), np.int64)
    given_ones = sampled(parts, np.array([7], np.uint64), holding, without).without(without)
    known = np.unique(given_ones.holders).tolist()
    if len(every) <= RANKED_FROM:
        assert known == every
    else:
        assert len(known) > RANKED_FROM or len(given_ones.holders) > RANKED_FROM
        assert by_rank(known)[:4] == by_rank(every)[:4]


def test_a_merge_that_nobody_wants_any_more_leaves_nothing(tmp_path: Path) -> None:
    parts = [part(tmp_path, 0, [1, 2]), part(tmp_path, 1, [3])]
    before = sorted(tmp_path.iterdir())

    with pytest.raises(Stopped):
        merged(tmp_path, Merge("one.keys", parts, NOBODY), ranks, lambda: True)
    assert sorted(tmp_path.iterdir()) == before


def part(folder: Path, number: int, holders: list[int]) -> Segment:
    keys = np.full(len(holders), 7, np.uint64)
    return written(folder, f"{number}.keys", keys, np.array(holders, np.int64), ranks)


def by_rank(numbers: list[int]) -> list[int]:
    return sorted(numbers, key=lambda one: int(ranks(np.array([one]))[0]))


@given(st.lists(KEYS, min_size=1, max_size=60), st.lists(KEYS, max_size=8), st.integers(1, 9))
def test_many_keys_are_found_at_once_where_each_is_found_alone(
    held_keys: list[int], asked: list[int], most: int
) -> None:
    keys = np.sort(np.array(held_keys, np.uint64))
    wanted = np.array(asked, np.uint64)

    assert places(keys, wanted).tolist() == np.searchsorted(keys, wanted).tolist()
    begin, end = np.searchsorted(keys, keys, "left"), np.searchsorted(keys, keys, "right")
    assert times(keys, begin, most).tolist() == np.minimum(end - begin, most).tolist()
