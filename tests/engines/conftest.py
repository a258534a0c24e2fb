"""Every engine on one pile, each in a process of its own.

Run by `make test-engines`. Without RETOLD_ENGINES these tests are not collected: they need Daft,
Ray, PySpark and Java, which `make test` does not ask for.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.engines.ran import Engine, write_pile

collect_ignore_glob = [] if os.environ.get("RETOLD_ENGINES") else ["test_*.py"]
# A Ray or a Spark that does not come up must not hold the build.
LONGEST = 600  # seconds

Run = Callable[[Engine], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented news with reprints, rewordings and a wire of many copies, as JSON lines."""
    path = tmp_path_factory.mktemp("engines") / "pile.jsonl"
    write_pile(path)
    return path


@pytest.fixture(scope="session")
def ran(pile: Path) -> Run:
    """What came of an engine put through its checks and over the pile; each is run once."""

    @cache
    def run(engine: Engine) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "tests.engines.ran", *engine.words, str(pile)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)

    return run
