"""What may tell the earlier of two dependent texts: measures that change sign with the sides.

A prototype of what may go into `retold.pairs.direction`. Each measure of one side against the other
is a plain function; the measure of the pair is the difference of both, above 0 where the left has
more. Capitals, punctuation and white space are not looked at: they are house style. Lengths count
only beside how much was kept, since updated reports grow, cut ones and reworded ones shrink.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from retold.pairs.collate import Collation, Side

Bools = npt.NDArray[np.bool_]

WORD = re.compile(r"\w+")
# From this rarity a word is a name or a term.
RARE_FROM = 5.0  # nats
# An edit of up to this many words is a touch, a longer one a passage.
TOUCH = 4  # words
CONNECTIVES = frozenset(
    "however moreover furthermore additionally consequently nevertheless nonetheless thus "
    "therefore hence notably ultimately meanwhile despite although whereas amid upon regarding including "
    "particularly specifically significantly subsequently".split()
)
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'m", "’m")
OPENERS = frozenset("he she they it his her their this that these but and also so".split())


@dataclass(frozen=True)
class Half:
    """One side of a pair and what only it has.

    Attributes:
        text: as it was read; folding takes letters of other scripts for those they look like.
        alone: bool (n,), words in no common subsequence with the other side.
        passages: (first, last + 1) of each run of such words, and whether the other side has
            something else in its place.
    """

    side: Side
    text: str
    alone: Bools
    passages: tuple[tuple[int, int, bool], ...]

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.side.ids)

    @cached_property
    def lone_sentences(self) -> Bools:
        """Sentences of which nine words in ten only this side has, bool (m,)."""
        total = np.bincount(self.side.sentence, minlength=self.side.sentences)
        lone = np.bincount(self.side.sentence, self.alone, minlength=self.side.sentences)
        return np.asarray(lone >= 0.9 * np.maximum(total, 1))


@dataclass(frozen=True)
class Pair:
    """A collated pair with the edits between its sides."""

    left: Half
    right: Half
    collation: Collation

    @property
    def swapped(self) -> "Pair":
        """The same pair seen from the other side."""
        return Pair(self.right, self.left, self.collation)

    @cached_property
    def kept(self) -> float:
        """Share of the poorer side's words that return in order, 0..1."""
        same = int((~self.left.alone).sum())
        return same / max(1, min(self.left.words, self.right.words))


def pair_of(collation: Collation, texts: tuple[str, str]) -> Pair:
    """A pair ready to be measured; `texts` as they were read."""
    left, right = collation.left, collation.right
    alone = np.ones(len(left.ids), np.bool_), np.ones(len(right.ids), np.bool_)
    runs: tuple[list[tuple[int, int, bool]], list[tuple[int, int, bool]]] = ([], [])
    codes = Indel.opcodes(left.ids.tolist(), right.ids.tolist())
    here = there = 0
    for code in [*codes, None]:
        if code is not None and code.tag != "equal":
            continue
        begins = (code.src_start, code.dest_start) if code else (len(left.ids), len(right.ids))
        both = begins[0] > here and begins[1] > there
        if begins[0] > here:
            runs[0].append((here, begins[0], both))
        if begins[1] > there:
            runs[1].append((there, begins[1], both))
        if code is not None:
            alone[0][code.src_start : code.src_end] = False
            alone[1][code.dest_start : code.dest_end] = False
            here, there = code.src_end, code.dest_end
    return Pair(
        Half(left, texts[0], alone[0], tuple(runs[0])),
        Half(right, texts[1], alone[1], tuple(runs[1])),
        collation,
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


def contractions(half: Half, other: Half, pair: Pair) -> float:
    """Contracted words, log."""
    del other, pair
    return math.log1p(sum(key.endswith(CONTRACTED) for key in half.side.reading.keys))


def connectives(half: Half, other: Half, pair: Pair) -> float:
    """Words such as "moreover", log."""
    del other, pair
    return math.log1p(sum(key in CONNECTIVES for key in half.side.reading.keys))


def abstract_endings(half: Half, other: Half, pair: Pair) -> float:
    """Share of words alone that end as nouns and adverbs of the desk do."""
    del other, pair
    lone = [key for key, mine in zip(half.side.reading.keys, half.alone, strict=True) if mine]
    return (
        sum(key.endswith(("tion", "ment", "ity", "ance", "ence", "ly", "ing")) for key in lone) + 1
    ) / (len(lone) + 10)


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


def opens_bare(half: Half, other: Half, pair: Pair) -> float:
    """Sentences that begin with "he" or "but" and stand after one that only the other has, log."""
    del pair
    places = _first_places(other.side)
    lone = other.lone_sentences
    count = 0
    starts = np.nonzero(np.diff(half.side.sentence, prepend=-1))[0]
    for start in starts[1:]:
        if half.alone[start] or half.side.reading.keys[start] not in OPENERS:
            continue
        window = [w for w in half.side.ids[start : start + 8].tolist() if w in places]
        rare = max(window, key=lambda w: other.side.reading.weight[places[w]], default=None)
        if rare is not None:
            sentence = int(other.side.sentence[places[rare]])
            count += sentence > 0 and bool(lone[sentence - 1])
    return math.log1p(count)


SIDED: tuple[Callable[[Half, Half, Pair], float], ...] = (
    mixed_scripts,
    slips,
    spoilt,
    strangers,
    doubled,
    rarity_replaced,
    length_replaced,
    small_words,
    contractions,
    connectives,
    abstract_endings,
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
    opens_bare,
)
# Length counts by how much was kept: bounds of the share of the poorer side's words kept in order.
KEPT_BANDS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "length_where_all_kept": (0.995, 2.0),
        "length_where_most_kept": (0.9, 0.995),
        "length_where_edited": (0.7, 0.9),
        "length_where_reworded": (0.0, 0.7),
    }
)
# Measures that mean another thing where the text was kept and where it was reworded.
GATED = ("rarity_replaced", "slips", "touches_in", "passages_in", "variety", "sentence_length")
REWORDED_UP_TO = 0.75  # kept
# From this share kept nothing was changed in place: one side is the other less some words.
KEPT_WHOLE = 0.995
# What was changed was replaced, or put in and taken out.
BY_REWORDING = ("where_replaced", "where_put_in")


def measures(pair: Pair) -> dict[str, float]:
    """Every measure of a pair by name; all change sign when the sides are swapped."""
    found = {
        of.__name__: of(pair.left, pair.right, pair) - of(pair.right, pair.left, pair)
        for of in SIDED
    }
    length = math.log(max(1, pair.left.words) / max(1, pair.right.words))
    for name, (least, most) in KEPT_BANDS.items():
        found[name] = length if least <= pair.kept < most else 0.0
    rewording = _rewording(pair)
    for name, share in zip(BY_REWORDING, (rewording, 1 - rewording), strict=True):
        for of in ("length", "added_words", "passages_in", "touches_in", "added_rarity"):
            value = length if of == "length" else found[of]
            found[f"{of}_{name}"] = value * share * (pair.kept < KEPT_WHOLE)
    for name in GATED:
        found[f"{name}_reworded"] = found[name] if pair.kept < REWORDED_UP_TO else 0.0
    return found


def _rewording(pair: Pair) -> float:
    """Of the words that only one side has, the share that stands in place of others; 0 for none."""
    replaced = total = 0
    for half in (pair.left, pair.right):
        replaced += sum(end - begin for begin, end, both in half.passages if both)
        total += int(half.alone.sum())
    return replaced / max(1, total)


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
