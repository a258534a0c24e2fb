"""What is kept of a document to find the others on its event: hashed words with their weights.

Words are rare by a fixed table, never by the pile, and hashes are the same on every machine: so
what is judged of two documents depends on nothing but the two.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind, Document, Span
from retold.pairs.codes import among
from retold.pairs.reading import Reading
from retold.text.fold import fold
from retold.text.hashes import HASHES
from retold.text.months import MONTHS, WEEKDAYS
from retold.text.rarity import Rarity
from retold.text.shorthand import SHORTHAND
from retold.text.words import stem, words

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

# A report says what happened in its title and first sentences; the rest is background. By eye.
LEAD = 4  # sentences
# Sentences past these are not laid against those of another document: it keeps the time for a book
# near that for a report. News of more sentences is rare.
SENTENCES = 60
# Short names of days and months are left out: "mar", "sun", "do", "may" are other words too.
SHORTEST_DAY = 4  # letters
DAYS = frozenset(fold(day) for day in [*MONTHS, *WEEKDAYS] if len(day) >= SHORTEST_DAY)
SHORTHAND_WEIGHT = 1.0  # nats, as words that stand in one of three texts
VIEWS = ("body", "words", "lead", "title", "names", "figures", "days")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Which words stand in which sentence, the title first: e entries.

    Attributes:
        row: int32 (e,), the sentence, 0..59; never falls.
        term: int32 (e,), the word's place in the sketch's keys.
        share: float32 (e,), its part of the sentence, whose rows are of unit length.
        count: how many sentences there are.
    """

    row: npt.NDArray[np.int32]
    term: npt.NDArray[np.int32]
    share: Floats
    count: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """The n words of a document's title and body, each once, by hash.

    Attributes:
        keys: uint64 (n,), ascending: 64 bits of BLAKE2b of each stem.
        weights: float32 (n,), nats, how rare each is in its language.
        views: float32 (n, 7), unit columns in the order of `VIEWS`; a column without words is 0.
        phrases: the words by sentence.
        length: words of the body.
    """

    document: str
    keys: npt.NDArray[np.uint64]
    weights: Floats
    views: Floats
    phrases: Phrases
    length: int


def sketch(document: Document, reading: Reading, rarity: Rarity) -> Sketch:
    """The sketch of a document whose body was read; empty arrays where it has no word."""
    # Of several words of one stem the last of the body gives the weight, of a stem that the title
    # alone has the first: the title stands before, and backward.
    title, language = _title(document)[::-1], document.language
    headed = np.array([HASHES[stem(key, language)] for key in title], np.uint64)
    own = [rarity.weight(key, language) for key in title]
    hashes = np.concatenate([headed, reading.hashes])
    order = hashes.argsort(kind="stable")
    ascending = hashes[order]
    last = np.append(ascending[1:] != ascending[:-1], True)[: len(hashes)]
    keys = ascending[last]
    weights = _weights(keys, np.concatenate([own, reading.weight])[order[last]])
    places = np.empty(len(hashes), np.intp)
    places[order] = np.cumsum(last) - last
    titled, at = places[: len(title)], places[len(title) :]
    return Sketch(
        document=document.id,
        keys=keys,
        weights=weights,
        views=_unit_columns(np.log1p(_counts(reading, at, titled, len(keys))) * weights[:, None]),
        phrases=_phrases(reading, at, titled, weights),
        length=len(reading.stems),
    )


SHORT = np.array(sorted({HASHES[stem(word, "en")] for word in SHORTHAND}), np.uint64)


def _weights(keys: npt.NDArray[np.uint64], weights: npt.NDArray[np.float64]) -> Floats:
    """The weights of words by hash, those of shorthand no more than that of common words."""
    at = SHORT.searchsorted(keys)
    at[at == len(SHORT)] = 0
    short = SHORT[at] == keys
    weights[short] = np.minimum(weights[short], SHORTHAND_WEIGHT)
    return weights.astype(np.float32)


def _title(document: Document) -> list[str]:
    """The folded words of the title as given, else of the title blocks."""
    if document.title is not None:
        return [word.key for word in words(document.title, Span(0, len(document.title)))]
    spans = document.spans_of(BlockKind.TITLE)
    return [word.key for span in spans for word in words(document.text, span)]


def _counts(reading: Reading, at: Places, titled: Places, size: int) -> Floats:
    """How often each of `size` words counts in each view, float32 (n, 7).

    `at` says which they are in the body, word by word, and `titled` in the title.
    """
    counts = np.zeros((size, len(VIEWS)), np.float32)
    body, every, lead, title, names, figures, days = range(len(VIEWS))
    day = np.fromiter(map(DAYS.__contains__, reading.keys), np.bool_, len(reading.keys))
    counts[:, body] = np.bincount(at, minlength=size)
    counts[:, every] = 1
    counts[at[: reading.sentence.searchsorted(LEAD)], lead] = 1
    counts[at[day], days] = 1
    counts[:, names] = np.bincount(at[reading.named & ~day], minlength=size)
    counts[:, figures] = np.bincount(at[reading.figure], minlength=size)
    counts[titled[:, None], [lead, title]] = 1
    return counts


def _unit_columns(table: Floats) -> Floats:
    length = np.sqrt((table.astype(np.float64) ** 2).sum(axis=0))
    return np.asarray(table / np.where(length > 0, length, 1), np.float32)


def _phrases(reading: Reading, at: Places, titled: Places, weights: Floats) -> Phrases:
    """Title and first sentences, each word once in each; one that repeats the title is left out."""
    size, count = len(weights), int(reading.sentence.searchsorted(SENTENCES))
    # A row of its own for the title, before all others.
    held = np.concatenate([titled, (reading.sentence[:count] + np.intp(1)) * size + at[:count]])
    held.sort()
    row, term = np.divmod(held[_changes(held)], max(1, size))
    for repeated in _repeating(row, term, term[row == 0]):
        row, term = row[row != repeated], term[row != repeated]
    row = np.cumsum(_changes(row)) - 1
    share = weights[term]
    mass = np.bincount(row, share.astype(np.float64) ** 2)
    share = (share / np.sqrt(mass[row])).astype(np.float32)
    return Phrases(row.astype(np.int32), term.astype(np.int32), share, len(mass))


def _changes(values: Places) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before; the first does."""
    changed = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def _repeating(row: Places, term: Places, title: Places) -> list[int]:
    """The rows of sentences that have the words of the title and no other."""
    if not len(title):
        return []
    counts = np.bincount(row)
    alike = np.bincount(row, among(term, title))
    found = np.flatnonzero((counts == len(title)) & (alike == len(title)))
    return [number for number in found.tolist() if number > 0]
