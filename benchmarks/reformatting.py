"""The same text in other typography: nothing that an editor would call a change."""

import re
from collections.abc import Callable, Iterator

REFORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("curly marks", lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")),
    ("straight marks", lambda text: re.sub(r"[“”]", '"', text).replace("’", "'")),
    ("dashes", lambda text: text.replace(" — ", " - ").replace("—", " – ").replace(" -- ", " — ")),
    ("spaces", lambda text: re.sub(r"(?<=\.) (?=[A-Z])", "  ", text).replace(" a ", "\u00a0a ")),
    ("paragraphs", lambda text: re.sub(r"\n+", "\n\n", text)),
    ("thousands", lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)),
    ("per cent", lambda text: re.sub(r"(?<=\d) percent\b", "%", text)),
    ("titles", lambda text: re.sub(r"\b(Mr|Mrs|Ms|Dr)\.", "\\1", text)),
    (
        "British",
        lambda text: re.sub(r"(\w{3,})ize(d|s)?\b", "\\1ise\\2", text).replace("color", "colour"),
    ),
    ("figures", lambda text: re.sub(r"\btwo\b(?!-)", "2", re.sub(r"\bseven\b(?!-)", "7", text))),
    ("million", lambda text: re.sub(r"([$£]\d[\d.]*) million\b", "\\1m", text)),
    ("ellipsis", lambda text: text.replace("...", "…").replace(". . .", "…")),
)


def reformatted(text: str) -> Iterator[tuple[str, str]]:
    """The text in other typography, one way at a time, by name; none that changes nothing."""
    for name, make in REFORMS:
        made = make(text)
        if made != text:
            yield name, made
