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
    blocks = (len(here) + BITS - 1) // BITS
    places = np.zeros((size, blocks), np.uint64)
    for at in range(len(here)):
        places[here[at], at // BITS] |= ONE << U(at % BITS)
    rest = np.full(blocks, ALL)
    for word in there:
        carry = U(0)
        for block in range(blocks):
            held = rest[block]
            met = held & places[word, block]
            total = held + met
            above = total + carry
            carry = U(total < held) | U(above < total)
            rest[block] = above | (held - met)
    found = 0
    for bits in rest:
        left = ~bits
        while left:
            left &= left - ONE
            found += 1
    return found
