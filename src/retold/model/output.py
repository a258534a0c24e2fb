"""The JSON that leaves retold, schema 1, as types: what every field of it means.

`retold.model.shape` makes these values; the published JSON Schema is generated from here.
A closed choice is typed by its `StrEnum`; what stands in the value is the plain string.
"""

from typing import Annotated, Literal, TypedDict

from retold.model.change import QuoteStatus, QuoteStyle, Severity
from retold.model.document_output import DocumentDict
from retold.model.fields import (
    Begin,
    Count,
    DocumentId,
    End,
    NodeId,
    PlaceDict,
    RunOfWords,
    Share,
    SpanPair,
    says,
)
from retold.model.relation import Dependence, LinkKind, RelationKind
from retold.model.story import DescentKind, NodeKind


class RunDict(TypedDict):
    """How the result was made."""

    version: Annotated[str, says("version of retold")]
    settings: Annotated[str, says("sha256 of all settings in force")]
    embedder: Annotated[str | None, says("name and weight hash; null where none was used")]
    documents: Annotated[Count, says("documents read")]
    network: Annotated[bool, says("whether the network was used")]


class OriginDict(TypedDict):
    """The documents of a story that go back to one telling, found or lost."""

    label: Annotated[str, says("name of that telling")]
    documents: Annotated[list[DocumentId], says("sorted")]


class PrimaryDict(TypedDict):
    """A document, recording or data that the story's main event is known from."""

    label: Annotated[str, says("as the tellings name it")]
    attested: Annotated[str | None, says("its own document id if it lies in the pile")]
    documents: Annotated[list[DocumentId], says("the tellings that rest on it, sorted")]


class ReasonDict(TypedDict):
    """One ground for a judgement."""

    code: Annotated[str, says("stable")]
    text: Annotated[str, says("a sentence for the reader")]


class LinkDict(TypedDict):
    """Sentences of both sides that say the same; several spans where they were joined or split."""

    left: list[SpanPair]
    right: list[SpanPair]
    kind: Annotated[LinkKind, says("how the wording of one side returns on the other")]
    likeness: Annotated[Share, says("of the wording, 0..1")]


class RelationDict(TypedDict):
    """Two documents once judged."""

    left: Annotated[str, says("the lesser id")]
    right: Annotated[str, says("the greater id")]
    kind: Annotated[RelationKind, says("how the two bodies' own prose compares, quotes apart")]
    dependence: Annotated[Dependence, says("whether one text explains the other")]
    parent: Annotated[str | None, says("the one the other descends from; null: neither, or open")]
    confidence: Annotated[Share, says("that `dependence` is right; calibrated, 0..1")]
    derived: Annotated[Share, says("probability of one text behind both, 0..1")]
    same_event: Annotated[Share, says("how far the two tell of one event, 0..1")]
    lean: Annotated[float, says("natural log odds that the left is the earlier form; 0: open")]
    reasons: Annotated[list[ReasonDict], says("weightiest first")]
    links: Annotated[list[LinkDict], says("in the order of the right document")]


class NodeDict(TypedDict):
    """A telling or a primary in the tree."""

    id: Annotated[str, says("unique in this stemma")]
    kind: Annotated[NodeKind, says("held, inferred, or what a telling reports from")]
    label: Annotated[str, says("name for the reader")]
    document: Annotated[str | None, says("its document id where it lies in the pile")]


class DescentDict(TypedDict):
    """An edge of the tree."""

    parent: NodeId
    child: NodeId
    kind: Annotated[DescentKind, says("what was done on the way from parent to child")]
    confidence: Annotated[Share, says("0..1")]
    secondary: Annotated[bool, says("true for a further parent")]


class StemmaDict(TypedDict):
    """The tree of descent; without its secondary descents, a forest."""

    nodes: list[NodeDict]
    descents: list[DescentDict]


class QuoteUseDict(TypedDict):
    """One telling's use of a quote: the words between one pair of marks."""

    document: DocumentId
    begin: Begin
    end: End
    speaker: Annotated[str | None, says("as this telling names them; null where it does not")]
    speaker_begin: Annotated[int | None, says("where the speaker is named; null where not")]
    speaker_end: Annotated[int | None, says("one past it")]
    via: Annotated[list[str], says("who carried the words, nearest first")]
    style: Annotated[QuoteStyle, says("whole utterance, words in a sentence, or no marks")]
    status: Annotated[QuoteStatus | None, says("against the fullest wording; null: not judged")]
    note: Annotated[str | None, says("which rule decided")]


class QuoteDict(TypedDict):
    """One utterance across the tellings of a story."""

    id: Annotated[str, says("unique in this story")]
    speaker: Annotated[str | None, says("null where no telling names one")]
    wording: Annotated[str, says("the fullest wording held")]
    uses: Annotated[list[QuoteUseDict], says("by document and place")]


class ClaimUseDict(PlaceDict):
    """Where one telling makes a claim."""

    attributed_to: Annotated[str | None, says("whom it credits; null where nobody")]


