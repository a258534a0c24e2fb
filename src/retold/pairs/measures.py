"""What two texts share, measured: sixteen numbers of 0..1 that the verdict is made of.

Each measure is a function of the ground of a pair (`retold.pairs.ground`) and grows with what is
shared; `MEASURES` lists their names. "Poorer" is the text with the lesser weight of words, "fuller"
the other; a share of the poorer text is containment in the sense of Broder (1997). The idea of
judging reuse by several overlaps at once is METER's (Clough, Gaizauskas, Piao, Wilks 2002).

What tells a rewording from two reports that paste one statement is what they share *apart* from the
long runs of words both have: a rewording shares words, pairs and order everywhere, two reports
share the statement and little besides. Hence the measures ending in "apart".
"""

import math
from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np

from retold.pairs.counts import Share
from retold.pairs.grid import LEAST_MASS, Bools, Floats
from retold.pairs.ground import Ground, Grounds, share_of

# Likeness from which a sentence counts as found again; half of its weight stands in its
# counterpart.
FOUND_FROM = 0.5
# Fewer shared words than this have no order worth the name.
LEAST_ORDERED = 5
# What is added above and below a share of few things, so that one of one is not certainty: weight
# (nats), and words or pairs outside long runs, where nothing left outside means that all was taken
# over.
PRIOR = 0.5
PRIOR_APART = 5.0
PRIOR_PAIRS = 3.0


def coverage_poorer(pair: Ground) -> float:
    """How well the fuller text's best sentences cover those of the poorer, by weight."""
    return _mean(pair.grid.best, pair.grid.here)


def connective_found(pair: Ground) -> float:
    """Share of the poorer text's prose, names left out, whose sentence is found again."""
    counts = pair.counts
    return _mean(counts.connective >= FOUND_FROM, counts.connective_mass)


def sentences_in_order(pair: Ground) -> float:
    """Share of the poorer text in sentences with a mutual best, times that of those in order."""
    counts = pair.counts
    if counts.paired < 2:
        return 0.0
    held = counts.paired_mass / max(pair.grid.mass, LEAST_MASS)
    return held * (counts.rising / (counts.paired - 1))


def order_of_words(pair: Ground) -> float:
    """Whether words that both texts use once come in one order: 0 reversed, .5 none, 1 the same."""
    counts = pair.counts
    if counts.once < LEAST_ORDERED:
        return 0.5
    return (1 + _rank_correlation(counts.once_order, counts.once)) / 2


def _rank_correlation(together: int, count: int) -> float:
    """Of two orders of `count` things (Spearman), -1..1; `together` sums products of places."""
    part = 1 / (count - 1)
    apart = together - count * ((count - 1) / 2) ** 2
    deviation = math.sqrt((count - 1) * count * (count + 1) / 12 * part)
    return max(-1.0, min(1.0, apart * part / deviation / deviation))


def words_in_order_fuller(pair: Ground) -> float:
    """Share of the fuller text's words that return in order (longest common subsequence)."""
    return pair.counts.kept / max(1, len(pair.fuller.ids))


def runs_fuller(pair: Ground) -> float:
    """Share of the fuller text's words in long runs that the poorer has too."""
    return share_of(pair.in_runs[1])


def runs_poorer(pair: Ground) -> float:
    """Share of the poorer text's words in long runs that the fuller has too."""
    return share_of(pair.in_runs[0])


def words_in_order_apart_poorer(pair: Ground) -> float:
    """Share of the poorer text's words outside long shared runs that return in order."""
    return _kept_apart(pair, pair.counts.in_runs)


def words_in_order_apart_fuller(pair: Ground) -> float:
    """The same share of the fuller text."""
    return _kept_apart(pair, pair.counts.in_runs_fuller)


def _kept_apart(pair: Ground, in_runs: Bools) -> float:
    outside = len(in_runs) - int(np.count_nonzero(in_runs))
    return (pair.counts.kept_apart + PRIOR_APART) / (outside + PRIOR_APART)


def near_pairs_apart_poorer(pair: Ground) -> float:
    """Share of the poorer text's pairs of near content words outside long runs that return."""
    return (pair.counts.near_both + PRIOR_PAIRS) / (pair.counts.near + PRIOR_PAIRS)


def near_pairs_apart_fuller(pair: Ground) -> float:
    """The same share of the fuller text's pairs."""
    return (pair.counts.near_both + PRIOR_PAIRS) / (pair.counts.near_fuller + PRIOR_PAIRS)


def company_kept(pair: Ground) -> float:
    """Of shared words that share a sentence in the poorer text, the pairs that do in the fuller."""
    return pair.counts.company_both / max(1, pair.counts.company)


def names_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's names that the fuller has."""
    return _share(pair.counts.names)


def figures_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's figures that the fuller has."""
    return _share(pair.counts.figures)


def content_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's content words, names apart, that the fuller has."""
    return _share(pair.counts.content)


# The measures taken with shared quotations left out, and those taken with them: which words of a
# speaker two writers chose, and in what order, is a choice too. Picked from seventy candidates by
# cross-validated log loss, none allowed to count against descent the more is shared
# (docs/how-it-decides.md).
PROSE: tuple[Callable[[Ground], float], ...] = (
    coverage_poorer,
    connective_found,
    sentences_in_order,
    order_of_words,
    words_in_order_fuller,
    runs_fuller,
    runs_poorer,
    figures_poorer,
    content_poorer,
)
WHOLE: tuple[Callable[[Ground], float], ...] = (
    names_poorer,
    figures_poorer,
    company_kept,
    words_in_order_apart_poorer,
    words_in_order_apart_fuller,
    near_pairs_apart_poorer,
    near_pairs_apart_fuller,
)
MEASURES: tuple[str, ...] = tuple(of.__name__ for of in PROSE) + tuple(
    f"{of.__name__}_with_quotes" for of in WHOLE
)


def measure(pair: Grounds) -> dict[str, float]:
    """Every measure by name, in the order of `MEASURES`; 0 where a text has no word left."""
    values = chain(_values(PROSE, pair.prose), _values(WHOLE, pair.whole))
    return dict(zip(MEASURES, values, strict=True))


def _values(measures: Sequence[Callable[[Ground], float]], pair: Ground) -> list[float]:
    if not len(pair.poorer.ids) or not len(pair.fuller.ids):
        return [0.0 for _ in measures]
    return [min(1.0, max(0.0, of(pair))) for of in measures]


def _mean(values: Floats | Bools, mass: Floats) -> float:
    """Mean of a value of each sentence of the poorer text, by weight."""
    return float((values * mass).sum()) / max(float(mass.sum()), LEAST_MASS)


def _share(found: Share) -> float:
    """Share of the weight of some words of the poorer text that the fuller has too."""
    shared, every = found
    return (shared + PRIOR) / (every + 2 * PRIOR)
