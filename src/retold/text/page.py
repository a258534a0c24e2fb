"""A text under labelling: its paragraphs, what each says of itself, and the labels given so far."""

import re
from dataclasses import dataclass, field

from retold.model.document import BlockKind, Span
from retold.text.captions import is_caption
from retold.text.dates import date_line
from retold.text.furniture import Sign, sign_of, tells_hours
from retold.text.lines import paragraphs
from retold.text.pictures import BYLINES
from retold.text.units import Unit, unit_at, units_of

# What extractors put before the text, on the same line.
DATE_PREFIX = re.compile(r"date:? \d{4}-\d\d-\d\d(?=\s)")
MARKED = re.compile(r"#{1,6}\s+\S|(?:=|-){4,}$")
IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,2000}\)")
BYLINE = re.compile(rf"(?:{'|'.join(BYLINES)})\b:? \S", re.IGNORECASE)
SIGNED = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) (?:by|for) ", re.IGNORECASE
)
LONGEST_BYLINE = 14  # words
PARTS = re.compile(r"\s[|·•–—-]\s|\s?[|·•]\s?")


@dataclass(slots=True)
class Page:
    """Units in order with the sign of each and its label; a label is None until a rule gives
    one.
    """

    text: str
    units: tuple[Unit, ...]
    signs: list[Sign | None] = field(default_factory=list)
    kinds: list[BlockKind | None] = field(default_factory=list)

    def open(self, place: int) -> bool:
        """Whether unit `place` exists and has no label yet."""
        return 0 <= place < len(self.units) and self.kinds[place] is None

    def prose(self, place: int) -> bool:
        """Whether unit `place` is unlabelled prose."""
        return self.open(place) and self.units[place].prose

    def short(self, place: int) -> bool:
        """Whether unit `place` is an unlabelled line that is neither prose nor a sentence."""
        return self.open(place) and self.units[place].short

    def proses(self) -> list[int]:
        """The places of unlabelled prose, in order."""
        return [place for place in range(len(self.units)) if self.prose(place)]


def page_of(text: str) -> Page:
    """The text in units, each with the label that its own words give it."""
    return page_of_units(text, tuple(_parted(text)))


def lone_paragraph(text: str) -> Span | None:
    """The only unit of a text; None where it has several or none."""
    found = paragraphs(text)
    alone = len(found) == 1 and DATE_PREFIX.match(text, found[0].begin, found[0].end) is None
    return found[0] if alone else None


def page_of_units(text: str, units: tuple[Unit, ...]) -> Page:
    """Units of a text that were parted elsewhere, each with the label that its words give it."""
    page = Page(text, units)
    for unit in units:
        sign = sign_of(unit)
        kind = _own_kind(text, unit, sign)
        page.signs.append(sign)
        page.kinds.append(kind)
    return page


def _parted(text: str) -> "list[Unit]":
    """The units of `text`; a date that an extractor put before a paragraph is one of its own."""
    parted: list[Unit] = []
    for unit in units_of(text):
        prefix = DATE_PREFIX.match(text, unit.span.begin, unit.span.end)
        if prefix is None:
            parted.append(unit)
            continue
        rest = (
            prefix.end()
            + len(text[prefix.end() :][:200])
            - len(text[prefix.end() :][:200].lstrip())
        )
        parted.append(unit_at(text, Span(prefix.start(), prefix.end())))
        parted.append(unit_at(text, Span(rest, unit.span.end)))
    return parted


def _own_kind(text: str, unit: Unit, sign: Sign | None) -> BlockKind | None:
    """The label that a unit's own words give it, whatever stands around it."""
    if MARKED.match(unit.text) and not unit.prose:
        return BlockKind.HEADING
    if date_line(text, unit.span) is not None:
        return BlockKind.DATE
    if IMAGE.fullmatch(unit.text) or is_caption(unit):
        return BlockKind.CAPTION
    if sign is not None:
        return None if sign is Sign.SECTION else BlockKind.FURNITURE
    return BlockKind.BYLINE if _is_byline(unit) or _is_stamped(unit) else None


def _is_stamped(unit: Unit) -> bool:
    """Whether a short line tells in a part of it when the text came: "Ada Lund | 2 hours ago"."""
    if unit.words > LONGEST_BYLINE or unit.final:
        return False
    parts = PARTS.split(unit.lowered)
    return len(parts) > 1 and any(tells_hours(part) for part in parts)


def _is_byline(unit: Unit) -> bool:
    """Whether a line names who wrote the text."""
    if SIGNED.match(unit.text):
        return unit.words <= 3 * LONGEST_BYLINE
    if unit.final or unit.words > LONGEST_BYLINE or not BYLINE.match(unit.text):
        return False
    rest = unit.text.split(maxsplit=1)[1]
    return rest[:1].isupper()