class ClaimDict(TypedDict):
    """A class of aligned sentences, named by its fullest wording."""

    id: Annotated[str, says("unique in this story")]
    wording: Annotated[str, says("the fullest")]
    origins: Annotated[Count, says("origins that make it")]
    primaries: Annotated[list[str], says("labels of the primaries it rests on")]
    uses: Annotated[list[ClaimUseDict], says("by document and place")]


# `from` is a word of the language, so two of the types are made by call; they get their
# docstrings, which the JSON Schema prints, by assignment.
DriftDict = TypedDict(
    "DriftDict",
    {
        "code": Annotated[str, says("stable; `retold explain CODE` tells what it means")],
        "severity": Annotated[Severity, says("how much the change matters")],
        "from": Annotated[PlaceDict | None, says("in the parent; null where a thing was added")],
        "to": Annotated[PlaceDict | None, says("in the child; null where a thing was dropped")],
        "before": Annotated[str | None, says("the parent's words")],
        "after": Annotated[str | None, says("the child's words")],
        "note": Annotated[str, says("what happened, for the reader")],
    },
)
DriftDict.__doc__ = "One change from parent to child."


class MomentUseDict(PlaceDict):
    """The words that give a date in one telling."""

    phrase: Annotated[str, says("the words themselves")]
    reason: Annotated[str, says("told in full, or the date of writing it was reckoned from")]


MomentDict = TypedDict(
    "MomentDict",
    {
        "from": Annotated[str, says("first day, ISO 8601")],
        "to": Annotated[str, says("last day, ISO 8601")],
        "precision": Annotated[str, says("day, month, year ...")],
        "uses": Annotated[list[MomentUseDict], says("by document and place")],
    },
)
MomentDict.__doc__ = "A time the tellings speak of."


class NameFormDict(TypedDict):
    """A spelling of a name in one telling."""

    form: Annotated[str, says("as printed")]
    document: DocumentId
    count: Annotated[Count, says("times it stands there")]


class NameDict(TypedDict):
    """A name and its forms across the tellings."""

    name: Annotated[str, says("the form most tellings use")]
    kind: Annotated[str, says("person, place, organisation ...")]
    forms: list[NameFormDict]


class RebuiltSentenceDict(TypedDict):
    """A sentence of a lost text."""

    wording: Annotated[str, says("the likeliest, word by word")]
    sureness: Annotated[Share, says("that it stood there in these words, 0..1")]
    doubtful: list[RunOfWords]
    uses: Annotated[list[PlaceDict], says("the sentences that attest it, by document and place")]


class RebuiltDict(TypedDict):
    """A lost text as far as its tellings give it."""

    node: NodeId
    sentences: Annotated[list[RebuiltSentenceDict], says("in order")]


class WeakestLinkDict(TypedDict):
    """The pair a story hangs on: parted there, it would be two."""

    left: DocumentId
    right: DocumentId
    same_event: Annotated[Share, says("how far the two tell of one event, 0..1")]


class StoryDict(TypedDict):
    """What is told of one event."""

    id: Annotated[str, says("hash of its sorted document ids")]
    title: Annotated[str, says("for the reader")]
    documents: Annotated[list[DocumentId], says("sorted")]
    tellings: Annotated[Count, says("documents in the story")]
    origins: Annotated[list[OriginDict], says("the least number the evidence allows")]
    origins_at_most: Annotated[Count, says("the greatest, with every undecided pair apart")]
    primaries: Annotated[list[PrimaryDict], says("what the tellings rest on")]
    pairs_judged: Annotated[Count, says("pairs compared in full")]
    pairs_possible: Annotated[Count, says("pairs there are")]
    relations: Annotated[list[RelationDict], says("by left, then right")]
    stemma: StemmaDict
    quotes: Annotated[list[QuoteDict], says("by first place")]
    claims: Annotated[list[ClaimDict], says("by first place")]
    drifts: Annotated[list[DriftDict], says("by first place")]
    timeline: Annotated[list[MomentDict], says("by first place")]
    names: list[NameDict]
    rebuilt: Annotated[list[RebuiltDict], says("lost texts with a telling right below them")]
    weakest_link: Annotated[WeakestLinkDict | None, says("null for a story of one telling")]


class RejectedDict(TypedDict):
    """A record that could not be read."""

    path: Annotated[str, says("where it lay")]
    record: Annotated[int | None, says("counted from 1; null for a whole file")]
    reason: Annotated[str, says("why")]


class ResultDict(TypedDict):
    """What `retold read --json` prints: the whole result of one run."""

    schema: Annotated[Literal[1], says("raised when a field is renamed or dropped")]
    run: RunDict
    documents: Annotated[list[DocumentDict], says("by id")]
    stories: Annotated[list[StoryDict], says("by first document id")]
    rejected: Annotated[list[RejectedDict], says("what could not be read, and why")]


class HeadDict(TypedDict):
    """The first line of `--json-lines`; each further line is a story."""

    schema: Literal[1]
    run: RunDict
    documents: list[DocumentDict]
    rejected: list[RejectedDict]
