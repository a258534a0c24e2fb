"""A document made ready for comparing: sentences and words as arrays, so a pair costs little."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, count, islice
from operator import eq

import numpy as np
import numpy.typing as npt

from retold.model.document import Dated, Document, Span
from retold.text.entries import Entry, entries
from retold.text.primary_mentions import primary_mentions
from retold.text.quotes import Quotation, quotations
from retold.text.rarity import Rarity
from retold.text.sentences import sentences
from retold.text.words import finder

# A capital says nothing in a text without capitals: below this share of capitalised words outside
# sentence starts nothing is taken for a name. By eye, on lower-cased and on ordinary news text.
LEAST_CAPITALS = 0.01

# Up to this rarity a word holds sentences together and tells nothing.
SMALL_UP_TO = 1.0  # nats
# A sentence of prose has a small word in five; headlines have fewer, tables and scores none. By
# eye, on basil (nine sentences in ten have three in ten) and on the earnings tables of distractors.
LEAST_SMALL = 0.2


@dataclass(frozen=True)
class Reading:
    """The body of one document as arrays over its n words and m sentences.

    Attributes:
        sentences: spans of the m sentences, in order.
        quotations: what stands in quotation marks.
        keys: n folded words.
        stems: n stems of them.
        offsets: int32 (n, 2), begin and end of each word in the text.
        sentence: int32 (n,), the sentence each word stands in; never falls.
        weight: float64 (n,), nats: how rare the word is in its language.
        running: bool (m,), sentences that run on small words as prose does; tables do not.
        known: bool (n,), in the tables of the language.
        quoted: bool (n,), inside quotation marks.
        named: bool (n,), part of a name as far as capitals tell.
        figure: bool (n,), written in digits.
        dates: the dates the document is given, with what gives them.
        doubled: how many words stand twice in a sentence, side by side or with one word between.
        mixed: how many words are written in letters of two alphabets that look alike.
        of: the document itself.
    """

    document: str
    language: str | None
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    offsets: npt.NDArray[np.int32]
    sentence: npt.NDArray[np.int32]
    weight: npt.NDArray[np.float64]
    running: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    quoted: npt.NDArray[np.bool_]
    named: npt.NDArray[np.bool_]
    figure: npt.NDArray[np.bool_]
    doubled: int
    mixed: int
    dates: tuple[Dated, ...]
    of: Document

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """Who made or holds the documents, recordings or data that the text reports from.

        Each once, sorted; passing mentions left out. Few verdicts ask, so it is found when asked.
        """
        text, body = self.of.text, self.of.body
        mentions = primary_mentions(text, body, self.language)
        holders = {mention.holder for mention in mentions if not mention.passing}
        return tuple(sorted(holder for holder in holders if holder))


def prepare(document: Document, rarity: Rarity) -> Reading:
    """The reading of a document's body; empty arrays where it has no word."""
    text, language = document.text, document.language
    spans = sentences(text, document.body, language)
    marked = quotations(text, document.body, language)
    pattern, table = finder(text), entries(language, rarity)
    found = [list(pattern.finditer(text, span.begin, span.end)) for span in spans]
    each = list(chain.from_iterable(found))
    said = [table[one[0]] for one in each]
    sentence = np.repeat(np.arange(len(spans), dtype=np.int32), list(map(len, found)))
    kept = [bool(one.key) for one in said]
    if not all(kept):
        each, said, sentence = (
            list(compress(each, kept)),
            list(compress(said, kept)),
            sentence[kept],
        )
    keys, stems, weights, known, figure, capital, mixed = (
        zip(*said, strict=True) if said else ((),) * len(Entry._fields)
    )
    weight = np.array(weights, np.float64)
    places = chain.from_iterable([one.span() for one in each])
    offsets = np.fromiter(places, np.int32, 2 * len(each)).reshape(-1, 2)
    return Reading(
        document=document.id,
        language=language,
        sentences=spans,
        quotations=marked,
        keys=keys,
        stems=stems,
        offsets=offsets,
        sentence=sentence,
        weight=weight,
        running=_running(weight, sentence, len(spans)),
        known=np.array(known, np.bool_),
        quoted=_covered(offsets, tuple(q.span for q in marked)),
        named=_named([one[0] for one in each], np.array(capital, np.bool_), sentence),
        figure=np.array(figure, np.bool_),
        doubled=_doubled(keys, sentence),
        mixed=sum(mixed),
        dates=document.dates,
        of=document,
    )


def _running(
    weight: npt.NDArray[np.float64], sentence: npt.NDArray[np.int32], count: int
) -> npt.NDArray[np.bool_]:
    """Which of `count` sentences hold enough small words to be prose, bool (count,)."""
    small = np.bincount(sentence[weight <= SMALL_UP_TO], minlength=count)
    every = np.bincount(sentence, minlength=count)
    return np.asarray(small >= LEAST_SMALL * np.maximum(every, 1))


def _covered(offsets: npt.NDArray[np.int32], spans: tuple[Span, ...]) -> npt.NDArray[np.bool_]:
    """Which words begin inside one of the spans, which are in order and do not overlap."""
    inside = np.zeros(len(offsets), np.bool_)
    for span in spans:
        begin, end = np.searchsorted(offsets[:, 0], [span.begin, span.end])
        inside[begin:end] = True
    return inside


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


def _doubled(keys: Sequence[str], sentence: npt.NDArray[np.int32]) -> int:
    """Words that return at once or after one word in a sentence ("days after days"); no figures."""
    again = [
        (place, place + step)
        for step in (1, 2)
        for place in compress(count(), map(eq, keys, islice(keys, step, None)))
        if not keys[place][0].isdigit()
    ]
    return sum(bool(sentence[here] == sentence[there]) for here, there in again)
