"""A server in this process, and one in another; both on loopback, with one worker."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from retold.web.app import application
from retold.web.settings import WebSettings
from tests.web.piles import ENDED, PILE, ended

TOKEN = "a-token-of-an-invented-server"
AT = "http://127.0.0.1:8734"


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of a server without a token."""
    with TestClient(application(WebSettings(workers=1)), AT, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def told(client: TestClient) -> str:
    """The id of a job that has read the pile."""
    started = client.post("/v1/jobs", json={"texts": PILE, "name": "a pile"})
    assert started.status_code == 202
    job = ended(client, started.json()["id"])
    assert job["state"] in ENDED
    assert job["state"] == "done", job["reason"]
    return str(job["id"])


@pytest.fixture(scope="session")
def shut() -> TestClient:
    """A client of a server that asks for a token; its lifespan is not run, nothing is compared."""
    return TestClient(application(WebSettings(token=TOKEN, workers=1)), AT, follow_redirects=False)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[str]:
    """The address of a server in a process of its own, as a user starts it."""
    command = [sys.executable, "-m", "retold", "serve", "--port", "0", "--workers", "1", "-q"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        yield started.stdout.readline().strip()
        started.terminate()
