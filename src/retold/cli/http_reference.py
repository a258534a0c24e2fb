"""docs/http-api.md: the operations of API v1 and the shapes they speak of, from its description."""

from collections.abc import Iterator, Mapping
from typing import Any

HEAD = """\
# API reference

<!-- Made by `make docs` from the operations and their types; change those and make it anew. -->

Every operation of API v1, and the shapes of what goes in and out. [API v1](api.md) says how to use
it; the same as OpenAPI 3.1 stands in [openapi.json](openapi.json) and at `/v1/openapi.json` of
every server.
"""

# What every operation may answer: said once, in docs/api.md.
ANYWHERE = ("400", "401", "403", "413", "415", "422")

Shaped = Mapping[str, Any]


def http_reference(description: Shaped) -> str:
    """The page; `description` is OpenAPI 3.1 as `retold.web.openapi` makes it."""
    pieces = [HEAD, "## Operations\n"]
    for path, methods in description["paths"].items():
        for method, one in methods.items():
            pieces.append("\n".join(_operation(method.upper(), path, one)))
    pieces.append("## Shapes\n")
    for name, shape in sorted(description["components"]["schemas"].items()):
        pieces.append("\n".join(_shape(name, shape)))
    return "\n".join(pieces).rstrip("\n") + "\n"


def _operation(method: str, path: str, one: Shaped) -> Iterator[str]:
    yield f"### {method} {path}\n"
    yield f"{one['summary']}\n"
    for parameter in one["parameters"]:
        said = parameter.get("description", f"in the {parameter['in']}")
        yield f"- `{parameter['name']}`, {_kind(parameter['schema'])}: {said}"
    if "requestBody" in one:
        yield f"- takes {_content(one['requestBody'])}"
    answers = one["responses"]
    for status in (each for each in answers if each.startswith("2")):
        given = _content(answers[status]) or answers[status]["description"].lower()
        yield f"- answers {status}: {given}"
    errors = [each for each in answers if each[0] in "45" and each not in ANYWHERE]
    if errors:
        yield f"- errors of its own: {', '.join(errors)}"
    yield ""


def _content(held: Shaped) -> str:
    """What a body is: a shape, or a media type."""
    kinds = [
        _kind(one["schema"]) if kind == "application/json" else f"`{kind}`"
        for kind, one in held.get("content", {}).items()
    ]
    return ", ".join(kinds)


def _shape(name: str, shape: Shaped) -> Iterator[str]:
    yield f"### {name}\n"
    if shape.get("description"):
        yield f"{_line(shape['description'])}\n"
    if "enum" in shape:
        yield ", ".join(f"`{one}`" for one in shape["enum"]) + "\n"
    fields = shape.get("properties", {})
    if fields:
        yield "| field | kind | what it is |\n|---|---|---|"
        for field, kind in fields.items():
            needed = "" if field in shape.get("required", ()) else ", may be left out"
            yield f"| `{field}` | {_kind(kind)}{needed} | {_line(kind.get('description', ''))} |"
        yield ""


def _kind(shape: Shaped) -> str:
    """A schema in a few words."""
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in shape:
        return " or ".join(_kind(one) for one in shape["anyOf"])
    if "enum" in shape:
        return " or ".join(f"`{one}`" for one in shape["enum"])
    kind = str(shape.get("type", "anything"))
    if kind == "array":
        parts = shape.get("prefixItems", [shape["items"]] if shape.get("items") else [])
        return f"list of {', '.join(_kind(one) for one in parts)}" if parts else "list"
    if kind == "object" and isinstance(shape.get("additionalProperties"), Mapping):
        return f"object of {_kind(shape['additionalProperties'])}"
    return kind


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
