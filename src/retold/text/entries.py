"""What a word as written says in its language: its key, its stem, how rare it is.

A pile repeats its words a hundred times over, so each form is looked up once.
"""

from functools import lru_cache
from typing import NamedTuple

from retold.text.rarity import Rarity
from retold.text.scripts import mixed_letters
from retold.text.words import key_of, stem


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


@lru_cache(maxsize=200_000)
def entry(form: str, language: str | None, rarity: Rarity) -> Entry:
    """The entry of a word as written; of a very long one give the begin, or memory fills."""
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
