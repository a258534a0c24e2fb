"""Where results go: stdout, a folder, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.cli.fakes import Faked, document

Shell = Callable[..., Ended]


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_the_summary_goes_to_stdout_without_colour_in_a_pipe(faked: Faked, shell: Shell) -> None:
    ended = shell("read", "pile")

    assert ended.out == "2 tellings colour=False report=None\n"
    assert ended.err == "retold: a note from the reader\n"


def test_quiet_leaves_stderr_empty(faked: Faked, shell: Shell) -> None:
    assert shell("read", "pile", "--quiet").err == ""


def test_json_is_one_document_on_stdout(faked: Faked, shell: Shell) -> None:
    ended = shell("read", "pile", "--json")

    assert [one["id"] for one in json.loads(ended.out)["documents"]] == ["a", "b"]


def test_json_lines_are_a_head_and_a_line_a_story(faked: Faked, shell: Shell) -> None:
    lines = shell("read", "pile", "--json-lines").out.splitlines()

    assert "schema" in json.loads(lines[0])
    assert len(lines) == 2


def test_a_folder_gets_the_page_and_the_json_and_the_summary_says_where(
    faked: Faked, shell: Shell, tmp_path: Path
) -> None:
    ended = shell("read", "pile", "-o", "deep/report")

    assert "report=deep/report/index.html" in ended.out
    assert names(tmp_path / "deep" / "report") == ["index.html", "retold.json"]
    assert json.loads((tmp_path / "deep/report/retold.json").read_bytes())["schema"] == 1


def test_the_folder_holds_the_same_bytes_as_stdout(
    faked: Faked, shell: Shell, tmp_path: Path
) -> None:
    ended = shell("read", "pile", "--json", "-o", "report")

    assert ended.out.encode() == (tmp_path / "report/retold.json").read_bytes()
    assert "the report lies in report/index.html" in ended.err


def test_an_earlier_report_is_replaced(faked: Faked, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "index.html").write_text("earlier", encoding="utf-8")

    shell("read", "pile", "-o", "report")

    assert (tmp_path / "report/index.html").read_text(encoding="utf-8") == "<p>report</p>"


def test_an_earlier_report_is_not_read_as_a_telling(faked: Faked, shell: Shell) -> None:
    faked.pile = [document("a"), document("index", path="report/index.html")]

    ended = shell("read", ".", "-o", "report")

    assert ended.out.startswith("1 tellings")
    assert "left out report/index.html" in ended.err


def test_a_file_in_place_of_the_folder_stops_the_run_before_it_starts(
    faked: Faked, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "report").write_text("mine", encoding="utf-8")

    ended = shell("read", "pile", "-o", "report")

    assert ended.code == 2
    assert "report is a file; name a folder with -o" in ended.err
    assert not faked.settings
    assert (tmp_path / "report").read_text(encoding="utf-8") == "mine"


def test_a_folder_below_a_file_is_refused_without_a_traceback(
    faked: Faked, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    ended = shell("read", "pile", "-o", "file/report")

    assert ended.code == 2
    assert "name another folder with -o" in ended.err


def test_a_folder_named_like_the_page_is_refused_without_leftovers(
    faked: Faked, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "report" / "index.html").mkdir(parents=True)

    ended = shell("read", "pile", "-o", "report")

    assert ended.code == 2
    assert not [name for name in names(tmp_path / "report") if name.endswith(".tmp")]


def test_demo_writes_its_report_to_retold_demo(faked: Faked, shell: Shell, tmp_path: Path) -> None:
    ended = shell("demo")

    assert "report=retold-demo/index.html" in ended.out
    assert (tmp_path / "retold-demo" / "index.html").is_file()


@pytest.mark.parametrize("refusal", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_refused_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, refusal: dict[str, str]
) -> None:
    from retold.cli.streams import wants_colour

    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    assert wants_colour(refused=False)
    assert not wants_colour(refused=True)
    for name, value in refusal.items():
        monkeypatch.setenv(name, value)
    assert not wants_colour(refused=False)


def test_compare_prints_how_the_two_stand(faked: Faked, shell: Shell) -> None:
    assert shell("compare", "a.txt", "b.txt").out == "a copy b\n"


def test_compare_of_a_file_with_itself_has_two_sides(faked: Faked, shell: Shell) -> None:
    assert shell("compare", "a.txt", "a.txt").out == "a (1) copy a (2)\n"


def test_compare_as_json_is_a_relation(faked: Faked, shell: Shell) -> None:
    relation = json.loads(shell("compare", "a.txt", "b.txt", "--json").out)

    assert (relation["left"], relation["right"], relation["kind"]) == ("a", "b", "copy")


def test_compare_refuses_a_pile(faked: Faked, shell: Shell) -> None:
    ended = shell("compare", "pile", "b.txt")

    assert ended.code == 2
    assert "pile holds 2 texts" in ended.err
