"""Where a quotation stands in a pile: in these words, a part of them, other words, or no marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from retold.changes.quotes.comparison import compared
from retold.changes.quotes.pairing import surname
from retold.changes.quotes.wording import Wording, wording
from retold.model.change import QuoteRecord, QuoteStatus, QuoteStyle, QuoteUse
from retold.model.document import Document, Place, Span
from retold.model.story import Story
from retold.text.fold import fold
from retold.text.functions import FUNCTION_WORDS
from retold.text.words import WORD

# Of the content words of the shorter, the share in order from which a use is shown as near, and
# the fewest; by eye, a little below what the ledger pairs by.
NEAR, LEAST = 0.5, 2


class Match(StrEnum):
    """How a place stands to the words asked for, the nearest first."""

    SAME = "same words"
    PART = "in part"
    NEAR = "other words"
    UNMARKED = "without quotation marks"


@dataclass(frozen=True, slots=True)
class Found:
    """One place; `use` is None where the words stand in no quotation marks."""

    match: Match
    place: Place
    story: str
    use: QuoteUse | None


def looked_up(
    words: str, documents: Iterable[Document], stories: Iterable[Story], speaker: str | None = None
) -> tuple[Found, ...]:
    """Every place that has the words, the nearest first, then by document and place.

    With a speaker only uses given to somebody of that name: all its words are in the other, or the
    last words agree.
    """
    asked = wording(words, (Span(0, len(words)),) if words else ())
    held = {document.id: document for document in documents}
    found = [
        one for story in stories for one in _in_story(asked, held, story, speaker) if len(asked)
    ]
    order = list(Match)
    return tuple(sorted(found, key=lambda one: (order.index(one.match), one.place)))


def _in_story(
    asked: Wording, held: dict[str, Document], story: Story, speaker: str | None
) -> Iterator[Found]:
    taken: dict[str, list[Span]] = {name: [] for name in story.documents}
    for quote in story.quotes:
        for one in _in_record(asked, held, story, quote):
            if _of(one.use.speaker if one.use else None, speaker):
                taken[one.place.document].append(one.place.span)
                yield one
    if speaker is None:
        for name in story.documents:
            yield from _unmarked(asked, held[name], story.id, taken[name])


def _in_record(
    asked: Wording, held: dict[str, Document], story: Story, quote: QuoteRecord
) -> Iterator[Found]:
    """The uses of one utterance that have the words, or have altered them."""
    worded = [
        (use, wording(held[use.place.document].text, [use.place.span]))
        for use in quote.uses
        if use.style is not QuoteStyle.INDIRECT
    ]
    matches = [_match(asked, there) for _, there in worded]
    told = any(match in {Match.SAME, Match.PART} for match in matches)
    for (use, there), match in zip(worded, matches, strict=True):
        altered = told and use.status is QuoteStatus.ALTERED
        if match is not None:
            yield Found(match, use.place, story.id, use)
        elif altered and {*_content(asked)} & {*_content(there)}:
            yield Found(Match.NEAR, use.place, story.id, use)


def _of(said_by: str | None, asked: str | None) -> bool:
    """Whether a speaker is the one asked for; anyone where none was."""
    if asked is None:
        return True
    if said_by is None:
        return False
    mine, theirs = ({fold(word) for word in WORD.findall(name)} for name in (asked, said_by))
    return bool(mine) and (mine <= theirs or surname(asked) == surname(said_by))


def _match(asked: Wording, there: Wording) -> Match | None:
    """How the words of a use stand to those asked for; None where they are others."""
    if asked.keys == there.keys:
        return Match.SAME
    shorter, longer = sorted((asked, there), key=len)
    mine, theirs = _content(shorter), _content(longer)
    if not mine and len(shorter) < LEAST:
        return None
    found = compared(shorter, longer)
    if not found.changes and not found.beyond and found.matched:
        return Match.PART
    both = int(LCSseq.similarity(mine, theirs))
    return Match.NEAR if both >= LEAST and both >= NEAR * min(len(mine), len(theirs)) else None


def _content(side: Wording) -> list[str]:
    return [key for key in side.keys if key not in FUNCTION_WORDS]


def _unmarked(asked: Wording, document: Document, story: str, taken: list[Span]) -> Iterator[Found]:
    """Where a body has the very words outside the uses already found."""
    if len(asked) < LEAST:
        return
    body = wording(document.text, document.body, document.language)
    at = body.place_of(asked.keys)
    while at >= 0:
        span = Span(body.spans[at].begin, body.spans[at + len(asked) - 1].end)
        if not any(span.meets(one) for one in taken):
            yield Found(Match.UNMARKED, Place(document.id, span), story, None)
        at = body.place_of(asked.keys, at + 1)
