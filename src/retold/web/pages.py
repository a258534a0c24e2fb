"""The pages: what a browser shows of the same values that the API gives; each also as `.json`."""

import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import resources
from typing import Any

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from retold.model.document_shape import document_dict
from retold.model.shape import story_dict
from retold.web import work
from retold.web.drawing import drawn
from retold.web.job_calls import uploaded
from retold.web.lists import (
    OfJob,
    document_items,
    paged,
    story_items,
)
from retold.web.messages import (
    LONGEST,
    CorrectionRequest,
    DocumentPage,
    OutletPage,
    QuoteAnswer,
    StoryPage,
    Telling,
)
from retold.web.outlets import outlet_items
from retold.web.problems import Problem
from retold.web.review import review_page
from retold.web.routes import tagged
from retold.web.settings import MOST_FILES
from retold.web.state import PAGES_HELD, State

Data = Callable[[State, Request], Awaitable[Any]]
LISTED = 50  # by eye: stories, and inputs not read, on the page of a job
# A line of its own that parts two texts in one box.
PARTED = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.MULTILINE)
STATIC = {"app.css": "text/css", "app.js": "text/javascript"}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"\s+content="([^"]*)"')
_NO_POLICY = "default-src 'none'"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lies, its template, and the values in it, which its `.json` gives."""

    path: str
    template: str
    data: Data


async def home(state: State, _: Request) -> Any:
    """Jobs held, the newest first."""
    return {"jobs": [one.answer() for one in reversed(state.jobs.held.values())]}


async def job(state: State, request: Request) -> Any:
    """One job, and once it is done the stories of several tellings and what was not read."""
    held = state.jobs.job(request.path_params["job"])
    result = held.result
    told = story_items(state, held.id) if result else []
    refused = result.rejected if result else ()
    return {
        **msgspec.structs.asdict(held.answer()),
        "told": [one for one in told if one.tellings > 1][:LISTED],
        "refused": refused[:LISTED],
    }


async def stories(state: State, request: Request) -> Any:
    """Stories held."""
    asked = _asked(request)
    return paged(story_items(state, asked.job), asked, _here(request), StoryPage)


async def documents(state: State, request: Request) -> Any:
    """Documents held."""
    asked = _asked(request)
    return paged(document_items(state, asked.job), asked, _here(request), DocumentPage)


async def outlets(state: State, request: Request) -> Any:
    """Outlets, and from whom their tellings come."""
    asked = _asked(request)
    return paged(outlet_items(state, asked.job), asked, _here(request), OutletPage)


async def quotes(state: State, request: Request) -> Any:
    """Where a quotation stands in what is held."""
    asked, speaker = request.query_params.get("q", ""), request.query_params.get("speaker") or None
    if not asked:
        return QuoteAnswer("", 0, [], "type words to look up")
    results = [result for _, result in state.results()]
    return await state.crew.run(work.quote_answer, asked[:5000], speaker, results)


async def review(state: State, request: Request) -> Any:
    """Pairs for a person to look at, the least sure first."""
    return review_page(state, request.query_params.get("job"))


PAGES = (
    Page("/", "home.html", home),
    Page("/jobs/{job}", "job.html", job),
    Page("/stories", "stories.html", stories),
    Page("/documents", "documents.html", documents),
    Page("/outlets", "outlets.html", outlets),
    Page("/quotes", "quotes.html", quotes),
    Page("/review", "review.html", review),
)


def routes(state: State) -> list[Route]:
    """Every page, its `.json`, and what the forms on them send."""

    async def story_page(request: Request) -> Response:
        return await _story_page(state, request)

    async def story_json(request: Request) -> Response:
        _, _, story = state.story(request.path_params["story"], request.query_params.get("job"))
        return tagged(request, msgspec.json.encode(story_dict(story)), "application/json")

    async def document_json(request: Request) -> Response:
        key, of = request.path_params["document"], request.query_params.get("job")
        _, document = state.document(key, of)
        return tagged(request, msgspec.json.encode(document_dict(document)), "application/json")

    async def read(request: Request) -> Response:
        return await _read(state, request)

    async def relabel(request: Request) -> Response:
        return await _relabel(state, request)

    made = []
    for page in PAGES:
        twin = "/index.json" if page.path == "/" else f"{page.path}.json"
        made.append(Route(twin, _json(state, page), methods=["GET"]))
        if page.path != "/review":
            made.append(Route(page.path, _html(state, page), methods=["GET"]))
    return [
        *made,
        Route("/review", _review(_html(state, PAGES[-1]), relabel), methods=["GET", "POST"]),
        Route("/stories/{story}.json", story_json, methods=["GET"]),
        Route("/stories/{story}", story_page, methods=["GET"]),
        Route("/documents/{document:path}.json", document_json, methods=["GET"]),
        Route("/read", read, methods=["POST"]),
        Route("/static/{name}", _static, methods=["GET"]),
    ]


def _html(state: State, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def shown(request: Request) -> Response:
        data = await page.data(state, request)
        content = drawn(page.template, page.path, data=data, query=request.query_params)
        return tagged(request, content, "text/html")

    return shown


def _json(state: State, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def given(request: Request) -> Response:
        content = msgspec.json.encode(await page.data(state, request))
        return tagged(request, content, "application/json")

    return given


def _review(
    show: Callable[[Request], Awaitable[Response]],
    relabel: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    async def reviewed(request: Request) -> Response:
        return await (relabel if request.method == "POST" else show)(request)

    return reviewed


async def _story_page(state: State, request: Request) -> Response:
    """The story page, as the report draws it, under the policy that it brings itself."""
    asked = request.query_params.get("job")
    held, result, story = state.story(request.path_params["story"], asked)
    key = held.id, story.id
    if key not in state.pages:
        page = await state.crew.run(work.page_of, work.alone(result, story))
        while len(state.pages) >= PAGES_HELD:
            del state.pages[next(iter(state.pages))]
        state.pages[key] = page
    response = tagged(request, state.pages[key], "text/html")
    response.headers["Content-Security-Policy"] = policy_in(state.pages[key])
    return response


def policy_in(page: bytes) -> str:
    """The policy a report carries for itself, and that no other page may frame it.

    Looked for in the head alone; the texts of a report stand escaped, without a bare "<", so that
    none can be taken for it.
    """
    head = page.partition(b"</head>")[0].decode("utf-8", "replace")
    found = _POLICY.search(head)
    policy = html.unescape(found[1]).strip() if found else _NO_POLICY
    return f"{policy}; frame-ancestors 'none'"


async def _read(state: State, request: Request) -> Response:
    """Start a job on what the form holds: files, or texts typed in."""
    async with request.form(max_files=MOST_FILES, max_fields=50, max_part_size=8 << 20) as form:
        typed = [one for name, one in form.multi_items() if name == "text" and isinstance(one, str)]
        texts = [part.strip("\r\n") for one in typed for part in PARTED.split(one) if part.strip()]
        if form.get("example"):
            started = state.jobs.start("The example", work.tell_example, None)
        elif texts:
            if any(len(one) > LONGEST for one in texts):
                raise Problem(422, f"a text has more than {LONGEST:,} characters; part it")
            tellings = [Telling(text=one) for one in texts]
            name = "a text" if len(texts) == 1 else f"{len(texts)} texts"
            started = state.jobs.start(name, work.tell_texts, tellings)
        elif any(isinstance(one, UploadFile) and one.filename for _, one in form.multi_items()):
            started = await uploaded(state.jobs, form)
        else:
            raise Problem(422, "nothing to read: drop files, or type texts")
    return RedirectResponse(f"/jobs/{started.id}", 303)


async def _relabel(state: State, request: Request) -> Response:
    """Take in a relabelled pair from the form on the review page."""
    async with request.form(max_files=0, max_fields=10) as form:
        given = {name: one for name, one in form.items() if isinstance(one, str) and one}
    try:
        state.correct(msgspec.convert(given, CorrectionRequest))
    except msgspec.ValidationError as fault:
        raise Problem(422, f"form: {fault}") from None
    return RedirectResponse("/review", 303)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise Problem(404, f"no file {name[:100]!r}")
    content = (resources.files("retold.web") / "static" / name).read_bytes()
    return tagged(request, content, STATIC[name])


def _asked(request: Request) -> OfJob:
    known = ("limit", "offset", "job")
    given = {name: value for name, value in request.query_params.items() if name in known and value}
    try:
        return msgspec.convert(given, OfJob, strict=False)
    except msgspec.ValidationError as fault:
        raise Problem(422, f"query: {fault}") from None


def _here(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}"
