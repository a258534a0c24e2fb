"""What a result says, in the terms of an answer key."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from retold.model.document import Block, BlockKind, Document
from retold.model.relation import Relation
from retold.model.story import Node, NodeKind, Story


def body_f1(
    document: Document, spans: Iterable[Sequence[int]], allowed: Collection[BlockKind] = ()
) -> float:
    """F1 of the body's characters against a key's spans, white space apart, 0..1.

    Characters of blocks of the `allowed` kinds count neither way.
    """
    free = _characters(document, [b for b in document.blocks if b.kind in allowed])
    found = _characters(document, [b for b in document.blocks if b.kind is BlockKind.BODY])
    wanted = set(chain.from_iterable(range(begin, end) for begin, end in spans))
    wanted = {place for place in wanted if not document.text[place].isspace()}
    found, wanted = found - free, wanted - free
    return 2 * len(found & wanted) / max(1, len(found) + len(wanted))


def _characters(document: Document, blocks: Iterable[Block]) -> set[int]:
    text = document.text
    every = chain.from_iterable(range(b.span.begin, b.span.end) for b in blocks)
    return {place for place in every if not text[place].isspace()}


def faults(
    relations: Iterable[Relation], key: Iterable[Mapping[str, Any]], what: str
) -> list[tuple[str, str, str, str]]:
    """Pairs whose `what` differs from the key's and from its "or": pair, found, wanted."""
    found = {(one.left, one.right): str(getattr(one, what)) for one in relations}
    return [
        (
            row["left"],
            row["right"],
            found.get((row["left"], row["right"]), "no relation"),
            row[what],
        )
        for row in key
        if found.get((row["left"], row["right"]), "no relation")
        not in {row[what], *(row.get("or", []) if what == "kind" else [])}
    ]


def tree(story: Story, without: Collection[str] = ()) -> Counter[tuple[str, str, str]]:
    """The primary descents by the names of both ends and kind; `without` some children."""
    named = {node.id: _called(node) for node in story.stemma.nodes}
    return Counter(
        (named[edge.parent], named[edge.child], edge.kind.value)
        for edge in story.stemma.descents
        if not edge.secondary and named[edge.child] not in without
    )


def _called(node: Node) -> str:
    """An attested telling by its id, a primary or a lost text by its label."""
    if node.document is not None:
        return node.document
    return (
        f"{node.label.replace(',', '')} ({'primary' if node.kind is NodeKind.PRIMARY else 'lost'})"
    )
