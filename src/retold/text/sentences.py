"""The sentences of a text, with exact offsets.

Line and paragraph breaks part sentences first. Inside a paragraph every mark that can end a
sentence
is weighed by what stands before and after it; for English the Punkt model of nupunkt (after Kiss
and
Strunk, *Unsupervised Multilingual Sentence Boundary Detection*, 2006) has a veto on full stops.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import ceil

from retold.model.document import Span
from retold.text.abbreviations import EITHER, STARTERS, TITLES
from retold.text.lines import paragraphs, trim

# An end: the marks, then what closes with them. Guillemets may stand off by a thin or full space.
# The first of the marks stands alone in the pattern: `re` skips to it.
END = re.compile(
    r"[.!?…。！？｡](?:"
    r"(?<=[.!?…])[.!?…]*(?:[\u00a0\u202f ]?[»›](?!\w)|[\"”’“'‘»«›‹)\]])*"
    r"|(?<=[。！？｡])[。！？｡]*[」』”’）]*)"
)
OPENING = '"“'  # marks that may open the next sentence
BESIDE_WORDS = re.compile(r"[\s\"“”„«»()\[\]]")
WORD_AFTER = re.compile(r"[\s\"“”‘’'„‚«»‹›()\[\]¿¡–—-]*([^\W_]+)")
ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
GLUED = re.compile(r"[^\W\d_]{2,}[\s,.:;]")
# A word longer than this before a full stop is no abbreviation; it also bounds the look back.
LONGEST_TOKEN = 40  # characters
# Below this share of capitals among letters a text was lower-cased as a whole: there a small letter
# after a full stop begins a sentence. By eye: ordinary text has .02 and more.
LEAST_CAPITALS = 0.003
MONTHS_DE = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november "
    "dezember".split()
)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a text writes: its language, whether it has capitals, and where nupunkt sees ends."""

    language: str
    lower: bool


def sentences(text: str, spans: Iterable[Span], language: str | None = "en") -> tuple[Span, ...]:
    """The sentences inside `spans`, in order, without white space at their ends.

    They hold every character of the spans that is not white space. `language` is a two-letter code;
    English, German, French, Spanish and Italian know their abbreviations, others a plain rule.
    """
    return tuple(sentence_by_sentence(text, tuple(spans), language))


def sentence_by_sentence(
    text: str, spans: Sequence[Span], language: str | None = "en"
) -> Iterator[Span]:
    """The same, for who may need the first ones alone."""
    letters = sum(map(len, spans))
    # Counted no further than is asked: ordinary text shows its capitals in the first sentences.
    least = ceil(LEAST_CAPITALS * letters)
    capitals = filter(str.isupper, chain.from_iterable(span.of(text) for span in spans))
    lower = sum(1 for _ in islice(capitals, least)) < LEAST_CAPITALS * letters
    manner = _Manner(language or "", lower)
    for span in spans:
        for paragraph in paragraphs(text, span):
            yield from _of_paragraph(text, paragraph, manner)


def _of_paragraph(text: str, paragraph: Span, manner: _Manner) -> Iterator[Span]:
    begin = paragraph.begin
    for end in _ends(text, paragraph, manner):
        sentence = trim(text, begin, end)
        if sentence is not None:
            yield sentence
        begin = end
    rest = trim(text, begin, paragraph.end)
    if rest is not None:
        yield rest


def _ends(text: str, paragraph: Span, manner: _Manner) -> Iterator[int]:
    """Offsets at which a sentence of the paragraph ends, the paragraph's own end left out."""
    learned: set[int] | None = None
    counted, marks = paragraph.begin, 0
    for found in END.finditer(text, paragraph.begin, paragraph.end):
        stop, end = found.span()
        if end >= paragraph.end:
            return
        if text[end - 1] in OPENING:
            marks += text.count('"', counted, end)
            counted = end
            end = _cut(text, end, open_before=marks % 2 == 1)
        after = WORD_AFTER.match(text, end, min(len(text), end + LONGEST_TOKEN))
        following = after[1] if after else ""
        if not _possible(text, stop, end, following, manner):
            continue
        verdict = _weigh(text, stop, end, following, manner.language) if text[stop] == "." else True
        if verdict is None:
            if learned is None:
                learned = _learned(text, paragraph)
            verdict = not learned.isdisjoint(range(stop + 1, end + 3))
        if verdict:
            yield end


def _cut(text: str, end: int, *, open_before: bool) -> int:
    """Where the sentence ends: before a last mark glued to the next word, if that mark opens.

    `open_before`: the straight marks of the paragraph, counted to here, are odd, so the last opens.
    """
    opens = text[end - 1] == "“" or open_before
    return end - 1 if opens and text[end : end + 1].isalnum() else end


def _possible(text: str, stop: int, end: int, following: str, manner: _Manner) -> bool:
    """Whether what follows can begin a sentence; `following` is its first word, "" for none."""
    if text[stop] in "。！？｡":
        return True
    if not following:
        return text[end].isspace()
    first = following[0]
    if first.islower():
        return manner.lower and text[end].isspace() and text[end - 1] in ".!?…"
    if text[end].isspace():
        return True
    if text[end] in '"“„«‘¿¡' or end - stop > 1:
        return first.isupper() and not text[stop - 1 : stop].isupper()
    # Two sentences glued without a space: "in the war.The minister": two small letters before.
    before = text[max(stop - 2, 0) : stop]
    return (
        len(before) == 2
        and before.islower()
        and first.isupper()
        and GLUED.match(text, end) is not None
    )


def _weigh(text: str, stop: int, end: int, following: str, language: str) -> bool | None:
    """Whether the full stop at `stop` ends a sentence; None where the words around it do not
    tell.
    """
    before = text[max(stop - LONGEST_TOKEN, 0) : stop].removesuffix("\n")
    word = before.rpartition(" ")[2]
    if not word.isalnum():
        word = BESIDE_WORDS.split(word)[-1]
    starts = following.lower() in STARTERS.get(language, STARTERS["en"])
    key = word.lower().lstrip("-–—'’‘")
    if end - stop == 1 and _names_on(word, key, following, language):
        return False
    if ("." in word and ACRONYM.fullmatch(word)) or key in EITHER.get(language, EITHER["en"]):
        return starts or (end - stop > 1 and text[end].isspace())
    if starts or end - stop > 1:
        return True
    return None if language == "en" else True


def _names_on(word: str, key: str, following: str, language: str) -> bool:
    """Whether a stop after `word` belongs to it: a title, an initial, an ordinal."""
    if key in TITLES.get(language, TITLES["en"]):
        return True
    if len(word) == 1 and word.isalpha():
        return word != "I" or following.lower() not in STARTERS["en"]
    if key == "no":
        return following.isdigit()
    if language == "de" and word.isdigit() and len(word) <= 2:
        return following.lower() in MONTHS_DE or following.lower() not in STARTERS["de"]
    return False


def _learned(text: str, paragraph: Span) -> set[int]:
    """Where nupunkt ends the sentences of an English paragraph, white space after them left out."""
    from nupunkt import sent_spans_with_text  # a quarter of a second, and only for English

    ends = set()
    for sentence, (begin, end) in sent_spans_with_text(paragraph.of(text)):
        length = len(sentence.rstrip())
        ends.add(paragraph.begin + (begin + length if length else end))
    return ends
