"""Who a text says it is from: where it speaks of its own maker, and its credit lines and bylines.

A copy keeps such words when it drops the masthead: they are what names a telling that was lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from retold.model.document import Block, BlockKind, Span
from retold.text.credit_cues import (
    ANY_LINE,
    BY,
    BYLINE_JOINT,
    DATELINE,
    DATELINE_END,
    LINES,
    OTHERS,
    ROLE,
    SELF,
    Cue,
)
from retold.text.lines import lines, trim
from retold.text.outlets import (
    CAPITAL,
    name_after,
    name_before,
    outlet_like,
    outlet_perhaps,
    same_outlet,
    trimmed,
)

# A credit or byline is a short line; a paragraph that begins like one is none.
LONGEST_LINE = 200  # characters, by eye
# How far into a paragraph the place and the agency of a dateline reach.
DATELINE_REACH = 110  # characters, by eye
# A name that nothing marks as an outlet's stands beside these cues for a ministry as well.
UNMARKED = 0.8  # factor on the weight, by eye
# What a page says of itself in its foot is about the page, which may be a copy's.
IN_FURNITURE = 0.6  # factor on the weight, by eye
READ = frozenset({BlockKind.BODY, BlockKind.BYLINE, BlockKind.FURNITURE, BlockKind.DATE})


class CreditKind(StrEnum):
    """How a text names its maker."""

    SELF_REFERENCE = "self-reference"
    CREDIT_LINE = "credit-line"
    BYLINE_OUTLET = "byline-outlet"


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet a text or its page names as its maker.

    Attributes:
        span: the name alone; empty where metadata give it.
        weight: how far the words beside the name speak for it, 0..1, by eye.
        in_body: whether it stands in the article's own text and not in what is around it.
    """

    name: str
    span: Span
    kind: CreditKind
    weight: float
    in_body: bool


def credited(text: str, blocks: Sequence[Block], language: str | None) -> tuple[Credit, ...]:
    """The outlets that `text` names as its maker, in order of place; empty where it names none.

    Captions, titles and sub-headings are not read. English is the rule for unknown languages. A
    short name ("the Chronicle") is given as the fuller one that the text has elsewhere.
    """
    found: dict[Span, Credit] = {}
    named = outlet_perhaps(text)
    every = [cue for cue in SELF.get(language or "en", SELF["en"]) if named or not cue.outlet]
    cues = [cue for cue in every if cue.may_stand_in(text)]
    for block in blocks:
        if block.kind not in READ:
            continue
        for credit in _of_block(text, block, cues):
            if credit.span not in found or found[credit.span].weight < credit.weight:
                found[credit.span] = credit
    others = _others(text, blocks) if any(map(_weak, found.values())) else []
    kept = [one for one in found.values() if not _another(one, others)]
    short = {one.name for one in kept if " " not in one.name and outlet_like(one.name)}
    full = {name: _fuller(name, text) for name in sorted(short)}
    ordered = sorted(kept, key=lambda one: one.span)
    return tuple(replace(one, name=full.get(one.name, one.name)) for one in ordered)


def _of_block(text: str, block: Block, cues: Iterable[Cue]) -> Iterator[Credit]:
    in_body = block.kind is BlockKind.BODY
    # Most wordings stand nowhere in a block, and to look once is cheaper than line by line.
    speaks = in_body or block.kind is BlockKind.FURNITURE
    standing = [cue for cue in cues if cue.stands_in(text, block.span)] if speaks else []
    datelined = DATELINE_END.search(text, block.begin, block.end) is not None
    for line in lines(text, block.span):
        if datelined:
            yield from _of_dateline(text, line, in_body=in_body)
        if len(line) <= LONGEST_LINE and ANY_LINE.match(text, line.begin, line.end):
            yield from _of_line(text, line, in_body=in_body)
        if standing:
            yield from _self_references(text, line, standing, in_body=in_body)
        if not in_body and len(line) <= LONGEST_LINE:
            yield from _of_byline(text, line, labelled=block.kind is BlockKind.BYLINE)


def _self_references(
    text: str, line: Span, cues: Iterable[Cue], *, in_body: bool
) -> Iterator[Credit]:
    for cue in cues:
        for found in cue.pattern.finditer(text, line.begin, line.end):
            if cue.before:
                name = name_before(text, line.begin, found.start())
            else:
                name = name_after(text, found.end(), line.end)
            credit = name and _judged(text, name, cue, in_body=in_body)
            if credit:
                yield credit


def _judged(text: str, name: Span, cue: Cue, *, in_body: bool) -> Credit | None:
    marked = outlet_like(name.of(text))
    if cue.outlet and not marked:
        return None
    weight = cue.weight * (1 if marked else UNMARKED) * (1 if in_body else IN_FURNITURE)
    return Credit(name.of(text), name, CreditKind.SELF_REFERENCE, round(weight, 4), in_body)


