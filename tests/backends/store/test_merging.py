"""Key files merged beside the writer: complete in the end, and harmless wherever a kill falls."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from retold.backends.store import segments
from retold.backends.store.checking import faults
from retold.backends.store.database import transaction
from retold.backends.store.holdings import held
from retold.backends.store.keyrings import Keyrings, Kind
from retold.backends.store.store import Store, examining, reading, writing
from tests.growth.piles import add, document, exported
from tests.invented.prose import story

MANY = 4  # portions: more than one merge of each kind


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    """Two files of a size are merged already."""
    with patch.object(segments, "WIDTH", 2):
        yield


def grown(folder: Path, count: int = MANY) -> None:
    """A store that was added to in so many portions of one text."""
    for number in range(count):
        add(folder, [document(f"n{number}", story(number).body)])


def names(store: Store) -> list[str]:
    return [part.name for kind in Kind for part in store.keyrings.segments(kind)]


def test_portions_leave_few_files_and_every_key(tmp_path: Path) -> None:
    grown(tmp_path)

    with reading(tmp_path) as store:
        assert all(len(store.keyrings.segments(kind)) <= 2 for kind in Kind)
        assert list(faults(store)) == []


def test_only_the_files_that_count_are_left_in_the_folder(tmp_path: Path) -> None:
    grown(tmp_path)

    with reading(tmp_path) as store:
        assert sorted(path.name for path in tmp_path.glob("*.keys")) == sorted(names(store))


def test_a_reader_is_not_disturbed_by_a_merge_beside_it(tmp_path: Path) -> None:
    grown(tmp_path, segments.WIDTH - 1)

    with reading(tmp_path) as store:
        before = names(store)
        grown(tmp_path)
        assert names(store) == before
        keys = np.unique(store.keyrings.segments(Kind.MARKS)[0].keys)
        found = held(store.keyrings.segments(Kind.MARKS), keys)
        assert len(found.holders) >= len(keys)


def test_who_works_everything_out_anew_takes_no_merge_of_former_keys(tmp_path: Path) -> None:
    grown(tmp_path, segments.WIDTH - 1)
    with writing(tmp_path) as store:
        with transaction(store.connection):
            one = np.zeros(1, np.uint64)
            store.keyrings.add(Kind.MARKS, [one], 1)
        store.merger.tend()
        with transaction(store.connection):
            store.begin_anew()

    with examining(tmp_path) as store:
        assert names(store) == []


def test_a_key_file_that_is_out_of_order_is_told(tmp_path: Path) -> None:
    grown(tmp_path, 1)
    with reading(tmp_path) as store:
        (part,) = store.keyrings.segments(Kind.MARKS)
        keys, holders = part.keys[::-1].tobytes(), part.holders.tobytes()
    (tmp_path / part.name).write_bytes(keys + holders)

    with reading(tmp_path) as store:
        assert list(faults(store)) == [f"{part.name}: its keys are out of order"]


def test_a_full_disk_leaves_the_files_that_were_to_be_merged(tmp_path: Path) -> None:
    grown(tmp_path, segments.WIDTH - 1)
    before = exported(tmp_path)

    with (
        patch.object(segments, "merged", side_effect=OSError(28, "No space left on device")),
        pytest.raises(OSError, match="No space"),
    ):
        add(tmp_path, [document("more", story(77).body)])
    with reading(tmp_path) as store:
        assert list(faults(store)) == []
        assert store.document("more").text == story(77).body
    assert exported(tmp_path) != before


@pytest.mark.skipif(os.name == "nt", reason="kills are signals")
@pytest.mark.parametrize("step", ["half written", "written", "named", "committed"])
def test_a_kill_in_mid_merge_harms_nothing(tmp_path: Path, step: str) -> None:
    grown(tmp_path / "killed", segments.WIDTH - 1)
    _killed_at(step, lambda: grown(tmp_path / "killed", segments.WIDTH))

    with reading(tmp_path / "killed") as store:
        assert list(faults(store)) == []
    grown(tmp_path / "killed")
    grown(tmp_path / "other")
    assert exported(tmp_path / "killed") == exported(tmp_path / "other")
    with reading(tmp_path / "killed") as store:
        assert list(faults(store)) == []


def _killed_at(step: str, work: Callable[[], None]) -> None:
    """Does some work in a process that dies at a step of the first merge."""
    child = os.fork()
    if not child:
        with STEPS[step]:
            work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the merge never came to that step"


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _put_and_die(*given: Any) -> None:
    PUT(*given)
    if threading.current_thread() is not threading.main_thread():
        _die()


def _merge_and_die(*given: Any) -> None:
    MERGED(*given)
    _die()


def _name_and_die(*given: Any) -> None:
    REPLACE(*given)
    _die()


def _die_instead_of_sweeping(keyrings: Keyrings) -> None:
    if "merging" in {one.name.partition("_")[0] for one in threading.enumerate()}:
        _die()


PUT, MERGED, REPLACE = segments._put, segments.merged, Keyrings.replace
STEPS: dict[str, AbstractContextManager[object]] = {
    "half written": patch.object(segments, "_put", _put_and_die),
    "written": patch.object(segments, "merged", _merge_and_die),
    "named": patch.object(Keyrings, "replace", _name_and_die),
    "committed": patch.object(Keyrings, "sweep", _die_instead_of_sweeping),
}
