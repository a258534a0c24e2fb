"""What the writer puts round quotation marks: an article drawn in or left out, a denial."""

import re

from retold.changes.quotes.comparison import Comparison
from retold.changes.quotes.uses import Quoted, Run, Use
from retold.model.document import Span
from retold.text.fold import fold
from retold.text.negations import negates
from retold.text.words import WORD

ARTICLES = frozenset(
    "a an the der die das ein eine le la les un une el los las il lo gli i".split()
)
# Where a denial that was cut off inside the marks may stand outside them.
AROUND = 160  # characters
DENIES = frozenset("deny denies denied reject rejects rejected refuse refuses refused".split())
SENTENCE_END = re.compile(r"[.!?;](?:\s|$)")


def marks_moved(quoted: Quoted, use: Use, run: Run, found: Comparison) -> bool:
    """Whether all that a use has more is an article that stands before the marks elsewhere."""
    more = use.wording.keys[: found.before]
    if found.after or not set(more) <= ARTICLES:
        return False
    marks = quoted.uses[run.uses[0]].quotation.marks
    lead, _ = outside(quoted.text(run.document), marks, AROUND)
    return [fold(word) for word in WORD.findall(lead)][-len(more) :] == list(more)


def denied_outside(quoted: Quoted, use: Use) -> bool:
    """Whether the writer denies around the marks what was denied inside them."""
    before, after = outside(quoted.text(use.document), use.quotation.marks, AROUND)
    around = (SENTENCE_END.split(before)[-1], SENTENCE_END.split(after)[0])
    spoken = [fold(word) for side in around for word in WORD.findall(side)]
    return any(negates(word) or word in DENIES for word in spoken)


def outside(text: str, marks: Span, size: int) -> tuple[str, str]:
    """Up to `size` characters before and after quotation marks, in their paragraph."""
    before = text[max(0, marks.begin - size) : marks.begin].rpartition("\n")[2]
    after = text[marks.end : marks.end + size].partition("\n")[0]
    return before, after