def _of_dateline(text: str, line: Span, *, in_body: bool) -> Iterator[Credit]:
    """The agency in the dateline of a paragraph."""
    dateline = DATELINE.match(text, line.begin, min(line.end, line.begin + DATELINE_REACH))
    if dateline and outlet_like(dateline.group("name")):
        span, factor = Span(*dateline.span("name")), 1 if in_body else IN_FURNITURE
        yield Credit(span.of(text), span, CreditKind.CREDIT_LINE, factor * 1.0, in_body)


def _of_line(text: str, line: Span, *, in_body: bool) -> Iterator[Credit]:
    """The credit that a short line is."""
    factor = 1 if in_body else IN_FURNITURE
    for pattern, weight in LINES:
        found = pattern.match(line.of(text))
        if found is None:
            continue
        span = Span(line.begin + found.start("name"), line.begin + found.end("name"))
        name = _named(text, span)
        if name and (weight >= ANY_NAME_FROM or outlet_like(name.of(text))):
            sure = weight * (1 if outlet_like(name.of(text)) else UNMARKED) * factor
            yield Credit(name.of(text), name, CreditKind.CREDIT_LINE, round(sure, 4), in_body)
        return


# Below this the wording is used of persons and pictures too: only an outlet's name counts there.
ANY_NAME_FROM = 0.8  # weight of the cue


def _named(text: str, span: Span) -> Span | None:
    """The name that `span` is or begins with; None where it begins in lower case."""
    whole = trim(text, span.begin, span.end)
    if whole is None:
        return None
    known = outlet_like(whole.of(text)) and len(whole.of(text).split()) == 1
    return whole if known else name_after(text, whole.begin, whole.end)


def _of_byline(text: str, line: Span, *, labelled: bool) -> Iterator[Credit]:
    """The outlet in a byline: beside the author, or in the author's place."""
    begun = BY.match(line.of(text))
    if not (labelled or begun):
        return
    begin = line.begin + (begun.end() if begun else 0)
    pieces = []
    for joint in BYLINE_JOINT.finditer(text, begin, line.end):
        pieces.append(Span(begin, joint.start()))
        begin = joint.end()
    pieces.append(Span(begin, line.end))
    for piece in pieces:
        whole = trim(text, piece.begin, piece.end)
        name = whole and trimmed(text, whole)
        words = name.of(text) if name else ""
        if name and words[:1].isupper() and outlet_like(words) and not ROLE.search(words):
            weight = 0.9 if labelled else 0.7
            yield Credit(words, name, CreditKind.BYLINE_OUTLET, weight, in_body=False)


def _others(text: str, blocks: Sequence[Block]) -> list[str]:
    """The outlets of which the body says that they published or reported."""
    names = set()
    for block in blocks:
        if block.kind is not BlockKind.BODY:
            continue
        for found in OTHERS.finditer(text, block.span.begin, block.span.end):
            if found.group("verb"):
                name = name_before(text, block.span.begin, found.start())
            else:
                name = name_after(text, found.end(), block.span.end)
            if name is not None and outlet_like(name.of(text)):
                names.add(name.of(text))
            if len(names) == MOST_OTHERS:
                return sorted(names)
    return sorted(names)


def _another(credit: Credit, others: Sequence[str]) -> bool:
    """Whether a weak self-reference is of an outlet that the text cites as somebody else."""
    return _weak(credit) and any(same_outlet(credit.name, other) for other in others)


def _weak(credit: Credit) -> bool:
    """Whether a credit stands on a wording that is used of other outlets too."""
    return credit.kind is CreditKind.SELF_REFERENCE and credit.weight <= WEAK


# Outlets cited by one text; past it is no prose, and the time would grow as the square.
MOST_OTHERS = 64
WEAK = 0.6  # weight up to which the cue is used of other outlets too


def _fuller(name: str, text: str) -> str:
    """The most frequent longer name in `text` that ends with `name`; `name` where there is none."""
    if not re.fullmatch(r"[\w’'-]+", name) or name.isupper():
        return name
    pattern = rf"(?<![\w.])((?:[{CAPITAL}][\w’'-]{{1,20}} ){{1,3}}){re.escape(name)}(?!\w)"
    longer: Counter[str] = Counter()
    for found in re.finditer(pattern, text):
        span = trimmed(text, Span(found.start(), found.end()))
        if span is not None and span.of(text) != name:
            longer[span.of(text)] += 1
    if not longer:
        return name
    return min(longer, key=lambda one: (-longer[one], len(one), one))
