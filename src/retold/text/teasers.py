"""Teasers that quote: a few lines with quotation marks, amid furniture, on something else.

A teaser kept by mistake costs a few words; one that quotes puts words into the mouth of somebody
the article does not name. So lines with quotation marks are asked for more where they stand alone.
"""

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind
from retold.text.page import Page

Floats = npt.NDArray[np.float64]
# So many lines of furniture part two stretches of text; fewer stand between its paragraphs too.
PARTING = 3  # lines
# On three folds of `benchmarks wrapped` documents without a foreign quotation rose from .942 to
# .963 (German) and from .972 to .991 (English), for .004 of the German bodies' F1. Longer islands
# and a wider topic lose more of the bodies; .95 for .97 leaves one English document in a hundred.
LONGEST_ISLAND = 100  # words of prose
SURE = 0.97  # likelihood, 0..1: from here on the line stays
ON_TOPIC = 0.4  # share of a line's telling words that the main run of prose has, 0..1
# Off the topic a line that quotes has to be as likely as this wherever it stands: on the same folds
# documents with a foreign quotation fall from 6 to 1 of 240 (German) and from 1 to 0 of 108
# (English), for .002 of the German bodies' F1; with .9 they are 2 and 1.
FAR_OFF, LIKELY = 0.3, 0.95  # share of telling words; likelihood, 0..1
QUOTE = re.compile(r"[\"“”„«»]")
KEPT = (None, BlockKind.BODY, BlockKind.HEADING)


def label_quoting_teasers(page: Page, likely: Floats, topic: Floats) -> None:
    """Lines that quote and are off the topic are furniture, unless they are likely of the text or
    stand between two of its paragraphs; apart from its longest stretch they have to be likelier.
    """
    for place in np.flatnonzero(doubted(likely, topic)).tolist():
        between = page.prose(place - 1) and page.prose(place + 1)
        if page.kinds[place] in KEPT and not between and QUOTE.search(page.units[place].text):
            page.kinds[place] = BlockKind.FURNITURE
    held = [(_prose(page, begin, end), begin, end) for begin, end in _stretches(page)]
    longest = max((words for words, _, _ in held), default=0)
    for words, begin, end in held:
        if words == longest or words > LONGEST_ISLAND:
            continue
        for place in range(begin, end):
            unsure = likely[place] < SURE and topic[place] < ON_TOPIC
            if unsure and page.kinds[place] in KEPT and QUOTE.search(page.units[place].text):
                page.kinds[place] = BlockKind.FURNITURE


def doubted(likely: Floats, topic: Floats, least: float = LIKELY) -> npt.NDArray[np.bool_]:
    """For each line whether it is too far off the topic to quote, and less likely than `least`."""
    return (likely < least) & (topic < FAR_OFF)


def _stretches(page: Page) -> Iterator[tuple[int, int]]:
    """The runs of units `[begin, end)` that text stands in, parted by `PARTING` lines without."""
    kept = [place for place, kind in enumerate(page.kinds) if kind in KEPT]
    begin = 0
    for step in range(1, len(kept) + 1):
        if step == len(kept) or kept[step] - kept[step - 1] > PARTING:
            yield kept[begin], kept[step - 1] + 1
            begin = step


def _prose(page: Page, begin: int, end: int) -> int:
    """The words of the prose that stays in a run."""
    return sum(page.units[place].words for place in range(begin, end) if page.prose(place))
