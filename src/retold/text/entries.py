"""What a word as written says in its language: its key, its stem, how rare it is.

A pile repeats its words a hundred times over, so each form is looked up once.
"""

from functools import lru_cache
from typing import NamedTuple

from retold.text.rarity import Rarity
from retold.text.scripts import mixed_letters
from retold.text.words import LONGEST_WORD, key_of, stem

# Words of one language that are held: some ten times what a large pile has. About 60 MB.
MOST_HELD = 200_000


class Entry(NamedTuple):
    """One form.

    Attributes:
        key: the folded word; empty for a word of invisible characters only.
        stem: the stem of that.
        weight: nats, how rare it is.
        known: in the table of the language.
        figure: written in digits.
        capital: begins with a capital.
        mixed: in letters of two alphabets that look alike.
    """

    key: str
    stem: str
    weight: float
    known: bool
    figure: bool
    capital: bool
    mixed: bool


class Entries(dict[str, Entry]):
    """The entries of one language by the words as written, made where first asked for."""

    __slots__ = ("_language", "_rarity")

    def __init__(self, language: str | None, rarity: Rarity) -> None:
        super().__init__()
        self._language = language
        self._rarity = rarity

    def __missing__(self, form: str) -> Entry:
        made = _entry(form[:LONGEST_WORD], self._language, self._rarity)
        if len(form) <= LONGEST_WORD:
            if len(self) >= MOST_HELD:
                self.clear()
            self[form] = made
        return made


@lru_cache(maxsize=8)
def entries(language: str | None, rarity: Rarity) -> Entries:
    """The entries of a language, held for the documents to come."""
    return Entries(language, rarity)


def _entry(form: str, language: str | None, rarity: Rarity) -> Entry:
    key = key_of(form)
    return Entry(
        key,
        stem(key, language),
        rarity.weight(key, language),
        rarity.known(key, language),
        key[:1].isdigit(),
        form[:1].isupper(),
        mixed_letters(form),
    )
