"""What goes in and out of API v1, as types: the API description is generated from here."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from retold.model.fields import Begin, Count, DocumentId, End, Share, says
from retold.model.output import RejectedDict
from retold.model.relation import Dependence, RelationKind

# The longest text that is read (retold.readers.text.LONGEST_TEXT).
LONGEST = 300_000
MOST_TEXTS = 200  # texts of one call that is answered at once; more go to a job
MOST_OF_JOB = 5000
INDEPENDENCE = "Counts say who told it independently of whom, not whether it is true."

Text = Annotated[str, Meta(min_length=1, max_length=LONGEST, description="plain text")]
Id = Annotated[str, Meta(min_length=1, max_length=500)]
Short = Annotated[str, Meta(max_length=2000)]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What comes in: a name nobody reads is an error."""


class CompareRequest(Strict, frozen=True):
    """Two texts to be compared; nothing of them is kept."""

    left: Text
    right: Text


class Telling(Strict, frozen=True):
    """A text and what is known of it."""

    text: Text
    id: Annotated[Id | None, says("null: its place in the list, from 1")] = None
    url: Short | None = None
    outlet: Short | None = None
    title: Short | None = None
    date: Annotated[Annotated[str, Meta(max_length=100)] | None, says("ISO 8601")] = None


class OriginsRequest(Strict, frozen=True):
    """Texts to be grouped by the telling they go back to; nothing of them is kept."""

    texts: Annotated[list[Telling], Meta(min_length=1, max_length=MOST_TEXTS)]


class GroupAnswer(msgspec.Struct, frozen=True):
    """Texts that go back to one telling."""

    label: Annotated[str, says("name of that telling")]
    story: Annotated[str, says("id of the story they tell")]
    documents: Annotated[list[DocumentId], says("the one to show first, then by id")]
    weight: Annotated[Share, says("of each: 1 over their number, so that the group weighs one")]


class StoryCount(msgspec.Struct, frozen=True):
    """A story and its counts."""

    id: str
    title: str
    tellings: Count
    origins: Annotated[Count, says("the least number the evidence allows")]
    origins_at_most: Annotated[Count, says("the greatest, with every undecided pair apart")]
    primaries: Annotated[list[str], says("what the tellings rest on")]
    documents: list[DocumentId]


class OriginsAnswer(msgspec.Struct, frozen=True):
    """Texts by origin."""

    groups: list[GroupAnswer]
    stories: list[StoryCount]
    rejected: list[RejectedDict]
    note: str = INDEPENDENCE


class QuoteRequest(Strict, frozen=True):
    """A quotation to be looked up, in the texts given or else in what the server holds."""

    quote: Annotated[str, Meta(min_length=1, max_length=5000)]
    speaker: Annotated[str, Meta(max_length=200)] | None = None
    texts: Annotated[list[Telling], Meta(max_length=MOST_TEXTS)] = []
    job: Annotated[Id | None, says("look in this job alone")] = None


class FoundQuote(msgspec.Struct, frozen=True):
    """A place that has the words, or a part of them, or other words for them."""

    match: Annotated[str, says("same words, in part, other words, without quotation marks")]
    story: str
    document: DocumentId
    begin: Begin
    end: End
    words: str
    speaker: str | None
    style: str | None
    status: str | None
    note: str | None


class QuoteAnswer(msgspec.Struct, frozen=True):
    """Where a quotation stands."""

    quote: str
    texts: Annotated[Count, says("texts looked in")]
    found: list[FoundQuote]
    cannot_measure: Annotated[str | None, says("why nothing could be looked up; null otherwise")]


class JobRequest(Strict, frozen=True):
    """A pile to be read; its stories are held until the server ends."""

    texts: Annotated[list[Telling], Meta(min_length=1, max_length=MOST_OF_JOB)]
    name: Annotated[str, Meta(max_length=200)] | None = None


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class JobAnswer(msgspec.Struct, frozen=True):
    """A job: what it does, how far it is, what came of it."""

    id: str
    name: str
    state: JobState
    stage: Annotated[str, says("reading, comparing, telling; empty before and after")]
    done: Count
    total: Annotated[Count, says("0 where it is not known")]
    documents: Count
    stories: Count
    rejected: Count
    reason: Annotated[str | None, says("why it failed")]


class JobPage(msgspec.Struct, frozen=True):
    """Some of the jobs."""

    items: list[JobAnswer]
    total: Count
    next: Annotated[str | None, says("where the next page lies; null on the last")]


class StoryItem(msgspec.Struct, frozen=True):
    """A story in a list."""

    job: str
    id: str
    title: str
    tellings: Count
    origins: Count
    origins_at_most: Count
    primaries: list[str]
    documents: list[DocumentId]
    outlets: list[str]


class StoryPage(msgspec.Struct, frozen=True):
    """Some of the stories held."""

    items: list[StoryItem]
    total: Count
    next: str | None


class DocumentItem(msgspec.Struct, frozen=True):
    """A document in a list, without its text."""

    job: str
    id: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    date: Annotated[str | None, says("the most trusted one, ISO 8601")]
    characters: Count
    story: str
    origin: str


class DocumentPage(msgspec.Struct, frozen=True):
    """Some of the documents held."""

    items: list[DocumentItem]
    total: Count
    next: str | None


class OutletItem(msgspec.Struct, frozen=True):
    """An outlet, and from whom its tellings come."""

    outlet: str
    documents: Count
    parentless: Annotated[Count, says("documents that go back to no other document held")]
    takes_from: Annotated[
        dict[str, int], says("tellings that go back to one of that outlet, held or lost")
    ]
    shares_with: Annotated[
        dict[str, int], says("tellings of one origin with one of that outlet, neither the parent")
    ]


class OutletPage(msgspec.Struct, frozen=True):
    """Some of the outlets held."""

    items: list[OutletItem]
    total: Count
    next: str | None


class CorrectionRequest(Strict, frozen=True):
    """What a person says of a pair."""

    job: Id
    left: Id
    right: Id
    dependence: Dependence
    kind: RelationKind | None = None
    note: Annotated[str, Meta(max_length=1000)] | None = None


class Correction(msgspec.Struct, frozen=True):
    """A relabelled pair, with its texts: a line of the file a trainer reads."""

    a_text: Annotated[str, says("body of the left")]
    b_text: str
    label: Annotated[Dependence, says("what the person said")]
    kind: RelationKind | None
    note: str | None
    meta: Annotated[dict[str, str], says("job, story, left, right, and what retold had said")]


class CorrectionPage(msgspec.Struct, frozen=True):
    """Some of the corrections."""

    items: list[Correction]
    total: Count
    next: str | None


class Health(msgspec.Struct, frozen=True):
    """That the server is there."""

    status: str
    version: str
    jobs: Count
