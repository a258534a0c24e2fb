"""The chain in reading order: documents in, stories out.

meet       which two share wording, or the words that weigh most
lay        two that share wording, if they may be of one event, become a relation
near       how far two that share none tell of one event
gather     relations become groups of documents on one event
tell       a group becomes a story: origins, primaries, tree, quotations
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

from retold.backends.serial import Serial
from retold.bench import (
    Bench,
    MakeKeys,
    Prepared,
    Ready,
    Settings,
    TellSettings,
    bench,
    collated,
    keys_of,
    likenesses,
    sketched,
)
from retold.model.document import Document
from retold.model.relation import Near, Relation
from retold.model.story import Group, Story
from retold.ports import Engine
from retold.stories.event import COMPARED_FROM
from retold.stories.gather import gather
from retold.stories.keys import Keys, plain_keys, quick_keys
from retold.stories.meet import meetings
from retold.stories.parts import walked
from retold.stories.sketch import Sketch
from retold.telling import ALL_PAIRS_UP_TO, tell, tell_alone

Item = TypeVar("Item")
Pair = tuple[str, str]
# The compiled kernel takes some seconds to come to life, what it saves on so many documents.
COMPILED_FROM = 5000
FEW = 16  # pairs laid side by side, or documents sketched, in one run
MANY = 5000  # pairs asked at once how far they tell of one event
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
    tools = bench(settings, compiled=len(documents) >= COMPILED_FROM)
    counted = partial(_counted, tick)
    held = engine.hold((one.id, one) for one in sorted(documents, key=lambda one: one.id))
    ready = Ready(held)
    met = meetings(_keyed(held, engine), engine.pairs)
    worded = next(met)
    runs = _runs(worded.pairs)
    # Other processes lay them side by side while this one goes on to who shares terms.
    laid = engine.map(partial(_laid, ready=ready, tools=tools), runs)
    (termed,) = met
    sampled = worded.sampled + termed.sampled
    if sampled and len(held) > ALL_PAIRS_UP_TO:  # in fewer all pairs of a story are judged
        say(SAMPLED.format(count=sampled))
    relations, sketches = _parted(counted("comparing", len(runs), laid))
    rest = sorted(set(chain.from_iterable(termed.pairs)) - sketches.keys())
    drawn = engine.map(partial(sketched, ready=ready), _cut(rest, FEW))
    every = chain.from_iterable(one.items() for one in drawn)
    sketches |= counted("likening", len(rest), every)
    likened = engine.hold(sketches.items())
    near = _near(termed.pairs, likened, tools, engine)
    groups = gather(list(held), [*relations, *near], settings.gather, engine.components)
    told_of = _told_of(len(held), settings.tell, say)
    several = engine.hold((one.documents[0], one) for one in groups if len(one.documents) > 1)
    ready = Ready(held, drawn=likened)
    told = partial(_told, groups=several, ready=ready, tools=tools, told_of=told_of)
    alone = [one.documents[0] for one in groups if len(one.documents) == 1]
    stories = counted("telling", len(groups), engine.map(told, [*several, *alone]))
    return sorted(stories, key=lambda story: story.documents)


def _keyed(held: Mapping[str, Document], engine: Engine) -> Iterator[tuple[str, Keys]]:
    """What relatives and other reports are found by, by id."""
    make = quick_keys() if len(held) >= COMPILED_FROM else plain_keys
    return zip(held, engine.map(partial(_keys, held=held, make=make), list(held)), strict=True)


def _keys(name: str, held: Mapping[str, Document], make: MakeKeys) -> Keys:
    return keys_of(held[name], make)


def _runs(pairs: Sequence[Pair]) -> list[Sequence[Pair]]:
    """The pairs a few at a time, in an order in which few texts need be made ready twice."""
    turns = walked(pairs)
    every = sorted(pairs, key=lambda pair: sorted((turns[one] for one in pair), reverse=True))
    return _cut(every, FEW)


def _cut(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in order, `size` and fewer at a time."""
    return [items[at : at + size] for at in range(0, len(items), size)]


def _laid(
    pairs: Sequence[Pair], ready: Mapping[str, Prepared], tools: Bench
) -> tuple[list[Relation], dict[str, Sketch]]:
    """The relations of pairs that may be of one event, and what else tells of their events."""
    sketches = sketched(sorted(set(chain.from_iterable(pairs))), ready)
    likely = zip(pairs, likenesses(pairs, sketches, tools), strict=True)
    worth = ((pair, same) for pair, same in likely if same >= COMPARED_FROM)
    return [collated(pair, ready, tools, same) for pair, same in worth], sketches


def _parted(
    laid: Iterable[tuple[list[Relation], dict[str, Sketch]]],
) -> tuple[list[Relation], dict[str, Sketch]]:
    """All relations, and all sketches."""
    relations: list[Relation] = []
    sketches: dict[str, Sketch] = {}
    for found, drawn in laid:
        relations += found
        sketches |= drawn
    return relations, sketches


def _near(
    pairs: Sequence[Pair], sketches: Mapping[str, Sketch], tools: Bench, engine: Engine
) -> list[Near]:
    """Of pairs that share no wording those that may be of one event.

    They are seldom one text retold, and where they are, the story they come to lie in has them
    compared; before that their event is enough.
    """
    likely = engine.map(partial(likenesses, sketches=sketches, tools=tools), _cut(pairs, MANY))
    every = zip(pairs, chain.from_iterable(likely), strict=True)
    return [Near(*pair, same) for pair, same in every if same >= COMPARED_FROM]


@dataclass(frozen=True, slots=True)
class _ToldOf:
    """Whether it is told what documents say that stand alone, and what those of a story say."""

    alone: bool
    together: bool


def _told(
    name: str,
    groups: Mapping[str, Group],
    ready: Ready,
    tools: Bench,
    told_of: _ToldOf,
) -> Story:
    """The story of the group whose first document it is, or of the document alone."""
    if name in groups:
        return tell(groups[name], ready, tools, whole=told_of.together)
    return tell_alone(ready.document(name), tools, whole=told_of.alone)


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
