"""Where a description of somebody begins when only its end is known: "most voters in Utah"."""

from retold.text.functions import FUNCTION_WORDS
from retold.text.reporting import VERBS
from retold.text.token_rows import Row

# A speaker that one of these stands before is the end of a longer description.
JOINING = frozenset({"of", "in", "at", "among"})
OPENING = frozenset("the a an his her its their our my every each".split())
CAPITALS = frozenset("CA")
WORDS = frozenset("aCA9")  # shapes of tokens that are words
MOST_PARTS = 3  # "two of the members of the board"
LONGEST_PART = 6  # tokens


def widened(row: Row, first: int) -> int:
    """The first token of the description that a token, told to begin it, goes on."""
    bound, _ = row.bounds(row.sentence[first])
    for _ in range(MOST_PARTS):
        begin = _joined(row, first, bound)
        if begin == first:
            break
        first = begin
    return first


def _joined(row: Row, first: int, bound: int) -> int:
    """The first token of the part before one that belongs to it; the token itself where none."""
    if first - 2 < bound:
        return first
    joint, last = row.words[first - 1], first - 2
    if joint in JOINING:
        begin = _part(row, last, bound)
        return begin if begin <= last else first
    if row.ends[first - 1] == row.begins[first] and joint in {".", "-"}:
        return last if row.ends[last] == row.begins[first - 1] else first
    if joint == "and" and row.shapes[first] in CAPITALS and row.shapes[last] in CAPITALS:
        return _names(row, last, bound)
    return first


def _part(row: Row, last: int, bound: int) -> int:
    """The first token of a noun with what stands before it, past `last` where there is none."""
    at = last + 1
    while at > max(bound, last - LONGEST_PART) and _noun(row, at - 1):
        at -= 1
    return at - 1 if bound < at <= last and row.words[at - 1] in OPENING else at


def _noun(row: Row, at: int) -> bool:
    """Whether a token may stand inside a noun phrase: a word, no little one, no verb of saying."""
    word, shape = row.words[at], row.shapes[at]
    if shape not in WORDS:
        return False
    return shape in CAPITALS or not (word in FUNCTION_WORDS or word in VERBS)


def _names(row: Row, last: int, bound: int) -> int:
    """The first token of a run of capitals."""
    at = last
    while at > bound and row.shapes[at - 1] in CAPITALS:
        at -= 1
    return at
