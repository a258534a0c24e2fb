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
# Where the terms of a document are looked up, a power of two: few have the same.
ADDRESSES, LAST_ADDRESS = 256, U(255)
# What the first word of a run is multiplied by once the others have been added.
BEGUN = U(pow(letters.MULTIPLIER, plain.RUN - 1, 1 << 64))
# Keys are sorted by their first byte, then by comparing, few at a time.
BUCKETS, LOW_BITS, FEW = 256, U(56), 16
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


def kernel_products(terms: Array, scores: Array, left: Array, right: Array) -> Array:
    """The sums of `retold.stories.keys.plain_products`."""
    made: Array = _products(terms, scores, left, right)
    return made


@njit(cache=True)
def _products(terms, scores, left, right):
    found = np.zeros(len(left), np.int64)
    held = np.zeros(ADDRESSES, np.int64)  # 1 + the place of a term of the one
    of = -1
    for pair in range(len(left)):
        one, other = left[pair], right[pair]
        if one != of:  # pairs of one document mostly come one after the other
            of = one
            _address(held, terms[one], scores[one])
        for theirs in range(TERMS):
            if not scores[other, theirs]:
                break
            term = terms[other, theirs]
            slot = term & LAST_ADDRESS
            while held[slot] and terms[one, held[slot] - 1] != term:
                slot = (slot + ONE) & LAST_ADDRESS
            if held[slot]:
                found[pair] += scores[one, held[slot] - 1] * scores[other, theirs]
    return found


@njit(cache=True)
def _address(held, terms, scores):
    held[:] = 0
    for at in range(TERMS):
        if not scores[at]:
            break
        slot = terms[at] & LAST_ADDRESS
        while held[slot]:
            slot = (slot + ONE) & LAST_ADDRESS
        held[slot] = at + 1


@lru_cache(maxsize=2)
def _slots(table: Commonness) -> tuple[Array, Array]:
    """Words and weights of the table by open addressing, in a power of two of slots."""
    size = 2 << int(2 * len(table.hashes)).bit_length()
    made: tuple[Array, Array] = _addressed(table.hashes, table.weights, size)
    return made


