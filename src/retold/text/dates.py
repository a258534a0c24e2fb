"""Dates at which a text says of itself, or its page says, that it was written."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from retold.model.document import Block, BlockKind, DateBasis, Dated, DateKind, Span
from retold.text.days import POSSIBLE, DayOrder, WrittenDate, pattern, written_dates
from retold.text.months import WEEKDAYS
from retold.text.stamps import stamp

# A dateline opens its paragraph within these many characters. By eye.
OPENING = 80
DASH = re.compile(r"\s[-–—]{1,2}\s|\)\s?\.?[-–—]|(?<=\d)\)")
DAY = 10  # characters of a day, ISO 8601
LONGEST = 120  # characters of a line that tells a date or two and nothing else
# Dates under a heading or in the lead are the text's; further down they are of a live page's
# entries or of other texts in a list.
LEAD = 2  # body paragraphs
# What stands before the date at which a text was changed, and before the one at which it came.
MODIFIED = re.compile(
    r"\b(?:(?:last |zuletzt )?(?:updated?|modified|edited|aktualisiert|geändert|bearbeitet)"
    r"|mis(?:e)? à jour|modifié|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|uppdatera[dt]"
    r"|oppdatert|opdateret|güncelle(?:me|ndi)|обновлено|оновлено)\b",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|posted|first|issued|erstellt|veröffentlicht|publiziert|stand|vom|publié"
    r"|publicado|pubblicato|gepubliceerd|publicerad|publisert|offentliggjort|yayın\w*"
    r"|опубликовано|опубліковано)\b",
    re.IGNORECASE,
)
# A line anywhere in the page that says what its date is; read where no other line tells one.
LABELLED = re.compile(
    r"\b(?:datum|date|data|fecha|stand|published(?: on| at)?|posted(?: on)?|veröffentlich(?:t|ung)"
    r"(?: am)?|erstellt(?: am)?|(?:pressemitteilung|pressemeldung|meldung) vom|publiée? le"
    r"|mise? en ligne le|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|publicerad"
    r"|publisert)\s*:?\s*"
    r"(?:[^\W\d_]{2,12},?\s)?$",
    re.IGNORECASE,
)
LONGEST_LABELLED = 160  # characters of such a line, by eye


@cache
def _around() -> "re.Pattern[str]":
    days = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{days})\b\.?|\b(?:date|published|posted|updated?|last|first|on|at|am|um|uhr|stand"
        rf"|vom|datum|modified|edited|issued|dated|zuletzt|geändert|publiziert|seit|ab"
        r"|veröffentlicht|aktualisiert|publié|mise?|à|jour|le|el|il|h|publicad[oa]|actualizad[oa]"
        r"|pubblicat[oa]|aggiornat[oa]|atualizad[oa]|alle|ore|a las|às|em|et|y"
        r"|gepubliceerd|bijgewerkt|op"
        r"|om|publicerad|uppdaterad|publisert|oppdatert|kl|klokken|den|yayın\w*|güncelle\w*|son"
        r"|опубликовано|обновлено|в|в?ід|о"
        r"|pm|a\.m|p\.m|gmt|bst|utc|edt|est|et|pt|pst|pdt|cet|cest|mez|mesz|ist|wat|sgt|hrs?|issue"
        r"|edition|ausgabe|erstellt|time|"
        r"was|article|artikel|story)\b\.?|\b\d{1,3}[ -]min(?:ute)?s?\.? read\b"
        r"|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]m)?|[\s,.:;|/()\u2022\u00b7\u2013\u2014+-]"
        r"|\d{1,2}\b",
        re.IGNORECASE,
    )


def on(
    moment: str, basis: DateBasis, span: Span | None = None, kind: DateKind = DateKind.PUBLISHED
) -> Dated:
    """The date of a moment that `stamp` gave: its day, and the clock where it tells one."""
    return Dated(moment[:10], basis, span, kind, moment if len(moment) > DAY else None)


def date_line(text: str, span: Span) -> WrittenDate | None:
    """The date of a line that tells a date (weekday and clock beside it) and nothing else, or
    None.
    """
    if len(span) > LONGEST or not POSSIBLE.search(text, span.begin, span.end):
        return None
    first = next(written_dates(text, span, DayOrder.DAY_FIRST), None)
    if first is None:
        return None
    rest = pattern().sub(" ", span.of(text))
    return None if _around().sub("", rest) else first


def dated(text: str, blocks: Iterable[Block], order: DayOrder | None = None) -> tuple[Dated, ...]:
    """The dates of writing in the text's own lines, in order of place.

    A line of the page's frame above the title is the page's clock unless it says "published"; a
    line below it and the begin of the first body paragraph ("HARBOUR CITY, 3 March 2031 -") are
    datelines. "date 2031-03-03", as extractors write it, counts as metadata. "3/4/2031" is read by
    `order`, and left out where that is None and both figures can be months.
    """
    listed = list(blocks)
    found = list(_by_place(text, listed, order))
    if any(one.basis is not DateBasis.PAGE_CLOCK for one in found):
        return tuple(found)
    return (*_labelled(text, listed, order), *found)


def _by_place(text: str, blocks: Iterable[Block], order: DayOrder | None) -> Iterator[Dated]:
    """The dates that stand where a text's own date does."""
    begun, titled, bodies = False, False, 0
    for block, before in _with_previous(blocks):
        begun = begun or block.kind in {BlockKind.TITLE, BlockKind.BYLINE, BlockKind.BODY}
        if block.kind is BlockKind.BODY:
            bodies += 1
            if bodies == 1:
                yield from _dateline(text, block.span, order)
        elif _may_tell(block, titled=titled, bodies=bodies, before=before):
            yield from _stated(text, block.span, order, begun=begun)
        titled = titled or block.kind is BlockKind.TITLE


