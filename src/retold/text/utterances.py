"""Whether words in quotation marks are an utterance of their own or part of the writer's
sentence.
"""

import re

from retold.model.change import QuoteStyle
from retold.model.document import Span

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A title in marks ("The Long Way Home.") has a capital in most of its words, an utterance has not.
# By eye.
MOST_CAPITALS = 0.5  # share of the words after the first
# Shorter words in marks inside a sentence are a term or a name, even with a capital and a full
# stop.
LEAST_WORDS = 3
ENDS = frozenset(".!?…,;—–-")
# "„Nie wiem nic” – powiedział": a dash for the comma.
DASHED = re.compile(r"\s?[–—]\s?[^\W\d_A-Z]")
INTRODUCES = frozenset(":,")


def style_of(text: str, words: Span, marks: Span, around: Span, *, going_on: bool) -> QuoteStyle:
    """Direct where the words are a whole utterance, else mixed.

    `around` runs from the end of the quotation before in the paragraph, or from the paragraph's
    begin, to the paragraph's end; `going_on` says that the quotation before was direct.
    """
    said = words.of(text).strip()
    found = WORD.findall(said)
    if not found:
        return QuoteStyle.MIXED
    lead = text[around.begin : marks.begin].strip().lstrip("–—-").strip()
    ended = said[-1] in ENDS or text[marks.end : marks.end + 1] in {",", "."}
    introduced = not lead or lead[-1] in INTRODUCES or lead[-1] in ".!?"
    if found[0][:1].islower():
        return _continued(lead, found, ended=ended, going_on=going_on)
    rest = found[1:]
    capitals = sum(word[0].isupper() for word in rest)
    if not introduced and (len(found) <= LEAST_WORDS or capitals > MOST_CAPITALS * len(rest)):
        return QuoteStyle.MIXED
    if introduced:
        dashed = len(found) >= LEAST_WORDS and DASHED.match(text, marks.end) is not None
        followed = text[marks.end : marks.end + 1] == "," or dashed
        whole = followed or said[-1] in ".!?…," or (ended and len(found) >= LEAST_WORDS)
        return QuoteStyle.DIRECT if whole or len(found) > 2 * LEAST_WORDS else QuoteStyle.MIXED
    return QuoteStyle.DIRECT if ended else QuoteStyle.MIXED


def _continued(lead: str, found: list[str], *, ended: bool, going_on: bool) -> QuoteStyle:
    """The style of words that begin in lower case: after a colon, or as the rest of a split
    quote.
    """
    if len(found) < LEAST_WORDS:
        return QuoteStyle.MIXED
    if lead.endswith(":") and ended:
        return QuoteStyle.DIRECT
    resumed = going_on and lead.endswith(",") and not any(mark in lead for mark in ".!?")
    return QuoteStyle.DIRECT if resumed else QuoteStyle.MIXED
