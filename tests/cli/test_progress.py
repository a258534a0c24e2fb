"""The progress bar: late, rare, and only for a terminal."""

import io
import time

import pytest

from retold.cli.progress import Progress, line


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time now, to be set by the test."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of stderr; within the test, as pytest changes it before."""
    stderr = Terminal()
    monkeypatch.setattr("sys.stderr", stderr)
    return stderr


def test_the_bar_fills_as_the_work_is_done() -> None:
    assert line("aligning", 0, 8) == "aligning  [........................] 0/8"
    assert line("aligning", 4, 8) == "aligning  [############............] 4/8"
    assert line("aligning", 9, 8) == "aligning  [########################] 9/8"


def test_without_a_total_only_the_count_is_shown() -> None:
    assert line("reading", 12, 0) == "reading   12"


def test_work_of_under_a_second_shows_no_bar(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = on_terminal(monkeypatch)
    with Progress(quiet=False) as progress:
        clock[0] += 0.9
        progress("reading", 1, 2)

    assert terminal.getvalue() == ""


def test_longer_work_shows_a_bar_and_takes_it_away(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = on_terminal(monkeypatch)
    with Progress(quiet=False) as progress:
        clock[0] += 1.1
        progress("reading", 1, 2)
        progress("reading", 2, 2)
        shown = terminal.getvalue()

    assert shown.startswith("\rreading   [############")
    assert "2/2" not in shown
    assert terminal.getvalue().endswith(" \r")


def test_quiet_shows_no_bar(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with Progress(quiet=True) as progress:
        clock[0] += 60
        progress("reading", 1, 2)

    assert terminal.getvalue() == ""


def test_a_file_for_stderr_gets_no_bar(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr("sys.stderr", stderr)

    with Progress(quiet=False) as progress:
        clock[0] += 60
        progress("reading", 1, 2)

    assert stderr.getvalue() == ""
