"""The JSON of one document, schema 1, as types: what every field of it means."""

from typing import Annotated, TypedDict

from retold.model.document import AttributionKind, BlockKind, DateBasis, DateKind, Level, MarkKind
from retold.model.fields import Begin, Count, End, says


class WhereDict(TypedDict):
    """Where in the text something stands that need not stand there."""

    begin: Annotated[int | None, says("first code point; null for what is not in the text")]
    end: Annotated[int | None, says("one past the last; null for what is not in the text")]


class DateDict(WhereDict):
    """A date a document is given, and what gives it."""

    at: Annotated[str, says("the day as written there, ISO 8601")]
    moment: Annotated[str | None, says("the day with clock and zone; null where neither is told")]
    basis: Annotated[DateBasis, says("what says so")]
    kind: Annotated[DateKind, says("what was done to the text on that date")]


class AttributionDict(TypedDict):
    """Somebody or some address that a page's metadata puts behind its text."""

    kind: Annotated[AttributionKind, says("in what capacity")]
    name: Annotated[str | None, says("as the page has it; null for an address alone")]
    url: Annotated[str | None, says("null for a name alone")]


class MarkDict(WhereDict):
    """Something in a text or its page that no reader sees, and a copy may still carry."""

    kind: Annotated[MarkKind, says("how it is kept from sight")]
    text: Annotated[str, says("the words hidden, cut at 200 characters, or the word as written")]
    count: Annotated[Count, says("characters hidden, or times the word stands there")]


class BlockDict(TypedDict):
    """A labelled piece of a text; blocks do not overlap and leave out only white space."""

    begin: Begin
    end: End
    kind: Annotated[BlockKind, says("what the block is there for; only body is compared")]


class DocumentDict(TypedDict):
    """One text as read, with its labels."""

    id: Annotated[str, says("file stem, path where stems clash, record id or URL")]
    path: Annotated[str | None, says("where it was read from")]
    url: Annotated[str | None, says("where it was published, as given")]
    sha256: Annotated[str | None, says("of the bytes read")]
    language: Annotated[str | None, says("ISO 639 code; null where too short to say")]
    level: Annotated[Level, says("how much of retold holds for this language")]
    title: Annotated[str | None, says("headline")]
    byline: Annotated[str | None, says("writers, as printed")]
    outlet: Annotated[str | None, says("who published it")]
    owner: Annotated[str | None, says("the house that owns the outlet, where that is known")]
    dates: Annotated[
        list[DateDict], says("every date it is given, with its basis; the most trusted first")
    ]
    attributions: Annotated[list[AttributionDict], says("who else a page puts behind its text")]
    marks: Annotated[list[MarkDict], says("what in it no reader sees")]
    text: Annotated[str, says("the text all offsets count in; never rewritten")]
    blocks: Annotated[list[BlockDict], says("in order")]
