"""What each token of a paragraph shows of its part in an attribution: features, as strings.

The trained weights name these strings: a change here asks for `python -m benchmarks train-quotes`.
"""

from collections.abc import Iterator

from retold.text.reporting import NOUNS, VERBS
from retold.text.token_rows import QUOTED, Row

PARAGRAPH = "¶"  # the one feature of what stands between two rows
NUMBER = "w9"
ENDING = 3  # last letters of a word in small letters


def features(row: Row) -> Iterator[tuple[str, ...]]:
    """For each token what holds of it, in the order of the row.

    A word, how it is written, its ending, which kind of word of saying it is, whether it opens a
    sentence; of a quotation how it is made. At most `MOST`.
    """
    before = -1
    for word, shape, sentence in zip(row.words, row.shapes, row.sentence, strict=True):
        opens = "opens" if sentence != before else "goes on"
        before = sentence
        if word == QUOTED:
            yield "q" + shape[0], "q" + shape[:2], "q" + shape[0] + shape[2], opens
        elif shape == "a":
            yield "w" + word, "a", "e" + word[-ENDING:], _kind(word), opens
        else:
            yield NUMBER if shape == "9" else "w" + word, "s" + shape, _kind(word), opens


MOST = 5  # strings of one token: a word in small letters has the most


def _kind(word: str) -> str:
    """The stance of a verb of saying, of a noun of saying in capitals; `-` for neither."""
    if word in VERBS:
        return "k" + VERBS[word].value
    return "k" + NOUNS[word].value.upper() if word in NOUNS else "-"
