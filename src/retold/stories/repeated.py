"""Furniture found by repetition: lines that stand in several different texts of one site.

A newsletter's pitch or an author's life reads like prose, and only its return in other articles of
the same outlet gives it away (passim's *series*). Copies of one text in one outlet repeat their
lines too: they count as one text, so that a wire's body is never taken for furniture.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.model.document import Block, BlockKind, Document
from retold.stories.letters import Hashes
from retold.stories.parts import components
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
# What is asked of a line: 64 bits that stand for it, and its characters.
LINE = np.dtype([("key", "<u8"), ("length", "<u4")])
Lines = npt.NDArray[Any]


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
        ordered = sorted(held, key=lambda one: one.id)
        lines = [lines_of(one) for one in ordered]
        keys = repeated(lines)
        known = set(keys.tolist())
        changed |= {
            one.id: without(one, keys)
            for one, own in zip(ordered, lines, strict=True)
            if not known.isdisjoint(own["key"].tolist())
        }
    return tuple(changed.get(one.id, one) for one in given)


def site_of(document: Document) -> str | None:
    """The host of a document's address, else its outlet in lower case; None where neither is."""
    found = HOST.match(document.url or "")
    if found:
        return found.group(1).lower()
    return " ".join(document.outlet.lower().split()) if document.outlet else None


def lines_of(document: Document) -> Lines:
    """The lines of a body long enough to be judged, each once, ascending."""
    keys = {key for block in document.blocks if (key := _key(document, block)) is not None}
    return np.array(sorted((_hash(key), len(key)) for key in keys), LINE)


def repeated(lines: Sequence[Lines]) -> Hashes:
    """The keys of lines that stand in several different texts of a site, ascending.

    `lines` are those of its documents in the order of their ids.
    """
    every = np.concatenate([np.zeros(0, LINE), *lines])
    holders = np.repeat(np.arange(len(lines)), [len(one) for one in lines])
    order = np.argsort(every["key"], kind="stable")
    keys, holders, length = every["key"][order], holders[order], every["length"][order]
    text_of = _texts((keys, holders, length.astype(np.int64)), len(lines))
    held = np.unique(np.stack([keys, text_of[holders].astype(np.uint64)]), axis=1)[0]
    found, texts = np.unique(held, return_counts=True)
    return np.asarray(found[texts >= LEAST_TEXTS], np.uint64)


def without(document: Document, keys: Hashes) -> Document:
    """The document with lines of these keys, ascending, labelled furniture.

    It stays as it is where it has none of them, or no body besides.
    """
    found = set(np.intersect1d(lines_of(document)["key"], keys).tolist())
    blocks = tuple(_block(document, block, found) for block in document.blocks)
    kept = found and any(block.kind is BlockKind.BODY for block in blocks)
    return replace(document, blocks=blocks) if kept else document


def _key(document: Document, block: Block) -> str | None:
    """The key of a block that may be furniture; None for others."""
    if block.kind not in JUDGED:
        return None
    key = key_of(block.span.of(document.text))
    return key if key.count(" ") >= LEAST_WORDS - 1 else None


def _hash(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _block(document: Document, block: Block, found: set[int]) -> Block:
    key = _key(document, block)
    if key is not None and _hash(key) in found:
        return Block(block.span, BlockKind.FURNITURE)
    return block


def _texts(held: tuple[Hashes, npt.NDArray[Any], npt.NDArray[Any]], size: int) -> npt.NDArray[Any]:
    """For each of `size` documents the first of those that are one text with it, int64.

    `held` are keys, ascending, who holds them, ascending within a key, and their characters. Only
    neighbours in each line's list are laid side by side: copies of one text are neighbours in the
    lists of all its lines, and the work stays in proportion to the lines.
    """
    keys, holders, length = held
    letters = np.maximum(1, np.bincount(holders, length, size))
    same = np.flatnonzero(keys[1:] == keys[:-1])
    pairs, place = np.unique(holders[same] * size + holders[same + 1], return_inverse=True)
    left, right = pairs // max(1, size), pairs % max(1, size)
    common = np.bincount(place, length[same], len(pairs))
    alike = common >= ONE_TEXT * np.minimum(letters[left], letters[right])
    text_of = np.arange(size)
    for part in components(zip(left[alike].tolist(), right[alike].tolist(), strict=True)):
        text_of[list(part)] = part[0]
    return text_of
