"""Ten kills of a writer, in a process that forks and so has no threads of a test runner."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="kills are signals")
def test_ten_kills_lose_nothing_that_was_acknowledged(root: Path) -> None:
    command = [sys.executable, "-m", "benchmarks", "kills", "--kills", "10"]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 things wrong" in ended.stdout
