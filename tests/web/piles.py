"""An invented pile to read, and how a test waits for a job."""

import json
from typing import Any

from starlette.testclient import TestClient

from tests.invented.prose import paraphrase, retyped, story

FIRST, OTHER = story(51), story(77)
PILE = [
    {"id": "ardle", "text": FIRST.body, "outlet": "Ardle Echo"},
    {"id": "folder/brent", "text": retyped(FIRST.body), "outlet": "Brent Post"},
    {"id": "calder", "text": paraphrase(FIRST).body, "outlet": "Calder News"},
    {"id": "<script>alert(1)</script>", "text": OTHER.body, "title": "<script>alert(2)</script>"},
]
ENDED = ("done", "failed")


def ended(client: TestClient, job: str) -> dict[str, Any]:
    """The job once it has ended, as its stream of events tells it."""
    lines = client.get(f"/v1/jobs/{job}/events").text.splitlines()
    told: dict[str, Any] = json.loads(lines[-2].removeprefix("data: "))
    return told
