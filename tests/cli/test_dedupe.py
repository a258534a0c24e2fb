"""`retold dedupe`: one text of a telling stays, every other has a line that says why."""

import json
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from retold.cli import kinship
from retold.cli.estimate import line
from retold.cli.exits import Exit
from retold.cli.main import retold
from retold.stories.meet import Wordings
from tests.invented.prose import paraphrase, retyped, story

NO = np.zeros(0, np.int64)


class Stopped(Exception):
    """What a test raises in place of an interrupt."""


NEWS, OTHER = story(61), story(62)
TEXTS = {
    "first": NEWS.body,
    "same": NEWS.body,
    "reworded": paraphrase(NEWS).body,
    "other": OTHER.body,
    "retyped": retyped(OTHER.body),
}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]


def corpus(folder: Path, **more: str) -> Path:
    path = folder / "corpus.jsonl"
    rows = [{"id": name, "text": text, "extra": 1} for name, text in (TEXTS | more).items()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run(source: Path, *more: str) -> Result:
    target = source.with_name(f"unique{source.suffix}")
    result = CliRunner().invoke(
        retold, ["dedupe", str(source), str(target), "-q", *more], standalone_mode=False
    )
    if result.exception:
        raise result.exception
    return result


def test_one_text_of_each_telling_stays_as_it_came(tmp_path: Path) -> None:
    source = corpus(tmp_path)
    before = lines(source)

    assert run(source).return_value is Exit.DONE
    kept = lines(tmp_path / "unique.jsonl")
    assert len(kept) == 2
    assert all(row in before for row in kept)


def test_every_text_left_out_is_told_with_what_stands_for_it_and_why(tmp_path: Path) -> None:
    run(corpus(tmp_path))

    kept = {row["id"] for row in lines(tmp_path / "unique.jsonl")}
    told = lines(tmp_path / "unique.matches.jsonl")
    assert {row["id"] for row in told} == set(TEXTS) - kept
    assert all(row["instead"] in kept and row["kind"] and row["why"] for row in told)


def test_of_copies_alone_rewordings_stay(tmp_path: Path) -> None:
    run(corpus(tmp_path), "--keep", "one-per-copy")

    kept = {row["id"] for row in lines(tmp_path / "unique.jsonl")}
    assert "reworded" in kept
    assert len({"first", "same"} & kept) == 1


def test_parquet_goes_in_and_out_with_all_its_columns(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra 'tables' is not installed")
    from pyarrow import parquet

    rows = lines(corpus(tmp_path))
    source = tmp_path / "corpus.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), source)
    run(source)

    kept = parquet.read_table(tmp_path / "unique.parquet").to_pylist()
    assert len(kept) == 2
    assert all(row in rows for row in kept)
    assert parquet.read_table(tmp_path / "unique.matches.parquet").num_rows == 3


def test_two_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    source = corpus(tmp_path)
    run(source)
    once = (tmp_path / "unique.matches.jsonl").read_bytes()

    run(source, "--jobs", "2")
    assert (tmp_path / "unique.matches.jsonl").read_bytes() == once


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(10, 19), st.booleans()), max_size=30),
    st.integers(1, 12),
)
def test_verdicts_that_come_late_leave_the_same_ones_taken(
    told: list[tuple[int, int, bool]], ahead: int
) -> None:
    known = {(left, right): dependent for left, right, dependent in told}
    left, right = (
        (np.array(side, np.int64) for side in zip(*known, strict=True)) if known else (NO, NO)
    )
    pairs = Wordings(left, right, np.ones(len(known), np.int64), 0)

    def taken(most: int) -> list[tuple[int, int]]:
        asked, found = kinship.Asked(pairs, every=False), []
        coming, waiting = iter(asked), list[tuple[int, int]]()
        while waiting := [*waiting, *islice(coming, most - len(waiting))]:
            pair = waiting.pop(0)
            if asked.takes(kinship.Match(*pair, "", known[pair], 1.0, "")):
                found.append(pair)
        return found

    assert taken(ahead) == taken(1)


def test_a_run_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = corpus(tmp_path)
    run(source)
    whole = (tmp_path / "unique.matches.jsonl").read_bytes()
    judge, asked = kinship.Verdicts.__call__, list[tuple[int, int]]()

    def stopped(self: kinship.Verdicts, pair: tuple[int, int]) -> kinship.Match:
        asked.append(pair)
        if len(asked) == 2:
            raise Stopped
        return judge(self, pair)

    monkeypatch.setattr(kinship.Verdicts, "__call__", stopped)
    with pytest.raises(Stopped):
        run(source)
    run(source)

    assert len(asked) == len(set(asked)) + 1
    assert (tmp_path / "unique.matches.jsonl").read_bytes() == whole
    assert not (tmp_path / "unique.jsonl.work").exists()


def test_a_row_without_a_text_is_counted_and_left_out(tmp_path: Path) -> None:
    source = corpus(tmp_path)
    with source.open("a", encoding="utf-8") as out:
        out.write('not json\n{"id": "empty", "text": " "}\n[1]\n')

    assert run(source).return_value is Exit.SOME_REJECTED
    assert len(lines(tmp_path / "unique.jsonl")) == 2


def test_the_time_left_is_estimated_from_the_pace() -> None:
    assert line("keys", 1000, 4000, 50) == "keys: 1,000 of 4,000, 50 a second, 1 min 0 s left"
    assert line("keys", 1000, 0, 50) == "keys: 1,000, 50 a second"
