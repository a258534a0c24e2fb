"""What each paragraph of a plain text is there for: the text itself, or the page around it.

Rules in order of certainty: a line's own words; lists of other texts; place before, between and
after the prose. What no rule claims is body: a lost paragraph harms more than a kept teaser.
"""

import re
from itertools import islice

import numpy as np

from retold.model.document import Block, BlockKind
from retold.text.evidence import EVIDENCE, Floats, evidence
from retold.text.forest import Forest, likelihood
from retold.text.frame import label_foot, label_head, label_middle, outweighed
from retold.text.furniture import Sign
from retold.text.listing import label_doubles, label_lists, label_teasers, label_tickers
from retold.text.page import Page, lone_paragraph, page_of
from retold.text.teasers import label_quoting_teasers

# A text none of whose lines is prose still has sentences of so many words.
LEAST_SENTENCE = 3  # words
# A text with fewer was lower-cased as a whole. By eye: ordinary text has .02 and more.
LEAST_CAPITALS = 0.003  # share of characters
LATIN = re.compile(r"[a-z]")
# German writes the reader's pronouns with a capital; at a sentence's begin all others have one too.
FORMAL = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
MOST_FORMAL = 4  # pronouns counted

# What the rules make of a line, as the trees are told.
RULED = (None, BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.TITLE)
COLUMNS = (
    *EVIDENCE,
    "speaks_formally",
    *(f"ruled_{kind.value if kind else 'body'}" for kind in RULED),
)
TOPIC = COLUMNS.index("topic")
# Trees are asked of texts with a page around them; one of so few paragraphs has none.
LEAST_UNITS = 4
# Below the first a line that the rules left standing is furniture, from the second on one that they
# condemned for its place is body. From .3 to .5 bodies are found alike, and fewer quotations come
# from outside (benchmarks wrapped: .932, .942, .947 of German documents have none).
BODY_FROM, GIVEN_BACK_FROM = 0.5, 0.9  # likelihood, 0..1
# Prose right behind prose that stays: a short text's last paragraph, above a page's foot. From .3
# to .4 bodies are found alike or better, and no more quotations come from outside.
BESIDE_FROM = 0.35  # likelihood, 0..1


def label(text: str, trees: Forest | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; none overlap, and they leave out only white space.

    Every text with a letter in it has body, unless each of its lines is furniture by its own words.
    Trees, where given, judge what the rules are not sure of.
    """
    alone = lone_paragraph(text)
    if alone is not None:
        # Whatever it looks like, no other line is left to be the body.
        return (Block(alone, BlockKind.BODY),)
    page = page_of(text)
    if trees is None or len(page.units) < LEAST_UNITS:
        _rule(page)
    else:
        table = _ruled_table(page)
        likely = likelihood(trees, table, COLUMNS)
        _judge(page, likely)
        label_quoting_teasers(page, likely, table[:, TOPIC])
    _keep_something(page)
    return tuple(
        Block(unit.span, kind or BlockKind.BODY)
        for unit, kind in zip(page.units, page.kinds, strict=True)
    )


def evident(text: str) -> tuple[Page, Floats]:
    """A text under the rules' labels, and a row of `COLUMNS` for each of its units."""
    page = page_of(text)
    return page, _ruled_table(page)


def _ruled_table(page: Page) -> Floats:
    """A row of `COLUMNS` for each unit of a page, which is labelled by the rules meanwhile."""
    known = evidence(page)
    _rule(page)
    table = np.zeros((len(known), len(COLUMNS)))
    table[:, : len(EVIDENCE)] = known
    for row, unit, kind in zip(table, page.units, page.kinds, strict=True):
        if "Sie" in unit.text or "Ih" in unit.text:
            row[len(EVIDENCE)] = min(MOST_FORMAL, len(FORMAL.findall(unit.text)))
        if kind in RULED:
            row[len(EVIDENCE) + 1 + RULED.index(kind)] = 1
    return table


def _rule(page: Page) -> None:
    """Label what rules claim, in order of certainty."""
    label_doubles(page)
    label_tickers(page)
    label_teasers(page)
    label_lists(page)
    proses = page.proses() or _sentences(page)
    if proses and not outweighed(page) and _capitals(page.text):
        label_head(page, proses[0])
        label_middle(page, proses[0], proses[-1])
        label_foot(page, proses[-1])


def _judge(page: Page, likely: Floats) -> None:
    """Change labels where the trees are sure: body to furniture, and back what place condemned."""
    for place, (unit, own) in enumerate(zip(page.units, likely.tolist(), strict=True)):
        kind = page.kinds[place]
        least = BESIDE_FROM if unit.prose and page.prose(place - 1) else BODY_FROM
        if kind in {None, BlockKind.BODY, BlockKind.HEADING} and own < least:
            page.kinds[place] = BlockKind.FURNITURE
        placed = kind is BlockKind.FURNITURE and page.signs[place] is None
        if placed and unit.prose and own >= GIVEN_BACK_FROM:
            page.kinds[place] = None


def _capitals(text: str) -> bool:
    """Whether the text has capitals at all; without them a headline looks like any other line."""
    # Counted no further than is asked: ordinary text shows its capitals in the first sentences.
    most_without = int(LEAST_CAPITALS * len(text))
    capitals = sum(1 for _ in islice(filter(str.isupper, text), most_without + 1))
    return capitals > most_without or not LATIN.search(text)


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
