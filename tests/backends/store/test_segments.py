"""Sorted key files: what was put in is found again, however the files were merged."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.backends.store.segments import due, held, merged, opened, written
from retold.model.errors import StoreUnusable

KEYS = st.integers(0, 2**64 - 1) | st.integers(0, 5)
FILES = st.lists(st.lists(st.tuples(KEYS, st.integers(0, 20)), max_size=20), max_size=4)
# A folder may serve several examples: files are written over.
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
NOBODY = np.zeros(0, np.int64)


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
        parts.append(written(tmp_path, f"{number}.keys", keys, holders))
    rows = [row for part in files for row in part]
    asked = sorted(more | {key for key, _ in rows})

    expected = [sorted(holder for key, holder in rows if key == one) for one in asked]
    assert found(parts, asked) == expected
    if parts:
        without = np.array(sorted(gone), np.int64)
        one = merged(tmp_path, "one.keys", parts, without)
        left = [[holder for holder in holders if holder not in gone] for holders in expected]
        assert found([one], asked) == left
        every = held(parts, np.array(asked, np.uint64)).without(without)
        assert [every.of(place).tolist() for place in range(len(asked))] == left


def test_files_of_one_size_are_merged_when_there_are_eight(tmp_path: Path) -> None:
    keys = np.arange(10, dtype=np.uint64)
    parts = [written(tmp_path, f"{n}.keys", keys, np.full(10, n)) for n in range(8)]

    assert due(parts[:7]) == []
    assert due(parts) == parts
    assert merged(tmp_path, "all.keys", parts, NOBODY).size == 80


@pytest.mark.parametrize("length", [0, 11])
def test_a_file_that_was_cut_is_told(tmp_path: Path, length: int) -> None:
    written(tmp_path, "a.keys", np.arange(1, dtype=np.uint64), np.zeros(1, np.int64))
    (tmp_path / "a.keys").write_bytes(bytes(length))

    with pytest.raises(StoreUnusable, match=r"a\.keys is not as it was written"):
        opened(tmp_path, "a.keys", 1)
