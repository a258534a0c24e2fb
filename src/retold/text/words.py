"""The words of a text with their places, and the stems that stand for them in comparisons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from retold.model.document import Span
from retold.text.fold import INVISIBLE, fold

# A number keeps its separators ("1,200", "2.5"); an apostrophe or invisible character inside a word
# does not end it. Han, kana and Thai carry no spaces: there every character is a word of its own.
UNSEEN = "".join(map(chr, INVISIBLE))
UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*|[{UNSPACED}]"
    rf"|[^\W\d_{UNSPACED}]+(?:(?:['’ʼ]|[{UNSEEN}]+)[^\W\d_{UNSPACED}]+)*"
)
# The same of a text in ASCII, in half the time. Possessive are classes of letters alone: after a
# group that is Python before 3.11.5 goes on from a wrong place (its issue 106052).
ASCII_WORD = re.compile(
    r"[A-Za-z0-9](?:(?<=[A-Za-z])[A-Za-z]*+(?:'[A-Za-z]++)*|[0-9]*+(?:[.,:][0-9]++)*)"
)
# "1,200", "1.200" and "1200" are one figure; "2.5" keeps its point.
THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
# No real word is longer; what is longer (keys, base64, a megabyte without a space) is cut for its
# key.
LONGEST_WORD = 64  # characters
# A longer piece is no sentence; its words are not held.
LONGEST_HELD = 2000  # characters
STEMMED = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands and its folded form."""

    span: Span
    key: str


def finder(text: str) -> "re.Pattern[str]":
    """The pattern that finds the words of a text."""
    return ASCII_WORD if text.isascii() else WORD


def words(text: str, span: Span) -> Iterator[Word]:
    """The words of `text` inside `span`, in order; those whose key is empty are left out."""
    return iter(_held(text, span)) if len(span) <= LONGEST_HELD else _found(text, span)


@lru_cache(maxsize=8192)
def _held(text: str, span: Span) -> tuple[Word, ...]:
    """The same of a sentence, which is asked for by every one that it faces."""
    return tuple(_found(text, span))


def let_go() -> None:
    """Forgets the words of sentences: for whoever works on and is done with the texts so far."""
    _held.cache_clear()


def _found(text: str, span: Span) -> Iterator[Word]:
    for found in finder(text).finditer(text, span.begin, span.end):
        key = key_of(found.group())
        if key:
            yield Word(Span(found.start(), found.end()), key)


def key_of(form: str) -> str:
    """The key of a word as written; empty for a word of invisible characters only."""
    key = fold(form[:LONGEST_WORD])
    return THOUSANDS.sub("", key) if key[:1].isdigit() else key


@lru_cache(maxsize=200_000)
def stem(key: str, language: str | None) -> str:
    """The stem of a folded word; the word itself where the language has no stemmer here."""
    name = STEMMED.get(language or "")
    if name is None or not key.isalpha():
        return key
    # One of its own for each word: it keeps the word it is at, and two threads would mix theirs.
    return str(Stemmer.Stemmer(name, 0).stemWord(key))
