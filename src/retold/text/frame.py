"""Rules of place: what stands before the first prose, between paragraphs, and after the last."""

from retold.model.document import BlockKind
from retold.text.captions import NAME, is_pull_credit, is_quoted
from retold.text.furniture import Sign
from retold.text.page import Page

# A title is longer than a name of a site or a rubric, and shorter than a paragraph. By eye.
LEAST_TITLE, LONGEST_TITLE = 3, 25  # words
LONGEST_HEADING = 14  # words
# So many lines in a row without a sentence's end are a list. Before or after the text that is the
# site's; inside it, the author's.
LEAST_LISTED = 3
LONGEST_LISTED = 20  # words
# Where lines outweigh prose by this, the lines are the text (a poem, minutes, results).
MOST_LINES = 2.0  # words in unlabelled lines, per word of prose


def outweighed(page: Page) -> bool:
    """Whether the lines that are neither prose nor labelled hold most of the text's words."""
    lines = sum(
        unit.words
        for place, unit in enumerate(page.units)
        if page.open(place) and not unit.prose and unit.words > LEAST_TITLE
    )
    prose = sum(page.units[place].words for place in page.proses())
    return lines > MOST_LINES * prose


def label_head(page: Page, first: int) -> None:
    """Title, byline and masthead: the lines before the prose that begins at unit `first`."""
    while (
        first > 0
        and page.open(first - 1)
        and not page.short(first - 1)
        and page.signs[first - 1] is None
    ):
        first -= 1
    lines = [place for place in range(first) if page.open(place)]
    title = _title(page, [place for place in lines if page.units[place].short])
    if title is not None:
        page.kinds[title] = BlockKind.TITLE
    for place in lines:
        if place != title:
            page.kinds[place] = _beside_title(page, place, title)


def _title(page: Page, lines: list[int]) -> int | None:
    """The line that is the title: the longest, of equals the last; the only one, however short."""
    for place, kind in enumerate(page.kinds):
        if kind is BlockKind.HEADING and (not lines or place <= lines[-1]):
            return place
    fitting = [
        place
        for place in lines
        if LEAST_TITLE <= page.units[place].words <= LONGEST_TITLE
        and page.signs[place] is None
        and not page.units[place].text[:1].islower()
    ]
    if fitting:
        return max(
            fitting, key=lambda place: (min(page.units[place].words, LONGEST_HEADING), place)
        )
    return lines[0] if len(lines) == 1 and page.signs[lines[0]] is None else None


def _beside_title(page: Page, place: int, title: int | None) -> BlockKind:
    """The label of a line before the text that is not its title."""
    unit = page.units[place]
    if title is None or place < title or page.signs[place] is not None:
        return BlockKind.FURNITURE
    if unit.final or (unit.item and unit.words > LEAST_TITLE):
        return BlockKind.BODY
    if NAME.fullmatch(unit.text.strip()):
        return BlockKind.BYLINE
    return BlockKind.HEADING if unit.words > LEAST_TITLE else BlockKind.FURNITURE


def label_foot(page: Page, last: int) -> None:
    """Lines after the last prose: a list of headlines or labels is furniture, a line or two is not.

    After a line that is furniture by its own words nothing of the text follows.
    """
    end = len(page.units)
    marked = (p for p in range(last + 1, end) if page.signs[p] not in {None, Sign.RULE})
    begin = next(marked, end)
    if page.open(last + 1) and NAME.fullmatch(page.units[last + 1].text.strip()):
        page.kinds[last + 1] = BlockKind.BYLINE
    listed = _listed(page, last, [p for p in range(last + 1, end) if page.short(p)])
    for place in range(last + 1, end):
        if page.open(place) and (place >= begin or (listed and page.short(place))):
            page.kinds[place] = BlockKind.FURNITURE


def _listed(page: Page, last: int, lines: list[int]) -> bool:
    """Whether lines after the text are a list of the site's: several, short, and no list of the
    text's.
    """
    items = sum(page.units[place].item for place in lines)
    fits = all(page.units[place].words <= LONGEST_LISTED for place in lines)
    introduced = page.units[last].lead or any(
        page.units[p].lead for p in range(last + 1, len(page.units))
    )
    return len(lines) >= LEAST_LISTED and fits and not introduced and 2 * items < len(lines)


def label_middle(page: Page, first: int, last: int) -> None:
    """Lines between paragraphs: one or two are headings or credits of a pull quote, more are a
    list.
    """
    place = first
    while place <= last:
        if not page.short(place):
            place += 1
            continue
        end = place
        while page.short(end):
            end += 1
        _label_run(page, place, end)
        place = end


def _label_run(page: Page, begin: int, end: int) -> None:
    """Label a run of short lines inside the text."""
    if page.signs[begin] is Sign.SECTION and end - begin == 1:
        page.kinds[begin] = BlockKind.FURNITURE
        return
    before = page.units[begin - 1]
    if is_quoted(before) and (end - begin == 2 or is_pull_credit(page.units[begin])):
        page.kinds[begin] = BlockKind.CAPTION
        begin += 1
    if end - begin >= LEAST_LISTED or before.lead:
        return
    for place in range(begin, end):
        unit = page.units[place]
        if unit.words <= LONGEST_HEADING and not unit.item and not unit.text[:1].islower():
            page.kinds[place] = BlockKind.HEADING
