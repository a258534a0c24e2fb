import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.shelf import LocalFile, Sent, Shelf, write


@given(st.dictionaries(st.text(), st.lists(st.integers())))
def test_a_shelf_is_what_was_put_on_it(
    tmp_path_factory: pytest.TempPathFactory, items: dict[str, list[int]]
) -> None:
    path = tmp_path_factory.mktemp("shelf") / "items"
    write(items.items(), path)

    assert list(Shelf(LocalFile(str(path))).items()) == list(items.items())


def test_a_pickled_shelf_is_small_and_still_finds_its_items(tmp_path: Path) -> None:
    path = tmp_path / "items"
    write([(str(number), "x" * 1000) for number in range(100)], path)
    carried = pickle.dumps(Shelf(LocalFile(str(path))))

    assert len(carried) < 300
    assert pickle.loads(carried)["7"] == "x" * 1000


def test_a_file_that_was_sent_is_read_here_and_elsewhere_where_it_was_sent_to(
    tmp_path: Path,
) -> None:
    write([("a", "here")], tmp_path / "here")
    write([("a", "there")], tmp_path / "there")
    shelf: Shelf[str] = Shelf(Sent(str(tmp_path / "here"), LocalFile(str(tmp_path / "there"))))

    assert shelf["a"] == "here"
    assert pickle.loads(pickle.dumps(shelf))["a"] == "there"


def test_a_name_that_is_not_on_the_shelf_is_a_key_error(tmp_path: Path) -> None:
    write([("a", 1)], tmp_path / "items")

    with pytest.raises(KeyError):
        Shelf(LocalFile(str(tmp_path / "items")))["b"]
