"""The paragraphs of a page that read like prose: jusText's rules, in one walk and linear time.

Pomikálek, *Removing Boilerplate and Duplicate Content from Web Corpora* (2011): long paragraphs
with many little words are good, those with many links bad, and short ones go with their neighbours.
The library asks each short paragraph for its neighbours anew, quadratic on pages of short lines,
and joins a paragraph's text ten times over; what comes out is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

# The bounds that trafilatura gives to jusText.
SHORT, LONG = 50, 150  # characters
FEW_LITTLE, MANY_LITTLE = 0.1, 0.2  # share of words
MOST_LINKED = 0.25  # share of characters
LINE_BREAK = re.compile(r"[\r\n]")
BREAKS = re.compile(r"[\r\n]+")


class Class(Enum):
    """What a paragraph is taken for."""

    GOOD = "of the article"
    NEAR = "of it if beside more of it"
    SHORT = "as what is around it"
    BAD = "not of the article"


@dataclass(slots=True)
class _Paragraph:
    """The pieces of text of one paragraph under way."""

    chosen: bool  # inside a list of choices
    pieces: list[str] = field(default_factory=list)
    linked: int = 0  # characters


def wordy(tree: Any) -> Iterator[str]:
    """The texts of the good paragraphs of a cleaned page, in order; lines inside them kept."""
    found = ((_flat("".join(one.pieces)), one) for one in _paragraphs(tree))
    held = [(text, one) for text, one in found if text]
    for (text, _), kind in zip(held, _settled([_alone(*one) for one in held]), strict=True):
        if kind is Class.GOOD:
            yield text


def _paragraphs(tree: Any) -> Iterator[_Paragraph]:
    """The page parted at block elements and doubled line breaks; parts without a piece left out."""
    from justext.core import PARAGRAPH_TAGS
    from lxml.etree import iterwalk

    choices = 0
    linked = broken = False
    one = _Paragraph(chosen=False)
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        entering = event == "start"
        choices += ("select" in tag) * (1 if entering else -1)
        parts = tag in PARAGRAPH_TAGS or (entering and tag == "br" and broken)
        if parts:
            if one.pieces:
                yield one
            one = _Paragraph(choices > 0)
        elif entering:
            broken = tag == "br"
            if broken:
                one.pieces.append(" ")
        linked = entering if tag == "a" else linked
        text = element.text if entering else element.tail
        if text and not text.isspace():
            one.pieces.append(text)
            one.linked += len(_flat(text, edges=True)) if linked else 0
            broken = False
    if one.pieces:
        yield one


def _flat(text: str, *, edges: bool = False) -> str:
    """A text with single spaces, or line breaks where white space held one; trimmed, or `edges`."""
    if LINE_BREAK.search(text):
        lines = (" ".join(line.split()) for line in BREAKS.split(text))
        flat = "\n".join(line for line in lines if line)
    else:
        flat = " ".join(text.split())
    if not edges:
        return flat
    return f"{' ' * text[:1].isspace()}{flat}{' ' * text[-1:].isspace()}"


def _alone(text: str, one: _Paragraph) -> Class:
    """What a paragraph is taken for by itself."""
    if one.linked > MOST_LINKED * len(text) or "\xa9" in text or "&copy" in text or one.chosen:
        return Class.BAD
    if len(text) < SHORT:
        return Class.BAD if one.linked else Class.SHORT
    words = text.lower().split()
    little = sum(map(_little_words().__contains__, words)) / len(words)
    if little >= MANY_LITTLE:
        return Class.GOOD if len(text) > LONG else Class.NEAR
    return Class.NEAR if little >= FEW_LITTLE else Class.BAD


def _settled(alone: Sequence[Class]) -> list[Class]:
    """The classes once short and near paragraphs have gone with what is around them."""
    sure, loose = {Class.GOOD, Class.BAD}, {Class.GOOD, Class.BAD, Class.NEAR}
    above, below = _nearest(alone, sure), _nearest(alone[::-1], sure)[::-1]
    near_above, near_below = _nearest(alone, loose), _nearest(alone[::-1], loose)[::-1]
    kinds = list(alone)
    for place, kind in enumerate(alone):
        if kind is Class.SHORT:
            bad_side = near_above if above[place] is Class.BAD else near_below
            between = above[place] is not below[place] and bad_side[place] is Class.NEAR
            good = between or above[place] is below[place] is Class.GOOD
            kinds[place] = Class.GOOD if good else Class.BAD
    below = _nearest(kinds[::-1], sure)[::-1]
    before = Class.BAD
    for place, kind in enumerate(kinds):
        if kind is Class.NEAR:
            kinds[place] = Class.GOOD if Class.GOOD in {before, below[place]} else Class.BAD
        before = kinds[place]
    return kinds


def _nearest(kinds: Iterable[Class], asked: set[Class]) -> list[Class]:
    """For each place the last class before it that is one of those asked for; bad at the begin."""
    found, last = [], Class.BAD
    for kind in kinds:
        found.append(last)
        last = kind if kind in asked else last
    return found


@cache
def _little_words() -> frozenset[str]:
    """The most frequent words of all languages that jusText knows."""
    from justext.utils import get_stoplist, get_stoplists

    return frozenset().union(*map(get_stoplist, get_stoplists()))
