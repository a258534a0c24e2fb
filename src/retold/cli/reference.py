"""The pages of docs/ made from the code: `python -m retold.cli.reference PAGE`."""

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import click

from retold.cli.explain import entries
from retold.cli.main import COMMANDS, retold
from retold.cli.streams import print_bytes, speak_utf8

HEAD = """\
# Commands

<!-- Made by `make docs` from the commands themselves. Change src/retold/cli/ and make it anew. -->

The result goes to stdout, everything else to stderr.
"""


def reference() -> str:
    """docs/cli.md: every command with its arguments, options and examples."""
    top = click.Context(retold, info_name="retold", **retold.context_settings)
    pages = [HEAD, _page(retold, top)]
    for name in COMMANDS:
        command = retold.get_command(top, name)
        if command is not None:
            pages += _pages(command, click.Context(command, info_name=name, parent=top))
    return "\n".join(pages)


def _pages(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """The page of a command, and of those inside it."""
    yield _page(command, ctx)
    if isinstance(command, click.Group):
        for name, inside in sorted(command.commands.items()):
            yield from _pages(inside, click.Context(inside, info_name=name, parent=ctx))


def _page(command: click.Command, ctx: click.Context) -> str:
    pieces = [
        f"## {ctx.command_path}",
        f"    {ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}",
        inspect.cleandoc(command.help or ""),
        "\n".join(_options(command, ctx)),
        *_epilog(command),
    ]
    return "\n\n".join(pieces) + "\n"


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield "| option | what it does |"
    yield "|---|---|"
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if isinstance(parameter, click.Option) and record is not None:
            names, text = (part.replace("|", "\\|") for part in record)
            yield f"| `{names}` | {text} |"


def _epilog(command: click.Command) -> Iterator[str]:
    for block in (command.epilog or "").replace("\b\n", "").strip().split("\n\n"):
        title, *lines = block.splitlines() or [""]
        if title.endswith(":"):
            yield title
            yield "```text\n" + inspect.cleandoc("\n".join(["", *lines])) + "\n```"
        elif block:
            yield block


def schema() -> bytes:
    """docs/schema.json: the JSON Schema of the result."""
    from retold.report.json import encode_schema

    return encode_schema()


SETTINGS_HEAD = """\
# Settings

<!-- Made by `make docs` from the settings themselves. Change their docstrings and make it anew. -->

Changed by `--set name=value`, or by `retold.toml` in the current folder, where the part of a name
before the point is a table.
"""

# An entry under "Attributes:" in a docstring: a name, a colon, and text that runs on indented.
ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def settings_page(settings: Any) -> str:
    """docs/settings.md: every setting with its default and what its docstring says of it."""
    return "\n".join([SETTINGS_HEAD, *_settings(settings, "")]).rstrip("\n") + "\n"


def _settings(settings: Any, prefix: str) -> Iterator[str]:
    said = dict(ATTRIBUTE.findall(inspect.cleandoc(type(settings).__doc__ or "")))
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    leaves = {name: value for name, value in values.items() if not is_dataclass(value)}
    if leaves:
        yield f"## {prefix.rstrip('.') or 'at the top'}\n"
        yield "| name | default | what it is |\n|---|---|---|"
        for name, value in leaves.items():
            text = " ".join(said.get(name, "").split()).replace("|", "\\|")
            yield f"| `{prefix}{name}` | `{json.dumps(value, default=str)}` | {text} |"
        yield ""
    for name, value in values.items():
        if is_dataclass(value):
            yield from _settings(value, f"{prefix}{name}.")


def _settings_in_force() -> str:
    from retold.bench import Settings

    return settings_page(Settings())


CODES_HEAD = """\
# Codes and words

<!-- Made by `make docs` from the tables behind `retold explain`. -->

`retold explain CODE` prints one of these.
"""


def codes() -> str:
    """docs/codes.md: everything `retold explain` knows."""
    pages = [CODES_HEAD]
    for family, texts in entries().items():
        rows = [f"| `{code}` | {text} |" for code, text in texts.items()]
        pages.append("\n".join([f"## {family}\n", "| code | meaning |\n|---|---|", *rows]) + "\n")
    return "\n".join(pages)


def _described() -> dict[str, Any]:
    from retold.web.openapi import described
    from retold.web.routes import OPERATIONS

    return described(OPERATIONS, secured=False)


def openapi() -> bytes:
    """docs/openapi.json: the description of API v1."""
    return (json.dumps(_described(), indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def http_page() -> str:
    """docs/http-api.md: the same to be read."""
    from retold.cli.http_reference import http_reference

    return http_reference(_described())


def python_page() -> str:
    """docs/python-reference.md: functions and values."""
    import retold as package
    from retold.cli.python_reference import python_reference
    from retold.distinct import Choice
    from retold.model import change, document, relation, run, story

    functions = {name: getattr(package, name) for name in package.__all__ if name != "__version__"}
    types = [
        *(run.Result, story.Story, story.Origin, story.Primary, relation.Relation, relation.Link),
        *(relation.Reason, story.Stemma, story.Node, story.Descent, change.QuoteRecord),
        *(change.QuoteUse, change.Claim, change.Drift, change.Moment, change.NameRecord),
        *(document.Document, document.Block, document.Dated, document.Place, document.Span),
        *(run.Run, run.Rejected, Choice),
    ]
    return python_reference(functions, types)


PAGES: dict[str, Callable[[], bytes]] = {
    "cli": lambda: reference().encode("utf-8"),
    "codes": lambda: codes().encode("utf-8"),
    "http-api": lambda: http_page().encode("utf-8"),
    "openapi": openapi,
    "python-reference": lambda: python_page().encode("utf-8"),
    "schema": schema,
    "settings": lambda: _settings_in_force().encode("utf-8"),
}

if __name__ == "__main__":
    speak_utf8()
    wanted = sys.argv[1] if len(sys.argv) > 1 else "cli"
    print_bytes([PAGES[wanted]()])
