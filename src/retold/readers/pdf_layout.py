"""From pieces of lines on printed pages to paragraphs: columns, headers, page numbers, hyphens.

A page is cut at the upright gap that the fewest lines cross, those lines parting it into bands
(after the XY-cut of Nagy and Seth, 1984, *Hierarchical representation of optically scanned
documents*); each band is read column by column.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from statistics import median

# A column has so many lines at least, and at most this share of all lines crosses a gap between
# columns (headlines, lines under pictures). By eye.
LEAST_LINES = 4
MOST_CROSSING = 0.3  # share
# The part of a page in which running heads and page numbers stand, above and below.
EDGE = 0.12  # of the height
# A paragraph begins below a gap of so many usual line feeds, or where letters grow or shrink.
WIDE_FEED = 1.35
OTHER_SIZE = 0.18  # share of the height of a line
INDENT = 0.8  # heights of a line
PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:(?:page|seite|p\.|s\.|pág\.?|pagina|página) ?)?\d{1,4}(?: ?(?:/|of|von|de|di|sur) ?"
    r"\d{1,4})?[-–— ]*",
    re.IGNORECASE,
)
NUMBER = "#"  # what stands for digits where lines are compared
DIGITS = re.compile(r"\d+")
ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or the part of one in a column; y grows upward, both in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Never 0."""
        return max(self.top - self.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page as they come, and its height in points."""

    lines: tuple[Line, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one line, and whether it belongs to the page instead of the text."""

    text: str
    furniture: bool


def paragraphs(pages: Sequence[Page]) -> Iterator[Paragraph]:
    """The paragraphs of all pages in reading order; one that runs over a page is one.

    Furniture that stands inside such a paragraph comes after it.
    """
    repeated = _repeated(pages)
    text, held = "", list[Paragraph]()
    for page in pages:
        heads = [_at_edge(line, page) and _key(line) in repeated for line in page.lines]
        held += [Paragraph(one.text, furniture=True) for one in compress(page.lines, heads)]
        inner = list(compress(page.lines, [not head for head in heads]))
        for piece in (piece for column in in_order(inner) for piece in _pieces(column)):
            if text and not _unfinished(text, piece):
                yield Paragraph(text, furniture=False)
                yield from held
                text, held = "", []
            text = _joined(text, piece)
    if text:
        yield Paragraph(text, furniture=False)
    yield from held


def in_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page as columns in reading order."""
    waiting, columns = [list(lines)], list[list[Line]]()
    while waiting:
        block = waiting.pop()
        gap = _gap(block)
        if gap is None:
            if block:
                columns.append(sorted(block, key=lambda line: (-line.top, line.left)))
            continue
        waiting.extend(reversed(_parted(block, gap)))
    return columns


def _parted(block: Sequence[Line], gap: float) -> list[list[Line]]:
    """Bands from top to bottom: lines that cross the gap, or what is left and right of it."""
    crossing = sorted(
        (one for one in block if one.left < gap < one.right), key=lambda one: -one.top
    )
    parts: list[list[Line]] = []
    rest = [one for one in block if not one.left < gap < one.right]
    floor = [line.bottom for line in crossing]
    bands: list[list[Line]] = [[] for _ in range(len(crossing) + 1)]
    falling = [-bottom for bottom in floor]
    for line in rest:
        bands[bisect_left(falling, -(line.top + line.bottom) / 2)].append(line)
    for place, band in enumerate(bands):
        parts.append([line for line in band if line.right <= gap])
        parts.append([line for line in band if line.left >= gap])
        if place < len(crossing):
            parts.append([crossing[place]])
    return _merged(part for part in parts if part)


def _merged(parts: Iterable[list[Line]]) -> list[list[Line]]:
    """Lines alone in their part, one after the other, as one part: they are no columns."""
    merged: list[list[Line]] = []
    for part in parts:
        if len(part) == 1 and merged and len(merged[-1]) < LEAST_LINES:
            merged[-1] = merged[-1] + part
        else:
            merged.append(part)
    return merged


def _gap(block: Sequence[Line]) -> float | None:
    """Where an upright gap parts the block into columns; None where there is none."""
    if len(block) < 2 * LEAST_LINES:
        return None
    lefts, rights = sorted(one.left for one in block), sorted(one.right for one in block)
    best: tuple[int, float] | None = None
    for edge in sorted({line.right for line in block}):
        after = bisect_right(lefts, edge)
        if after >= len(lefts):
            break
        place = (edge + lefts[after]) / 2
        before = bisect_right(rights, place)
        beyond = len(lefts) - bisect_left(lefts, place)
        crossing = len(block) - before - beyond
        if min(before, beyond) >= LEAST_LINES and (best is None or crossing < best[0]):
            best = (crossing, place)
    if best is None or best[0] > MOST_CROSSING * len(block):
        return None
    return best[1] if _side_by_side(block, best[1]) else None


def _side_by_side(block: Sequence[Line], gap: float) -> bool:
    """Whether what is left and right of a gap stands at one height for the most part."""
    left = [one for one in block if one.right <= gap]
    right = [one for one in block if one.left >= gap]
    low = max(min(one.bottom for one in side) for side in (left, right))
    high = min(max(one.top for one in side) for side in (left, right))
    shared = [sum(low <= one.bottom and one.top <= high for one in side) for side in (left, right)]
    return min(shared) >= LEAST_LINES


def _pieces(column: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a column."""
    feeds = [upper.bottom - lower.bottom for upper, lower in pairwise(column)]
    usual = median([feed for feed in feeds if feed > 0] or [0.0])
    left, right = min(one.left for one in column), max(one.right for one in column)
    text = column[0].text
    for upper, lower in pairwise(column):
        size = abs(upper.height - lower.height) > OTHER_SIZE * max(upper.height, lower.height)
        wide = usual > 0 and upper.bottom - lower.bottom > WIDE_FEED * usual
        dented = lower.left - left > INDENT * lower.height and upper.left < lower.left
        ended = ENDS.search(upper.text) and (dented or _room(upper, lower, right))
        if size or wide or ended:
            yield text
            text = lower.text
        else:
            text = _joined(text, lower.text)
    yield text


def _room(upper: Line, lower: Line, right: float) -> bool:
    """Whether the first word of a line would have had room in the line above."""
    letter = (lower.right - lower.left) / max(len(lower.text), 1)
    word = len(lower.text.split(" ", 1)[0]) + 1
    return upper.right + word * letter <= right


def _joined(text: str, further: str) -> str:
    """Two pieces as one; a word parted by a hyphen at the end of a line is put together."""
    if HYPHENATED.search(text) and further[:1].islower():
        return text[:-1] + further
    return f"{text} {further}" if text else further


def _unfinished(text: str, further: str) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    return further[:1].islower() and ENDS.search(text) is None


def _repeated(pages: Sequence[Page]) -> set[str]:
    """What stands at the edge of two pages and of a third of all, numbers aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _at_edge(line, page)})
    least = max(2, len(pages) / 3)
    return {key for key, count in seen.items() if count >= least or key == NUMBER}


def _key(line: Line) -> str:
    """A line without its numbers; the same for every page number."""
    if PAGE_NUMBER.fullmatch(line.text.strip()):
        return NUMBER
    return DIGITS.sub(NUMBER, " ".join(line.text.split()))


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom > (1 - EDGE) * page.height or line.top < EDGE * page.height
