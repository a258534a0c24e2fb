"""Numbers written out in English, and what they are worth."""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 100.0,
    "dozen": 12.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
# "first" and "second" are left out: both are said where nothing is counted.
_ORDINAL_WORDS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS, 3)}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
# Shares of one, as they are written: "a third", "two thirds", "three quarters", "half".
FRACTIONS = {
    **{f"{one} {part}": 1 / whole for part, whole in _PARTS.items() for one in ("a", "one")},
    **{
        f"{word} {part}s": number / whole
        for part, whole in _PARTS.items()
        for number, word in enumerate(_ONES)
        if 1 < number < whole
    },
    **{
        f"{word}-{part}s": number / whole
        for part, whole in _PARTS.items()
        for number, word in enumerate(_ONES)
        if 1 < number < whole
    },
    "half": 0.5,
}
_PLAIN = "|".join(sorted(CARDINALS, key=len, reverse=True))
_SCALED = "hundred|thousand|million|billion|trillion|dozen"
# A run of number words; "a" only before a scale. "and a half" may end it.
WORDED = (
    rf"(?:\b(?:(?:{_PLAIN})\b|an?\s(?={_SCALED})(?:{_SCALED})\b)"
    rf"(?:[\s-](?:and\s)?(?:{_PLAIN}|{_SCALED})\b){{0,8}}(?:[\s-]and[\s-]a[\s-]half\b)?)"
)
_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half$", re.IGNORECASE)


def worth(amount: str, scale: str | None = None) -> float | None:
    """What an amount in figures or words is worth, times its scale; None where it is none."""
    factor = SCALES.get((scale or "").strip(" -\n\t").lower(), 1.0)
    if amount[0].isdigit():
        return float(amount.replace(",", "")) * factor
    plain = _HALF.sub("", amount.lower())
    half = 0.5 if plain != amount.lower() else 0.0
    value = _spelt(re.split(r"[\s-]+", plain))
    return None if value is None else (value + half) * factor


def _spelt(words: list[str]) -> float | None:
    """What number words say together; None where they are two numbers side by side."""
    total = part = 0.0
    last = float("inf")
    for word in words:
        if word in {"and", "a", "an"}:
            continue
        if word in CARDINALS:
            value = CARDINALS[word]
            if last <= value or (last < 20 and last != float("inf")):
                return None
            part, last = part + value, value
        elif SCALES[word] < 1e3:
            part, last = max(part, 1.0) * SCALES[word], float("inf")
        else:
            total, part, last = total + max(part, 1.0) * SCALES[word], 0.0, float("inf")
    return total + part
