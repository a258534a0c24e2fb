"""The model of direction: slopes of words first, then of all measures, fitted and cross-validated.

Stacked generalisation (Wolpert 1992): what the words say of a pair is, while the second model is
fitted, said by word slopes that never saw the pair's source.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks import corpora
from benchmarks.direction_pairs import Ordered
from benchmarks.measured import plain
from benchmarks.relating import Ready, ready
from retold.pairs.collate import collate
from retold.pairs.direction_measures import DONE, TRACES, WORDING, done, traces
from retold.pairs.edits import edited
from retold.pairs.halves import Half

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
FOLDS = 5
# Inverse strength of the L2 penalties. Words: .0007 to .01 gave the same within .005. Measures,
# spread 1 each: .007 to .015 the same, .03 gave wiki .01 less.
WORDS_FREEDOM = 0.004
FREEDOM = 0.01
# A word that stands in fewer sources tells of a topic; 8 to 40 gave the same within .01.
LEAST_SOURCES = 15
# Weight of each set, whatever its size: what two sets had to spare is given to the two that lack.
WORDS_WEIGHT = {"apt_eval": 1.0, "detectrl": 1.0, "wiki": 1.0, "made": 0.2}
WEIGHT = {"apt_eval": 2.0, "detectrl": 0.5, "wiki": 6.0, "made": 2.0}
# Digits after the point of a slope: a thousandth of a nat a unit is far below what decides.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """The measures of n pairs.

    Attributes:
        every: the pairs.
        plain: float64 (n, measures of `TRACES`).
        shares: float64 (n, 1 + what was done), the first 1.
        words: by pair, 1 for a word that the left has of its own more often, -1 for the right.
    """

    every: Sequence[Ordered]
    plain: Floats
    shares: Floats
    words: Sequence[Mapping[str, int]]

    def chosen(self, rows: Bools) -> "Table":
        """The pairs of some rows."""
        places = np.flatnonzero(rows).tolist()
        return Table(
            [self.every[at] for at in places],
            self.plain[rows],
            self.shares[rows],
            [self.words[at] for at in places],
        )

    @property
    def answers(self) -> Bools:
        """Whether the left is the earlier."""
        return np.array([one.left_first for one in self.every], np.bool_)

    @property
    def folds(self) -> npt.NDArray[np.int64]:
        """The fold of each pair, by its source."""
        return np.array([corpora.fold_of(one.source, FOLDS) for one in self.every])


@dataclass(frozen=True, slots=True)
class Fit:
    """Slopes of words, and of the columns of `names`."""

    words: Mapping[str, float]
    slopes: Floats


def names() -> tuple[tuple[str, str], ...]:
    """The columns: each measure, plain and by what was done."""
    return tuple(
        (name, by)
        for name in (*TRACES, WORDING)
        for by in ("plain", *(one.__name__ for one in DONE))
    )


def read(every: Sequence[Ordered]) -> dict[str, Ready]:
    """Each text once, ready to be compared."""
    held: dict[str, Ready] = {}
    for one in every:
        for side, text in (("left", one.left), ("right", one.right)):
            if text not in held:
                held[text] = ready(plain(side, text))
    return held


def tabled(every: Sequence[Ordered], held: Mapping[str, Ready], unlearnt: frozenset[str]) -> Table:
    """The measures of every pair; of its words those that are none of `unlearnt`."""
    measures, shares, words = [], [], []
    for one in every:
        pair = edited(collate(held[one.left].reading, held[one.right].reading))
        found = traces(pair, {})
        measures.append([found[name] for name in TRACES])
        shares.append((1.0, *done(pair)))
        signs = _signs(pair.left, pair.right)
        words.append({word: sign for word, sign in signs.items() if word not in unlearnt})
    return Table(every, np.array(measures), np.array(shares), words)


def _signs(left: Half, right: Half) -> dict[str, int]:
    """Words that one side has of its own more often: 1 for the left, -1 for the right."""
    here, there = _reworded(left), _reworded(right)
    every = {*here, *there}
    return {
        word: int(np.sign(here[word] - there[word])) for word in every if here[word] != there[word]
    }


def _reworded(half: Half) -> Counter[str]:
    """Words but figures that a rewording put in on one side, with how often."""
    reading = half.reading
    return Counter(
        reading.keys[at] for at in np.flatnonzero(half.reworded & ~reading.figure).tolist()
    )


def fitted(table: Table) -> Fit:
    """Slopes fitted to all pairs of the table."""
    leans = np.zeros(len(table.every))
    folds = table.folds
    for spared in np.unique(folds):
        rest = table.chosen(folds == spared)
        leans[folds == spared] = _said(rest, _word_slopes(table.chosen(folds != spared)))
    columns = _columns(table, leans)
    spread = np.sqrt((columns**2).mean(axis=0)) + 1e-9
    model = LogisticRegression(C=FREEDOM, fit_intercept=False, max_iter=2000)
    model.fit(columns / spread, table.answers, sample_weight=_weights(table, WEIGHT))
    return Fit(_word_slopes(table), np.round(model.coef_[0] / spread, DIGITS))


def odds(table: Table, fit: Fit) -> Floats:
    """Log odds that the left is the earlier, nats, float64 (pairs,)."""
    return np.asarray(_columns(table, _said(table, fit.words)) @ fit.slopes)


def cross_validated(table: Table) -> Floats:
    """The same by models that never saw the source of a pair."""
    folds, found = table.folds, np.zeros(len(table.every))
    for spared in np.unique(folds):
        fit = fitted(table.chosen(folds != spared))
        found[folds == spared] = odds(table.chosen(folds == spared), fit)
    return found


def _columns(table: Table, leans: Floats) -> Floats:
    """Each measure and what the words say, by each share of what was done."""
    measures = np.column_stack([table.plain, leans])
    return np.asarray((measures[:, :, None] * table.shares[:, None, :]).reshape(len(leans), -1))


def _word_slopes(table: Table) -> dict[str, float]:
    """The slope of every word of enough sources; none that rounds to 0."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for one, words in zip(table.every, table.words, strict=True):
        for word in words:
            sources[word].add(one.source)
    known = sorted(word for word, found in sources.items() if len(found) >= LEAST_SOURCES)
    place = {word: at for at, word in enumerate(known)}
    entries = [
        (row, place[word], sign)
        for row, words in enumerate(table.words)
        for word, sign in sorted(words.items())
        if word in place
    ]
    rows, columns, signs = zip(*entries, strict=True)
    matrix = csr_matrix((signs, (rows, columns)), (len(table.words), len(known)), np.float64)
    model = LogisticRegression(C=WORDS_FREEDOM, fit_intercept=False, max_iter=500)
    model.fit(matrix, table.answers, sample_weight=_weights(table, WORDS_WEIGHT))
    slopes = {
        word: round(float(slope), DIGITS) for word, slope in zip(known, model.coef_[0], strict=True)
    }
    return {word: slope for word, slope in slopes.items() if slope}


def _said(table: Table, slopes: Mapping[str, float]) -> Floats:
    """What the words of each pair say, nats."""
    return np.array(
        [
            sum(sign * slopes.get(word, 0.0) for word, sign in sorted(words.items()))
            for words in table.words
        ]
    )


def _weights(table: Table, by_set: Mapping[str, float]) -> Floats:
    """The weight of each pair: that of its set, shared among the set's pairs."""
    sizes = Counter(one.name for one in table.every)
    return np.array([1000 * by_set[one.name] / sizes[one.name] for one in table.every])
