"""Every engine on one pile, each in a process of its own.

Run by `make test-engines`. Without RETOLD_ENGINES these tests are not collected: they need Daft,
Ray, PySpark and Java, which `make test` does not ask for.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

import pytest

from tests.engines.ran import Engine, write_pile

collect_ignore_glob = [] if os.environ.get("RETOLD_ENGINES") else ["test_*.py"]
# A Ray or a Spark that does not come up must not hold the build.
LONGEST = 600  # seconds
HOST = "127.0.0.1"

Run = Callable[[Engine], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented news with reprints, rewordings and a wire of many copies, as JSON lines."""
    path = tmp_path_factory.mktemp("engines") / "pile.jsonl"
    write_pile(path)
    return path


@pytest.fixture
def ray(tmp_path: Path, socket_enabled: None) -> Iterator[dict[str, str]]:
    """A Ray that runs for itself: its addresses, for a driver beside it and for Ray's client."""
    port, client = _free_ports(2)
    command = [str(Path(sys.executable).with_name("ray")), "start", "--head", "--block"]
    words = [f"--node-ip-address={HOST}", f"--port={port}", f"--ray-client-server-port={client}"]
    words += ["--num-cpus=2", "--include-dashboard=false", "--disable-usage-stats"]
    said = tmp_path / "said.txt"
    with pytest.MonkeyPatch.context() as patch, said.open("wb") as out:
        patch.setenv("RAY_AUTH_MODE", "disabled")
        head = subprocess.Popen([*command, *words], stdout=out, stderr=subprocess.STDOUT)
        try:
            for one in (port, client):
                _wait_for(one, head, said)
            yield {"driver": f"{HOST}:{port}", "client": f"ray://{HOST}:{client}"}
        finally:
            head.terminate()
            head.wait(60)


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens at."""
    with ExitStack() as stack:
        bound = [stack.enter_context(socket.create_server((HOST, 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in bound]


def _wait_for(port: int, process: "subprocess.Popen[bytes]", said: Path) -> None:
    """Comes back as soon as somebody listens."""
    for _ in range(LONGEST):
        if process.poll() is not None:
            break
        with suppress(OSError), socket.create_connection((HOST, port), 1):
            return
        time.sleep(0.5)
    raise RuntimeError(f"no Ray at port {port}: {said.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture(scope="session")
def ran(pile: Path) -> Run:
    """What came of an engine put through its checks and over the pile; each is run once."""

    @cache
    def run(engine: Engine) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "tests.engines.ran", *engine.words, str(pile)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)

    return run
