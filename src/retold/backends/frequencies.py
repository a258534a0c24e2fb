"""Word frequencies of a language at large, from wordfreq's fullest lists (Speer 2022)."""

from functools import lru_cache

from retold.text.fold import fold
from retold.text.rarity import Rarity

LANGUAGES = ("en", "de", "fr", "es", "it")


@lru_cache(maxsize=32)
def frequencies(languages: frozenset[str] = frozenset(LANGUAGES)) -> Rarity:
    """The tables of some languages by folded word; languages wordfreq lacks are left out."""
    # A fifth of a second; a command that compares nothing does without.
    import wordfreq

    known = set(wordfreq.available_languages("best"))
    return Rarity({code: _table(code) for code in sorted(languages & known)})


@lru_cache(maxsize=32)
def _table(code: str) -> dict[str, float]:
    """Frequency by folded word: forms that fold to one key are one word."""
    import wordfreq

    table: dict[str, float] = {}
    for word, frequency in wordfreq.get_frequency_dict(code, "best").items():
        # The lists are in lower case: only an accent or an apostrophe leaves something to fold, and
        # folding 300,000 words would take longer than reading a story.
        key = word if word.isascii() and word.isalpha() else fold(word)
        table[key] = table.get(key, 0.0) + frequency
    return table
