"""What stands in a text unseen: characters without width, and letters of another alphabet.

No writer puts them there. Pages do by accident, disguises on purpose, and a copy carries both on,
which makes them evidence of copying.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from retold.model.document import Mark, MarkKind, Span
from retold.text.fold import INVISIBLE
from retold.text.scripts import may_mix, mixed_letters

# Marks listed of one kind; the rest is counted in one more. By eye: past it they are the page's way
# of writing, not findings.
MOST = 100
ELLIPSIS = "…"
# A soft hyphen is how pages break words, not a thing to find.
SOFT_HYPHEN = "\u00ad"
UNSEEN = "".join(chr(code) for code in INVISIBLE if chr(code) != SOFT_HYPHEN)
HIDDEN = re.compile(f"[{UNSEEN}]")
LETTER = r"[^\W_]"
HELD = re.compile(
    rf"{LETTER}{{0,40}}[{UNSEEN}]{{1,40}}(?:{LETTER}{{0,40}}[{UNSEEN}]{{1,40}}){{0,20}}{LETTER}{{0,40}}"
)
WORD = re.compile(rf"{LETTER}{{2,64}}")
# The alphabets in which a character without width has no work to do. In Persian, Hindi or Thai it
# joins or parts letters, and between two pictures it makes one of them.
PLAIN = frozenset({"LATIN", "GREEK", "CYRILLIC", "DIGIT", "ARMENIAN", "FULLWIDTH"})


def unseen(text: str) -> tuple[Mark, ...]:
    """The words of `text` that hold something unseen, by kind and then by first place.

    A word stands once, with the number of times it is there; past `MOST` words of a kind the rest
    are counted together, without a place.
    """
    return (
        *_marks(MarkKind.ZERO_WIDTH, text, _held(text)),
        *_marks(MarkKind.LOOK_ALIKE, text, _mixed(text)),
    )


def _held(text: str) -> Iterator[Span]:
    """Words that hold characters without width; a byte order mark at the begin is none."""
    if text.isascii() or not HIDDEN.search(text):
        return
    for found in HELD.finditer(text):
        begin = found.start() + (found.start() == 0 and text[0] == "\ufeff")
        held = text[begin : found.end()]
        unseen_in = any(letter in UNSEEN for letter in held)
        word = any(map(str.isalnum, held))
        if unseen_in and word and _is_plain(text, begin, found.end()):
            yield Span(begin, found.end())


def _is_plain(text: str, begin: int, end: int) -> bool:
    """Whether the letters of a word, or beside it, are of alphabets that need no such character."""
    around = text[max(begin - 1, 0) : end + 1]
    return all(_alphabet(letter) in PLAIN for letter in around if _is_shown(letter))


def _is_shown(letter: str) -> bool:
    return letter not in UNSEEN and (letter.isalnum() or unicodedata.category(letter)[0] in "SM")


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _mixed(text: str) -> Iterator[Span]:
    """Words in letters of two alphabets that look alike."""
    # Where the whole text has no two such alphabets no word has.
    if text.isascii() or not may_mix(text):
        return
    for found in WORD.finditer(text):
        if mixed_letters(found.group()) and not _is_compound(found.group()):
            yield Span(found.start(), found.end())


def _is_compound(word: str) -> bool:
    """Whether a word is two words of two alphabets written together, as names of firms are."""
    runs = [len(list(run)) for _, run in groupby(map(_alphabet, word))]
    return len(runs) == 2 and min(runs) >= 2


def _marks(kind: MarkKind, text: str, spans: Iterable[Span]) -> Iterator[Mark]:
    first: dict[str, Span] = {}
    times: dict[str, int] = {}
    more = 0
    for span in spans:
        word = span.of(text)
        if word not in first and len(first) == MOST:
            more += 1
            continue
        first.setdefault(word, span)
        times[word] = times.get(word, 0) + 1
    for word, span in first.items():
        yield Mark(kind, word, times[word], span)
    if more:
        yield Mark(kind, ELLIPSIS, more)
