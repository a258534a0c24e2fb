"""The commands with stand-ins behind them, run from an empty folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from retold.cli.main import run
from tests.cli.fakes import Faked


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Faked:
    """Stand-ins for readers, face and reports; the current folder is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    fake = Faked()
    fake.install(monkeypatch)
    return fake


@pytest.fixture
def shell(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run one command line in this process."""

    def ran(*arguments: str) -> Ended:
        code = run(arguments)
        written = capfd.readouterr()
        return Ended(int(code), written.out, written.err)

    return ran
