"""A document made ready for comparing: sentences and words as arrays, so a pair costs little."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retold.model.document import Dated, Document, Span
from retold.text.primary_mentions import primary_mentions
from retold.text.quotes import Quotation, quotations
from retold.text.rarity import Rarity
from retold.text.scripts import mixed_letters
from retold.text.sentences import sentences
from retold.text.words import Word, stem, words

# A capital says nothing in a text without capitals: below this share of capitalised words outside
# sentence starts nothing is taken for a name. By eye, on lower-cased and on ordinary news text.
LEAST_CAPITALS = 0.01

# Up to this rarity a word holds sentences together and tells nothing.
SMALL_UP_TO = 1.0  # nats
# A sentence of prose has a small word in five; headlines have fewer, tables and scores none. By
# eye, on basil (nine sentences in ten have three in ten) and on the earnings tables of distractors.
LEAST_SMALL = 0.2


@dataclass(frozen=True, slots=True)
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
        rests_on: who made or holds the documents, recordings or data the text reports from.
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
    rests_on: tuple[str, ...]
    dates: tuple[Dated, ...]


def prepare(document: Document, rarity: Rarity) -> Reading:
    """The reading of a document's body; empty arrays where it has no word."""
    text, language = document.text, document.language
    spans = sentences(text, document.body, language)
    marked = quotations(text, document.body, language)
    found: list[Word] = []
    place: list[int] = []
    for index, span in enumerate(spans):
        inside = list(words(text, span))
        found.extend(inside)
        place.extend([index] * len(inside))
    weight = np.array([rarity.weight(w.key, language) for w in found], np.float64)
    offsets = np.array([(w.span.begin, w.span.end) for w in found], np.int32).reshape(-1, 2)
    sentence = np.array(place, np.int32)
    return Reading(
        document=document.id,
        language=language,
        sentences=spans,
        quotations=marked,
        keys=tuple(w.key for w in found),
        stems=tuple(stem(w.key, language) for w in found),
        offsets=offsets,
        sentence=sentence,
        weight=weight,
        running=_running(weight, sentence, len(spans)),
        known=np.array([rarity.known(w.key, language) for w in found], np.bool_),
        quoted=_covered(offsets, tuple(q.span for q in marked)),
        named=_named(text, offsets, sentence),
        figure=np.array([w.key[0].isdigit() for w in found], np.bool_),
        doubled=_doubled([w.key for w in found], place),
        mixed=sum(mixed_letters(text[w.span.begin : w.span.end]) for w in found),
        rests_on=_rests_on(document),
        dates=document.dates,
    )


def _running(
    weight: npt.NDArray[np.float64], sentence: npt.NDArray[np.int32], count: int
) -> npt.NDArray[np.bool_]:
    """Which of `count` sentences hold enough small words to be prose, bool (count,)."""
    small = np.bincount(sentence[weight <= SMALL_UP_TO], minlength=count)
    every = np.bincount(sentence, minlength=count)
    return np.asarray(small >= LEAST_SMALL * np.maximum(every, 1))


def _rests_on(document: Document) -> tuple[str, ...]:
    """Holders of what the text reports from, each once, sorted; passing mentions left out."""
    mentions = primary_mentions(document.text, document.body, document.language)
    return tuple(
        sorted({mention.holder for mention in mentions if mention.holder and not mention.passing})
    )


def _covered(offsets: npt.NDArray[np.int32], spans: tuple[Span, ...]) -> npt.NDArray[np.bool_]:
    """Which words begin inside one of the spans, which are in order and do not overlap."""
    inside = np.zeros(len(offsets), np.bool_)
    for span in spans:
        begin, end = np.searchsorted(offsets[:, 0], [span.begin, span.end])
        inside[begin:end] = True
    return inside


def _named(
    text: str, offsets: npt.NDArray[np.int32], sentence: npt.NDArray[np.int32]
) -> npt.NDArray[np.bool_]:
    """Words that begin with a capital where no sentence begins, and the same words elsewhere."""
    shapes = [text[begin:end] for begin, end in offsets]
    capital = np.array([shape[:1].isupper() for shape in shapes], np.bool_)
    first = np.ones(len(shapes), np.bool_)
    first[1:] = sentence[1:] != sentence[:-1]
    inner = capital & ~first
    if inner.sum() < LEAST_CAPITALS * len(shapes):
        return np.zeros(len(shapes), np.bool_)
    known = {shape for shape, name in zip(shapes, inner, strict=True) if name}
    named = [big and shape in known for shape, big in zip(shapes, capital, strict=True)]
    return np.array(named, np.bool_)


def _doubled(keys: list[str], sentence: list[int]) -> int:
    """Words that return at once or after one word in a sentence ("days after days"); no figures."""
    return sum(
        key == again and here == there and not key[0].isdigit()
        for step in (1, 2)
        for key, again, here, there in zip(
            keys, keys[step:], sentence, sentence[step:], strict=False
        )
    )
