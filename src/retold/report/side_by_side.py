"""Two tellings in rows: the sentences that correspond, those that do not, and the words between.

Word differences by the longest common subsequence of words (rapidfuzz's `Indel` opcodes).
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from rapidfuzz.distance import Indel

from retold.model.document import Document, Span
from retold.model.relation import Link, LinkKind, Relation

# Word opcodes cost words * words / 64 in time and memory: 3,000 against 3,000 takes about 10 ms.
# A longer "sentence" is a page without full stops, where marks on words help nobody.
WORDS_COMPARED = 3000

# In a reworded sentence nearly every word differs, so what is marked there is what stayed: runs
# of at least this many words. By eye: pairs of words are mostly "of the" and "in a".
SHARED_RUN = 3

_WORDS = re.compile(r"\d+(?:[.,:]\d+)+\s*|\w+(?:['’]\w+)*\s*|[^\w\s]\s*|\s+")
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


class RowKind(StrEnum):
    """How the two sides of a row stand to each other."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    LEFT_ONLY = "left-only"
    RIGHT_ONLY = "right-only"


class Mark(StrEnum):
    """What is said of a run of words: nothing, on this side only, or the same on both."""

    NONE = ""
    ONLY = "only"
    SHARED = "shared"


Run = tuple[str, Mark]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a side without text has no runs and no place.

    `moved`: the left document has it in another place than its neighbours here.
    `begins`: where the sides begin in their texts.
    `after`: of a row that moved, the row that stands before it in the left document; None where it
    opens that.
    """

    kind: RowKind
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    begins: tuple[int | None, int | None]
    moved: bool = False
    after: int | None = None


def rows(links: Sequence[Link], left: Document, right: Document) -> list[Row]:
    """Both bodies in full, in the order of the right one.

    What only the left has stands after the row that holds the sentence before it.
    """
    ordered = sorted((link for link in links if link.left and link.right), key=_on_right)
    left_only = _by_predecessor(ordered, _gaps(left, (s for one in ordered for s in one.left)))
    right_only = _gaps(right, (span for one in ordered for span in one.right))
    found = [_lone(left, span, RowKind.LEFT_ONLY) for span in left_only.get(None, ())]
    moved = _moved(ordered)
    for place, link in enumerate(ordered):
        while right_only and right_only[-1].begin < link.right[0].begin:
            found.append(_lone(right, right_only.pop(), RowKind.RIGHT_ONLY))
        found.append(_linked(link, left, right, moved=place in moved))
        found += [_lone(left, span, RowKind.LEFT_ONLY) for span in left_only.get(place, ())]
    found += [_lone(right, span, RowKind.RIGHT_ONLY) for span in reversed(right_only)]
    return _led_back(found)


def _led_back(found: list[Row]) -> list[Row]:
    """The rows, those that moved with the row that stands before them on the left."""
    begins = ((row.begins[0], place) for place, row in enumerate(found))
    on_left = sorted((begin, place) for begin, place in begins if begin is not None)
    before = {place: earlier for (_, earlier), (_, place) in pairwise(on_left)}
    return [
        replace(row, after=before.get(place)) if row.moved else row
        for place, row in enumerate(found)
    ]


def turned(relation: Relation) -> tuple[Link, ...]:
    """The links with their sides exchanged."""
    return tuple(Link(one.right, one.left, one.kind, one.likeness) for one in relation.links)


def differences(left: str, right: str, kind: LinkKind) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in marked runs: what differs in an edited sentence, what stayed in a reworded.

    Plain where nothing differs, or where a side is longer than `WORDS_COMPARED`.
    """
    lefts, rights = _WORDS.findall(left), _WORDS.findall(right)
    if kind is LinkKind.VERBATIM or max(len(lefts), len(rights)) > WORDS_COMPARED:
        return ((left, Mark.NONE),), ((right, Mark.NONE),)
    opcodes = Indel.opcodes(_keys(lefts), _keys(rights))
    left_marks, right_marks = [Mark.ONLY] * len(lefts), [Mark.ONLY] * len(rights)
    for code in opcodes:
        if code.tag == "equal":
            size = code.src_end - code.src_start
            left_marks[code.src_start : code.src_end] = [Mark.NONE] * size
            right_marks[code.dest_start : code.dest_end] = [Mark.NONE] * size
    if kind is LinkKind.REWRITTEN:
        left_marks, right_marks = _kept(lefts, left_marks), _kept(rights, right_marks)
    return _runs(lefts, left_marks), _runs(rights, right_marks)


def plain(text: str) -> tuple[Run, ...]:
    """The text in one run without a mark; none where it is empty."""
    return ((text, Mark.NONE),) if text else ()


def _keys(found: Iterable[str]) -> list[str]:
    return [word.strip().translate(_SAME) for word in found]


