"""Errors as `application/problem+json` (RFC 9457): what happened, where, what to do next."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from retold.web.drawing import drawn

MEDIA_TYPE = "application/problem+json"


class ProblemBody(msgspec.Struct, frozen=True):
    """What went wrong with a request."""

    title: Annotated[str, Meta(description="the status in words")]
    status: Annotated[int, Meta(ge=400, le=599)]
    detail: Annotated[str, Meta(description="what happened and what to do next")]
    type: str = "about:blank"


# What a page says in the place of a status.
TITLES = {
    404: "Nothing lies here",
    405: "That is not answered here",
    409: "Not yet",
    413: "Too large",
    422: "There is nothing to do with that",
    429: "Too much at once",
}


class Problem(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def problem_response(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The answer to a request that failed."""
    body = ProblemBody(HTTPStatus(status).phrase, status, detail)
    content = msgspec.json.encode(body)
    return Response(content, status, {**(headers or {})}, media_type=MEDIA_TYPE)


async def on_problem(request: Request, fault: Exception) -> Response:
    """Starlette's handler for `Problem`."""
    if not isinstance(fault, Problem):
        return await on_fault(request, fault)
    return _told(request, fault.status, fault.detail, fault.headers)


async def on_http_error(request: Request, fault: Exception) -> Response:
    """Starlette's handler for what the router refuses: no such path, no such method."""
    if not isinstance(fault, HTTPException):
        return await on_fault(request, fault)
    words = {
        404: f"nothing lies at {request.url.path[:200]}; /v1/openapi.json lists what there is",
        405: f"{request.method} is not answered here; see the Allow header",
    }
    detail = words.get(fault.status_code, str(fault.detail).lower())
    return _told(request, fault.status_code, detail, dict(fault.headers or {}))


def _told(request: Request, status: int, detail: str, headers: dict[str, str]) -> Response:
    """The problem as a page for who reads pages, as JSON for everybody else."""
    reads_pages = "text/html" in request.headers.get("accept", "")
    if request.url.path.startswith("/v1/") or not reads_pages:
        return problem_response(status, detail, headers)
    title = TITLES.get(status, "That went wrong")
    content = drawn("problem.html", "", title=title, detail=detail)
    return Response(content, status, headers, media_type="text/html")


async def on_fault(_: Request, fault: Exception) -> Response:
    """Starlette's handler for our own mistakes: no traceback leaves the process."""
    return problem_response(500, f"a mistake in retold ({type(fault).__name__}); it is in the log")
