"""The doors to what lies outside: readers, embedders, judges of entailment, stores, engines."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from retold.model.document import Document
from retold.model.run import Rejected
from retold.model.story import Story

Item = TypeVar("Item")
Made = TypeVar("Made")


class Source(Protocol):
    """What a reader is given: bytes, wherever they lie, and what they are called."""

    @property
    def id(self) -> str:
        """What its document is called, or its records are called after."""
        ...

    @property
    def name(self) -> str:
        """Its name for people, as printed in `rejected`."""
        ...

    @property
    def open(self) -> Callable[[], BinaryIO]:
        """Gives a stream at the first byte; called once."""
        ...


class Reader(Protocol):
    """Documents out of one format; found by an entry point in the group `retold.readers`."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Of the names of its files, lower case and with the point."""
        ...

    def recognises(self, head: bytes) -> bool:
        """Whether bytes that begin so are of its format, whatever their file is called."""
        ...

    def read(self, source: Source, options: Any) -> Iterator[Document | Rejected]:
        """The documents of `source` in its order; a record without a text is a `Rejected`.

        `options` is a `retold.readers.options.ReadOptions`. One record is held at a time, and
        nothing is raised for what is wrong with the bytes.
        """
        ...


class Embedder(Protocol):
    """Sentences as points; the core ships none."""

    @property
    def id(self) -> str:
        """Name and hash of the weights: two embedders that differ never share one."""
        ...

    def embed(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """Unit rows, float32, shape (sentences, width)."""
        ...


@dataclass(frozen=True, slots=True)
class Entails:
    """How one sentence stands to another, as probabilities that sum to 1."""

    entailment: float
    neutral: float
    contradiction: float


class Entailment(Protocol):
    """A judge of what follows from what; found by an entry point in `retold.entailment`.

    The core ships none. Asked only where the setting `changes.entailment` names it.
    """

    @property
    def id(self) -> str:
        """Name and hash of the weights."""
        ...

    def judge(self, premise: str, hypothesis: str) -> Entails:
        """Whether `hypothesis` follows from `premise`; the same answer each time."""
        ...


class Store(Protocol):
    """Where documents lie while they are compared, and stories once they are told."""

    def document(self, key: str) -> Document:
        """The document of that id; KeyError where there is none."""
        ...

    def keep(self, story: Story) -> None:
        """Holds `story`; one of the same id is replaced."""
        ...


@dataclass(frozen=True, slots=True)
class Holders:
    """How the holders of one key meet: all of them up to `most`, else each a `few` of them."""

    most: int
    few: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of places that share keys, ascending, the lesser place first.

    Attributes:
        left, right: int64 (p,), places of documents.
        shared: int64 (p,), how many keys the two share, as far as keys were not sampled.
        sampled: keys of more holders than may all meet, whose holders met a few of them.
    """

    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    shared: npt.NDArray[np.int64]
    sampled: int


class Engine(Protocol):
    """What the chain asks of a machine, in four verbs. Every engine gives the same answers.

    Found by an entry point in the group `retold.engines`: a function of where the cluster is (None
    for this machine) and how many processes it may use, which gives a context manager of an engine.
    """

    def map(self, function: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """`function` of every item, in the order of the items; what it raises is raised here.

        The work may begin before a result is asked for.
        """
        ...

    def hold(self, items: Iterable[tuple[str, Item]]) -> Mapping[str, Item]:
        """The items by name, where the functions of `map` that are made of it can read them.

        Names differ; they are iterated in the order given.
        """
        ...

    def pairs(
        self,
        keys: Sequence[npt.NDArray[np.uint64]],
        ranks: npt.NDArray[np.int64],
        least: int,
        holding: Holders,
    ) -> Iterator[Joined]:
        """The pairs of places that share `least` keys and more, in one piece or several.

        The lesser places ascend from piece to piece; the keys sampled add up over all. `keys` are
        ascending, each once, by place. `ranks` (by place, each once) says in which order the
        holders of a key stand for the others, where they are more than `holding.most`.
        """
        ...

    def components(self, edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """The connected parts of the edges, each sorted, in the order of their first ids."""
        ...
