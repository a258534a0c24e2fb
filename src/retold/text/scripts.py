"""Words in letters of two alphabets that look alike: nobody writes them, a disguise puts them in.

Only alphabets that are taken for one another count: Japanese mixes three scripts by right, and a
measure such as one of micrometres begins with a sign of its own.
"""

import unicodedata
from functools import lru_cache

# The first word of the Unicode name of a letter.
LOOK_ALIKE = frozenset(
    {"ARMENIAN", "CHEROKEE", "CYRILLIC", "FULLWIDTH", "GREEK", "LATIN", "MATHEMATICAL"}
)


def mixed_letters(word: str) -> bool:
    """Whether a word as written has letters of two alphabets that look alike."""
    if word.isascii():
        return False
    return len({_alphabet(letter) for letter in word} & LOOK_ALIKE) > 1


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    """The alphabet of a letter; empty for what is none."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
