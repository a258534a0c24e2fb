"""Keys for comparing words: what typography, case, accents and look-alike letters cannot change."""

import unicodedata
from functools import lru_cache

# Letters of other scripts that a page or a noise attack puts where a Latin letter belongs. Chosen
# by eye from Unicode's confusables (UTS 39); used only in words that also hold a Latin letter.
LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝвкмнтьɑɡοαειкνρτυχωսոօհցբզ",
    "aeopcyxijsdhlqwbkmhtbagoaeiknptyxwunohgpq",
)
# Soft hyphens, characters without width, marks of direction: invisible, so no part of a word.
INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x034F, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
    ]
)
APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The key of one word: compatibility form, no case, no accents, no apostrophes, no possessive.

    Empty for a word of invisible characters only.
    """
    plain = word.translate(INVISIBLE)
    plain = plain.lower() if plain.isascii() else _plain_letters(plain)
    if len(plain) > 2 and plain[-1] == "s" and plain[-2] in "'’":
        plain = plain[:-2]
    return plain.translate(APOSTROPHES)


def _plain_letters(word: str) -> str:
    """`word` without case and accents, look-alikes put back where Latin letters stand beside."""
    lowered = unicodedata.normalize("NFKD", word).casefold()
    lowered = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    if any("a" <= letter <= "z" for letter in lowered):
        lowered = lowered.translate(LOOK_ALIKES)
    return unicodedata.normalize("NFKC", lowered)
