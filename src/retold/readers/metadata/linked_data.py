"""The linked data (JSON-LD) of a page: its articles, as plain mappings, each reference followed.

Pages hold anything: lists in lists, broken escapes, references in circles, a catalogue of a shop.
What is too large, too deep or not readable is left out.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from retold.readers.metadata.markup import plain

Node = dict[str, Any]
# An article's data, its body included, stay far below; past it they are a shop's catalogue.
LONGEST = 600_000  # characters of one script
MOST_NODES = 400  # of a page
DEEPEST = 8  # levels below a script's top
ARTICLE = re.compile(
    r"article|posting|report|opinion|review|recipe|webpage|creativework|interview|analysis",
    re.IGNORECASE,
)
# Kinds that are of the page or a picture in it rather than of its article.
NEAREST = re.compile(r"newsarticle|reportage|article|blogposting|report", re.IGNORECASE)
BREAK = re.compile(r"[\x00-\x1f]+")
COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)


def articles(scripts: Iterable[str]) -> tuple[Node, ...]:
    """The articles that a page's scripts of linked data tell of, the likeliest first.

    An article comes before a web page, one with a headline before one without; empty where no
    script can be read.
    """
    nodes: list[Node] = []
    for script in scripts:
        for node in _nodes(_parsed(script), DEEPEST):
            nodes.append(node)
            if len(nodes) == MOST_NODES:
                break
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 2}
    found = [node for node in nodes if ARTICLE.search(_kind(node)) and _tells(node)]
    return tuple(_followed(node, known) for node in sorted(found, key=_rank))


def _parsed(script: str) -> Any:
    """A script's value; None where it is none. Raw line breaks in strings are taken for blanks."""
    if len(script) > LONGEST:
        return None
    for text in (script, BREAK.sub(" ", COMMENT.sub("", script)).rstrip("; ")):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, levels: int) -> Iterator[Node]:
    """Every mapping that stands at the top, in a list or a graph, or is a page's main entity."""
    if levels == 0:
        return
    if isinstance(value, list):
        for one in value[:MOST_NODES]:
            yield from _nodes(one, levels - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "hasPart"):
            yield from _nodes(value.get(key), levels - 1)


def _kind(node: Node) -> str:
    return str(node.get("@type"))[:200]


def _tells(node: Node) -> bool:
    """Whether a node says anything of an article."""
    return any(key in node for key in ("headline", "datePublished", "author", "articleBody"))


def _rank(node: Node) -> tuple[bool, bool, bool]:
    kind = _kind(node)
    return NEAREST.search(kind) is None, "headline" not in node, "datePublished" not in node


def _followed(node: Node, known: dict[str, Node]) -> Node:
    """A node with the references in its values replaced by what they refer to, one step far."""
    return {key: _resolved(value, known) for key, value in node.items()}


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(one, known) for one in value[:MOST_NODES]]
    if isinstance(value, dict) and set(value) <= {"@id", "@type", "name"} and "@id" in value:
        return known.get(str(value["@id"]), value)
    return value


def texts(value: Any, key: str = "name") -> list[str]:
    """The strings of a value, escapes undone: itself, those of a list, or the ones under `key`."""
    if isinstance(value, str):
        return [plain(value)] if value.strip() else []
    if isinstance(value, dict):
        inner = value.get(key)
        return texts(inner) if not isinstance(inner, dict) else []
    if isinstance(value, list):
        return [text for one in value[:50] if not isinstance(one, list) for text in texts(one, key)]
    return []
