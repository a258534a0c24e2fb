"""What came out of a run, how it was made, and what could not be read."""

from dataclasses import dataclass

from retold.model.document import Document
from retold.model.story import Story


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that could not be read: where it lay (record counted from 1; None for a whole file) and why."""

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


@dataclass(frozen=True, slots=True)
class Result:
    """Documents sorted by id, stories by first document id, and what was rejected."""

    run: Run
    documents: tuple[Document, ...]
    stories: tuple[Story, ...]
    rejected: tuple[Rejected, ...] = ()
