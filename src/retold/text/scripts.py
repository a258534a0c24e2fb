"""Words in letters of two alphabets that look alike: nobody writes them, a disguise puts them in.

Only alphabets that are taken for one another count: Japanese mixes three scripts by right, and a
measure such as one of micrometres begins with a sign of its own.
"""

import re
import unicodedata
from functools import lru_cache

# The first word of the Unicode name of a letter.
LOOK_ALIKE = frozenset(
    {"ARMENIAN", "CHEROKEE", "CYRILLIC", "FULLWIDTH", "GREEK", "LATIN", "MATHEMATICAL"}
)
# Below these stand Latin letters, between them the marks of print.
OTHER_LETTERS = re.compile("[\u0370-\u1fff\u2100-\U0010ffff]")


def may_mix(text: str) -> bool:
    """Whether a text has letters beside Latin ones that could look alike; quick to tell."""
    return OTHER_LETTERS.search(text) is not None and mixed_letters("".join(set(text)))


def mixed_letters(word: str) -> bool:
    """Whether a word as written has letters of two alphabets that look alike."""
    if word.isascii():
        return False
    return len({_alphabet(letter) for letter in word} & LOOK_ALIKE) > 1


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    """The alphabet of a letter; empty for what is none."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
