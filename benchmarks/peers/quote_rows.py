"""Other ways to find quotations: textacy in an environment of its own, and plain patterns."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(__file__).with_name("textacy_quotes.py")
Range = tuple[int, int]
NAME = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*|[Hh]e|[Ss]he|[Tt]hey)"
SAID = r"(?:said|says|say|told [^,.]{1,40}?|added|wrote|asked|argued|claimed|noted|announced)"
MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|''([^']+)''|(?<!\w)‘([^‘’]+)’(?!\w)")
BEFORE = re.compile(rf"({NAME})(?: \w+ed)? {SAID},? ?(?:that )?:?\s*$")
AFTER = re.compile(rf"^,?\s*(?:({NAME}) {SAID}|{SAID} ({NAME}))")
INDIRECT = re.compile(rf"({NAME}) {SAID} (?:that )?([^.“”\"]+)[.]")
INVERTED = re.compile(rf"([^.“”\"\n]+), ({NAME}) {SAID}[.]")
# Characters before and after the marks in which a plain pattern looks for a name.
LOOKED_AT = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation of a peer: its words, whether they stand between marks, whom it names."""

    span: Range
    marked: bool
    speaker: str | None


def plain(text: str) -> Iterator[Found]:
    """Marks in pairs, the name beside a word of saying; clauses beside one where none is marked."""
    for found in MARKED.finditer(text):
        span = found.span(found.lastindex or 0)
        before = BEFORE.search(text[max(found.start() - LOOKED_AT, 0) : found.start()])
        after = AFTER.search(text[found.end() : found.end() + LOOKED_AT])
        named = (after and (after.group(1) or after.group(2))) or (before and before.group(1))
        yield Found(span, marked=True, speaker=named)
    for found in INDIRECT.finditer(text):
        yield Found(found.span(2), marked=False, speaker=found.group(1))
    for found in INVERTED.finditer(text):
        yield Found(found.span(1), marked=False, speaker=found.group(2))


def textacy(texts: Sequence[str], python: str | None) -> list[list[Found]] | None:
    """What textacy finds in each text; None, the reason printed, where it cannot run."""
    if python is None:
        print("  (textacy left out: name its environment with --textacy PYTHON)")
        return None
    asked = "\n".join(json.dumps(text) for text in texts)
    done = subprocess.run(
        [python, str(PROGRAM)], input=asked, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"  (textacy left out: {done.stderr.strip().splitlines()[-1:] or done.returncode})")
        return None
    return [
        [
            Found(
                (begin, end),
                marked=True,
                speaker=None if first is None else text[first:last],
            )
            for begin, end, first, last in json.loads(line)
        ]
        for text, line in zip(texts, done.stdout.splitlines(), strict=True)
    ]