def _may_tell(block: Block, *, titled: bool, bodies: int, before: BlockKind | None) -> bool:
    """Whether a line that is no prose stands where the text's date may."""
    if len(block.span) > LONGEST:
        return False
    if block.kind in {BlockKind.DATE, BlockKind.BYLINE}:
        return bodies <= LEAD or before is BlockKind.BODY
    return block.kind is BlockKind.FURNITURE and titled and not bodies


def _labelled(text: str, blocks: Iterable[Block], order: DayOrder | None) -> Iterator[Dated]:
    """The first date that a line's own words call the text's."""
    for block in blocks:
        if block.kind is BlockKind.CAPTION or len(block.span) > LONGEST_LABELLED:
            continue
        for day in written_dates(text, block.span, order):
            if LABELLED.search(text[block.begin : day.span.begin]):
                moment = stamp(text[day.span.begin : block.end], order)
                yield on(moment or day.at, DateBasis.DATELINE, day.span)
                return


def _with_previous(blocks: Iterable[Block]) -> Iterator[tuple[Block, BlockKind | None]]:
    before: BlockKind | None = None
    for block in blocks:
        yield block, before
        before = block.kind


def _stated(text: str, line: Span, order: DayOrder | None, *, begun: bool) -> Iterator[Dated]:
    """Every date of a line, each with the clock behind it and what the words before it say."""
    days = list(written_dates(text, line, order))
    ends = [*(one.span.begin for one in days), line.end][1:]
    begin = line.begin
    for day, end in zip(days, ends, strict=True):
        words = text[begin : day.span.begin]
        kind = DateKind.MODIFIED if MODIFIED.search(words) else DateKind.PUBLISHED
        own = begun or (PUBLISHED.search(words) is not None and kind is DateKind.PUBLISHED)
        moment = stamp(text[day.span.begin : end], order)
        yield on(moment or day.at, _basis(text, line, begun=own), day.span, kind)
        begin = day.span.end


def _basis(text: str, line: Span, *, begun: bool) -> DateBasis:
    if re.match(r"date\b", line.of(text), re.IGNORECASE):
        return DateBasis.METADATA
    return DateBasis.DATELINE if begun else DateBasis.PAGE_CLOCK


def _dateline(text: str, paragraph: Span, order: DayOrder | None) -> Iterator[Dated]:
    """The date before the dash that opens a wire text, if it names a whole date."""
    opening = Span(paragraph.begin, min(paragraph.end, paragraph.begin + OPENING))
    possible = POSSIBLE.search(text, opening.begin, opening.end)
    dash = DASH.search(opening.of(text)) if possible else None
    if dash is None:
        return
    before = Span(opening.begin, opening.begin + dash.start())
    for written in written_dates(text, before, order):
        yield Dated(written.at, DateBasis.DATELINE, written.span)


TRUST = tuple(DateBasis)


def trusted(dates: Iterable[Dated]) -> tuple[Dated, ...]:
    """The dates, the most trusted first: published before modified, then in the order of `TRUST`.

    A day stands once for each kind and basis, as exactly as any tells it.
    """
    found: dict[tuple[DateKind, DateBasis, str], Dated] = {}
    for one in dates:
        key = (one.kind, one.basis, one.at)
        if key not in found or len(found[key].moment or "") < len(one.moment or ""):
            found[key] = one
    return tuple(
        sorted(
            found.values(), key=lambda one: (one.kind is DateKind.MODIFIED, TRUST.index(one.basis))
        )
    )
