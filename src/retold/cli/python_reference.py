"""docs/python-reference.md: what `import retold` gives, from signatures and docstrings."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

HEAD = """\
# Python reference

<!-- Made by `make docs` from signatures and docstrings. Change them and make it anew. -->

What `import retold` gives, and the values it hands out. All of them are frozen. [Python and
notebooks](python.md) shows them in use; `result.to_dict()` is [the JSON](json.md).
"""
MODULE = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Za-z_])")


def python_reference(functions: dict[str, Callable[..., Any]], types: list[type]) -> str:
    """The page of these functions and dataclasses, in their order."""
    pieces = [HEAD, "## Functions\n"]
    pieces += ["\n".join(_function(name, one)) for name, one in functions.items()]
    pieces.append("## Values\n")
    pieces += ["\n".join(_type(one)) for one in types]
    return "\n".join(pieces).rstrip("\n") + "\n"


def _function(name: str, function: Callable[..., Any]) -> Iterator[str]:
    parameters = inspect.signature(function).parameters.values()
    called = ", ".join(
        one.name if one.default is one.empty else f"{one.name}={_default(one.default)}"
        for one in parameters
    )
    yield f"### retold.{name}({called})\n"
    yield _prose(function)


def _type(kind: type) -> Iterator[str]:
    yield f"### {kind.__name__}\n"
    yield _prose(kind)
    yield "| field | kind |\n|---|---|"
    for field in fields(kind):
        shown = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
        kinds = MODULE.sub("", shown).replace("|", "\\|")
        yield f"| `{field.name}` | `{kinds}` |"
    yield ""
    for name, one in vars(kind).items():
        if not name.startswith("_") and isinstance(one, property):
            yield f"- `.{name}`: {_prose(one).splitlines()[0]}"
        elif not name.startswith("_") and inspect.isfunction(one):
            yield f"- `.{name}()`: {_prose(one).splitlines()[0]}"
    yield ""


def _default(value: Any) -> str:
    return repr(value.value) if hasattr(value, "value") else repr(value)


def _prose(one: Any) -> str:
    """A docstring; the entries under its headings become a list."""
    lines: list[str] = []
    for line in inspect.cleandoc(one.__doc__ or "").splitlines():
        entry = re.match(r" {4}(\w+(?:, \w+)*): (.*)", line)
        if entry:
            lines.append(f"- `{entry[1]}`: {entry[2]}")
        elif line.startswith("        "):
            lines[-1] += f" {line.strip()}"
        elif line in ("Raises:", "Attributes:", "Args:", "Returns:", "Yields:"):
            lines += [line, ""]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
