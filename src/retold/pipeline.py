"""The chain in reading order: documents in, stories out.

meet       which two share rare words enough to be looked at
prepare    each that met another becomes a reading (arrays) and a sketch (hashed words)
compare    how far two tell of one event; where they share wording, two readings become a relation
gather     relations become groups of documents on one event
tell       a group becomes a story: origins, primaries, tree, quotations
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

from retold.backends.frequencies import frequencies
from retold.backends.serial import Serial
from retold.bench import (
    Bench,
    Prepared,
    Settings,
    TellSettings,
    bench,
    compare,
    keys_of,
    likeness,
    prepared,
)
from retold.model.document import Document
from retold.model.relation import Near
from retold.model.story import Story
from retold.ports import Engine
from retold.stories.event import COMPARED_FROM
from retold.stories.gather import gather
from retold.stories.keys import plain_keys, quick_keys
from retold.stories.meet import Meetings, meetings
from retold.telling import tell, tell_alone

Item = TypeVar("Item")
# The compiled kernel takes some seconds to come to life, what it saves on so many documents.
COMPILED_FROM = 5000
SAMPLED = (
    "{count} phrases or pairs of words stand in very many texts; these met a few of each other"
)
BRIEF = (
    "more than {most:,} documents: of {what} it is told who goes back to whom, and not what they "
    "say (setting {name})"
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

    `say` is told where not all pairs that share something could be looked at, and where documents
    that stand alone are told briefly.
    """
    engine, say = engine or Serial(), say or _nobody
    tools, counted = bench(settings), partial(_counted, tick)
    rarity = frequencies(frozenset(one.language for one in documents if one.language))
    ordered = {one.id: one for one in sorted(documents, key=lambda one: one.id)}
    met = _met(ordered.values(), engine)
    if met.sampled:
        say(SAMPLED.format(count=met.sampled))
    names = set(chain.from_iterable(met.pairs))
    ready = engine.map(partial(prepared, rarity), [ordered[name] for name in sorted(names)])
    held = engine.hold((one.document.id, one) for one in counted("reading", len(names), ready))
    near, worded = _near(met, held, tools, engine)
    judged = engine.map(partial(compare, held=held, tools=tools), worded)
    relations = counted("comparing", len(worded), judged)
    groups = gather(list(ordered), [*relations, *near], settings.gather, engine.components)
    told_of = _told_of(len(ordered), settings.tell, say)
    together = engine.map(
        partial(tell, held=held, tools=tools, whole=told_of.together),
        [one for one in groups if len(one.documents) > 1],
    )
    alone = engine.map(
        partial(tell_alone, rarity=rarity, tools=tools, whole=told_of.alone),
        [ordered[one.documents[0]] for one in groups if len(one.documents) == 1],
    )
    told = counted("telling", len(groups), chain(together, alone))
    return sorted(told, key=lambda story: story.documents)


def _met(documents: Iterable[Document], engine: Engine) -> Meetings:
    """Who is to be looked at side by side."""
    every = list(documents)
    make = quick_keys() if len(every) >= COMPILED_FROM else plain_keys
    keyed = engine.map(partial(keys_of, make=make), every)
    return meetings(zip((one.id for one in every), keyed, strict=True), engine.pairs)


def _near(
    met: Meetings, held: Mapping[str, Prepared], tools: Bench, engine: Engine
) -> tuple[list[Near], list[tuple[str, str]]]:
    """Of pairs that may be of one event: those known by that alone, and those to be compared.

    Two that share no wording are seldom one text retold, and where they are, the story they come
    to lie in has them compared; before that their event is enough.
    """
    likely = engine.map(partial(likeness, held=held, tools=tools), met.pairs)
    near: list[Near] = []
    compared: list[tuple[str, str]] = []
    for pair, worded, same in zip(met.pairs, met.worded, likely, strict=True):
        if same < COMPARED_FROM:
            continue
        if worded:
            compared.append(pair)
        else:
            near.append(Near(*pair, same))
    return near, compared


@dataclass(frozen=True, slots=True)
class _ToldOf:
    """Whether it is told what documents say that stand alone, and what those of a story say."""

    alone: bool
    together: bool


def _told_of(size: int, settings: TellSettings, say: Callable[[str], None]) -> _ToldOf:
    """How much is told of a pile of that size; `say` hears of what is not."""
    found = _ToldOf(size <= settings.alone_up_to, size <= settings.whole_up_to)
    if not found.together:
        say(BRIEF.format(most=settings.whole_up_to, what="stories", name="tell.whole_up_to"))
    if not found.alone:
        what = "texts that stand alone"
        say(BRIEF.format(most=settings.alone_up_to, what=what, name="tell.alone_up_to"))
    return found


def _nobody(_: str) -> None:
    """Hears what nobody asked to hear."""


def _counted(tick: Tick | None, stage: str, total: int, items: Iterable[Item]) -> Iterator[Item]:
    """The items, telling `tick` how many of how many have passed."""
    for done, item in enumerate(items, 1):
        if tick:
            tick(stage, done, total)
        yield item
