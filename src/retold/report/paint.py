"""A palette of six, for a terminal; nothing at all where colour is off."""

import re
import textwrap
from dataclasses import dataclass

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text, or leaves it alone. `width` is that of the terminal, in columns."""

    colour: bool
    width: int

    def __call__(self, style: str, text: str) -> str:
        """`text` in one style of the palette: bold, dim, red, green, yellow, cyan."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text

    def wrapped(self, text: str, *, first: str = "", then: str = "") -> list[str]:
        """`text` in lines of the terminal's width, each with its indent. No colour inside."""
        return textwrap.wrap(
            text,
            width=max(self.width, len(then) + 20),
            initial_indent=first,
            subsequent_indent=then,
            break_on_hyphens=False,
        )


def bare(text: str) -> str:
    """`text` without the palette's codes."""
    return _ESCAPE.sub("", text)
