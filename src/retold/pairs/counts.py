"""What two texts share, counted: whole numbers and sums of weights, all that the measures ask.

Counts are the same in whatever order they are taken, so that numpy, which defines them here, and
compiled code (`retold.pairs.counts_kernel`) come to the same.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from retold.pairs.codes import among, common, distinct, marked
from retold.pairs.grid import Bools, Floats, Grid, Ints, plain_grid
from retold.pairs.reading import SMALL_UP_TO
from retold.pairs.side import lettered
from retold.pairs.vocabulary import Vocabulary

# From this rarity (nats) a word carries meaning; below stand the small words that hold sentences
# together.
CONTENT_FROM = SMALL_UP_TO  # nats
# A run of this many words in both texts was taken over from one: five-word shingles are what reuse
# is sought by since Broder (1997).
LONG_RUN = 5  # words
# Two content words this near each other are a pair; the reach of ROUGE-S (Lin 2004).
NEAR = 3  # content words
# Likeness from which a sentence and its mutual best count as a pair; below it they share a word or
# two.
PAIRED_FROM = 0.25
# Words that say something between them when they share a sentence: rarer than one text in seven.
TELLING_FROM = 2.0  # nats
# Order is read off words a text would not use everywhere: rarer than one text in four.
ORDERED_FROM = 1.5  # nats
# An odd multiplier near 2**64 / golden ratio: codes of runs differ for all that matters (Knuth,
# 6.4).
MULTIPLIER = 0x9E3779B97F4A7C15
POWERS = np.array([pow(MULTIPLIER, at, 2**64) for at in reversed(range(LONG_RUN))], np.uint64)

Share = tuple[float, float]  # nats that both have, and nats of all


@dataclass(frozen=True, slots=True)
class Text:
    """One side: its kept words in order.

    Attributes:
        ids: int32 (n,), vocabulary numbers of the kept words.
        place: int32 (n,), position of each among all words of the text; a gap is a masked run.
        sentence: int32 (n,).
        sentences: how many there are.
    """

    ids: Ints
    place: Ints
    sentence: Ints
    sentences: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a poorer and a fuller text share; of the one and of the other, or of both.

    Attributes:
        in_runs, in_runs_fuller: bool (n,), words that stand in a long run both have.
        kept, kept_apart: words that return in order (longest common subsequence), of all and of
            those outside long runs.
        near, near_fuller, near_both: pairs of near content words outside long runs.
        company, company_both: pairs of telling shared words that share a sentence of the poorer
            text, and those that share one of the fuller too.
        once, once_order: words that both use once; the sum over them of the products of their
            numbers in order, from 0, in the one and in the other.
        paired, paired_mass, rising: sentences of the poorer text with a mutual best, their weight,
            and how many of them have it after that of the one before.
        names, figures, content: weight of such words of the poorer text that the fuller has too,
            and of all.
        connective, connective_mass: float64 (m,), likeness of each sentence of the poorer text to
            the one most like it, names left out, and its weight without them.
    """

    in_runs: Bools
    in_runs_fuller: Bools
    kept: int
    kept_apart: int
    near: int
    near_fuller: int
    near_both: int
    company: int
    company_both: int
    once: int
    once_order: int
    paired: int
    paired_mass: float
    rising: int
    names: Share
    figures: Share
    content: Share
    connective: Floats
    connective_mass: Floats


def plain_counts(poorer: Text, fuller: Text, words: Vocabulary, grid: Grid) -> Counts:
    """What is counted of two texts whose sentences are laid against each other in `grid`."""
    weights = words.weights
    present, there = (marked(text.ids, len(weights)) for text in (poorer, fuller))
    both = present & there
    here_runs, there_runs = _in_runs(poorer, fuller, both)
    apart = poorer.ids[~here_runs], fuller.ids[~there_runs]
    near, near_fuller, near_both = _near(*apart, weights)
    company, company_both = _company(poorer, fuller, both & (weights > TELLING_FROM))
    once, once_order = _once(poorer, fuller, both & (weights > ORDERED_FROM))
    paired, paired_mass, rising = _paired(grid)
    content = ~words.named & ~words.figures & (weights > CONTENT_FROM)
    connective = plain_grid(poorer, fuller, np.where(words.named, 0.0, weights))
    return Counts(
        in_runs=here_runs,
        in_runs_fuller=there_runs,
        kept=_in_order(poorer.ids, fuller.ids),
        kept_apart=_in_order(*apart),
        near=near,
        near_fuller=near_fuller,
        near_both=near_both,
        company=company,
        company_both=company_both,
        once=once,
        once_order=once_order,
        paired=paired,
        paired_mass=paired_mass,
        rising=rising,
        names=_share(weights, present & words.named, both),
        figures=_share(weights, present & words.figures, both),
        content=_share(weights, present & content, both),
        connective=connective.best,
        connective_mass=connective.here,
    )


