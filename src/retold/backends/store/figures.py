"""How much a store holds, and how it was made."""

from retold.backends.store.keyrings import Kind
from retold.backends.store.schema import VERSION
from retold.backends.store.store import Store

COUNTS = {
    "documents": "SELECT count(*) FROM documents",
    "waiting": "SELECT count(*) FROM documents WHERE number IS NULL",
    "revisions": "SELECT count(*) FROM documents WHERE revision > 1",
    "texts": "SELECT count(*) FROM texts",
    "stories": "SELECT count(*) FROM stories",
    "stories of several texts": "SELECT count(*) FROM stories WHERE size > 1",
    "largest story": "SELECT coalesce(max(size), 0) FROM stories",
    "former story ids": "SELECT count(*) FROM former",
    "pairs compared": "SELECT count(*) FROM pairs WHERE likeness IS NOT NULL",
    "events": "SELECT count(*) FROM events",
    "addresses watched": "SELECT count(*) FROM watched",
}


def figures(store: Store) -> dict[str, int | str]:
    """The figures of a store by name; sizes in bytes."""
    found: dict[str, int | str] = {"format": VERSION, "made by": store.fact("made by") or ""}
    for name, query in COUNTS.items():
        (found[name],) = store.connection.execute(query).fetchone()
    for kind in Kind:
        parts = store.keyrings.segments(kind)
        found[f"keys of {kind}"] = sum(part.size for part in parts)
        found[f"files of {kind}"] = len(parts)
    files = [path for path in store.folder.iterdir() if path.is_file()]
    found["bytes"] = sum(path.stat().st_size for path in files)
    return found
