"""What the words of two documents have in common, measured.

Every sum runs in float64 over what two share in one order, so that it comes out the same here and
compiled (`retold.stories.overlap_kernel`), whatever other pairs are measured with it.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from retold.stories.sketch import SENTENCES, VIEWS, Sketch

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Pair = tuple[Sketch, Sketch]

# A word weighs this where it stands in fewer than one of 400 texts of news length.
RARE = 6.0  # nats
# A body of so many words counts as neither long nor short, and one past 74 or 544 as no shorter and
# no longer than that: training saw few beyond.
MIDDLE_LENGTH = 200  # words
LENGTH_REACH = 1.0  # natural log of the factor
# The title and the sentences that follow it are the head of a report.
HEAD = 3  # sentences
ROWS = 1 + SENTENCES  # the title, and the sentences of a sketch
# Pairs from which it pays to wake the kernel: half a second without it.
COMPILED_FROM = 5_000

MEASURES = (
    # Cosines, each word weighing its rarity: of the body by how often words stand there; of the
    # body, each word once; of title and first sentences; of the titles, names, figures, days.
    *VIEWS,
    "held_most",  # share of one side's words, by weight, that the other has: the greater
    "held_least",  # and the lesser
    "title_most",  # the same of the words of the title
    "title_least",
    "lead_most",  # and of title and first sentences
    "lead_least",
    "rare_words",  # ln(1 + rare words shared)
    "best_sentence",  # cosine of the two sentences most alike
    "best_head",  # the same among the first three of each
    "shorter",  # ln(words / 200) of the shorter body, -1..1
    "longer",  # of the longer body
)
# The columns of a sketch's views that are asked how much of one side the other holds.
HELD = [VIEWS.index("title"), VIEWS.index("lead")]
# What is counted of a pair, and in which columns. Of the words that two share: the products of
# their views, the weight, what of title and lead it is to the one and to the other, the rare ones.
PRODUCTS, WEIGHT = slice(0, 7), 7
HELD_BY_ONE, HELD_BY_OTHER, RARES = slice(8, 10), slice(10, 12), 12
# The best cosine of two sentences, and of two of the head.
BEST = slice(13, 15)
# Weight, title and lead of all words of the one and of the other.
WHOLE_OF_ONE, WHOLE_OF_OTHER = slice(15, 18), slice(18, 21)
COUNTED = 21


def overlaps(pairs: Sequence[Pair], *, compiled: bool = False) -> Floats:
    """`MEASURES` of pairs, float64 (pairs, measures).

    A row without numbers (nan) where the two share no word. `compiled`: whether the kernel counts
    however few they are, as it does where others have woken it already.
    """
    every = [
        (one, other) if one.document <= other.document else (other, one) for one, other in pairs
    ]
    counted = _counted(every, compiled=compiled or len(pairs) >= COMPILED_FROM)
    rare = np.array([math.log1p(count) for count in counted[:, RARES].tolist()])
    lengths = np.array([sorted((_length(one), _length(other))) for one, other in every])
    shares = _shares(counted)
    most_least = np.stack([shares.max(axis=0), shares.min(axis=0)], axis=2)
    found = np.concatenate(
        [
            counted[:, PRODUCTS],
            most_least.reshape(len(pairs), 2 * (1 + len(HELD))),
            rare[:, None],
            counted[:, BEST],
            lengths.reshape(len(pairs), 2),
        ],
        axis=1,
    )
    found[counted[:, WEIGHT] == 0] = np.nan
    return found


def _counted(pairs: Sequence[Pair], *, compiled: bool) -> Floats:
    if compiled:
        try:
            from retold.stories.overlap_kernel import kernel_counted
        except (ImportError, RuntimeError):  # numba raises the latter where it cannot keep its code
            pass
        else:
            return kernel_counted(pairs)
    return np.array([plain_counted(*pair) for pair in pairs]).reshape(-1, COUNTED)


def _shares(counted: Floats) -> Floats:
    """The share of each side's words that the other has, by weight, of title, of lead, 0..1.

    (2, pairs, 3); 0 where a side has none.
    """
    weight = counted[:, [WEIGHT]]
    parts = np.stack(
        [
            np.concatenate([weight, counted[:, HELD_BY_ONE]], axis=1),
            np.concatenate([weight, counted[:, HELD_BY_OTHER]], axis=1),
        ]
    )
    wholes = np.stack([counted[:, WHOLE_OF_ONE], counted[:, WHOLE_OF_OTHER]])
    return np.minimum(1.0, parts / np.where(wholes > 0, wholes, np.inf))


def _length(side: Sketch) -> float:
    """ln(words / 200) of a body, -1..1."""
    reach = math.log((side.length + 1) / MIDDLE_LENGTH)
    return max(-LENGTH_REACH, min(LENGTH_REACH, reach))


def plain_counted(one: Sketch, other: Sketch) -> Floats:
    """What is counted of a pair, (21,)."""
    found = np.zeros(COUNTED)
    ours, theirs = _shared(one, other)
    if len(ours):
        views, other_views = one.views[ours], other.views[theirs]
        table = np.empty((len(ours), RARES + 1))
        np.multiply(views, other_views, out=table[:, PRODUCTS], dtype=np.float64)
        table[:, WEIGHT] = np.minimum(one.weights[ours], other.weights[theirs])
        table[:, HELD_BY_ONE], table[:, HELD_BY_OTHER] = views[:, HELD], other_views[:, HELD]
        table[:, RARES] = table[:, WEIGHT] >= RARE
        found[: RARES + 1] = table.sum(axis=0)
        found[BEST] = _best(one, other, ours, theirs)
    found[WHOLE_OF_ONE], found[WHOLE_OF_OTHER] = whole(one), whole(other)
    return found


def whole(side: Sketch) -> Floats:
    """What all words of a document weigh, and those of title and lead, (3,)."""
    table = np.empty((len(side.keys), 1 + len(HELD)))
    table[:, 0], table[:, 1:] = side.weights, side.views[:, HELD]
    return np.asarray(table.sum(axis=0))


def _shared(one: Sketch, other: Sketch) -> tuple[Places, Places]:
    """Places of the words both sketches have, in the one and in the other, intp (k,)."""
    if not len(one.keys) or not len(other.keys):
        nothing = np.zeros(0, np.intp)
        return nothing, nothing
    at = np.searchsorted(other.keys, one.keys)
    at[at == len(other.keys)] = 0
    found = np.flatnonzero(other.keys[at] == one.keys)
    return found, at[found]


def _best(one: Sketch, other: Sketch, ours: Places, theirs: Places) -> Floats:
    """The cosine of the two sentences most alike, of all and of the first ones, (2,)."""
    phrases = other.phrases
    table = np.zeros((len(ours), one.phrases.count))
    column = np.full(len(one.keys), -1)
    column[ours] = np.arange(len(ours))
    inside = column[one.phrases.term] >= 0
    table[column[one.phrases.term[inside]], one.phrases.row[inside]] = one.phrases.share[inside]
    column = np.full(len(other.keys), -1)
    column[theirs] = np.arange(len(theirs))
    inside = column[phrases.term] >= 0
    wide, rows = table.shape[1], phrases.row[inside]
    cosines = np.zeros(ROWS * wide)
    # Added one after the other, as the kernel does; numpy's sums pair their numbers.
    np.add.at(
        cosines,
        (rows[:, None] * wide + np.arange(wide)).ravel(),
        (phrases.share[inside, None] * table[column[phrases.term[inside]]]).ravel(),
    )
    heads = cosines.reshape(ROWS, wide)[:HEAD, :HEAD]
    return np.array([cosines.max(initial=0.0), heads.max(initial=0.0)])
