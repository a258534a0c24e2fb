"""One use of a quotation laid on a wording of it: what was cut, what stands otherwise.

Cuts at the ends, cuts that a mark of omission or brackets own up to, and what brackets add are no
alteration. A cut that takes the "not" away from what it denies is one, marked or not.
"""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from retold.changes.quotes.denials import Change, cut_denials, denies
from retold.changes.quotes.wording import Wording
from retold.text.contractions import written_out
from retold.text.negations import negates

# Longer than this (words times words), matching blocks are looked for by the faster of two methods,
# which does not prefer long blocks to scattered words.
FEW_PAIRS = 60_000
# Words that were changed stand for about as many; so many times more were not changed but are
# others.
FAR = 3  # times the words
# Brackets stand for so many words at most; where more are gone, some were left out.
STOOD_FOR = 3  # words
# A run of so many words in common is no accident.
LEAST_RUN = 4  # words
# Said to hold the floor; where they are gone inside a quotation, a clean copy was made.
FILLERS = (("you", "know"), ("i", "mean"), ("well",), ("look",), ("yes",), ("oh",), ("okay",))

Block = tuple[int, int, int, int]  # a run of the use, and the run of the whole it stands against


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a use stands to a whole wording.

    Attributes:
        changes: other words, in order.
        first, last: which words of the whole the use covers, `[first, last)`; 0, 0 for none.
        before, after: words of the use that stand before the whole begins and after it ends.
        matched: words of the use that the whole has in its place.
        elided: words of the whole that marks of omission stand for.
        denials: denials just outside what was kept, whose loss turns it round unless the writer
            puts one before the marks.
    """

    changes: tuple[Change, ...]
    first: int
    last: int
    before: int
    after: int
    matched: int
    elided: int
    denials: tuple[Change, ...] = ()

    @property
    def beyond(self) -> int:
        """Words of the use that the whole does not reach."""
        return self.before + self.after


@lru_cache(maxsize=50_000)
def _laid(use: tuple[str, ...], whole: tuple[str, ...]) -> tuple[Block, ...]:
    """Runs of equal words, in order, each in `use` and in `whole`."""
    if len(use) * len(whole) <= FEW_PAIRS:
        matcher = SequenceMatcher(None, use, whole, autojunk=False)
        return tuple(
            (a, a + size, b, b + size) for a, b, size in matcher.get_matching_blocks() if size
        )
    codes = Indel.opcodes(use, whole)
    return tuple(
        (code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in codes
        if code.tag == "equal"
    )


def compared(use: Wording, whole: Wording) -> Comparison:
    """`use` laid on `whole`. With no word in common, all of it is one change."""
    equal = _blocks(use, whole)
    if not equal:
        every = (Change(0, len(use), 0, len(whole)),) if len(use) and len(whole) else ()
        return Comparison(every, 0, len(whole) if every else 0, 0, 0, 0, 0)
    before, head = _head(use, whole, equal[0])
    after, tail = _tail(use, whole, equal[-1])
    inner, elided = _inner(use, whole, equal)
    first = head.whole_begin if head else equal[0][2]
    last = tail.whole_end if tail else equal[-1][3]
    first, last = _bracketed(use, whole, first, last)
    ends = [one for one in (head, tail) if one and not _same(use, whole, one)]
    changes = sorted([*ends, *inner], key=lambda change: change.begin)
    matched = sum(block[1] - block[0] for block in equal)
    few = max(block[1] - block[0] for block in equal) < LEAST_RUN
    if few and _crossed(use, whole, Comparison((), first, last, before, after, matched, 0)):
        return Comparison((Change(0, len(use), 0, len(whole)),), 0, len(whole), 0, 0, matched, 0)
    denials = tuple(cut_denials(use, whole, first, last))
    return Comparison(tuple(changes), first, last, before, after, matched, elided, denials)


def _crossed(use: Wording, whole: Wording, found: Comparison) -> bool:
    """Whether a word or two in common are all that two ends which miss each other have."""
    misses = (found.after and found.first) or (found.before and found.last < len(whole))
    return bool(misses) and 2 * found.matched <= min(len(use), len(whole))


def _blocks(use: Wording, whole: Wording) -> tuple[Block, ...]:
    """Runs of equal words; where one side stands in the other in one piece, only that."""
    at = whole.place_of(use.keys)
    if at >= 0:
        return ((0, len(use), at, at + len(use)),)
    at = use.place_of(whole.keys)
    if at >= 0:
        return ((at, at + len(whole), 0, len(whole)),)
    return _in_parts(use, whole) or _near(use, _laid(use.keys, whole.keys))


def _near(use: Wording, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The runs without those at the ends that chance put far off: a lone "the" two lines on."""
    kept = list(blocks)
    for edge, inner in ((0, 1), (-1, -2)):
        while len(kept) > 1 and _far(use, kept[edge], kept[inner]):
            del kept[edge]
    return tuple(kept)


def _far(use: Wording, edge: Block, inner: Block) -> bool:
    """Whether more words of the whole lie between two runs than the use could have changed."""
    first, last = sorted((edge, inner))
    mine, theirs = last[0] - first[1], last[2] - first[3]
    marked = any(first[1] <= place <= last[0] for place in (*use.omissions, *use.insertions))
    size = edge[1] - edge[0]
    return not marked and theirs - FAR * mine > FAR * size


def _in_parts(use: Wording, whole: Wording) -> tuple[Block, ...]:
    """The parts between marks of omission or brackets, each in one piece, in order; or none."""
    cuts = sorted({0, len(use), *use.omissions, *use.insertions})
    found: list[Block] = []
    start = 0
    for begin, end in pairwise(cuts):
        at = whole.place_of(use.keys[begin:end], start)
        if at < 0:
            return ()
        start = at + end - begin
        found.append((begin, end, at, start))
    return tuple(found)


