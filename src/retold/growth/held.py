"""Documents of a store made ready for comparing, as they are asked for; the last ones stay."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from retold.backends.store.store import Store
from retold.bench import Bench, Ready, compare
from retold.model.document import Document
from retold.model.relation import Relation

# Some 20 kB each, as much again for every 1,000 characters past the first.
MOST = 1000  # documents
MOST_RELATIONS = 20_000  # some 10 kB each, few of them so large


class Held(Ready):
    """The documents of a store by id, each with all that is worked out of it alone."""

    def __init__(self, store: Store) -> None:
        super().__init__(_Documents(store), MOST)


class _Documents(Mapping[str, Document]):
    """The documents of a store by id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getitem__(self, name: str) -> Document:
        return self._store.document(name)

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._store.shelf.documents())

    def __len__(self) -> int:
        return self._store.shelf.count()


class Relations:
    """The relations of pairs by their ids, judged as they are asked for; the last ones stay."""

    def __init__(self, held: Held, tools: Bench) -> None:
        self._held = held
        self._tools = tools
        self._known: OrderedDict[tuple[str, str], Relation] = OrderedDict()

    def of(self, one: str, other: str) -> Relation:
        """The relation of two documents."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            self._known[pair] = compare(pair, self._held, self._tools)
            if len(self._known) > MOST_RELATIONS:
                self._known.popitem(last=False)
        return self._known[pair]

    def let_go(self) -> None:
        """Forgets all that was judged."""
        self._known.clear()

    def forget(self, keys: set[str]) -> None:
        """Forgets the relations of documents that have changed."""
        for pair in [pair for pair in self._known if not keys.isdisjoint(pair)]:
            del self._known[pair]
