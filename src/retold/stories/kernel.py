"""The keys of `retold.stories.keys`, compiled: the same numbers, some ten times as fast.

One walk over the code points gives the words; pairs, runs and terms are read off them. Needs numba
(the extra `volume`); what it computes is defined by the numpy functions, and tests hold both equal.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numba import njit

from retold.stories import keys as plain
from retold.stories import letters
from retold.stories.keys import Commonness, Keys
from retold.stories.letters import codes

U = np.uint64
MULTIPLIER = U(letters.MULTIPLIER)
FIRST, SECOND, FAR = U(0xFF51AFD7ED558CCD), U(0xC4CEB9FE1A85EC53), U(33)
ONE = U(1)
ROLE_FROM, ROLES, LETTER = letters.ROLE_FROM, letters.ROLES, letters.LETTER
ALONE, JOINED, IN_WORD = letters.ALONE, letters.JOINED, letters.IN_WORD
CAPITAL, DIGIT, STOP = letters.CAPITAL, letters.DIGIT, letters.STOP
APOSTROPHE, SEPARATOR, S = letters.APOSTROPHE, letters.SEPARATOR, letters.S
LONGEST, TABLED = len(letters.POWERS), letters.TABLED
RARE_FROM, REACH, RUN, WINDOW = plain.RARE_FROM, plain.REACH, plain.RUN, plain.WINDOW
TERM_FROM, TERMS, LEAD = plain.TERM_FROM, plain.TERMS, plain.LEAD
IN_LEAD, AS_NAME, PLAIN = plain.IN_LEAD, plain.AS_NAME, plain.PLAIN
FIGURE, LONGEST_FIGURE, MOST = plain.FIGURE, plain.LONGEST_FIGURE, plain.MOST_COUNTED


Array = np.ndarray[Any, Any]


def kernel_keys(text: str, table: Commonness) -> Keys:
    """The keys of a text: what `retold.stories.keys.plain_keys` gives."""
    slots, held = _slots(table)
    words, digits, named = _words(codes(text), letters.table(), letters.POWERS)
    weight = _weights(words, digits, slots, held, table.unknown)
    terms, scores = _terms(words, weight, named, plain.TIMES)
    return Keys(_marks(words, weight), terms, scores)


@lru_cache(maxsize=2)
def _slots(table: Commonness) -> tuple[Array, Array]:
    """Words and weights of the table by open addressing, in a power of two of slots."""
    size = 2 << int(2 * len(table.hashes)).bit_length()
    return _addressed(table.hashes, table.weights, size)  # type: ignore[no-any-return]


@njit(cache=True)
def _addressed(hashes, weights, size):  # type: ignore[no-untyped-def]
    slots, held = np.zeros(size, np.uint64), np.full(size, -1, np.int64)
    for at in range(len(hashes)):
        slot = np.int64(hashes[at] & U(size - 1))
        while held[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        slots[slot], held[slot] = hashes[at], weights[at]
    return slots, held


@njit(cache=True, inline="always")
def _mixed(number):  # type: ignore[no-untyped-def]
    number = (number ^ (number >> FAR)) * FIRST
    number = (number ^ (number >> FAR)) * SECOND
    return number ^ (number >> FAR)


@njit(cache=True, inline="always")
def _paired(one, other):  # type: ignore[no-untyped-def]
    return _mixed(min(one, other) * MULTIPLIER + max(one, other))


@njit(cache=True, inline="always")
def _entry(points, at, table):  # type: ignore[no-untyped-def]
    return table[min(points[at], TABLED)] if 0 <= at < len(points) else np.uint32(0)


@njit(cache=True, inline="always")
def _role(entry):  # type: ignore[no-untyped-def]
    return (entry >> ROLE_FROM) & ROLES


@njit(cache=True)
def _words(points, table, powers):  # type: ignore[no-untyped-def]
    """Hashes, digits and named of the words: `retold.stories.letters.spelt`."""
    size = len(points)
    hashes, digits = np.empty(size, np.uint64), np.empty(size, np.int64)
    named = np.empty(size, np.bool_)
    count, length, total, before, stopped = 0, 0, U(0), 0, True
    skipped = False
    for at in range(size):
        entry = _entry(points, at, table)
        role = _role(entry)
        if role == JOINED or skipped:
            skipped = _possessive(points, at, table, entry) and not skipped
            continue
        if entry & SEPARATOR and _entry(points, at - 1, table) & DIGIT:
            if _entry(points, at + 1, table) & DIGIT:
                continue
        if role > 0 and (role != IN_WORD or before != IN_WORD):
            if count:
                hashes[count - 1] = _mixed(total)
            digits[count] = 1 if entry & DIGIT else 0
            named[count] = (entry & CAPITAL) > 0 and not stopped
            count, length, total, stopped = count + 1, 0, U(0), False
        if role > 0:
            if length < LONGEST:
                total += (U(entry & LETTER) + ONE) * powers[length]
                length += 1
                if digits[count - 1]:
                    digits[count - 1] = length
        elif entry & STOP:
            stopped = True
        before = role
    if count:
        hashes[count - 1] = _mixed(total)
    return hashes[:count], digits[:count], named[:count]


@njit(cache=True, inline="always")
def _possessive(points, at, table, entry):  # type: ignore[no-untyped-def]
    """Whether the next character is the s of a possessive, to be left out."""
    after = _entry(points, at + 1, table)
    return (entry & APOSTROPHE) and (after & S) and _role(_entry(points, at + 2, table)) == 0


@njit(cache=True)
def _weights(words, digits, slots, held, unknown):  # type: ignore[no-untyped-def]
    weights = np.empty(len(words), np.int64)
    for at in range(len(words)):
        weights[at] = unknown
        if digits[at]:
            weights[at] = min(FIGURE + 100 * digits[at], LONGEST_FIGURE)
            continue
        slot = np.int64(words[at] & U(len(slots) - 1))
        while held[slot] >= 0:
            if slots[slot] == words[at]:
                weights[at] = held[slot]
                break
            slot = (slot + 1) & (len(slots) - 1)
    return weights


@njit(cache=True)
def _marks(words, weights):  # type: ignore[no-untyped-def]
    """Pairs of rare words and winnowed runs, ascending, each once."""
    size = len(words)
    rare, last = np.empty(size, np.uint64), 0
    made, count = np.empty(size * (REACH + 1) + 1, np.uint64), 0
    for at in range(size):
        if weights[at] < RARE_FROM:
            continue
        rare[last] = words[at]
        for step in range(1, min(REACH, last) + 1):
            if rare[last - step] != words[at]:
                made[count] = _paired(rare[last - step], words[at]) & ~ONE
                count += 1
        last += 1
    runs = max(0, size - RUN + 1)
    coded = np.empty(runs, np.uint64)
    for at in range(runs):
        run = U(0)
        for step in range(RUN):
            run = run * MULTIPLIER + words[at + step]
        coded[at] = _mixed(run)
    for at in range(min(runs, max(1, runs - WINDOW + 1))):
        least = coded[at]
        for step in range(1, min(WINDOW, runs)):
            least = min(least, coded[at + step])
        if not count or made[count - 1] != least | ONE:
            made[count] = least | ONE
            count += 1
    return _ascending(made[:count])


@njit(cache=True)
def _ascending(keys):  # type: ignore[no-untyped-def]
    keys = np.sort(keys)
    count = 0
    for at in range(len(keys)):
        if not count or keys[at] != keys[count - 1]:
            keys[count] = keys[at]
            count += 1
    return keys[:count].copy()


@njit(cache=True)
def _terms(words, weights, named, times):  # type: ignore[no-untyped-def]
    """The words that weigh most, ascending by hash, and what they weigh."""
    order = np.argsort(words, kind="mergesort")
    best, scores = np.zeros(TERMS + 1, np.uint64), np.zeros(TERMS + 1, np.int64)
    kept, at = 0, 0
    while at < len(order):
        word, first, is_named, begin = words[order[at]], order[at], False, at
        while at < len(order) and words[order[at]] == word:
            first, is_named = min(first, order[at]), is_named or named[order[at]]
            at += 1
        if weights[first] < TERM_FROM:
            continue
        score = weights[first] * times[min(at - begin, MOST)]
        score *= (IN_LEAD if first < LEAD else PLAIN) * (AS_NAME if is_named else PLAIN)
        # Words come ascending: of equal scores the lesser word stays before the greater.
        place = kept
        while place > 0 and scores[place - 1] < score:
            best[place], scores[place] = best[place - 1], scores[place - 1]
            place -= 1
        best[place], scores[place] = word, score
        kept = min(kept + 1, TERMS)
    ranked = np.argsort(best[:kept])
    return best[:kept][ranked], scores[:kept][ranked]
