"""The gate: floors hold, rise, and sink only when told to."""

from pathlib import Path

import pytest

from benchmarks.bootstrap import Figure
from benchmarks.gate import Floors, below, main, raised


def test_a_figure_under_its_floor_is_told() -> None:
    found = {"trees: held": Figure(0.90, 0.85, 0.95)}

    assert below(found, {"trees: held": 0.92}) == ["trees: held: 0.900 is below its floor 0.920"]


def test_a_figure_without_a_value_is_below_its_floor() -> None:
    nothing = Figure(float("nan"), float("nan"), float("nan"))

    assert below({"trees: held": nothing}, {"trees: held": 0.92})


def test_a_floor_rises_to_the_lower_bound() -> None:
    moved, refused = raised({"a": Figure(0.99, 0.9876, 1.0)}, {"a": 0.9}, lower=False)

    assert (moved, refused) == ({"a": 0.987}, [])


def test_a_floor_does_not_sink_unless_told() -> None:
    found = {"a": Figure(0.9, 0.8, 0.95)}

    assert raised(found, {"a": 0.9}, lower=False) == (
        {"a": 0.9},
        ["a: floor 0.900 would sink to 0.800"],
    )
    assert raised(found, {"a": 0.9}, lower=True) == ({"a": 0.8}, [])


def test_floors_read_back_as_written(tmp_path: Path) -> None:
    floors = Floors({"a": 0.9}, {"x/y.jsonl": "00"})

    floors.write(tmp_path / "floors.json")

    assert Floors.read(tmp_path / "floors.json") == floors


@pytest.mark.parametrize(("ci", "code"), [(None, 0), ("true", 1)])
def test_absent_data_pass_on_a_plain_checkout_and_fail_in_ci(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ci: str | None,
    code: int,
) -> None:
    if ci is None:
        monkeypatch.delenv("CI", raising=False)
    else:
        monkeypatch.setenv("CI", ci)

    with pytest.raises(SystemExit) as ended:
        main(["--data", str(tmp_path)])

    assert ended.value.code == code
    assert "not measured" in capsys.readouterr().out
