"""Furniture found by repetition: lines that stand in several different texts of one site.

A newsletter's pitch or an author's life reads like prose, and only its return in other articles of
the same outlet gives it away (passim's *series*). Copies of one text in one outlet repeat their
lines too: they count as one text, so that a wire's body is never taken for furniture.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from retold.model.document import Block, BlockKind, Document
from retold.text.units import key_of

# So many different texts of a site must hold a line; two can share a paragraph of background.
LEAST_TEXTS = 3
# Two documents are one text from this share of the shorter body in common. By eye: a text with a
# pitch of its own length behind it is left as it is, which is the safer mistake.
ONE_TEXT = 0.5  # share of characters
# Shorter lines come again by chance: "He declined to comment."
LEAST_WORDS = 5
HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)
JUDGED = frozenset({BlockKind.BODY, BlockKind.HEADING})


def relabelled(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the given order, lines that their site repeats labelled furniture.

    A document whose site is not known, or whose whole body is repeated, stays as it is. Documents
    of another site change nothing.
    """
    given = tuple(documents)
    sites: dict[str, list[Document]] = defaultdict(list)
    for one in given:
        site = site_of(one)
        if site is not None:
            sites[site].append(one)
    changed: dict[str, Document] = {}
    for held in sites.values():
        if len(held) >= LEAST_TEXTS:
            changed |= _relabelled(sorted(held, key=lambda one: one.id))
    return tuple(changed.get(one.id, one) for one in given)


def site_of(document: Document) -> str | None:
    """The host of a document's address, else its outlet in lower case; None where neither is."""
    found = HOST.match(document.url or "")
    if found:
        return found.group(1).lower()
    return " ".join(document.outlet.lower().split()) if document.outlet else None


def _relabelled(held: Sequence[Document]) -> dict[str, Document]:
    """The documents of one site that have a repeated line, by id, with new labels."""
    keys = {one.id: _keys(one) for one in held}
    postings: dict[str, list[str]] = defaultdict(list)
    for name, found in keys.items():
        for key in found:
            postings[key].append(name)
    text_of = _texts(keys, postings)
    repeated = {
        key
        for key, names in postings.items()
        if len({text_of[name] for name in names}) >= LEAST_TEXTS
    }
    changed = {}
    for one in held:
        if repeated & keys[one.id].keys():
            blocks = tuple(_block(one, block, repeated) for block in one.blocks)
            if any(block.kind is BlockKind.BODY for block in blocks):
                changed[one.id] = replace(one, blocks=blocks)
    return changed


def _keys(document: Document) -> dict[str, int]:
    """The lines of a body long enough to be judged, by key, with their characters."""
    found = {}
    for block in document.blocks:
        key = _key(document, block)
        if key is not None:
            found[key] = len(key)
    return found


def _key(document: Document, block: Block) -> str | None:
    """The key of a block that may be furniture; None for others."""
    if block.kind not in JUDGED:
        return None
    key = key_of(block.span.of(document.text))
    return key if key.count(" ") >= LEAST_WORDS - 1 else None


def _block(document: Document, block: Block, repeated: set[str]) -> Block:
    if _key(document, block) in repeated:
        return Block(block.span, BlockKind.FURNITURE)
    return block


def _texts(
    keys: Mapping[str, Mapping[str, int]], postings: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """For each document the first id of those that are one text with it.

    Only neighbours in each line's list are laid side by side: copies of one text are neighbours in
    the lists of all its lines, and the work stays in proportion to the lines.
    """
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for key, names in postings.items():
        for left, right in pairwise(names):
            shared[left, right] += len(key)
    parent = {name: name for name in keys}
    size = {name: max(1, sum(found.values())) for name, found in keys.items()}
    for (left, right), common in sorted(shared.items()):
        if common >= ONE_TEXT * min(size[left], size[right]):
            first, second = sorted((_root(parent, left), _root(parent, right)))
            parent[second] = first
    return {name: _root(parent, name) for name in parent}


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
