"""API v1 as routes: every operation decoded, run, encoded, counted in one place."""

import hashlib
import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from retold.web import calls, job_calls, lists, outlets, service
from retold.web.operations import Call, Media, Operation
from retold.web.problems import Problem, on_problem
from retold.web.settings import MOST_FILES
from retold.web.state import State

OPERATIONS: tuple[Operation, ...] = (
    *calls.OPERATIONS,
    *lists.OPERATIONS,
    *outlets.OPERATIONS,
    *job_calls.OPERATIONS,
    *service.OPERATIONS,
)
# Ids of documents are paths and addresses at times.
WITH_SLASHES = {"/v1/documents/{document}": "/v1/documents/{document:path}"}
Endpoint = Callable[[Request], Awaitable[Response]]


def routes(state: State) -> list[Route]:
    """One route a path, so that `Allow` names every method it answers."""
    by_path: dict[str, dict[str, Operation]] = {}
    for one in OPERATIONS:
        by_path.setdefault(one.path, {})[one.method] = one
    return [
        Route(WITH_SLASHES.get(path, path), _endpoint(state, methods), methods=list(methods))
        for path, methods in by_path.items()
    ]


def _endpoint(state: State, methods: dict[str, Operation]) -> Endpoint:
    async def answer(request: Request) -> Response:
        # Starlette adds HEAD wherever there is GET, and drops the body itself.
        method = "GET" if request.method == "HEAD" else request.method
        operation = methods[method]
        started = time.perf_counter()
        try:
            response = await _answered(operation, state, request)
        except Problem as fault:
            response = await on_problem(request, fault)
        state.answered[method, operation.path, response.status_code] += 1
        state.seconds[method, operation.path] += time.perf_counter() - started
        return response

    return answer


async def _answered(operation: Operation, state: State, request: Request) -> Response:
    if operation.upload:
        async with request.form(max_files=MOST_FILES, max_fields=10) as form:
            return await _run(operation, state, request, form)
    return await _run(operation, state, request, await _body(operation, request))


async def _run(operation: Operation, state: State, request: Request, body: Any) -> Response:
    url = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    call = Call(state, request.path_params, _query(operation, request), body, url)
    answer = await operation.run(call)
    if isinstance(answer, Response):
        return answer
    content = answer if isinstance(answer, bytes) else msgspec.json.encode(answer)
    media = operation.answer.type if isinstance(operation.answer, Media) else "application/json"
    if operation.method != "GET":
        return Response(content, operation.status, media_type=media)
    return tagged(request, content, media)


def tagged(request: Request, content: bytes, media: str) -> Response:
    """An answer with its ETag; 304 where the caller has it."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = request.headers.get("if-none-match", "")
    if known == "*" or tag in [one.strip().removeprefix("W/") for one in known.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(content, 200, headers, media)


def _query(operation: Operation, request: Request) -> Any:
    """The parameters of a query.

    Raises:
        Problem: 422 where one is not what it has to be.
    """
    if operation.query is None:
        return None
    given = dict(request.query_params)
    given.pop("token", None)
    try:
        return msgspec.convert(given, operation.query, strict=False)
    except msgspec.ValidationError as fault:
        raise Problem(422, _where(fault, "query")) from None


async def _body(operation: Operation, request: Request) -> Any:
    """The body of a request, checked against its type.

    Raises:
        Problem: 415 for what is not JSON, 400 for broken JSON, 422 for what does not fit.
    """
    if operation.body is None:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Problem(415, "send JSON, with Content-Type: application/json")
    content = await request.body()
    try:
        return msgspec.json.decode(content, type=operation.body)
    except msgspec.ValidationError as fault:
        raise Problem(422, _where(fault, "body")) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Problem(400, f"the body is no JSON: {fault}") from None


def _where(fault: Exception, part: str) -> str:
    words = str(fault)
    return f"{part}: {words[:1].lower()}{words[1:]}"
