"""What may tell the earlier of two dependent texts: measures that change sign with the sides.

A prototype of what may go into `retold.pairs.direction`. Each measure of one side against the other
is a plain function; the measure of the pair is the difference of both, above 0 where the left has
more. Capitals, punctuation and white space are not looked at: they are house style. Lengths count
only beside how much was kept, since updated reports grow, cut ones and reworded ones shrink.
"""

import math
import re
import unicodedata
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from benchmarks.direction_edits import (
    Half,
    Pair,
    kept,
    least_untouched,
    most_untouched,
    rewording,
)
from retold.pairs.collate import Side

WORD = re.compile(r"\w+")
# From this rarity a word is a name or a term.
RARE_FROM = 5.0  # nats
# An edit of up to this many words is a touch, a longer one a passage.
TOUCH = 4  # words
CONNECTIVES = frozenset(
    "however moreover furthermore additionally consequently nevertheless nonetheless thus hence "
    "therefore notably ultimately meanwhile despite although whereas amid upon regarding "
    "including particularly specifically significantly subsequently".split()
)


def mixed_scripts(half: Half, other: Half, pair: Pair) -> float:
    """Words in letters of two scripts, log: nobody writes them, a disguise puts them in."""
    del other, pair
    return math.log1p(min(20, sum(_mixed(word) for word in WORD.findall(half.text))))


def slips(half: Half, other: Half, pair: Pair) -> float:
    """Words in no table that the other side spells in a known way, log."""
    del pair
    return math.log1p(_slips(half, other))


def spoilt(half: Half, other: Half, pair: Pair) -> float:
    """1 where two words in a hundred are slips: more than anyone corrects."""
    del pair
    return float(_slips(half, other) >= 0.02 * max(1, half.words))


def strangers(half: Half, other: Half, pair: Pair) -> float:
    """Words of this side alone that no table has, a share of its words alone."""
    del other, pair
    known = half.side.reading.known
    return float((half.alone & ~known).sum() / (half.alone.sum() + 5))


def doubled(half: Half, other: Half, pair: Pair) -> float:
    """Words that stand twice in a row, log."""
    del other, pair
    return math.log1p(half.side.reading.doubled)


def rarity_replaced(half: Half, other: Half, pair: Pair) -> float:
    """Mean rarity of the words that the other side has others for, nats."""
    del other, pair
    return _mean_of(half, half.side.reading.weight)


def length_replaced(half: Half, other: Half, pair: Pair) -> float:
    """Mean length of the words that the other side has others for, letters."""
    del other, pair
    return _mean_of(half, np.array([len(key) for key in half.side.reading.keys], np.float64))


def small_words(half: Half, other: Half, pair: Pair) -> float:
    """Share of small words among the words of this side alone."""
    del other, pair
    light = half.side.reading.weight < 1.0
    return float(((light & half.alone).sum() + 2) / (half.alone.sum() + 4))


def connectives(half: Half, other: Half, pair: Pair) -> float:
    """Words such as "moreover", log."""
    del other, pair
    return math.log1p(sum(key in CONNECTIVES for key in half.side.reading.keys))


def figures_alone(half: Half, other: Half, pair: Pair) -> float:
    """Figures that only this side has, log."""
    del pair
    theirs = set(other.side.reading.keys)
    reading = half.side.reading
    return math.log1p(
        len({k for k, digit in zip(reading.keys, reading.figure, strict=True) if digit} - theirs)
    )


def rare_alone(half: Half, other: Half, pair: Pair) -> float:
    """Rare words that only this side has, a share of its rare words."""
    present = np.zeros(len(pair.collation.weights), np.bool_)
    present[other.side.ids] = True
    mine = np.unique(half.side.ids)
    rare = mine[pair.collation.weights[mine] > RARE_FROM]
    return float(((~present[rare]).sum() + 1) / (len(rare) + 4))


def variety(half: Half, other: Half, pair: Pair) -> float:
    """Words over the root of all words: Guiraud's measure of a rich vocabulary, log."""
    del other, pair
    return math.log(max(1, len(np.unique(half.side.ids))) / math.sqrt(max(1, half.words)))


def sentence_length(half: Half, other: Half, pair: Pair) -> float:
    """Words a sentence, log."""
    del other, pair
    return math.log(max(1, half.words) / max(1, half.side.sentences))


def quoted_words(half: Half, other: Half, pair: Pair) -> float:
    """Words in quotation marks, log."""
    del other, pair
    return math.log1p(int(half.side.reading.quoted.sum()))


def touches_in(half: Half, other: Half, pair: Pair) -> float:
    """A few words put in where the other side has nothing, how often, log."""
    del other, pair
    return math.log1p(sum(not both and end - begin <= TOUCH for begin, end, both in half.passages))


def passages_in(half: Half, other: Half, pair: Pair) -> float:
    """Longer passages where the other side has nothing, log."""
    del other, pair
    return math.log1p(sum(not both and end - begin > TOUCH for begin, end, both in half.passages))


def replaced_longer(half: Half, other: Half, pair: Pair) -> float:
    """Words in places where the other side has other words, log."""
    del other, pair
    return math.log1p(sum(end - begin for begin, end, both in half.passages if both))


