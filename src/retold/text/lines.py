"""The paragraphs of a text: its lines, with the lines that a typewriter's margin broke joined
again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, starmap

from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS

# A line without the white space at its ends, all of which `\s` and `str.strip` know alike.
LINE = re.compile(r"\S(?:[^\n\r\v\f\x85\u2028\u2029]*\S)?")
# The same in ASCII where all breaks are of one kind, in half the time.
PLAIN_LINE = re.compile(r"\S(?:.*\S)?")
BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
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
ITEM = re.compile(r"(?:[-*•·–—▪►]|\d{1,2}[.)])\s")

Bounds = tuple[int, int]  # of a line or paragraph: begin and end, in code points


def lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of `text` inside `span`, white space trimmed, blank ones left out."""
    return starmap(Span, _bounds(text, span.begin, span.end))


def trim(text: str, begin: int, end: int) -> Span | None:
    """`[begin, end)` without white space at its ends; None where nothing is left."""
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None


def paragraphs(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The paragraphs of `text` inside `span` (all of it where None), trimmed, in order.

    A line is a paragraph unless the whole text was broken at a margin; then only an empty line, an
    indented one, a list marker or a line that ends early parts paragraphs.
    """
    whole = _whole(text)
    if span is None:
        return tuple(starmap(Span, whole.ends.items()))
    if whole.ends.get(span.begin) == span.end:
        return (span,)  # as nearly every block of a plain text
    return _within(text, span)


@dataclass(frozen=True, slots=True)
class _Whole:
    """How a text is parted.

    Attributes:
        margin: the width at which its lines were broken, in characters; None where they were not.
        ends: the end of each paragraph by its begin, in order.
    """

    margin: int | None
    ends: dict[int, int]


@lru_cache(maxsize=64)
def _whole(text: str) -> _Whole:
    """The same of a text, which is asked for by each of its blocks."""
    found = list(_bounds(text, 0, len(text)))
    margin = _margin(text, found)
    return _Whole(margin, dict(found if margin is None else _joined(text, found, margin)))


@lru_cache(maxsize=256)
def _within(text: str, span: Span) -> tuple[Span, ...]:
    """The paragraphs of a block; sentences and quotations ask for them one after the other."""
    margin = _whole(text).margin
    inside = _bounds(text, span.begin, span.end)
    return tuple(starmap(Span, inside if margin is None else _joined(text, inside, margin)))


def _bounds(text: str, begin: int, end: int) -> Iterator[Bounds]:
    """Begin and end of the lines in a stretch of a text, as `lines` has them."""
    plain = text.isascii() and not ("\r" in text or "\v" in text or "\f" in text)
    found = (PLAIN_LINE if plain else LINE).finditer(text, begin, end)
    return (one.span() for one in found)


def _joined(text: str, found: Iterable[Bounds], margin: int) -> Iterator[Bounds]:
    """Lines as paragraphs, those joined that a margin parted."""
    begin = end = -1
    for line in found:
        if begin >= 0 and _runs_on(text, (begin, end), line, margin):
            end = line[1]
            continue
        if begin >= 0:
            yield begin, end
        begin, end = line
    if begin >= 0:
        yield begin, end


def _runs_on(text: str, earlier: Bounds, line: Bounds, margin: int) -> bool:
    """Whether `line` continues the paragraph `earlier`, which the margin broke off."""
    begin, end = earlier
    if not _neighbours(text, end, line[0]):
        return False
    start = max(begin, end - 2 * WIDEST)
    start = max(start, text.rfind("\n", start, end) + 1)
    above, below = text[start:end], text[line[0] : line[1]]
    if above.isupper() and not below.isupper():
        return False  # a headline in capitals over its text
    if _full(text, end - start, line[0], margin):
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
    return (gap == "\n" or _breaks_once(gap)) and not ITEM.match(text, begin)


def _breaks_once(gap: str) -> bool:
    """Whether the white space between two lines is one line break and no indent."""
    broken = gap.replace("\r\n", "\n")
    after = broken[broken.rfind("\n") + 1 :]
    return len(BREAK.findall(broken)) == 1 and len(after) < 2


def _full(text: str, length: int, following: int, margin: int) -> bool:
    """Whether the first word of the line that begins at `following` would have passed the margin,
    behind a line so long.
    """
    bound = FULL * margin
    if length + 2 > bound:
        return True  # whatever the word
    word = len(text[following : following + WIDEST].split(maxsplit=1)[0])
    return length + 1 + word > bound


def _margin(text: str, found: Sequence[Bounds]) -> int | None:
    """The width at which the lines of a text were broken, in characters; None where they were
    not.
    """
    lengths = [end - begin for begin, end in found]
    short = sorted(length for length in lengths if length <= WIDEST)
    if len(short) < 3 or sum(short) < (1 - LONG_LINES) * sum(lengths):
        return None
    margin = short[int(0.9 * (len(short) - 1))]
    if margin < NARROWEST:
        return None
    parted = [
        (end, following)
        for (begin, end), (following, _) in pairwise(found)
        if _full(text, end - begin, following, margin) and _neighbours(text, end, following)
    ]
    lower = sum(text[following].islower() for _, following in parted)
    open_ended = sum(text[end - 1] not in ENDS for end, _ in parted)
    wrapped = parted and lower >= CONTINUED * len(parted) and 2 * open_ended >= len(parted)
    return margin if wrapped else None
