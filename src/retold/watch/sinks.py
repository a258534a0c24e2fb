"""Where events go besides the screen: an Atom feed in a file, and an address that takes them."""

import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from retold.backends.store.database import transaction
from retold.backends.store.store import Store

Send = Callable[[str, bytes, Mapping[str, str]], int]
Event = Mapping[str, Any]
ATOM = "http://www.w3.org/2005/Atom"
# Readers of feeds come at least daily; older events are in the store.
IN_FEED = 100
# Characters that XML cannot hold.
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TIMEOUT = 20.0  # seconds
TRIES = 3
FIRST_WAIT = 1.0  # seconds; doubled after each try


def atom(events: Sequence[Event], name: str) -> bytes:
    """An Atom feed of events, the newest first; `name` is what the feed is called."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    latest = max((one["at"] for one in events), default="1970-01-01T00:00:00Z")
    _put(feed, "id", f"urn:retold:{name}")
    _put(feed, "title", f"retold: {name}")
    _put(feed, "updated", latest)
    _put(_put(feed, "author", ""), "name", "retold")
    for one in events:
        entry = _put(feed, "entry", "")
        _put(entry, "id", f"urn:retold:event:{one['id']}")
        _put(entry, "title", f"{one['title']}: {one['kind']}")
        _put(entry, "updated", one["at"])
        _put(entry, "category", "").set("term", one["kind"])
        changed = f"\n{one['before']}\n{one['after']}" if one["before"] or one["after"] else ""
        _put(entry, "content", f"{one['text']}{changed}").set("type", "text")
    written: bytes = ET.tostring(feed, "utf-8", xml_declaration=True)
    return written


def write_atom(store: Store, path: Path) -> None:
    """Writes the newest events of a store as a feed, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(atom(store.journal.last(IN_FEED), store.folder.name))
    half.replace(path)


def deliver(
    store: Store, address: str, send: Send, sleep: Callable[[float], None] = time.sleep
) -> str | None:
    """Sends every event that an address has not taken yet, in order; why it stopped, if it did.

    How far it came is kept in the store: what was not taken is sent again the next time, so that an
    event may come twice (under one `id`) but none is lost.
    """
    reader = f"webhook {address}"
    for place, event in store.journal.after(store.journal.reached(reader)):
        failed = _sent(address, event, send, sleep)
        if failed is not None:
            return failed
        with transaction(store.connection):
            store.journal.reach(reader, place)
    return None


def post(address: str, body: bytes, headers: Mapping[str, str]) -> int:
    """The status with which an address answers to what is posted there.

    Raises:
        OSError: it does not answer.
    """
    import httpx2

    try:
        answer = httpx2.post(address, content=body, headers=dict(headers), timeout=TIMEOUT)
    except httpx2.HTTPError as fault:
        raise OSError(str(fault) or type(fault).__name__) from fault
    return int(answer.status_code)


def _sent(address: str, event: Event, send: Send, sleep: Callable[[float], None]) -> str | None:
    """Why an event was not taken, after some tries; None where it was."""
    body = json.dumps(event).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(event["id"])}
    reason = ""
    for number in range(TRIES):
        if number:
            sleep(FIRST_WAIT * 2.0 ** (number - 1))
        try:
            status = send(address, body, headers)
        except OSError as fault:
            reason = str(fault)
            continue
        if 200 <= status < 300:
            return None
        reason = f"it answered {status}"
    return f"{address}: {reason}; the event is sent again at the next poll"


def _put(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = UNFIT.sub("\ufffd", text)
    return child
