"""Which visible lines of a page are its article, and what the others are there for.

Three extractors vote, and trees trained on pages of other sites weigh their votes together with
what the line's words, place and markup say. Nothing is left out: a line is labelled, never lost.
"""

from itertools import takewhile
from typing import Any

import numpy as np

from retold.model.document import Block, BlockKind
from retold.readers.line_weights import page_forest
from retold.readers.markup import columns, marked
from retold.readers.visible import INLINE, Holder, Line, Visible
from retold.readers.votes import LEAST_WORDS, VOTERS, Floats, votes
from retold.text.forest import Forest, likelihood
from retold.text.furniture import Sign
from retold.text.page import Page, page_of_units
from retold.text.teasers import doubted
from retold.text.units import key_of, unit_at

# From here on a line is of the article: .35 to .5 gave the same figures within .005 on pages of
# sites that the trees had not seen (benchmarks reading).
ARTICLE_FROM = 0.45  # likelihood, 0..1
# A line that quotes and is off the topic is of it only from here on: on all three sets .8 is as
# good as .6, .7 and .9 or better by up to .002 (benchmarks reading); plain text asks for more.
QUOTES_FROM = 0.8  # likelihood, 0..1
# An appeal in whole sentences stays in the article only if the trees are as sure as this: they know
# that its words appeal. By eye.
SURE = 0.95  # likelihood, 0..1
# A paragraph that stood before, in another element, is furniture; shorter ones come by chance.
LEAST_DOUBLED = 5  # words
# The voters that look at the markup; a line counts as taken from so much of it on.
SEEING = ("trafilatura", "readability")
TAKEN = 0.5  # share of a line
COLUMNS = columns(tuple(VOTERS))
CAPTIONS = frozenset({"figcaption", "figure", "caption"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What a line's own words say that it is, whatever element it stands in.
NO_HEADING = frozenset({BlockKind.FURNITURE, BlockKind.CAPTION})
LONGEST_HEADING = 40  # words: what is longer is text, whatever its element. By eye
# A title's line stands so many lines below the article's first at most.
TITLE_BELOW = 3


def article_blocks(
    seen: Visible, tree: Any, title: str | None, trees: Forest | None = None
) -> tuple[Block, ...] | None:
    """The labelled lines of a page; None where no article is found. `tree` stays as it is.

    `trees` in place of those in the package are for measuring.
    """
    page = page_of_lines(seen)
    if sum(unit.words for unit in page.units) < LEAST_WORDS:
        return None
    wanted = key_of(title or "")
    table = marked(seen, page, votes(seen, tree), wanted)
    return labelled(seen, page, likely_lines(trees or page_forest(), table), wanted)


def likely_lines(trees: Forest, table: Floats) -> Floats:
    """How likely each line is of the article, 0..1; `table` has the columns of `COLUMNS`."""
    likely = likelihood(trees, table, COLUMNS)
    # Readers' comments are prose on the article's topic: the trees take them where jusText does.
    said = table[:, [COLUMNS.index(f"in_{voter}") for voter in SEEING]].max(axis=1)
    commented = table[:, COLUMNS.index("far_mark_comments")] > 0
    quoting = table[:, COLUMNS.index("quotation_marks")] > 0
    far = doubted(likely, table[:, COLUMNS.index("topic")], QUOTES_FROM)
    likely = np.where(quoting & far, 0.0, likely)
    return np.where(commented & (said < TAKEN), 0.0, likely)


def labelled(seen: Visible, page: Page, likely: Floats, title: str) -> tuple[Block, ...] | None:
    """The lines of a page labelled by how likely each is of the article; None where too few are.

    `title` is the key of the head's own title, empty where it has none.
    """
    chosen = _chosen(seen, page, likely)
    if sum(page.units[place].words for place in np.flatnonzero(chosen)) < LEAST_WORDS:
        return None
    kinds = [
        _kind(page, line, place, likely[place] if chosen[place] else 0.0)
        for place, line in enumerate(seen.lines)
    ]
    titled = _title(seen, page, title, chosen.index(True))
    if titled is not None:
        kinds[titled] = BlockKind.TITLE
    return tuple(Block(line.span, kind) for line, kind in zip(seen.lines, kinds, strict=True))


def page_of_lines(seen: Visible) -> Page:
    """The visible lines as units: a page's own elements part its paragraphs."""
    return page_of_units(seen.text, tuple(unit_at(seen.text, line.span) for line in seen.lines))


def _chosen(seen: Visible, page: Page, likely: Floats) -> list[bool]:
    """For each line, whether it is of the article: likely enough, and not there before."""
    first: dict[str, int] = {}
    chosen = []
    for line, unit, own in zip(seen.lines, page.units, likely.tolist(), strict=True):
        holder = _around(line.holder).number
        taken = bool(unit.key) and own >= ARTICLE_FROM
        if taken and unit.words >= LEAST_DOUBLED:
            # Twice in one element the author repeats himself; elsewhere the page repeats him.
            taken = first.setdefault(unit.key, holder) == holder
        chosen.append(taken)
    return chosen


def _around(holder: Holder) -> Holder:
    """What holds the element that a line is."""
    blocks = (one for one in holder.outwards(12) if one.name not in INLINE)
    own = next(blocks, holder)
    return next(blocks, own)


def _kind(page: Page, line: Line, place: int, likely: float) -> BlockKind:
    """The label of one line; `likely` is 0 for one that is not of the article."""
    own, unit = page.kinds[place], page.units[place]
    if not likely:
        near = {BlockKind.DATE, BlockKind.BYLINE, BlockKind.CAPTION}
        if CAPTIONS & set(line.tags):
            return BlockKind.CAPTION
        return own if own in near and own is not None else BlockKind.FURNITURE
    if CAPTIONS & set(line.tags[:3]):
        return BlockKind.CAPTION
    if _heads(line) and unit.words <= LONGEST_HEADING and own not in NO_HEADING:
        return BlockKind.HEADING
    if own is BlockKind.FURNITURE and unit.prose:
        invites = page.signs[place] is Sign.TEASER
        return BlockKind.BODY if invites or likely >= SURE else own
    return own or BlockKind.BODY


def _heads(line: Line) -> bool:
    """Whether a line stands in a heading; a paragraph in one stands behind one never closed."""
    outwards = takewhile(lambda name: name != "p", line.tags[:3])
    return not HEADINGS.isdisjoint(outwards)


def _title(seen: Visible, page: Page, wanted: str, first: int) -> int | None:
    """The line of the title: the head's own title, else the first h1 near the article's begin."""
    for place, (line, unit) in enumerate(zip(seen.lines, page.units, strict=True)):
        key = unit.key
        same = key and (key == wanted or (len(key) > 20 and wanted.startswith(key)))
        if same or ("h1" in line.tags[:3] and place <= first + TITLE_BELOW):
            return place
    return None
