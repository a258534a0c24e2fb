"""A server as a user starts it: another process, a real socket on loopback."""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from retold.web.routes import OPERATIONS
from tests.web.piles import FIRST, OTHER

# The client is ours to open sockets: the server's process is not held by the test's ban.
pytestmark = pytest.mark.enable_socket


def test_the_address_that_is_printed_answers(process: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", process)
    sent = json.dumps({"left": FIRST.body, "right": OTHER.body}).encode()
    request = urllib.request.Request(
        f"{process}v1/compare", sent, {"Content-Type": "application/json"}
    )

    with urllib.request.urlopen(request, timeout=120) as answer:
        assert json.load(answer)["dependence"] == "independent"
        assert "Server" not in answer.headers


@pytest.mark.slow
def test_schemathesis_finds_no_failure(process: str, tmp_path: Path) -> None:
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{process}v1/openapi.json"),
        *("--max-examples", "3", "--phases", "coverage,fuzzing,stateful"),
        *("--seed", "1", "--no-color"),
    ]

    # It keeps what it found in the current folder.
    ended = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=900
    )
    assert ended.returncode == 0, ended.stdout[-5000:]
    # All but the description itself, which it has read before.
    assert f"Tested: {len(OPERATIONS) - 1}" in " ".join(ended.stdout.split())