def _kept(found: Sequence[str], marks: Sequence[Mark]) -> list[Mark]:
    """Marks turned about: the runs of words that both sides have, where long enough."""
    turned_marks: list[Mark] = []
    for mark, places in groupby(range(len(marks)), key=lambda place: marks[place]):
        run = list(places)
        spoken = sum(found[place][0].isalnum() for place in run)
        kept = mark is Mark.NONE and spoken >= SHARED_RUN
        turned_marks += [Mark.SHARED if kept else Mark.NONE] * len(run)
    return turned_marks


def _runs(found: Sequence[str], marks: Sequence[Mark]) -> tuple[Run, ...]:
    together = groupby(zip(found, marks, strict=True), key=lambda pair: pair[1])
    runs: list[Run] = []
    for mark, pairs in together:
        text = "".join(word for word, _ in pairs)
        # The blank after a marked word belongs to neither side's change.
        kept = len(text.rstrip()) if mark is not Mark.NONE else len(text)
        runs += [
            (part, how) for part, how in ((text[:kept], mark), (text[kept:], Mark.NONE)) if part
        ]
    return tuple(runs)


def _linked(link: Link, left: Document, right: Document, *, moved: bool) -> Row:
    sides = (_words_of(left, link.left), _words_of(right, link.right))
    lefts, rights = differences(*sides, link.kind)
    begins = (link.left[0].begin, link.right[0].begin)
    return Row(RowKind(link.kind.value), lefts, rights, begins, moved)


def _lone(document: Document, span: Span, kind: RowKind) -> Row:
    run = ((span.of(document.text), Mark.NONE),)
    if kind is RowKind.LEFT_ONLY:
        return Row(kind, run, (), (span.begin, None))
    return Row(kind, (), run, (None, span.begin))


def _words_of(document: Document, spans: Sequence[Span]) -> str:
    """The text under spans; neighbours with a blank between, others with a mark of omission."""
    parts = [spans[0].of(document.text)]
    for before, after in pairwise(spans):
        between = document.text[before.end : after.begin]
        parts += [" " if not between.strip() else " […] ", after.of(document.text)]
    return "".join(parts)


def _on_right(link: Link) -> tuple[Span, Span]:
    return link.right[0], link.left[0]


def _moved(links: Sequence[Link]) -> set[int]:
    """The rows out of the left document's order: all but its longest rising run, by patience."""
    tops: list[int] = []  # least left begin that ends a rising run of each length
    rows_on_top: list[int] = []
    before: list[int | None] = []
    for place, link in enumerate(links):
        begin = link.left[0].begin
        pile = bisect_right(tops, begin)
        before.append(rows_on_top[pile - 1] if pile else None)
        tops[pile : pile + 1] = [begin]
        rows_on_top[pile : pile + 1] = [place]
    in_order: set[int] = set()
    at = rows_on_top[-1] if rows_on_top else None
    while at is not None:
        in_order.add(at)
        at = before[at]
    return set(range(len(links))) - in_order


def _by_predecessor(links: Sequence[Link], gaps: list[Span]) -> dict[int | None, list[Span]]:
    """The gaps of the left side by the row after which they stand; None for those above all."""
    before = sorted((span.begin, place) for place, link in enumerate(links) for span in link.left)
    filed: dict[int | None, list[Span]] = {}
    reached = -1
    for gap in reversed(gaps):
        while reached + 1 < len(before) and before[reached + 1][0] < gap.begin:
            reached += 1
        filed.setdefault(before[reached][1] if reached >= 0 else None, []).append(gap)
    return filed


def _gaps(document: Document, linked: Iterable[Span]) -> list[Span]:
    """What of the body no link holds, line by line, last first (so that `pop` gives the next)."""
    taken = deque(sorted(linked))
    found: list[Span] = []
    for body in document.body:
        for gap in _between(body, taken):
            found += _lines(document.text, gap)
    return found[::-1]


def _between(body: Span, taken: deque[Span]) -> Iterator[Span]:
    """The pieces of `body` outside `taken`, whose front is used up as far as `body` reaches."""
    at = body.begin
    while taken and taken[0].begin < body.end:
        span = taken.popleft()
        if span.begin > at:
            yield Span(at, span.begin)
        at = max(at, span.end)
    if at < body.end:
        yield Span(at, body.end)


def _lines(text: str, gap: Span) -> Iterator[Span]:
    """The lines of a gap that hold a letter or digit, without the blanks around them."""
    begin = gap.begin
    for line in gap.of(text).splitlines(keepends=True):
        lead = len(line) - len(line.lstrip())
        if any(map(str.isalnum, line)):
            yield Span(begin + lead, begin + len(line.rstrip()))
        begin += len(line)