def _head(use: Wording, whole: Wording, block: Block) -> tuple[int, Change | None]:
    """Words before the first equal run: how many the whole does not reach, or what they stand for.

    Where a clause of the whole begins with that run, or the use marks an omission before it, what
    precedes it in the use is no word for it.
    """
    mine, theirs = block[0], block[2]
    if mine == 0 or _owned(use, 0, mine):
        return 0, None
    if theirs == 0:
        return (0, None) if _owned_by(whole, 0) else (mine, None)
    starts = max((place for place in whole.stops if place <= theirs), default=0)
    if theirs == starts or mine in use.omissions:
        return mine, None
    size = theirs - starts if theirs - starts <= FAR * mine else mine
    return 0, Change(0, mine, theirs - size, theirs)


def _tail(use: Wording, whole: Wording, block: Block) -> tuple[int, Change | None]:
    """The same of the words after the last equal run."""
    mine, theirs = len(use) - block[1], len(whole) - block[3]
    if mine == 0 or _owned(use, block[1], len(use)):
        return 0, None
    if theirs == 0:
        return (0, None) if _owned_by(whole, len(whole)) else (mine, None)
    ends = min((place for place in whole.stops if place >= block[3]), default=len(whole))
    if ends == block[3] or block[1] in use.omissions:
        return mine, None
    size = ends - block[3] if ends - block[3] <= FAR * mine else mine
    return 0, Change(block[1], len(use), block[3], block[3] + size)


def _inner(use: Wording, whole: Wording, equal: tuple[Block, ...]) -> tuple[list[Change], int]:
    """What differs between equal runs, and how many words were left out with a mark."""
    changes: list[Change] = []
    elided = 0
    for left, right in pairwise(equal):
        change = Change(left[1], right[0], left[3], right[2])
        if _same(use, whole, change):
            continue
        if _marked(use, whole, change):
            elided += _cut_by(use, change)
        elif not _filler(use, whole, change):
            changes.append(change)
    return changes, elided


def _bracketed(use: Wording, whole: Wording, first: int, last: int) -> tuple[int, int]:
    """What is covered with the words that brackets at either end stand for."""
    if 0 in use.insertions:
        starts = [place for place in {0, *whole.stops} if 0 <= first - place <= STOOD_FOR]
        first = min(starts, default=first)
    if len(use) in use.insertions:
        ends = [place for place in {len(whole), *whole.stops} if 0 <= place - last <= STOOD_FOR]
        last = max(ends, default=last)
    return first, last


def _cut_by(use: Wording, change: Change) -> int:
    """Words of the whole left out; those that brackets stand for are none ("[Lund]" for "she")."""
    gone = change.whole_end - change.whole_begin
    instead = change.begin in use.insertions and change.begin not in use.omissions
    return 0 if instead and gone <= STOOD_FOR else gone


def _same(use: Wording, whole: Wording, change: Change) -> bool:
    """Whether both sides are one word written otherwise: "start-up", "startup"; "it's", "it is"."""
    mine = written_out(use.keys[change.begin : change.end])
    theirs = written_out(whole.keys[change.whole_begin : change.whole_end])
    return bool(mine) and "".join(mine) == "".join(theirs)


def _marked(use: Wording, whole: Wording, change: Change) -> bool:
    """Whether the side that has fewer words says that it left some out, and kept the sense."""
    if change.begin == change.end:
        if not _owned_by(use, change.begin):
            return False
        return not denies(whole, change, use.insertions.get(change.begin, ()))
    if change.whole_begin == change.whole_end:
        if _owned_by(whole, change.whole_begin):
            swapped = Change(change.whole_begin, change.whole_end, change.begin, change.end)
            return not denies(use, swapped, whole.insertions.get(change.whole_begin, ()))
        return _owned(use, change.begin, change.end)
    return _owned(use, change.begin, change.end) or _owned(
        whole, change.whole_begin, change.whole_end
    )


def _owned(side: Wording, begin: int, end: int) -> bool:
    """Whether every word of a run has letters in brackets."""
    return begin < end and all(place in side.patched for place in range(begin, end))


def _owned_by(side: Wording, place: int) -> bool:
    """Whether an omission is marked there, or brackets stand there."""
    return place in side.omissions or place in side.insertions


def _filler(use: Wording, whole: Wording, change: Change) -> bool:
    """Whether only words that hold the floor, or an aside of the writer's, are on one side."""
    mine = use.keys[change.begin : change.end]
    theirs = whole.keys[change.whole_begin : change.whole_end]
    if not mine:
        return theirs in FILLERS or _aside(whole, change.whole_begin, change.whole_end)
    return not theirs and (mine in FILLERS or _aside(use, change.begin, change.end))


def _aside(side: Wording, begin: int, end: int) -> bool:
    """Whether all of a run stands in parentheses, and none of it denies or counts."""
    return all(
        place in side.asides
        and not negates(side.keys[place])
        and not side.keys[place][:1].isdigit()
        for place in range(begin, end)
    )


def longer(found: Comparison, use: Wording) -> Comparison:
    """The same where words that the whole does not reach count as changes."""
    ends = []
    if found.before:
        ends.append(Change(0, found.before, 0, 0))
    if found.after:
        size = len(use)
        ends.append(Change(size - found.after, size, found.last, found.last))
    return replace(found, changes=(*found.changes, *ends), before=0, after=0)


def denying(found: Comparison) -> Comparison:
    """The same where denials that were cut off count as changes."""
    return replace(found, changes=(*found.changes, *found.denials), denials=())
