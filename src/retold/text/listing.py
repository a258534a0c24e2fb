"""Rules for what lists other texts: labelled lists, teasers, headlines with their hours,
doubles.
"""

import re
from itertools import pairwise

from retold.model.document import BlockKind
from retold.text.furniture import Sign
from retold.text.page import Page
from retold.text.units import LONGEST_TITLE

# After one of these labels nothing of the text follows.
LAST_LABELS = re.compile(
    r"(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios|commenti|leave a .*|post a .*"
    r"|about the author|über (?:den autor|die autorin))\W*(?:\(?\d*\)?)?"
)
# A teaser's own paragraph is about this short.
LONGEST_SUMMARY = 60  # words
# A label at which a text ends has at least so much prose before it, for each word behind it. By
# eye.
LEAST_KEPT = 0.5
# So many times of the form "2 hours ago" make a ticker; one alone is the time of the text.
LEAST_AGOS = 2
# Doubles shorter than this come about by chance.
LEAST_DOUBLED = 5  # words


def label_doubles(page: Page) -> None:
    """A paragraph that stood before, word by word, is furniture where it stands again."""
    seen: set[str] = set()
    for place, unit in enumerate(page.units):
        if unit.words < LEAST_DOUBLED:
            continue
        if unit.key in seen and page.open(place):
            page.kinds[place] = BlockKind.FURNITURE
        seen.add(unit.key)


def label_teasers(page: Page) -> None:
    """The headline over a teaser goes with it, and so do the paragraphs between two appeals."""
    signs = page.signs
    for place, sign in enumerate(signs):
        if (
            sign is Sign.TEASER
            and page.units[place].words > LEAST_DOUBLED
            and page.short(place - 1)
        ):
            page.kinds[place - 1] = BlockKind.FURNITURE
        asking = {Sign.APPEAL, Sign.TEASER}
        if (
            sign is None
            and 0 < place < len(signs) - 1
            and {signs[place - 1], signs[place + 1]} <= asking
        ):
            page.kinds[place] = BlockKind.FURNITURE


def label_tickers(page: Page) -> None:
    """Headlines beside times of the form "2 hours ago" and beside lone list marks are furniture."""
    agos = [place for place, sign in enumerate(page.signs) if sign is Sign.AGO]
    if len(agos) < LEAST_AGOS:
        return
    for place in agos:
        for beside in (place - 1, place + 1):
            if page.short(beside) and (_between(page, beside) or _run(agos)):
                page.kinds[beside] = BlockKind.FURNITURE


def _between(page: Page, place: int) -> bool:
    """Whether the neighbours of a unit on both sides are times or list marks."""
    around = page.signs[place - 1 : place] + page.signs[place + 1 : place + 2]
    return len(around) == 2 and all(sign is Sign.AGO for sign in around)


def _run(agos: list[int]) -> bool:
    """Whether times follow each other at a headline's distance, as in a ticker."""
    near = sum(right - left <= 3 for left, right in pairwise(agos))
    return near >= LEAST_AGOS


def label_lists(page: Page) -> None:
    """A labelled list after the text's first prose is furniture, down to where prose takes up
    again.
    """
    proses = page.proses()
    if not proses:
        return
    for place in range(proses[0] + 1, len(page.units)):
        if page.signs[place] is not Sign.SECTION:
            continue
        for listed in range(place, _resumption(page, place)):
            if page.kinds[listed] is None:
                page.kinds[listed] = BlockKind.FURNITURE


def _resumption(page: Page, label: int) -> int:
    """Where the text goes on after a list's label; the number of units where it does not."""
    end = len(page.units)
    after = [
        place
        for place in range(label + 1, end)
        if page.prose(place) and not _headline_question(page, place, label)
    ]
    if not after:
        return end
    if LAST_LABELS.fullmatch(page.units[label].text.lower().strip()):
        # "Comments" stands over a page's end, but also beside its title.
        before = sum(page.units[place].words for place in range(label) if page.prose(place))
        behind = sum(page.units[place].words for place in after)
        return end if LEAST_KEPT * behind <= before else after[0]
    heads = sum(page.short(place - 1) and place - 1 > label for place in after)
    summaries = sum(page.units[place].words <= LONGEST_SUMMARY for place in after)
    flowing = sum(right == left + 1 for left, right in pairwise(after))
    if heads > flowing and summaries == len(after):
        # Headline and summary in turn: a list of teasers. One pair alone could be the text's last
        # paragraph behind a list of links.
        single = len(after) == 1 and after[0] - label > 2
        return after[0] if single else end
    return after[0]


def _headline_question(page: Page, place: int, label: int) -> bool:
    """Whether a unit is one question among headlines: a headline too, though a sentence."""
    unit = page.units[place]
    alone = unit.words <= LONGEST_TITLE and unit.text.rstrip().endswith("?")
    listed = place - 1 == label or not page.prose(place - 1)
    return alone and listed and not page.prose(place + 1)
