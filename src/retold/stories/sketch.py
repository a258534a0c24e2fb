"""What is kept of a document to find the others on its event: hashed words with their weights.

Words are rare by a fixed table, never by the pile, and hashes are the same on every machine: so
what is judged of two documents depends on nothing but the two.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind, Document, Span
from retold.pairs.reading import Reading
from retold.text.fold import fold
from retold.text.months import MONTHS, WEEKDAYS
from retold.text.rarity import Rarity
from retold.text.shorthand import SHORTHAND
from retold.text.words import stem, words

Floats = npt.NDArray[np.float32]

# A report says what happened in its title and first sentences; the rest is background. By eye.
LEAD = 4  # sentences
# Sentences past these are not laid against those of another document: it keeps the time for a book
# near that for a report. News of more sentences is rare.
SENTENCES = 60
# Short names of days and months are left out: "mar", "sun", "do", "may" are other words too.
SHORTEST_DAY = 4  # letters
DAYS = frozenset(fold(day) for day in [*MONTHS, *WEEKDAYS] if len(day) >= SHORTEST_DAY)
SHORT = frozenset(stem(word, "en") for word in SHORTHAND)
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
    weight = dict(zip(reading.stems, reading.weight.tolist(), strict=True))
    title = []
    for key in _title(document):
        name = stem(key, document.language)
        title.append(name)
        weight.setdefault(name, rarity.weight(key, document.language))
    for name in SHORT.intersection(weight):
        weight[name] = min(SHORTHAND_WEIGHT, weight[name])
    by_hash = sorted((_hash(name), name) for name in weight)
    places = {name: place for place, (_, name) in enumerate(by_hash)}
    weights = np.array([weight[name] for _, name in by_hash], np.float32)
    counts = _counts(reading, title, places)
    return Sketch(
        document=document.id,
        keys=np.array([key for key, _ in by_hash], np.uint64),
        weights=weights,
        views=_unit_columns(np.log1p(counts) * weights[:, None]),
        phrases=_phrases(reading, title, places, weights),
        length=len(reading.stems),
    )


@lru_cache(maxsize=200_000)
def _hash(name: str) -> int:
    """64 bits that stand for a stem on every machine."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")


def _title(document: Document) -> list[str]:
    """The folded words of the title as given, else of the title blocks."""
    if document.title is not None:
        return [word.key for word in words(document.title, Span(0, len(document.title)))]
    spans = document.spans_of(BlockKind.TITLE)
    return [word.key for span in spans for word in words(document.text, span)]


def _counts(reading: Reading, title: list[str], places: dict[str, int]) -> Floats:
    """How often each word counts in each view, float32 (n, 7)."""
    counts = np.zeros((len(places), len(VIEWS)), np.float32)
    body, every, lead, titled, names, figures, days = range(len(VIEWS))
    rows = zip(
        reading.stems, reading.keys, reading.sentence.tolist(), reading.named.tolist(), strict=True
    )
    for name, key, sentence, named in rows:
        place = places[name]
        counts[place, body] += 1
        counts[place, every] = 1
        if sentence < LEAD:
            counts[place, lead] = 1
        if key in DAYS:
            counts[place, days] = 1
        elif named:
            counts[place, names] += 1
        if key[0].isdigit():
            counts[place, figures] += 1
    counts[np.ix_([places[name] for name in title], [every, lead, titled])] = 1
    return counts


def _unit_columns(table: Floats) -> Floats:
    length = np.sqrt((table.astype(np.float64) ** 2).sum(axis=0))
    return np.asarray(table / np.where(length > 0, length, 1), np.float32)


def _phrases(
    reading: Reading, title: list[str], places: dict[str, int], weights: Floats
) -> Phrases:
    """Title and first sentences, each word once in each; one that repeats the title is left out."""
    sentences: dict[int, set[int]] = {}
    if title:
        sentences[-1] = {places[name] for name in title}
    for name, sentence in zip(reading.stems, reading.sentence.tolist(), strict=True):
        if sentence >= SENTENCES:
            break
        sentences.setdefault(sentence, set()).add(places[name])
    kept = [
        sorted(inside) for at, inside in sentences.items() if at < 0 or inside != sentences.get(-1)
    ]
    row = np.repeat(np.arange(len(kept), dtype=np.int32), [len(inside) for inside in kept])
    term = np.array([place for inside in kept for place in inside], np.int32)
    mass = np.zeros(len(kept))
    np.add.at(mass, row, weights[term].astype(np.float64) ** 2)
    return Phrases(row, term, np.asarray(weights[term] / np.sqrt(mass[row]), np.float32), len(kept))
