"""The paragraphs of a text: its lines, with the lines that a typewriter's margin broke joined
again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
# What a reader does not see and `str.strip` leaves standing: byte order mark and zero-width marks.
UNSEEN = "\ufeff\u200b\u200e\u200f\u2060"
# Mail, wires and old editors break lines between 40 and 90 characters; a paragraph on one line is
# nearly always longer. By eye, on the 1987 wires (64 to 70) and on mail (72 to 78).
NARROWEST, WIDEST = 30, 100  # characters
# A text with more of its characters than this in lines past `WIDEST` was not broken at a margin.
LONG_LINES = 0.2  # share of characters
# A line counts as full where the next word would have passed this share of the margin.
FULL = 0.85  # of the margin
# Of the lines after a full one, so many begin in lower case where a margin broke them: in lists of
# headlines hardly any do. By eye; German wires with their capital nouns reach .45.
CONTINUED = 0.3  # share of pairs
ENDS = frozenset('.!?:;”"')
# A list marker begins a line of its own wherever the line before it ended.
ITEM = re.compile(r"\s*(?:[-*•·–—▪►]\s|\d{1,2}[.)]\s)")


def lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of `text` inside `span`, white space trimmed, blank ones left out."""
    for found in LINE.finditer(text, span.begin, span.end):
        trimmed = trim(text, *found.span())
        if trimmed is not None:
            yield trimmed


def trim(text: str, begin: int, end: int) -> Span | None:
    """`[begin, end)` without white space at its ends; None where nothing is left."""
    if begin < end and (text[begin].isspace() or text[end - 1].isspace()):
        piece = text[begin:end]
        begin += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
    return Span(begin, end) if begin < end else None


def paragraphs(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The paragraphs of `text` inside `span` (all of it where None), trimmed, in order.

    A line is a paragraph unless the whole text was broken at a margin; then only an empty line, an
    indented one, a list marker or a line that ends early parts paragraphs.
    """
    return _lines(text) if span is None and _margin(text) is None else _within(text, span)


@lru_cache(maxsize=256)
def _within(text: str, span: Span | None) -> tuple[Span, ...]:
    """The same; sentences and quotations ask for those of one block one after the other."""
    margin = _margin(text)
    inside = _lines(text) if span is None else tuple(lines(text, span))
    return inside if margin is None else tuple(_joined(text, inside, margin))


def _joined(text: str, found: Iterable[Span], margin: int) -> Iterator[Span]:
    """Lines as paragraphs, those joined that a margin parted."""
    begin = end = -1
    for line in found:
        if begin >= 0 and _runs_on(text, Span(begin, end), line, margin):
            end = line.end
            continue
        if begin >= 0:
            yield Span(begin, end)
        begin, end = line.begin, line.end
    if begin >= 0:
        yield Span(begin, end)


def _runs_on(text: str, earlier: Span, line: Span, margin: int) -> bool:
    """Whether `line` continues the paragraph `earlier`, which the margin broke off."""
    if not _neighbours(text, earlier.end, line.begin):
        return False
    start = max(earlier.begin, earlier.end - 2 * WIDEST)
    last = Span(max(start, text.rfind("\n", start, earlier.end) + 1), earlier.end)
    above, below = last.of(text), line.of(text)
    if above.isupper() and not below.isupper():
        return False  # a headline in capitals over its text
    if _full(text, last, line, margin):
        return True
    if above[-1] in ENDS:
        return False
    word = above.rsplit(maxsplit=1)[-1].lower()
    return below[0].islower() or above[-1] == "," or word in FUNCTION_WORDS


def _neighbours(text: str, end: int, begin: int) -> bool:
    """Whether one line break and no indent parts two lines, and no list marker begins the
    second.
    """
    gap = text[end:begin]
    if gap == "\n":  # nearly always
        return not ITEM.match(text, begin)
    broken = gap.replace("\r\n", "\n")
    breaks = len(LINE.sub("", broken))
    after = broken[broken.rfind("\n") + 1 :]
    return breaks == 1 and len(after) < 2 and not ITEM.match(text, begin)


def _full(text: str, line: Span, following: Span, margin: int) -> bool:
    """Whether the first word of the following line would have passed the margin."""
    word = len(text[following.begin : following.begin + WIDEST].split(maxsplit=1)[0])
    return len(line) + 1 + word > FULL * margin


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[Span, ...]:
    """All lines of a text."""
    return tuple(lines(text, Span(0, len(text))))


@lru_cache(maxsize=8)
def _margin(text: str) -> int | None:
    """The width at which the text's lines were broken, in characters; None where they were not."""
    found = _lines(text)
    lengths = [line.end - line.begin for line in found]
    short = sorted(length for length in lengths if length <= WIDEST)
    if len(short) < 3 or sum(short) < (1 - LONG_LINES) * sum(lengths):
        return None
    margin = short[int(0.9 * (len(short) - 1))]
    if margin < NARROWEST:
        return None
    pairs = [
        (left, right)
        for left, right in pairwise(found)
        if _neighbours(text, left.end, right.begin) and _full(text, left, right, margin)
    ]
    lower = sum(text[right.begin].islower() for _, right in pairs)
    open_ended = sum(text[left.end - 1] not in ENDS for left, _ in pairs)
    wrapped = pairs and lower >= CONTINUED * len(pairs) and 2 * open_ended >= len(pairs)
    return margin if wrapped else None
