"""What the stages work with: settings, trained weights, prepared documents; and judging a pair."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

from retold.backends.commonness import commonness
from retold.backends.event_weights import event_weights
from retold.backends.role_weights import role_weights
from retold.backends.weights import direction_weights, relation_weights
from retold.changes.drift.entailed import ChangeSettings
from retold.model.document import Document
from retold.model.relation import Relation
from retold.pairs.align import AlignSettings
from retold.pairs.kinds import KindSettings
from retold.pairs.reading import Reading, prepare
from retold.pairs.relate import Judge, RelateSettings, relate
from retold.stories.event import EventWeights, same_event, worth_comparing
from retold.stories.gather import GatherSettings
from retold.stories.keys import Commonness, Keys, plain_keys
from retold.stories.meet import document_keys
from retold.stories.sketch import Sketch, sketch
from retold.text.rarity import Rarity
from retold.text.roles import RoleWeights

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


def prepared(rarity: Rarity, document: Document, make: MakeKeys = plain_keys) -> Prepared:
    """A document with all that is worked out of it alone; `make` makes its keys."""
    reading = prepare(document, rarity)
    keys = document_keys(document, commonness(), make)
    return Prepared(document, reading, sketch(document, reading, rarity), keys)


def worth(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> bool:
    """Whether two that met are to be laid side by side."""
    left, right = (held[name].sketch for name in pair)
    return worth_comparing(left, right, tools.events)


def compare(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> Relation:
    """Two documents: how far they tell of one event, and whether one explains the other."""
    left, right = (held[name] for name in sorted(pair))
    likeness = same_event(left.sketch, right.sketch, tools.events)
    return relate(left.reading, right.reading, tools.judge, likeness)