@njit(cache=True)
def _addressed(hashes, weights, size):
    slots, held = np.zeros(size, np.uint64), np.full(size, -1, np.int64)
    for at in range(len(hashes)):
        slot = np.int64(hashes[at] & U(size - 1))
        while held[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        slots[slot], held[slot] = hashes[at], weights[at]
    return slots, held


@njit(cache=True, inline="always")
def _mixed(number):
    number = (number ^ (number >> FAR)) * FIRST
    number = (number ^ (number >> FAR)) * SECOND
    return number ^ (number >> FAR)


@njit(cache=True, inline="always")
def _paired(one, other):
    return _mixed(min(one, other) * MULTIPLIER + max(one, other))


@njit(cache=True, inline="always")
def _role(entry):
    return (entry >> ROLE_FROM) & ROLES


@njit(cache=True, inline="always")
def _dropped(left, entry, right):
    """Whether a character is no part of the word it stands in, by itself and its neighbours."""
    inside = (entry & SEPARATOR) > 0 and (left & right & DIGIT) > 0
    ending = (entry & S) > 0 and (left & APOSTROPHE) > 0 and _role(right) == 0
    return _role(entry) == JOINED or inside or ending


@njit(cache=True)
def _entries(points, table):
    """The entries of the characters that are kept, and a 0 as after the last word."""
    entries = np.zeros(len(points) + 2, np.uint32)
    for at in range(len(points)):
        entries[at + 1] = table[min(points[at], TABLED)]
    kept, count = np.zeros(len(points) + 1, np.uint32), 0
    for at in range(1, len(points) + 1):
        if not _dropped(entries[at - 1], entries[at], entries[at + 1]):
            kept[count] = entries[at]
            count += 1
    return kept[: count + 1]


@njit(cache=True)
def _words(points, table, powers):
    """Hashes, digits and named of the words: `retold.stories.letters.spelt`."""
    hashes, digits = np.empty(len(points), np.uint64), np.zeros(len(points), np.int64)
    named = np.empty(len(points), np.bool_)
    entries = _entries(points, table)
    count, stopped, at = 0, True, 0
    while at < len(entries):
        entry, begin = entries[at], at
        if not _role(entry):
            stopped, at = stopped or (entry & STOP) > 0, at + 1
            continue
        total, role = U(0), _role(entry)
        while at == begin or (role == IN_WORD and _role(entries[at]) == IN_WORD):
            if at - begin < LONGEST:
                total += (U(entries[at] & LETTER) + ONE) * powers[at - begin]
            at += 1
        hashes[count] = _mixed(total)
        digits[count] = min(at - begin, LONGEST) if entry & DIGIT else 0
        named[count] = (entry & CAPITAL) > 0 and not stopped
        stopped, count = False, count + 1
    return hashes[:count], digits[:count], named[:count]


@njit(cache=True)
def _weights(words, digits, slots, held, unknown):
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
def _marks(words, weights):
    """Pairs of rare words and winnowed runs, ascending, each once."""
    made = np.empty(len(words) * (REACH + 1) + 1, np.uint64)
    return _ascending(made[: _run_marks(words, made, _pair_marks(words, weights, made))])


@njit(cache=True)
def _pair_marks(words, weights, made):
    """Writes the marks of pairs; how many they are."""
    rare, last, count = np.empty(len(words), np.uint64), 0, 0
    for at in range(len(words)):
        if weights[at] < RARE_FROM:
            continue
        rare[last] = words[at]
        for step in range(1, min(REACH, last) + 1):
            if rare[last - step] != words[at]:
                made[count] = _paired(rare[last - step], words[at]) & ~ONE
                count += 1
        last += 1
    return count


@njit(cache=True)
def _run_marks(words, made, count):
    """Writes the marks of runs after `count` others; how many there are then."""
    runs = np.empty(max(0, len(words) - RUN + 1), np.uint64)
    rolling = U(0)
    for at in range(min(RUN - 1, len(words))):
        rolling = rolling * MULTIPLIER + words[at]
    for at in range(len(runs)):
        # The word that the run before began with goes, the next comes in.
        gone = words[at - 1] * BEGUN if at else U(0)
        rolling = (rolling - gone) * MULTIPLIER + words[at + RUN - 1]
        runs[at] = _mixed(rolling)
    for at in range(min(len(runs), max(1, len(runs) - WINDOW + 1))):
        least = runs[at]
        for step in range(1, min(WINDOW, len(runs))):
            least = min(least, runs[at + step])
        if not count or made[count - 1] != least | ONE:
            made[count] = least | ONE
            count += 1
    return count


@njit(cache=True)
def _ascending(keys):
    keys, count = _sorted(keys), 0
    for at in range(len(keys)):
        if not count or keys[at] != keys[count - 1]:
            keys[count] = keys[at]
            count += 1
    return keys[:count].copy()


@njit(cache=True)
def _sorted(keys):
    """The keys in order. They are hashes: their first bits spread them nearly to their places."""
    ends, begins = np.zeros(BUCKETS + 1, np.int64), np.empty(BUCKETS, np.int64)
    for at in range(len(keys)):
        ends[np.int64(keys[at] >> LOW_BITS) + 1] += 1
    for at in range(BUCKETS):
        begins[at] = ends[at]
        ends[at + 1] += ends[at]
    found = np.empty(len(keys), np.uint64)
    for key in keys:
        slot = np.int64(key >> LOW_BITS)
        found[begins[slot]] = key
        begins[slot] += 1
    for bucket in range(len(begins)):
        begin, end = ends[bucket], ends[bucket + 1]
        if end - begin > FEW:
            found[begin:end].sort()
            continue
        for at in range(begin + 1, end):
            key, place = found[at], at
            while place > begin and found[place - 1] > key:
                found[place] = found[place - 1]
                place -= 1
            found[place] = key
    return found


@njit(cache=True)
def _terms(words, weights, named, times):
    """The words that weigh most, ascending by hash, and what they weigh."""
    heavy = np.flatnonzero(weights >= TERM_FROM)
    order = heavy[np.argsort(words[heavy], kind="mergesort")]
    best, scores = np.zeros(TERMS + 1, np.uint64), np.zeros(TERMS + 1, np.int64)
    kept, at = 0, 0
    while at < len(order):
        word, first, is_named, begin = words[order[at]], order[at], False, at
        while at < len(order) and words[order[at]] == word:
            first, is_named = min(first, order[at]), is_named or named[order[at]]
            at += 1
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
