"""What each paragraph of a plain text is there for: the text itself, or the page around it.

Rules in order of certainty: a line's own words; lists of other texts; place before, between and
after the prose. What no rule claims is body: a lost paragraph harms more than a kept teaser.
"""

import re

from retold.model.document import Block, BlockKind
from retold.text.frame import label_foot, label_head, label_middle, outweighed
from retold.text.furniture import Sign
from retold.text.listing import label_doubles, label_lists, label_teasers, label_tickers
from retold.text.page import Page, page_of

# A text none of whose lines is prose still has sentences of so many words.
LEAST_SENTENCE = 3  # words
# A text with fewer was lower-cased as a whole. By eye: ordinary text has .02 and more.
LEAST_CAPITALS = 0.003  # share of characters
LATIN = re.compile(r"[a-z]")


def label(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; none overlap, and they leave out only white space.

    Every text with a letter in it has body, unless each of its lines is furniture by its own words.
    """
    page = page_of(text)
    label_doubles(page)
    label_tickers(page)
    label_teasers(page)
    label_lists(page)
    proses = page.proses() or _sentences(page)
    if proses and not outweighed(page) and _capitals(text):
        label_head(page, proses[0])
        label_middle(page, proses[0], proses[-1])
        label_foot(page, proses[-1])
    _keep_something(page)
    return tuple(
        Block(unit.span, kind or BlockKind.BODY)
        for unit, kind in zip(page.units, page.kinds, strict=True)
    )


def _capitals(text: str) -> bool:
    """Whether the text has capitals at all; without them a headline looks like any other line."""
    return sum(map(str.isupper, text)) > LEAST_CAPITALS * len(text) or not LATIN.search(text)


def _sentences(page: Page) -> list[int]:
    """The places of unlabelled short sentences, for a text without longer ones."""
    return [
        place
        for place, unit in enumerate(page.units)
        if page.open(place) and unit.final and unit.words >= LEAST_SENTENCE
    ]


def _keep_something(page: Page) -> None:
    """Where the rules left no body, give back what their place alone condemned; at last,
    everything.
    """
    if BlockKind.BODY in page.kinds or None in page.kinds:
        return
    sure = {Sign.AGO, Sign.CONTROL, Sign.APPEAL, Sign.RULE}
    for place, sign in enumerate(page.signs):
        if sign not in sure:
            page.kinds[place] = None
    if None not in page.kinds:
        page.kinds[:] = [None] * len(page.kinds)
