"""Characters to words by number, a whole text at once: what candidates are sought by.

Folded like `retold.text.fold` (compatibility form, no case, no accents, no apostrophes, nothing
invisible, look-alikes put back), by a table over code points, and hashed word by word. It departs
in two things: a look-alike is put back in every word, and a figure keeps none of its separators.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from retold.text.fold import INVISIBLE, LOOK_ALIKES
from retold.text.words import LONGEST_WORD

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]
HASHES = 1 << 64  # how many there can be

# An entry of the table: the folded letter in the lowest 21 bits, then what it is to words.
LETTER = (1 << 21) - 1
ROLE_FROM, ROLES = 21, 3  # bits below the role, and its mask
ALONE, JOINED, IN_WORD = 1, 2, 3  # 0 stands between words
CAPITAL, DIGIT, STOP, APOSTROPHE, SEPARATOR, S = (1 << bit for bit in range(23, 29))
APOSTROPHES = "'’ʼ‘`´"
SEPARATORS = ".,:"
STOPS = '.!?:;"“”„«»()'
# Han, kana and Thai carry no spaces: there every character is a word of its own.
UNSPACED = ((0x0E00, 0x0E80), (0x3040, 0x3100), (0x3400, 0xA000), (0x20000, 0x20001))
# Code points from here on are read as this one: rare ideographs, none of them in living news.
TABLED = 0x20000
# An odd number near 2**64 / golden ratio (Knuth, 6.4), to the powers 1, 2, 3 ...
MULTIPLIER = 0x9E3779B97F4A7C15
POWERS = np.array([pow(MULTIPLIER, at + 1, HASHES) for at in range(LONGEST_WORD)], np.uint64)


@dataclass(frozen=True, slots=True)
class Spelt:
    """The n words of a text in order.

    Attributes:
        hashes: uint64 (n,), one for each spelling.
        digits: int64 (n,), letters of a word that begins with a digit, 0 for others.
        named: bool (n,), begins with a capital and opens no sentence.
    """

    hashes: Hashes
    digits: npt.NDArray[np.int64]
    named: npt.NDArray[np.bool_]


def codes(text: str) -> Codes:
    """The code points of a text in compatibility form, uint32."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8).astype(np.uint32)
    plain = unicodedata.normalize("NFKD", text).replace("ß", "ss")
    return np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def spelt(text: str) -> Spelt:
    """The words of a text; empty arrays where it has none."""
    entries = _joined(table()[np.minimum(codes(text), TABLED)])
    role = _role(entries)
    entries, role = entries[role != JOINED], role[role != JOINED]
    begins = (role > 0) & ((role != IN_WORD) | (np.append(0, role)[:-1] != IN_WORD))
    starts = np.flatnonzero(begins)
    if not len(starts):
        return Spelt(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.bool_))
    place = np.arange(len(role)) - starts[np.maximum(np.cumsum(begins) - 1, 0)]
    counted = (role > 0) & (place < LONGEST_WORD)
    letters = (entries & LETTER).astype(np.uint64) + np.uint64(1)
    sums = np.where(counted, letters * POWERS[np.clip(place, 0, LONGEST_WORD - 1)], np.uint64(0))
    first = entries[starts]
    stops = np.cumsum((entries & STOP) > 0)[starts]
    return Spelt(
        mixed(np.add.reduceat(sums, starts)),
        np.where((first & DIGIT) > 0, np.add.reduceat(counted.astype(np.int64), starts), 0),
        ((first & CAPITAL) > 0) & (stops == np.append(-1, stops)[:-1]),
    )


def mixed(numbers: Hashes) -> Hashes:
    """The numbers with every bit spread over all 64 (the finish of MurmurHash3, Appleby 2011)."""
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return numbers ^ (numbers >> np.uint64(33))


def _joined(entries: Codes) -> Codes:
    """The entries with what stands inside a word and is no part of it marked so.

    That is the possessive ending after its apostrophe, and a separator between two digits.
    """
    changed = entries.copy()
    after = np.append(entries, 0)[1:]
    beyond = np.append(after, 0)[1:]
    possessive = ((entries & APOSTROPHE) > 0) & ((after & S) > 0) & (_role(beyond) == 0)
    changed[1:][possessive[:-1]] = JOINED << ROLE_FROM
    before = np.append(0, entries)[:-1]
    inside = ((entries & SEPARATOR) > 0) & ((before & DIGIT) > 0) & ((after & DIGIT) > 0)
    changed[inside] = JOINED << ROLE_FROM
    return changed


def _role(entries: Codes) -> Codes:
    return (entries >> np.uint32(ROLE_FROM)) & np.uint32(ROLES)


@lru_cache(maxsize=1)
def table() -> Codes:
    """The entry of every code point up to `TABLED`, uint32 (131073,)."""
    entries = np.zeros(TABLED + 1, np.uint32)
    for point in range(TABLED + 1):
        entries[point] = _entry(point)
    return entries


def _entry(point: int) -> int:
    letter = chr(point)
    if letter in APOSTROPHES:
        return APOSTROPHE | JOINED << ROLE_FROM
    if point in INVISIBLE or unicodedata.combining(letter):
        return JOINED << ROLE_FROM
    if any(first <= point < last for first, last in UNSPACED):
        return point | ALONE << ROLE_FROM
    if not letter.isalnum():
        return (STOP if letter in STOPS else 0) | (SEPARATOR if letter in SEPARATORS else 0)
    folded = letter.casefold()[0].translate(LOOK_ALIKES)
    return (
        ord(folded)
        | IN_WORD << ROLE_FROM
        | (CAPITAL if letter.isupper() else 0)
        | (DIGIT if letter.isdigit() else 0)
        | (S if folded == "s" else 0)
    )
