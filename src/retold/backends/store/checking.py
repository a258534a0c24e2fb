"""A store read from end to end: whatever is not as it was written, in a line each."""

from collections.abc import Iterator
from hashlib import sha256

import numpy as np

from retold.backends.store import coding
from retold.backends.store.keyrings import Kind
from retold.backends.store.segments import Segment, by_rank
from retold.backends.store.store import Store
from retold.model.errors import StoreUnusable

# What the tables promise each other, as a query that counts what breaks it.
PROMISES = {
    "documents are in no story": (
        "SELECT count(*) FROM documents WHERE number IS NOT NULL AND story IS NULL"
    ),
    "documents are in a story that is not there": (
        "SELECT count(*) FROM documents WHERE story NOT IN (SELECT number FROM stories)"
    ),
    "documents have no text": (
        "SELECT count(*) FROM documents WHERE digest NOT IN (SELECT digest FROM texts)"
    ),
    "stories have another size than is noted": (
        "SELECT count(*) FROM stories WHERE size != "
        "(SELECT count(*) FROM documents WHERE story = stories.number)"
    ),
    "pairs are of documents that are gone": (
        "SELECT count(*) FROM pairs WHERE one NOT IN (SELECT number FROM documents "
        "WHERE number IS NOT NULL) OR other NOT IN (SELECT number FROM documents "
        "WHERE number IS NOT NULL)"
    ),
    "former story ids lead nowhere": (
        "SELECT count(*) FROM former WHERE document NOT IN (SELECT row FROM documents)"
    ),
}


def faults(store: Store) -> Iterator[str]:
    """What is wrong with a store; nothing where all is well."""
    for (line,) in store.connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the database: {line}"
    for words, query in PROMISES.items():
        (count,) = store.connection.execute(query).fetchone()
        if count:
            yield f"{count} {words}"
    yield from _texts(store)
    yield from _keys(store)


def _texts(store: Store) -> Iterator[str]:
    """Texts that are no longer what they were, and documents that cannot be put together."""
    query = "SELECT id, digest, packed FROM documents JOIN texts USING (digest)"
    for key, digest, packed in store.connection.execute(query):
        try:
            text = coding.unpacked_text(packed)
            store.document(key)
        except Exception as fault:  # noqa: BLE001 - whatever a broken text breaks is told of
            yield f"{key}: cannot be read ({type(fault).__name__})"
            continue
        if sha256(text.encode("utf-8", "surrogatepass")).digest() != digest:
            yield f"{key}: its text was changed"


def _keys(store: Store) -> Iterator[str]:
    """Key files that are missing, cut, out of order, or lack a document."""
    rows = store.connection.execute("SELECT number FROM documents WHERE number IS NOT NULL")
    numbers = np.array(sorted(row[0] for row in rows), np.int64)
    try:
        cards = store.cards.of(numbers)
    except (OSError, ValueError, IndexError) as fault:
        yield f"the cards: {fault}"
        return
    for kind in Kind:
        try:
            parts = store.keyrings.segments(kind)
        except StoreUnusable as fault:
            yield str(fault)
            continue
        yield from (f"{part.name}: {fault}" for part in parts for fault in _disorder(store, part))
        if kind is Kind.MARKS:
            held = np.concatenate([np.zeros(0, "<u4"), *(part.holders for part in parts)])
            counts = np.bincount(held, minlength=int(numbers.max(initial=0)) + 1)[numbers]
            for number in numbers[counts != cards["marks"]].tolist():
                yield f"the keys of document {number} are not all there"


def _disorder(store: Store, part: Segment) -> Iterator[str]:
    """What is out of order in a key file."""
    if np.any(part.keys[1:] < part.keys[:-1]):
        yield "its keys are out of order"
        return
    try:
        ordered = by_rank(part.keys, part.holders, store.ranks)
    except IndexError:
        yield "it names documents that never were"
        return
    if np.any(ordered != part.holders):
        yield "the holders of a key are out of order"
