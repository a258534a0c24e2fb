"""Lists of what is held, in pages: stories, documents, corrections."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
from msgspec import Meta

from retold.model.document_output import DocumentDict
from retold.model.document_shape import document_dict
from retold.model.output import StoryDict
from retold.model.run import Result
from retold.model.shape import story_dict
from retold.web.jobs import Job
from retold.web.messages import (
    Correction,
    CorrectionPage,
    CorrectionRequest,
    DocumentItem,
    DocumentPage,
    Id,
    StoryItem,
    StoryPage,
)
from retold.web.operations import Call, Media, Operation
from retold.web.state import State

Item = TypeVar("Item")
Page = TypeVar("Page")
DEFAULT_LIMIT, MOST = 50, 500  # items of a page


class Paging(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list."""

    limit: Annotated[int, Meta(ge=1, le=MOST, description="items of a page")] = DEFAULT_LIMIT
    offset: Annotated[int, Meta(ge=0, le=10**9, description="items before the page")] = 0


class OfJob(Paging, frozen=True, kw_only=True):
    """Which part of a list, of which job."""

    job: Annotated[Id | None, Meta(description="of this job alone; all where it is left out")] = (
        None
    )


class InJob(msgspec.Struct, frozen=True, kw_only=True):
    """Of which job."""

    job: Annotated[Id | None, Meta(description="of this job; of the newest that has it")] = None


def paged(
    items: Sequence[Item],
    asked: Paging,
    url: str,
    make: Callable[[list[Item], int, str | None], Page],
) -> Page:
    """The part of a list that was asked for, and where the next lies."""
    end = asked.offset + asked.limit
    further = None
    if end < len(items):
        parts = urlsplit(url)
        query = {**dict(parse_qsl(parts.query)), "offset": str(end), "limit": str(asked.limit)}
        further = f"{parts.path}?{urlencode(query)}"
    return make(list(items[asked.offset : end]), len(items), further)


async def stories(call: Call) -> StoryPage:
    """Stories held, newest job first, those with most tellings first in each."""
    return paged(story_items(call.state, call.query.job), call.query, call.url, StoryPage)


def story_items(state: State, job: str | None) -> list[StoryItem]:
    """All stories held."""
    items = []
    for held, result in state.results(job):
        outlets = {one.id: one.outlet for one in result.documents}
        ranked = sorted(result.stories, key=lambda one: (-len(one.documents), one.documents))
        items += [
            StoryItem(
                held.id,
                one.id,
                one.title,
                len(one.documents),
                len(one.origins),
                one.origins_at_most,
                [primary.label for primary in one.primaries],
                list(one.documents),
                sorted({outlets[name] or "" for name in one.documents} - {""}),
            )
            for one in ranked
        ]
    return items


async def story(call: Call) -> StoryDict:
    """One story in full."""
    _, _, found = call.state.story(call.path["story"], call.query.job)
    return story_dict(found)


async def documents(call: Call) -> DocumentPage:
    """Documents held, newest job first, by id in each."""
    return paged(document_items(call.state, call.query.job), call.query, call.url, DocumentPage)


def document_items(state: State, job: str | None) -> list[DocumentItem]:
    """All documents held."""
    return [item for held, result in state.results(job) for item in _documents_of(held, result)]


def _documents_of(held: Job, result: Result) -> Iterable[DocumentItem]:
    places = {
        name: (story.id, origin.label)
        for story in result.stories
        for origin in story.origins
        for name in origin.documents
    }
    for one in result.documents:
        told, origin = places.get(one.id, ("", ""))
        yield DocumentItem(
            held.id,
            one.id,
            one.title,
            one.outlet,
            one.url,
            one.language,
            one.dates[0].at if one.dates else None,
            len(one.text),
            told,
            origin,
        )


async def document(call: Call) -> DocumentDict:
    """One document, with its text and labels."""
    _, found = call.state.document(call.path["document"], call.query.job)
    return document_dict(found)


async def corrections(call: Call) -> CorrectionPage:
    """Pairs a person has relabelled, in the order they came."""
    return paged(call.state.corrections, call.query, call.url, CorrectionPage)


async def correct(call: Call) -> Correction:
    """Relabel a pair."""
    said: CorrectionRequest = call.body
    return call.state.correct(said)


async def corrections_lines(call: Call) -> bytes:
    """The same as lines of JSON."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in call.state.corrections)


JSONL = Media("application/jsonl", "a line of JSON for each pair")
OPERATIONS = (
    Operation(
        "GET",
        "/v1/stories",
        "stories",
        "Stories held.",
        stories,
        StoryPage,
        OfJob,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/stories/{story}",
        "story",
        "One story in full.",
        story,
        StoryDict,
        InJob,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/documents",
        "documents",
        "Documents held, without their texts.",
        documents,
        DocumentPage,
        OfJob,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/documents/{document}",
        "document",
        "One document with its text.",
        document,
        DocumentDict,
        InJob,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/corrections",
        "corrections",
        "Pairs that a person has relabelled.",
        corrections,
        CorrectionPage,
        Paging,
    ),
    Operation(
        "POST",
        "/v1/corrections",
        "correct",
        "Relabel a pair of documents.",
        correct,
        Correction,
        body=CorrectionRequest,
        status=201,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/corrections.jsonl",
        "corrections_lines",
        "The relabelled pairs as a trainer reads them.",
        corrections_lines,
        JSONL,
    ),
)
