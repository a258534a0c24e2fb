"""The chain in reading order: documents in, stories out.

prepare    each document becomes a reading (arrays) and a sketch (hashed words)
meet       which two share enough to be compared
compare    two readings become a relation
gather     relations become groups of documents on one event
tell       a group becomes a story: origins, primaries, tree, quotations
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from retold.backends.frequencies import frequencies
from retold.backends.serial import Serial
from retold.bench import Settings, bench, compare, prepared, worth
from retold.model.document import Document
from retold.model.story import Story
from retold.ports import Engine
from retold.stories.gather import gather
from retold.stories.keys import plain_keys, quick_keys
from retold.stories.meet import meetings
from retold.telling import tell

Item = TypeVar("Item")
# The compiled kernel takes some seconds to come to life, what it saves on so many documents.
COMPILED_FROM = 5000
SAMPLED = (
    "{count} phrases or pairs of words stand in very many texts; these met a few of each other"
)
Tick = Callable[[str, int, int], None]


def retell(
    documents: Sequence[Document],
    settings: Settings,
    engine: Engine | None = None,
    tick: Tick | None = None,
    say: Callable[[str], None] | None = None,
) -> list[Story]:
    """The stories told by `documents`, whose ids differ, in the order of their first ids.

    `say` is told where not all pairs that share something could be looked at.
    """
    engine = engine or Serial()
    tools = bench(settings)
    counted = partial(_counted, tick)
    languages = frozenset(one.language for one in documents if one.language)
    rarity = frequencies(languages)
    ordered = sorted(documents, key=lambda one: one.id)
    make = quick_keys() if len(ordered) >= COMPILED_FROM else plain_keys
    ready = counted(
        "reading", len(ordered), engine.map(partial(prepared, rarity, make=make), ordered)
    )
    held = {one.document.id: one for one in ready}
    met = meetings((name, one.keys) for name, one in held.items())
    if met.sampled and say:
        say(SAMPLED.format(count=met.sampled))
    kept = engine.map(partial(worth, held=held, tools=tools), met.pairs)
    pairs = [pair for pair, near in zip(met.pairs, kept, strict=True) if near]
    judged = engine.map(partial(compare, held=held, tools=tools), pairs)
    relations = list(counted("comparing", len(pairs), judged))
    groups = gather(list(held), relations, settings.gather)
    told = engine.map(partial(tell, held=held, tools=tools), groups)
    return list(counted("telling", len(groups), told))


def _counted(tick: Tick | None, stage: str, total: int, items: Iterable[Item]) -> Iterator[Item]:
    """The items, telling `tick` how many of how many have passed."""
    for done, item in enumerate(items, 1):
        if tick:
            tick(stage, done, total)
        yield item
