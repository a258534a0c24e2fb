"""What holds for every form of export, and the command."""

import copy
from pathlib import Path

import msgspec
import pytest

from retold.cli.exits import Exit
from retold.cli.main import run
from retold.exports.forms import FORMS
from retold.exports.saved import loaded
from retold.model.errors import NothingReadable
from tests.exports.results import ALL, hostile, read


@pytest.mark.parametrize("name", FORMS)
def test_the_same_result_gives_the_same_bytes_and_is_not_touched(name: str) -> None:
    for result in ALL.values():
        before = copy.deepcopy(result())

        assert FORMS[name].make(result()).files == FORMS[name].make(result()).files
        assert result() == before


@pytest.mark.parametrize("name", FORMS)
def test_no_file_name_leaves_the_folder(name: str) -> None:
    for file in FORMS[name].make(hostile()).files:
        assert Path(file).name == file


def test_a_saved_result_comes_back_as_it_was() -> None:
    assert loaded(msgspec.json.encode(read()), "retold.json") == read()


def test_what_is_no_result_is_refused_with_the_place_where_it_departs() -> None:
    broken = msgspec.json.encode({**read(), "stories": [{"id": 7}]})

    with pytest.raises(NothingReadable, match=r"^broken\.json .*stories\[0\]\.id"):
        loaded(broken, "broken.json")


def test_the_command_exports_a_saved_result(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    saved, folder = tmp_path / "retold.json", tmp_path / "out"
    saved.write_bytes(msgspec.json.encode(read()))

    forms = [word for name in FORMS for word in ("--to", name)]
    assert run(["export", str(saved), *forms, "-o", str(folder)]) is Exit.DONE
    listed = capfd.readouterr().out.split()
    assert sorted(listed) == sorted(path.as_posix() for path in folder.iterdir())
