"""A document made ready for comparing: sentences and words as arrays, so a pair costs little."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, count, islice
from operator import attrgetter, eq

import numpy as np
import numpy.typing as npt

from retold.model.document import Dated, Document, Span
from retold.pairs.lexicon import Lexicon
from retold.text.entries import Entry, entries
from retold.text.hashes import HASHES
from retold.text.primary_mentions import holders
from retold.text.quotes import Quotation, quotations
from retold.text.rarity import Rarity
from retold.text.sentences import sentences
from retold.text.words import finder, key_of

KEY = attrgetter("key")

# A capital says nothing in a text without capitals: below this share of capitalised words outside
# sentence starts nothing is taken for a name. By eye, on lower-cased and on ordinary news text.
LEAST_CAPITALS = 0.01

# Up to this rarity a word holds sentences together and tells nothing.
SMALL_UP_TO = 1.0  # nats
# A sentence of prose has a small word in five; headlines have fewer, tables and scores none. By
# eye, on basil (nine sentences in ten have three in ten) and on the earnings tables of distractors.
LEAST_SMALL = 0.2
# Where weights are summed they are whole steps of 2**-20 nats: the sums are then the same in
# whatever order, by whatever library they are taken.
STEPS = 1 << 20  # a nat
# What news speaks of as a year; other figures of four digits are counts.
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Reading:
    """The body of one document as arrays over its n words and m sentences.

    What few comparisons ask for is worked out when asked.

    Attributes:
        sentences: spans of the m sentences, in order.
        keys: n folded words.
        stems: n stems of them.
        sentence: int32 (n,), the sentence each word stands in; never falls.
        weight: float64 (n,), nats: how rare the word is in its language.
        known: bool (n,), in the tables of the language.
        named: bool (n,), part of a name as far as capitals tell.
        figure: bool (n,), written in digits.
        dates: the dates the document is given, with what gives them.
        mixed: how many words are written in letters of two alphabets that look alike.
        of: the document itself.
    """

    document: str
    language: str | None
    sentences: tuple[Span, ...]
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    sentence: npt.NDArray[np.int32]
    weight: npt.NDArray[np.float64]
    known: npt.NDArray[np.bool_]
    named: npt.NDArray[np.bool_]
    figure: npt.NDArray[np.bool_]
    mixed: int
    dates: tuple[Dated, ...]
    of: Document

    @cached_property
    def offsets(self) -> npt.NDArray[np.int32]:
        """Begin and end of each word in the text, int32 (n, 2)."""
        return self._offsets(range(len(self.sentences)))

    def _offsets(self, sentences: Iterable[int]) -> npt.NDArray[np.int32]:
        """The same of the words of some sentences."""
        text, bounds = self.of.text, self.bounds
        pattern = finder(text)
        spans = [self.sentences[row] for row in sentences]
        each = [one for span in spans for one in pattern.finditer(text, span.begin, span.end)]
        if len(each) > sum(bounds[row + 1] - bounds[row] for row in sentences):
            each = [one for one in each if key_of(one[0])]
        places = chain.from_iterable([one.span() for one in each])
        return np.fromiter(places, np.int32, 2 * len(each)).reshape(-1, 2)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands in quotation marks."""
        return quotations(self.of.text, self.of.body, self.language)

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """Words inside quotation marks, bool (n,)."""
        inside = np.zeros(len(self.keys), np.bool_)
        ends = [span.end for span in self.sentences]
        for quotation in self.quotations:
            # Most sentences hold no quotation: where their words stand need not be known.
            begin, end = quotation.span.begin, quotation.span.end
            first = bisect_right(ends, begin)
            last = min(bisect_left(ends, end), len(ends) - 1)
            begins = self._offsets(range(first, last + 1))[:, 0]
            at = self.bounds[first] if len(begins) else 0
            inside[at : at + len(begins)] |= (begins >= begin) & (begins < end)
        return inside

    @cached_property
    def running(self) -> npt.NDArray[np.bool_]:
        """Sentences that run on small words as prose does; tables do not. Bool (m,)."""
        count = len(self.sentences)
        small = np.bincount(self.sentence[self.weight <= SMALL_UP_TO], minlength=count)
        every = np.bincount(self.sentence, minlength=count)
        return np.asarray(small >= LEAST_SMALL * np.maximum(every, 1))

    @cached_property
    def stepped(self) -> npt.NDArray[np.float64]:
        """The weights in whole steps of 2**-20 nats, float64 (n,)."""
        return np.asarray(np.rint(self.weight * STEPS) / STEPS)

    @cached_property
    def letters(self) -> npt.NDArray[np.int32]:
        """How many letters each word has, int32 (n,)."""
        return np.fromiter(map(len, self.keys), np.int32, len(self.keys))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures, each once."""
        return frozenset(compress(self.keys, self.figure.tolist()))

    @cached_property
    def doubled(self) -> int:
        """How many words but figures stand twice in a sentence: side by side, or one between."""
        again = [
            (place, place + step)
            for step in (1, 2)
            for place in compress(count(), map(eq, self.keys, islice(self.keys, step, None)))
            if not self.keys[place][0].isdigit()
        ]
        return sum(bool(self.sentence[here] == self.sentence[there]) for here, there in again)

    @cached_property
    def hashes(self) -> npt.NDArray[np.uint64]:
        """64 bits that stand for each stem on every machine, uint64 (n,)."""
        return np.fromiter(map(HASHES.__getitem__, self.stems), np.uint64, len(self.stems))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Its stems, each once."""
        return Lexicon.of(self)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the words of each sentence begin, and the end: m + 1 numbers."""
        rows = np.arange(len(self.sentences) + 1)
        return list(self.sentence.searchsorted(rows).tolist())

    @cached_property
    def years(self) -> tuple[tuple[int, int], ...]:
        """Which words news would speak of as a year, and the year."""
        places = self.figure.nonzero()[0].tolist()
        return tuple((at, int(self.keys[at])) for at in places if YEAR.fullmatch(self.keys[at]))

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """Who made or holds the documents, recordings or data that the text reports from.

        Each once, sorted; passing mentions left out. Few verdicts ask, so it is found when asked.
        """
        return holders(self.of.text, self.of.body, self.language)


def prepare(document: Document, rarity: Rarity) -> Reading:
    """The reading of a document's body; empty arrays where it has no word."""
    text, language = document.text, document.language
    spans = sentences(text, document.body, language)
    pattern, table = finder(text), entries(language, rarity)
    found = [pattern.findall(text, span.begin, span.end) for span in spans]
    forms = list(chain.from_iterable(found))
    said = [table[form] for form in forms]
    sentence = np.repeat(np.arange(len(spans), dtype=np.int32), list(map(len, found)))
    if not all(map(KEY, said)):
        kept = list(map(bool, map(KEY, said)))
        forms, said = list(compress(forms, kept)), list(compress(said, kept))
        sentence = sentence[kept]
    keys, stems, weights, known, figure, capital, mixed = (
        zip(*said, strict=True) if said else ((),) * len(Entry._fields)
    )
    return Reading(
        document=document.id,
        language=language,
        sentences=spans,
        keys=keys,
        stems=stems,
        sentence=sentence,
        weight=np.array(weights, np.float64),
        known=np.array(known, np.bool_),
        named=_named(forms, np.array(capital, np.bool_), sentence),
        figure=np.array(figure, np.bool_),
        mixed=sum(mixed),
        dates=document.dates,
        of=document,
    )


def _named(
    forms: Sequence[str], capital: npt.NDArray[np.bool_], sentence: npt.NDArray[np.int32]
) -> npt.NDArray[np.bool_]:
    """Words that begin with a capital where no sentence begins, and the same words elsewhere."""
    inner = capital.copy()
    inner[:1] = False
    inner[1:] &= sentence[1:] == sentence[:-1]
    named = np.zeros(len(forms), np.bool_)
    known = {forms[place] for place in inner.nonzero()[0].tolist()}
    if known and inner.sum() >= LEAST_CAPITALS * len(forms):
        big = capital.nonzero()[0]
        named[big] = [forms[place] in known for place in big.tolist()]
    return named
