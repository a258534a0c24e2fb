"""How many words return in order, compiled. Needs numba.

numba keeps what it compiled by the file that asked: after a change here, touch those that import.
"""

import numpy as np
from numba import njit

U = np.uint64
ONE, ALL = U(1), U(2**64 - 1)
BITS = 64


@njit(cache=True)
def in_order(here, there, size):
    """Length of the longest common subsequence by the bits of words (Hyyro 2004)."""
    places = places_of(here, size)
    rest = np.full(places.shape[1], ALL)
    for word in there:
        step(rest, places[word])
    found = 0
    for bits in rest:
        left = ~bits
        while left:
            left &= left - ONE
            found += 1
    return found


@njit(cache=True)
def places_of(words, size):
    """For each of `size` words the places it stands in as bits, uint64 (size, blocks of 64)."""
    places = np.zeros((size, (len(words) + BITS - 1) // BITS), np.uint64)
    for at in range(len(words)):
        places[words[at], at // BITS] |= ONE << U(at % BITS)
    return places


@njit(cache=True)
def step(rest, places):
    """Takes one word more of the other text in: what it adds is cleared in `rest`, all 1 before the
    first.
    """
    carry = U(0)
    for block in range(len(rest)):
        held = rest[block]
        met = held & places[block]
        total = held + met
        above = total + carry
        carry = U(total < held) | U(above < total)
        rest[block] = above | (held - met)
