"""The OpenAPI 3.1 description, made from the operations and the types they name."""

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

import msgspec

from retold import __version__
from retold.web.operations import Media, Operation
from retold.web.problems import MEDIA_TYPE, ProblemBody

REFERENCE = "#/components/schemas/{name}"
FORM = {
    "type": "object",
    "required": ["files"],
    "properties": {
        "files": {"type": "array", "minItems": 1, "items": {"type": "string", "format": "binary"}}
    },
}


def described(operations: Iterable[Operation], *, secured: bool) -> dict[str, Any]:
    """The description of all operations; `secured` where every request needs the token."""
    held = list(operations)
    types = [ProblemBody, *filter(_typed, (one for each in held for one in _types(each)))]
    schemas, components = msgspec.json.schema_components(types, ref_template=REFERENCE)
    named = dict(zip(map(repr, types), schemas, strict=True))
    shaped: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "retold",
            "version": __version__,
            "summary": "How many independent tellings a news story has, and who took from whom.",
            "description": "Counts say who told it independently of whom, not whether it is true.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {},
        "components": {"schemas": components},
    }
    if secured:
        shaped["security"] = [{"token": []}]
        shaped["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    for one in held:
        shaped["paths"].setdefault(one.path, {})[one.method.lower()] = _operation(one, named)
    return shaped


def _types(operation: Operation) -> Iterator[Any]:
    yield operation.answer
    yield operation.body


def _typed(answer: Any) -> bool:
    return answer is not None and not isinstance(answer, Media)


def _operation(one: Operation, named: dict[str, Any]) -> dict[str, Any]:
    shaped: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.words,
        "parameters": [*_path_parameters(one), *_query_parameters(one.query)],
        "responses": {str(one.status): _answered(one, named)},
    }
    if one.upload:
        shaped["requestBody"] = {
            "required": True,
            "content": {"multipart/form-data": {"schema": FORM}},
        }
    elif one.body is not None:
        schema = named[repr(one.body)]
        shaped["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    if one.method == "GET" and _typed(one.answer):
        shaped["responses"]["304"] = {"description": "Not changed since the ETag that was sent."}
    problem = {MEDIA_TYPE: {"schema": named[repr(ProblemBody)]}}
    for status in sorted({*one.errors, *usual_errors(one)}):
        shaped["responses"][str(status)] = {
            "description": HTTPStatus(status).phrase,
            "content": problem,
        }
    return shaped


def usual_errors(one: Operation) -> tuple[int, ...]:
    """Statuses that any operation of this shape may answer with."""
    asked = (422,) if one.query is not None else ()
    taken = (400, 413, 415, 422) if one.body is not None or one.upload else ()
    return (401, 403, *asked, *taken)


def _answered(one: Operation, named: dict[str, Any]) -> dict[str, Any]:
    if one.answer is None:
        return {"description": HTTPStatus(one.status).phrase}
    if isinstance(one.answer, Media):
        kind = one.answer.type.partition(";")[0]
        # An empty schema: any content. What it is stands in the words.
        return {"description": one.answer.words, "content": {kind: {"schema": {}}}}
    content = {"application/json": {"schema": named[repr(one.answer)]}}
    return {"description": HTTPStatus(one.status).phrase, "content": content}


def _path_parameters(operation: Operation) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"{(\w+)}", operation.path):
        schema: dict[str, Any] = {"type": "string", "minLength": 1}
        if name in operation.choices:
            schema = {"enum": list(operation.choices[name])}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _query_parameters(query: type | None) -> Iterator[dict[str, Any]]:
    if query is None:
        return
    schema, components = msgspec.json.schema_components([query], ref_template=REFERENCE)
    del schema
    (described,) = components.values()
    for name, one in described["properties"].items():
        # A parameter is there or not: `null` is what it is when it is not.
        kinds = [kind for kind in one.pop("anyOf", []) if kind.get("type") != "null"]
        fields = {**one, **(kinds[0] if kinds else {})}
        words = fields.pop("description", name)
        if fields.get("default", ...) is None:
            del fields["default"]
        yield {"name": name, "in": "query", "description": words, "schema": fields}
