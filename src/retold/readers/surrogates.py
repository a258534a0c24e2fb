"""Lone surrogates: halves of a character that broken JSON and pages hold, and no file can."""

import re

SURROGATE = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """`text` with lone surrogates replaced; else the same."""
    return text.encode("utf-8", "replace").decode("utf-8") if is_broken(text) else text


def is_broken(text: str) -> bool:
    """Whether a text holds a lone surrogate."""
    return not text.isascii() and SURROGATE.search(text) is not None
