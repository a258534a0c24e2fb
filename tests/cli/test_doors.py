"""The commands behind extras: what they say without them, and before they start."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.cli.exits import Exit
from tests.cli.conftest import Ended


@pytest.mark.parametrize(
    ("command", "package", "extra"), [("serve", "uvicorn", "web"), ("mcp", "mcp.server", "mcp")]
)
def test_a_missing_package_names_its_extra(
    monkeypatch: pytest.MonkeyPatch,
    shell: Callable[..., Ended],
    command: str,
    package: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    ended = shell(command)
    assert ended.code == Exit.USAGE
    assert f"pip install 'retold[{extra}]'" in ended.err


def test_beyond_loopback_nothing_starts_without_a_token(shell: Callable[..., Ended]) -> None:
    ended = shell("serve", "--host", "0.0.0.0")

    assert ended.code == Exit.USAGE
    assert "token" in ended.err


def test_a_short_token_is_refused(shell: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "token").write_text("short", encoding="ascii")

    ended = shell("serve", "--token-file", str(tmp_path / "token"))
    assert ended.code == Exit.USAGE
    assert "16 characters" in ended.err


def test_export_says_which_forms_there_are(shell: Callable[..., Ended]) -> None:
    ended = shell("export", "x.txt", "--to", "word", "-o", "out")

    assert ended.code == Exit.USAGE
    assert "claimreview" in ended.err