def _share(weights: Floats, chosen: Bools, both: Bools) -> Share:
    return float(weights[chosen & both].sum()), float(weights[chosen].sum())


def _in_runs(poorer: Text, fuller: Text, shared: Bools) -> tuple[Bools, Bools]:
    texts = poorer, fuller
    (at_here, here), (at_there, there) = (_runs(text, shared) for text in texts)
    begun = at_here[among(here, distinct(there))], at_there[among(there, distinct(here))]
    covered, covered_there = (np.zeros(len(text.ids), np.bool_) for text in texts)
    for step in range(LONG_RUN):
        covered[begun[0] + step] = True
        covered_there[begun[1] + step] = True
    return covered, covered_there


def _runs(text: Text, shared: Bools) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint64]]:
    """Where runs of `LONG_RUN` shared words begin, no masked word between, and a code for each."""
    count = len(text.ids) - LONG_RUN + 1
    if count <= 0:
        return np.zeros(0, np.intp), np.zeros(0, np.uint64)
    known = shared[text.ids]
    begun = known[:count].copy()
    for step in range(1, LONG_RUN):
        begun &= known[step : step + count]
    at = begun.nonzero()[0]
    at = at[text.place[at + (LONG_RUN - 1)] - text.place[at] == LONG_RUN - 1]
    codes = np.correlate(text.ids.astype(np.uint64) + np.uint64(1), POWERS, "valid")
    return at, codes[at]


def _in_order(here: Ints, there: Ints) -> int:
    return int(LCSseq.similarity(lettered(here), lettered(there)))


def _near(here: Ints, there: Ints, weights: Floats) -> tuple[int, int, int]:
    ours, theirs = (_near_pairs(ids, weights) for ids in (here, there))
    return len(ours), len(theirs), common(ours, theirs)


def _near_pairs(ids: Ints, weights: Floats) -> npt.NDArray[np.int64]:
    """A code for every two content words at most `NEAR` apart, in order, each once."""
    kept = ids[weights[ids] > CONTENT_FROM].astype(np.int64)
    codes = [
        kept[:-step] * len(weights) + kept[step:] for step in range(1, NEAR + 1) if len(kept) > step
    ]
    return distinct(np.concatenate(codes)) if codes else np.zeros(0, np.int64)


def _company(poorer: Text, fuller: Text, words: Bools) -> tuple[int, int]:
    alone = int(np.count_nonzero(words))
    if not alone:
        return 0, 0
    here, there = (_in_one_sentence(text, words) for text in (poorer, fuller))
    # Every word is in one sentence with itself, and every two words stand in the table twice.
    pairs, both = (int(np.count_nonzero(table)) - alone for table in (here, here & there))
    return pairs // 2, both // 2


def _in_one_sentence(text: Text, words: Bools) -> Bools:
    """Which two of the marked words share a sentence, bool (k, k), both ways."""
    number = np.cumsum(words) - 1
    kept = words[text.ids]
    table = np.zeros((text.sentences, int(number[-1]) + 1), np.float32)
    table[text.sentence[kept], number[text.ids[kept]]] = 1.0
    return np.asarray(table.T @ table > 0)


def _once(poorer: Text, fuller: Text, words: Bools) -> tuple[int, int]:
    size = len(words)
    (here, place_here), (there, place_there) = _used_once(poorer, size), _used_once(fuller, size)
    shared = (here & there & words).nonzero()[0]
    in_order = shared[place_here[shared].argsort()]
    order = place_there[in_order].argsort()
    return len(shared), int(order @ np.arange(len(shared)))


def _used_once(text: Text, size: int) -> tuple[Bools, npt.NDArray[np.intp]]:
    """Which of `size` words the text uses once, and where it does; elsewhere any number."""
    place = np.zeros(size, np.intp)
    place[text.ids] = np.arange(len(text.ids))
    return np.bincount(text.ids, minlength=size) == 1, place


def _paired(grid: Grid) -> tuple[int, float, int]:
    if not grid.likeness.size:
        return 0, 0.0, 0
    forth, back = grid.likeness.argmax(axis=1), grid.likeness.argmax(axis=0)
    mutual = (back[forth] == np.arange(len(forth))) & (grid.best >= PAIRED_FROM)
    places = forth[mutual]
    rising = int(np.count_nonzero(places[1:] > places[:-1]))
    return len(places), float(grid.here[mutual].sum()), rising