def added_words(half: Half, other: Half, pair: Pair) -> float:
    """Words where the other side has nothing, log."""
    del other, pair
    return math.log1p(sum(end - begin for begin, end, both in half.passages if not both))


def added_rarity(half: Half, other: Half, pair: Pair) -> float:
    """Mean rarity of the words where the other side has nothing, nats."""
    del other, pair
    weight = half.side.reading.weight
    parts = [weight[begin:end] for begin, end, both in half.passages if not both]
    return (sum(float(p.sum()) for p in parts) + 9.0) / (sum(len(p) for p in parts) + 3)


def added_figures(half: Half, other: Half, pair: Pair) -> float:
    """Figures where the other side has nothing, log."""
    del other, pair
    figure = half.side.reading.figure
    return math.log1p(
        sum(int(figure[begin:end].sum()) for begin, end, both in half.passages if not both)
    )


def goes_on(half: Half, other: Half, pair: Pair) -> float:
    """1 where this side goes on past the end of the other by a sentence and more."""
    del other, pair
    if not half.passages or not half.side.sentences:
        return 0.0
    begin, end, both = half.passages[-1]
    return float(not both and end == half.words and end - begin > 10)


def told_again(half: Half, other: Half, pair: Pair) -> float:
    """How near, in the mean, the sentences of this side alone come to others of its own."""
    del other
    lone = half.lone_sentences
    rows = np.nonzero(lone)[0]
    rest = np.nonzero(~lone)[0]
    if not len(rows) or not len(rest):
        return 0.0
    table = _own_likeness(half.side, pair.collation.weights)
    return float(table[np.ix_(rows, rest)].max(axis=1).mean())


def leaned_on(half: Half, other: Half, pair: Pair) -> float:
    """Rare words that this side brings in with a sentence that the other lacks.

    A cut takes the sentence that brings somebody in and leaves the surname: share of the rare words
    that both have.
    """
    first_here, first_there = _first_places(half.side), _first_places(other.side)
    weights, lone = pair.collation.weights, half.lone_sentences
    both = [w for w in first_here if w in first_there and weights[w] > RARE_FROM]
    brought = sum(bool(lone[half.side.sentence[first_here[w]]]) for w in both)
    return (brought + 0.2) / (len(both) + 2)


SIDED: tuple[Callable[[Half, Half, Pair], float], ...] = (
    mixed_scripts,
    slips,
    spoilt,
    strangers,
    doubled,
    rarity_replaced,
    length_replaced,
    small_words,
    connectives,
    figures_alone,
    rare_alone,
    variety,
    sentence_length,
    quoted_words,
    touches_in,
    passages_in,
    replaced_longer,
    added_words,
    added_rarity,
    added_figures,
    goes_on,
    told_again,
    leaned_on,
)


# What was done, 0..1 whichever side is the left; each measure weighs by these: a text that was
# cut, one that was updated and one that was reworded leave other traces.
DONE: tuple[Callable[[Pair], float], ...] = (kept, rewording, least_untouched, most_untouched)


def measures(pair: Pair) -> dict[str, float]:
    """Every measure by name, plain and by what was done; all change sign with the sides."""
    plain = {
        of.__name__: of(pair.left, pair.right, pair) - of(pair.right, pair.left, pair)
        for of in SIDED
    }
    plain["length"] = math.log(max(1, pair.left.words) / max(1, pair.right.words))
    found = dict(plain)
    for done in DONE:
        share = done(pair)
        found |= {f"{name} by {done.__name__}": value * share for name, value in plain.items()}
    return found


def _mixed(word: str) -> bool:
    """Whether a word has letters of two scripts, or letters made for formulas."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(c, "?").split()[0] for c in word if c.isalpha()}
    return len(scripts) > 1


def _slips(half: Half, other: Half) -> int:
    reading = other.side.reading
    spelled = {
        word
        for word, known in zip(other.side.ids.tolist(), reading.known.tolist(), strict=True)
        if known
    }
    own = half.side.reading
    return len(
        {
            key
            for word, key, known in zip(
                half.side.ids.tolist(), own.keys, own.known.tolist(), strict=True
            )
            if not known and word in spelled
        }
    )


def _mean_of(half: Half, values: npt.NDArray[np.float64]) -> float:
    """Mean over the words that the other side has others for; 3 (nats, letters) where none."""
    chosen = [values[begin:end] for begin, end, both in half.passages if both]
    total = sum(float(v.sum()) for v in chosen)
    return (total + 9.0) / (sum(len(v) for v in chosen) + 3)


def _first_places(side: Side) -> dict[int, int]:
    """Where each word first stands."""
    words, first = np.unique(side.ids, return_index=True)
    return dict(zip(words.tolist(), first.tolist(), strict=True))


def _own_likeness(side: Side, weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Weighted Dice of every two sentences of one side."""
    table = np.zeros((side.sentences, len(weights)))
    table[side.sentence, side.ids] = 1.0
    shared = (table * weights) @ table.T
    mass = np.diag(shared)
    return np.asarray(2 * shared / np.maximum(mass[:, None] + mass[None, :], 1e-9))
