"""What came out of a run, how it was made, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.model.document import Document
from retold.model.story import Story

if TYPE_CHECKING:
    from retold.model.output import ResultDict


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be read: where it lay (record from 1; None for a whole file) and why."""

    path: str
    record: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """How a result was made; `settings` is the sha256 of all settings in force."""

    version: str
    settings: str
    embedder: str | None
    documents: int
    network: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """Documents sorted by id, stories by first document id, and what was rejected.

    Iterates over the stories.
    """

    run: Run
    documents: tuple[Document, ...]
    stories: tuple[Story, ...]
    rejected: tuple[Rejected, ...] = ()

    def to_dict(self) -> "ResultDict":
        """The document of docs/json.md: dicts, lists, strings, numbers, sorted and rounded."""
        # Imported late: `shape` takes the nouns apart, this one among them.
        from retold.model.shape import result_dict

        return result_dict(self)

    def __iter__(self) -> Iterator[Story]:
        return iter(self.stories)

    def __repr__(self) -> str:
        from retold.model.glance import result_line

        return result_line(self)

    def _repr_html_(self) -> str:
        from retold.model.glance import result_table

        return result_table(self)
