"""The chain in reading order: documents in, stories out.

prepare    each document becomes a reading (arrays) and a sketch (hashed words)
meet       which two share enough to be compared
compare    two readings become a relation
gather     relations become groups of documents on one event
tell       a group becomes a story: origins, primaries, tree, quotations
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations
from typing import TypeVar

import msgspec

from retold.backends.commonness import commonness
from retold.backends.entailment import entailment
from retold.backends.event_weights import event_weights
from retold.backends.frequencies import frequencies
from retold.backends.role_weights import role_weights
from retold.backends.serial import Serial
from retold.backends.weights import direction_weights, relation_weights
from retold.changes.account import account
from retold.changes.drift.entailed import ChangeSettings
from retold.changes.speakers import speakers
from retold.changes.tellings import Tellings
from retold.model.document import Document
from retold.model.relation import Relation
from retold.model.story import Group, Origin, Stemma, Story
from retold.pairs.align import AlignSettings
from retold.pairs.direction import earliest
from retold.pairs.kinds import KindSettings
from retold.pairs.reading import Reading, prepare
from retold.pairs.relate import Judge, RelateSettings, relate
from retold.ports import Engine
from retold.stories.crowd import Crowd, attached, resting_copies, thinned, with_copies
from retold.stories.event import EventWeights, same_event, worth_comparing
from retold.stories.family import Kin
from retold.stories.forms import Pairs, by_pair
from retold.stories.gather import GatherSettings, gather, weakest_link
from retold.stories.keys import Commonness, Keys, plain_keys, quick_keys
from retold.stories.listed import listed
from retold.stories.meet import document_keys, meetings
from retold.stories.origins import parted
from retold.stories.primaries import primaries
from retold.stories.rebuild import Held, rebuild
from retold.stories.settle import settled, story_id, story_title
from retold.stories.sketch import Sketch, sketch
from retold.stories.stated_makers import credited_makers
from retold.stories.stemma import descend
from retold.stories.traits import traits
from retold.text.quotes import Quotation
from retold.text.rarity import Rarity
from retold.text.roles import RoleWeights
from retold.text.speech import attributed

Item = TypeVar("Item")
# Every pair of a story is judged and listed up to this many tellings (docs/json.md).
ALL_PAIRS_UP_TO = 40
# The compiled kernel takes some seconds to come to life, what it saves on so many documents.
COMPILED_FROM = 5000
SAMPLED = (
    "{count} phrases or pairs of words stand in very many texts; these met a few of each other"
)
Tick = Callable[[str, int, int], None]
MakeKeys = Callable[[str, Commonness], Keys]


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of the chain, by stage.

    Attributes:
        align: when sentences are linked.
        kinds: the bounds between the kinds of relation.
        relate: when a pair is decided.
        gather: when documents are one story.
        changes: what is told to have changed.
    """

    align: AlignSettings = field(default_factory=AlignSettings)
    kinds: KindSettings = field(default_factory=KindSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    gather: GatherSettings = field(default_factory=GatherSettings)
    changes: ChangeSettings = field(default_factory=ChangeSettings)

    @property
    def digest(self) -> str:
        """The sha256 of all settings."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with all that is worked out of it alone."""

    document: Document
    reading: Reading
    sketch: Sketch
    keys: Keys


@dataclass(frozen=True, slots=True)
class Bench:
    """What the stages need besides documents: judge, trained weights, settings."""

    judge: Judge
    events: EventWeights
    roles: RoleWeights
    settings: Settings


def bench(settings: Settings) -> Bench:
    """The trained values that this version ships, under some settings."""
    judge = Judge(
        relation_weights(),
        direction_weights(),
        settings.gather.story_from,
        settings.align,
        settings.kinds,
        settings.relate,
    )
    return Bench(judge, event_weights(), role_weights(), settings)


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
    worth = engine.map(partial(_worth, held=held, tools=tools), met.pairs)
    pairs = [pair for pair, kept in zip(met.pairs, worth, strict=True) if kept]
    judged = engine.map(partial(compare, held=held, tools=tools), pairs)
    relations = list(counted("comparing", len(pairs), judged))
    groups = gather(list(held), relations, settings.gather)
    told = engine.map(partial(tell, held=held, tools=tools), groups)
    return list(counted("telling", len(groups), told))


def _worth(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> bool:
    """Whether two that met are to be laid side by side."""
    left, right = (held[name].sketch for name in pair)
    return worth_comparing(left, right, tools.events)


def compare(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> Relation:
    """Two documents: how far they tell of one event, and whether one explains the other."""
    left, right = (held[name] for name in sorted(pair))
    likeness = same_event(left.sketch, right.sketch, tools.events)
    return relate(left.reading, right.reading, tools.judge, likeness)


def tell(group: Group, held: Mapping[str, Prepared], tools: Bench) -> Story:
    """The story of a group; of very many copies a few are told, and the rest attached to them."""
    dates = {name: earliest(held[name].document.dates) for name in group.documents}
    crowd = thinned(group, dates, ALL_PAIRS_UP_TO)
    told = _told(crowd.group, held, tools)
    return _whole(told, group, crowd, held, tools) if crowd.stands else told


def _whole(
    told: Story, group: Group, crowd: Crowd, held: Mapping[str, Prepared], tools: Bench
) -> Story:
    """A story told of a part of its group, with the copies that were left out."""
    known = by_pair(group.relations)
    joined = {}
    for name, other in crowd.stands.items():
        pair = (min(name, other), max(name, other))
        joined[name] = known[pair] = known.get(pair) or compare(pair, held, tools)
    stemma, origins = attached(told.stemma, crowd, joined), with_copies(told.origins, crowd)
    known |= by_pair(told.relations)
    size = len(group.documents)
    return replace(
        told,
        id=story_id(group.documents),
        documents=group.documents,
        origins=origins,
        primaries=resting_copies(told.primaries, crowd),
        pairs_judged=len(known),
        pairs_possible=size * (size - 1) // 2,
        relations=settled(_shown(known, stemma, origins, held, tools), stemma),
        stemma=stemma,
    )


def _told(group: Group, held: Mapping[str, Prepared], tools: Bench) -> Story:
    """One group of documents: who descends from whom, and what they say."""
    documents = {name: held[name].document for name in group.documents}
    relations = _all_pairs(group, held, tools)
    pairs = by_pair(relations)
    parting = parted(documents, pairs, tools.settings.relate)
    resting = primaries(list(documents.values()), {part[0]: part for part in parting.parts})
    readings = {name: held[name].reading for name in documents}
    kin = Kin(
        documents,
        {name: traits(reading) for name, reading in readings.items()},
        {name: credited_makers(one) for name, one in documents.items()},
        pairs,
    )
    stemma, origins = descend(parting.parts, kin, resting)
    size = len(documents)
    quoted = _attributed(documents, readings, tools)
    tellings = Tellings(documents, readings, quoted, pairs, stemma, origins, resting)
    weighing = tools.settings.changes
    said = account(tellings, weighing, entailment(weighing.entailment))
    return Story(
        id=story_id(documents),
        title=story_title(documents, stemma),
        documents=tuple(sorted(documents)),
        origins=origins,
        origins_at_most=parting.at_most,
        primaries=resting,
        pairs_judged=len(relations),
        pairs_possible=size * (size - 1) // 2,
        relations=settled(_shown(pairs, stemma, origins, held, tools), stemma),
        stemma=stemma,
        quotes=said.quotes,
        claims=said.claims,
        drifts=said.drifts,
        timeline=said.timeline,
        names=said.names,
        rebuilt=rebuild(stemma, Held(documents, readings), tools.settings.align),
        weakest_link=weakest_link(group.documents, relations),
    )


def _attributed(
    documents: Mapping[str, Document], readings: Mapping[str, Reading], tools: Bench
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each telling, every speaker under one name in all of them."""
    sentences = {name: reading.sentences for name, reading in readings.items()}
    found = {
        name: attributed(one.text, one.body, one.language, tools.roles)
        for name, one in documents.items()
    }
    return speakers(documents, sentences, found)


def _all_pairs(group: Group, held: Mapping[str, Prepared], tools: Bench) -> list[Relation]:
    """The group's relations, and in a story short enough those of the pairs that never met."""
    known = by_pair(group.relations)
    if len(group.documents) <= ALL_PAIRS_UP_TO:
        for pair in combinations(sorted(group.documents), 2):
            if pair not in known:
                known[pair] = compare(pair, held, tools)
    return [known[pair] for pair in sorted(known)]


def _shown(
    pairs: Pairs,
    stemma: Stemma,
    origins: Sequence[Origin],
    held: Mapping[str, Prepared],
    tools: Bench,
) -> list[Relation]:
    """The relations that a result lists: all of a short story, of a long one what places it."""
    if sum(len(origin.documents) for origin in origins) <= ALL_PAIRS_UP_TO:
        return [pairs[pair] for pair in sorted(pairs)]
    return [pairs.get(pair) or compare(pair, held, tools) for pair in listed(stemma, origins)]


def prepared(rarity: Rarity, document: Document, make: MakeKeys = plain_keys) -> Prepared:
    """A document with all that is worked out of it alone; `make` makes its keys."""
    reading = prepare(document, rarity)
    keys = document_keys(document, commonness(), make)
    return Prepared(document, reading, sketch(document, reading, rarity), keys)


def _counted(tick: Tick | None, stage: str, total: int, items: Iterable[Item]) -> Iterator[Item]:
    """The items, telling `tick` how many of how many have passed."""
    for done, item in enumerate(items, 1):
        if tick:
            tick(stage, done, total)
        yield item
