"""A store folded together: one key file a kind, nothing that is gone, no empty pages."""

from retold.backends.store.database import transaction
from retold.backends.store.store import Store


def compacted(store: Store) -> None:
    """Merges all key files and gives back what is free; what a stopped run has left goes too."""
    store.merger.settle()
    with transaction(store.connection):
        store.keyrings.whole(store.numbers("gone"))
        store.connection.execute("DELETE FROM gone")
    store.keyrings.sweep()
    store.connection.execute("VACUUM")
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
