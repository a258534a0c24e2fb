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
import numpy.typing as npt

from retold.pairs.collate import Bools, Floats
from retold.pairs.ground import Grid, Ground, Grounds, Text, share_of

# Likeness from which a sentence counts as found again; half of its weight stands in its
# counterpart.
FOUND_FROM = 0.5
# Likeness from which a sentence and its mutual best count as a pair; below it they share a word or
# two.
PAIRED_FROM = 0.25
# Words that say something between them when they share a sentence: rarer than one text in seven.
TELLING_FROM = 2.0  # nats
# Order is read off words a text would not use everywhere: rarer than one text in four.
ORDERED_FROM = 1.5  # nats
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
    return _mean(pair.grid.best, pair.grid)


def connective_found(pair: Ground) -> float:
    """Share of the poorer text's prose, names left out, whose sentence is found again."""
    return _mean(pair.connective.best >= FOUND_FROM, pair.connective)


def sentences_in_order(pair: Ground) -> float:
    """Share of the poorer text in sentences with a mutual best, times that of those in order."""
    grid = pair.grid
    forth, back = grid.likeness.argmax(axis=1), grid.likeness.argmax(axis=0)
    mutual = (back[forth] == np.arange(len(forth))) & (grid.best >= PAIRED_FROM)
    places = forth[mutual]
    if len(places) < 2:
        return 0.0
    held = float(grid.mass_poorer[mutual].sum()) / max(grid.mass, 1e-9)
    return held * (int(np.count_nonzero(places[1:] > places[:-1])) / (len(places) - 1))


def order_of_words(pair: Ground) -> float:
    """Whether words that both texts use once come in one order: 0 reversed, .5 none, 1 the same."""
    size = len(pair.weights)
    (here, place_here), (there, place_there) = _once(pair.poorer, size), _once(pair.fuller, size)
    shared = (here & there & (pair.weights > ORDERED_FROM)).nonzero()[0]
    if len(shared) < LEAST_ORDERED:
        return 0.5
    in_order = shared[place_here[shared].argsort()]
    return (1 + _rank_correlation(place_there[in_order].argsort())) / 2


def _rank_correlation(order: npt.NDArray[np.intp]) -> float:
    """Of an order of 0..n - 1 with that of its places (Spearman), -1..1."""
    count = len(order)
    part = 1 / (count - 1)
    together = int(order @ np.arange(count)) - count * ((count - 1) / 2) ** 2
    deviation = math.sqrt((count - 1) * count * (count + 1) / 12 * part)
    return max(-1.0, min(1.0, together * part / deviation / deviation))


def words_in_order_fuller(pair: Ground) -> float:
    """Share of the fuller text's words that return in order (longest common subsequence)."""
    return pair.kept / max(1, len(pair.fuller.ids))


def runs_fuller(pair: Ground) -> float:
    """Share of the fuller text's words in long runs that the poorer has too."""
    return share_of(pair.in_runs[1])


def runs_poorer(pair: Ground) -> float:
    """Share of the poorer text's words in long runs that the fuller has too."""
    return share_of(pair.in_runs[0])


def words_in_order_apart_poorer(pair: Ground) -> float:
    """Share of the poorer text's words outside long shared runs that return in order."""
    return (pair.kept_apart + PRIOR_APART) / (len(pair.apart[0]) + PRIOR_APART)


def words_in_order_apart_fuller(pair: Ground) -> float:
    """The same share of the fuller text."""
    return (pair.kept_apart + PRIOR_APART) / (len(pair.apart[1]) + PRIOR_APART)


def near_pairs_apart_poorer(pair: Ground) -> float:
    """Share of the poorer text's pairs of near content words outside long runs that return."""
    here, _, both = pair.pairs_apart
    return (both + PRIOR_PAIRS) / (here + PRIOR_PAIRS)


def near_pairs_apart_fuller(pair: Ground) -> float:
    """The same share of the fuller text's pairs."""
    _, there, both = pair.pairs_apart
    return (both + PRIOR_PAIRS) / (there + PRIOR_PAIRS)


def company_kept(pair: Ground) -> float:
    """Of shared words that share a sentence in the poorer text, the pairs that do in the fuller."""
    both = pair.present[1] & (pair.weights > TELLING_FROM)
    alone = int(np.count_nonzero(both))
    if alone < 2:
        return 0.0
    poorer, fuller = (_in_one_sentence(text, both) for text in (pair.poorer, pair.fuller))
    # Every word is in one sentence with itself, and every two words stand in the table twice.
    kept = int(np.count_nonzero(poorer & fuller)) - alone
    return kept / max(2, int(np.count_nonzero(poorer)) - alone)


def names_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's names that the fuller has."""
    return _share(pair, pair.named)


def figures_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's figures that the fuller has."""
    return _share(pair, pair.figures)


def content_poorer(pair: Ground) -> float:
    """Share of the weight of the poorer text's content words, names apart, that the fuller has."""
    return _share(pair, pair.content)


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


def _mean(values: Floats | Bools, grid: Grid) -> float:
    """Mean of a value of each sentence of the poorer text, by weight."""
    return float((values * grid.mass_poorer).sum()) / max(grid.mass, 1e-9)


def _once(text: Text, size: int) -> tuple[Bools, npt.NDArray[np.intp]]:
    """Which of `size` words the text uses once, and where it does; elsewhere any number."""
    place = np.zeros(size, np.intp)
    place[text.ids] = np.arange(len(text.ids))
    return np.bincount(text.ids, minlength=size) == 1, place


def _in_one_sentence(text: Text, words: Bools) -> Bools:
    """Which two of the marked words share a sentence, bool (k, k), both ways."""
    number = np.cumsum(words) - 1
    kept = words[text.ids]
    table = np.zeros((text.sentences, int(number[-1]) + 1), np.float32)
    table[text.sentence[kept], number[text.ids[kept]]] = 1.0
    return np.asarray(table.T @ table > 0)


def _share(pair: Ground, words: Bools) -> float:
    """Share of the weight of the marked words of the poorer text that the fuller has too."""
    poorer, both = pair.present
    shared = float(pair.weights[both & words].sum())
    return (shared + PRIOR) / (float(pair.weights[poorer & words].sum()) + 2 * PRIOR)
