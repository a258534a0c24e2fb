"""The paragraphs of a text with what can be told of each alone: its length, its end, whether it
is prose.
"""

import re
from dataclasses import dataclass

from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.lines import UNSEEN, paragraphs

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# The same in ASCII and in lower case, in half the time.
ASCII_WORD = re.compile(r"[a-z0-9]++(?:['.-][a-z0-9]++)*")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# A sentence's end, whatever closes with it; and an end inside the paragraph.
FINAL = re.compile(r"[.!?…。！？](?:\s?\[\d+\])*[\s\"”’'“‘»«›)\]」』*]*$")
# Each pattern begins with the rarest thing it asks for: `re` skips to it.
INNER = re.compile(
    r"[.!?。！？](?:(?<=[。！？])|(?<=[^\W\d_]{2}[.!?])[\"”’“»)]*\s+[\"“‘„«»(]*[^\W_])"
)
BULLET = re.compile(r"[-*•·–—▪►‣●○■□➤➔>]+\s+|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
# Fewer words make no paragraph of prose (a caption, a headline and a teaser have about as many; the
# other rules part those); a smaller share of little words makes a list. By eye on news text, where
# the
# share is .3 to .45 in English and .25 to .4 in German.
LEAST_WORDS = 8
# Up to this length a line with a question or a full stop inside, and none at its end, is a title.
LONGEST_TITLE = 25  # words
LEAST_FUNCTION_WORDS = 0.12  # share of words
# Nothing is learned from reading more of a paragraph than this.
HEAD = 4000  # characters
# Two Han or Thai characters carry about as much as a word with spaces around.
CHARACTERS_A_WORD = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph or lone line.

    Attributes:
        lowered: its text, lower case.
        key: its letters and digits, lower case, at most `HEAD` characters of it: to find doubles.
        words: their number; beyond `HEAD` characters, a floor.
        final: ends as a sentence ends.
        prose: long enough, with little words and a sentence's end.
        item: begins with a list marker.
    """

    span: Span
    text: str
    lowered: str
    key: str
    words: int
    final: bool
    prose: bool
    item: bool

    @property
    def lead(self) -> bool:
        """Ends in a colon: the lead to what follows."""
        return self.text.rstrip().endswith(":")

    @property
    def short(self) -> bool:
        """Neither prose nor a sentence nor the lead to what follows: a headline, a name, a
        label.
        """
        return not self.prose and not self.final and not self.lead


def units_of(text: str) -> tuple[Unit, ...]:
    """The paragraphs of `text` with their features, in order."""
    return tuple(unit_at(text, span) for span in paragraphs(text))


def key_of(text: str) -> str:
    """The letters and digits of a text, lower case: to find doubles."""
    return " ".join(WORD.findall(text.lower()))


def unit_at(text: str, span: Span) -> Unit:
    """The features of one paragraph."""
    head = text[span.begin : min(span.end, span.begin + HEAD)].strip(UNSEEN)
    tail = text[max(span.begin, span.end - 40) : span.end].rstrip(UNSEEN)
    lowered = head.lower()
    found = (ASCII_WORD if lowered.isascii() else WORD).findall(lowered)
    unspaced = 0 if head.isascii() else len(UNSPACED.findall(head))
    count = len(found) if unspaced < len(head) / 4 else unspaced // CHARACTERS_A_WORD
    final = FINAL.search(tail) is not None
    little = sum(map(FUNCTION_WORDS.__contains__, found))
    worded = little >= LEAST_FUNCTION_WORDS * count or (little == 0 and not head.isascii())
    ended = final or (count > LONGEST_TITLE and INNER.search(head) is not None)
    prose = count >= LEAST_WORDS and worded and ended
    item = BULLET.match(head) is not None
    return Unit(span, head, lowered, " ".join(found), count, final, prose, item)
