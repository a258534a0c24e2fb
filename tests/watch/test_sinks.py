"""Events sent on: a feed that any reader takes, and an address that gets every event."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import pytest

from retold.backends.store.database import transaction
from retold.backends.store.store import Store, writing
from retold.watch.sinks import atom, deliver


def event(number: int, text: str = "It changed.") -> dict[str, Any]:
    return {
        "id": f"e{number}",
        "kind": "new-root",
        "story": "s",
        "title": "News & <more>",
        "documents": ["a"],
        "text": text,
        "before": "",
        "after": "",
        "at": f"2031-03-0{number}T10:00:00+00:00",
    }


def note(store: Store, *numbers: int) -> None:
    with transaction(store.connection):
        for number in numbers:
            store.journal.add(f"e{number}", event(number))


def test_the_feed_holds_every_event_and_no_character_that_breaks_it() -> None:
    parsed = feedparser.parse(atom([event(2, "A \x00 \ud800 text."), event(1)], "news"))

    assert not parsed.bozo
    assert [entry.id for entry in parsed.entries] == ["urn:retold:event:e2", "urn:retold:event:e1"]
    assert parsed.entries[0].title == "News & <more>: new-root"


class Receiver:
    """An address that answers with these statuses in turn, an OSError where it is None."""

    def __init__(self, *statuses: int | None) -> None:
        self.statuses = list(statuses)
        self.keys: list[str] = []

    def send(self, address: str, body: bytes, headers: Mapping[str, str]) -> int:
        status = self.statuses.pop(0) if self.statuses else 200
        if status is None:
            raise OSError("no answer")
        if status == 200:
            self.keys.append(headers["Idempotency-Key"])
        return status


@pytest.fixture
def waits() -> list[float]:
    return []


def test_an_event_that_was_not_taken_is_sent_again(tmp_path: Path, waits: list[float]) -> None:
    receiver = Receiver(500, None, 200)
    with writing(tmp_path) as store:
        note(store, 1, 2)

        assert deliver(store, "https://a.example", receiver.send, waits.append) is None
    assert receiver.keys == ["e1", "e2"]
    assert waits == [1.0, 2.0]


def test_what_a_dead_address_missed_comes_later_and_once(
    tmp_path: Path, waits: list[float]
) -> None:
    dead, alive = Receiver(200, 500, 500, 500), Receiver()
    with writing(tmp_path) as store:
        note(store, 1, 2, 3)

        failed = deliver(store, "https://a.example", dead.send, waits.append)
        assert failed is not None
        assert "it answered 500" in failed
        deliver(store, "https://a.example", alive.send, waits.append)
    assert (dead.keys, alive.keys) == (["e1"], ["e2", "e3"])
