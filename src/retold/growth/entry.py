"""Documents entered into a store: numbers, cards and keys, by which others find them."""

from collections.abc import Sequence

import numpy as np

from retold.backends.store.cards import CARD, card
from retold.backends.store.keyrings import Kind
from retold.backends.store.store import Store
from retold.bench import MakeKeys, keys_of
from retold.growth.labels import Labelled
from retold.stories.keys import term_pairs
from retold.stories.letters import Hashes


def enter(store: Store, ready: Sequence[Labelled], make: MakeKeys) -> dict[int, Hashes]:
    """Gives documents numbers, and keeps their cards and keys; their marks by number."""
    first = int(store.fact("next number") or 1)
    cards, marks, terms = [np.zeros(0, CARD)], [], []
    for number, one in enumerate(ready, first):
        keys = keys_of(one.document, make)
        store.shelf.number(one.row, number, one.blocks)
        cards.append(card(one.document.id, keys))
        marks.append(keys.marks)
        terms.append(term_pairs(keys.terms))
    store.note("next number", str(first + len(ready)))
    store.cards.write(first, np.concatenate(cards))
    store.keyrings.add(Kind.MARKS, marks, first)
    store.keyrings.add(Kind.TERMS, terms, first)
    return dict(enumerate(marks, first))
