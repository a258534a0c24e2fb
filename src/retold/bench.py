"""What the stages work with: settings, trained weights, prepared documents; and judging a pair."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import msgspec

from retold.backends.commonness import commonness
from retold.backends.event_weights import event_weights
from retold.backends.frequencies import frequencies
from retold.backends.role_weights import role_weights
from retold.backends.weights import direction_weights, relation_weights
from retold.changes.drift.entailed import ChangeSettings
from retold.model.document import Document
from retold.model.relation import Relation
from retold.pairs.align import AlignSettings
from retold.pairs.kinds import KindSettings
from retold.pairs.reading import Reading, prepare
from retold.pairs.relate import Judge, RelateSettings, relate
from retold.stories.event import EventWeights, same_event, same_events
from retold.stories.gather import GatherSettings
from retold.stories.keys import Commonness, Keys, plain_keys
from retold.stories.meet import document_keys
from retold.stories.sketch import Sketch, sketch
from retold.text.rarity import Rarity
from retold.text.roles import RoleWeights

MakeKeys = Callable[[str, Commonness], Keys]
MOST_READY = 2_500  # documents kept ready, some 100 kB each


@dataclass(frozen=True, slots=True)
class TellSettings:
    """How much is told of a pile; past these sizes who goes back to whom, and nothing more.

    What tellings say (quotations, claims, changes, times, names, rebuilt texts) is nine tenths of
    the work, and of a large pile nobody reads it all.

    Attributes:
        alone_up_to: documents of a pile up to which it is told of those that stand alone.
        whole_up_to: documents up to which it is told of stories of several tellings.
    """

    alone_up_to: int = 5_000
    whole_up_to: int = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of the chain, by stage.

    Attributes:
        align: when sentences are linked.
        kinds: the bounds between the kinds of relation.
        relate: when a pair is decided.
        gather: when documents are one story.
        changes: what is told to have changed.
        tell: how much is told.
    """

    align: AlignSettings = field(default_factory=AlignSettings)
    kinds: KindSettings = field(default_factory=KindSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    gather: GatherSettings = field(default_factory=GatherSettings)
    changes: ChangeSettings = field(default_factory=ChangeSettings)
    tell: TellSettings = field(default_factory=TellSettings)

    @property
    def digest(self) -> str:
        """The sha256 of all settings."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


@dataclass(frozen=True)
class Prepared:
    """A document with all that is worked out of it alone, each when it is asked for.

    Attributes:
        make: what makes its keys.
        drawn: its sketch, where it was drawn before.
    """

    document: Document
    make: MakeKeys = plain_keys
    drawn: Sketch | None = None

    @cached_property
    def reading(self) -> Reading:
        """Its words and sentences, ready to be laid beside others."""
        return prepare(self.document, self._rarity)

    @cached_property
    def sketch(self) -> Sketch:
        """What is kept of it to find the others on its event."""
        return self.drawn or sketch(self.document, self.reading, self._rarity)

    @cached_property
    def keys(self) -> Keys:
        """What its relatives and the other reports on its event are found by."""
        return keys_of(self.document, self.make)

    @property
    def _rarity(self) -> Rarity:
        # Words are weighed by their own language's table, so that no other document matters.
        language = self.document.language
        return frequencies(frozenset({language} if language else ()))


@dataclass(frozen=True, slots=True)
class Bench:
    """What the stages need besides documents: judge, trained weights, settings."""

    judge: Judge
    events: EventWeights
    roles: RoleWeights
    settings: Settings


def bench(settings: Settings, *, compiled: bool = False) -> Bench:
    """The trained values that this version ships, under some settings.

    `compiled`: whether there is so much to do that it pays to wake the kernels.
    """
    judge = Judge(
        relation_weights(),
        direction_weights(),
        settings.gather.story_from,
        settings.align,
        settings.kinds,
        settings.relate,
        compiled=compiled,
    )
    return Bench(judge, event_weights(), role_weights(), settings)


def keys_of(document: Document, make: MakeKeys = plain_keys) -> Keys:
    """What the relatives of a document and the other reports on its event are found by."""
    return document_keys(document, commonness(), make)


class Ready(Mapping[str, Prepared]):
    """Documents made ready as they are asked for; the last ones stay."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        most: int = MOST_READY,
        drawn: Mapping[str, Sketch] | None = None,
    ) -> None:
        """The last `most` stay; `drawn` are sketches that need not be drawn again."""
        self._documents = documents
        self._most = most
        self._drawn = {} if drawn is None else drawn
        self._made: OrderedDict[str, Prepared] = OrderedDict()

    def __reduce__(self) -> tuple[type["Ready"], tuple[object, ...]]:
        return Ready, (self._documents, self._most, self._drawn)

    def __getitem__(self, name: str) -> Prepared:
        if name not in self._made:
            self._made[name] = Prepared(self._documents[name], drawn=self._drawn.get(name))
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        self._made.move_to_end(name)
        return self._made[name]

    def document(self, name: str) -> Document:
        """A document that is not to be made ready."""
        return self._documents[name]

    def forget(self, names: Collection[str]) -> None:
        """Makes documents that have changed ready anew when they are asked for."""
        for name in names:
            self._made.pop(name, None)

    def let_go(self) -> None:
        """Forgets all that was made ready."""
        self._made.clear()

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


def sketched(names: Sequence[str], ready: Mapping[str, Prepared]) -> dict[str, Sketch]:
    """What is kept of documents to find the others on their events, by id."""
    every = [ready[name] for name in names]
    # All are read before the first is drawn: a processor that stays at one job is quicker at it.
    readings = [one.reading for one in every]
    return {read.document: one.sketch for read, one in zip(readings, every, strict=True)}


def likeness(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> float:
    """How far two documents tell of one event, 0..1."""
    left, right = (held[name].sketch for name in pair)
    return same_event(left, right, tools.events)


def likenesses(
    pairs: Sequence[tuple[str, str]], sketches: Mapping[str, Sketch], tools: Bench
) -> list[float]:
    """How far the two of each pair tell of one event, 0..1."""
    drawn = [(sketches[one], sketches[other]) for one, other in pairs]
    return same_events(drawn, tools.events, compiled=tools.judge.compiled)


def compare(pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench) -> Relation:
    """Two documents: how far they tell of one event, and whether one explains the other."""
    return collated(pair, held, tools, likeness(pair, held, tools))


def compares(
    pairs: Sequence[tuple[str, str]], held: Mapping[str, Prepared], tools: Bench
) -> list[Relation]:
    """`compare` of each pair; they are likened all at once, which is quicker."""
    sketches = {name: held[name].sketch for name in chain.from_iterable(pairs)}
    likely = likenesses(pairs, sketches, tools)
    return [collated(pair, held, tools, same) for pair, same in zip(pairs, likely, strict=True)]


def collated(
    pair: tuple[str, str], held: Mapping[str, Prepared], tools: Bench, same: float
) -> Relation:
    """Whether one of two documents explains the other, which tell of one event as far as `same`."""
    left, right = (held[name].reading for name in sorted(pair))
    return relate(left, right, tools.judge, same)
