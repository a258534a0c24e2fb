"""`polnear` as gold attributions, and what counts as finding one: content, marks, speaker."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import corpora

Range = tuple[int, int]
# Runs between marks as a plain pattern sees them inside an attribution.
IN_MARKS = re.compile(
    r"“([^“”]+)(?:”|$)|\"([^\"]+)(?:\"|$)|``(.+?)(?:''|$)|''(.+?)(?:''|$)"
    r"|(?<!\w)[‘'](\S[^\n‘]*?)[’'](?!\w)"
)
# Where the first noun phrase of a speaker's description ends.
PHRASE_END = re.compile(
    r"[,(;:–—]|\s-\s|\s(?:of|who|at|for|in|from|with|on|and|that|to|as|by|or|whose|which)\s"
)
POSSESSIVE = re.compile(r"['’]s?$")
WORD = re.compile(r"\w+(?:[.'’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A gold attribution: its content in parts, its speaker, the runs in marks inside it.

    `named`: where the speaker stands; `cue`: the words of saying, whose place is not given.
    """

    content: tuple[Range, ...]
    speaker: str | None
    named: tuple[Range, ...]
    cue: str | None
    runs: tuple[Range, ...]
    outside: int  # words of the content outside marks

    @property
    def direct(self) -> bool:
        """Whether all that was said stands between marks."""
        return bool(self.runs) and not self.outside

    @property
    def mixed(self) -> bool:
        """Whether a part stands between marks."""
        return bool(self.runs) and bool(self.outside)


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its attributions."""

    name: str
    text: str
    gold: tuple[Attribution, ...]


def articles(data: Path, name: str) -> list[Article]:
    """The articles of one file of the set, `train` or `dev`."""
    return [
        Article(
            row["doc_id"],
            row["text"],
            tuple(_attribution(row["text"], one) for one in row["quotes"]),
        )
        for row in corpora.rows(data, f"polnear/{name}.jsonl")
    ]


def _attribution(text: str, row: dict[str, Any]) -> Attribution:
    content = tuple((begin, end) for begin, end in row["span"])
    runs = tuple(_runs(text, content)) if row["has_quote_marks"] else ()
    every = sum(len(WORD.findall(text[begin:end])) for begin, end in content)
    inside = sum(len(WORD.findall(text[begin:end])) for begin, end in runs)
    return Attribution(
        content=content,
        speaker=row["speaker"],
        named=tuple((begin, end) for begin, end in row["speaker_span"] or ()),
        cue=row["cue"] or None,
        runs=runs,
        outside=max(every - inside, 0),
    )


def _runs(text: str, content: Iterable[Range]) -> Iterable[Range]:
    """The runs between marks, line by line, that hold a word."""
    for begin, end in content:
        for line in re.finditer(r"[^\n]+", text[begin:end]):
            for found in IN_MARKS.finditer(line.group()):
                group = found.lastindex or 0
                if WORD.search(found.group(group)):
                    at = begin + line.start()
                    yield at + found.start(group), at + found.end(group)


def head(name: str) -> str:
    """The head noun or surname of a description: the last word of its first noun phrase."""
    cut = PHRASE_END.split(name.strip().lower(), maxsplit=1)[0] or name.lower()
    found = WORD.findall(POSSESSIVE.sub("", cut.strip()))
    return POSSESSIVE.sub("", found[-1]) if found else ""


def same_speaker(gold: str, told: Iterable[str | None]) -> bool:
    """Whether one of the names told has the gold speaker's head."""
    wanted = head(gold)
    return any(head(name) == wanted for name in told if name)


def overlap(left: Sequence[Range], right: Sequence[Range]) -> int:
    """Characters that two sets of ranges share; the ranges of one set do not overlap."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def length(ranges: Iterable[Range]) -> int:
    """Characters under some ranges that do not overlap."""
    return sum(end - begin for begin, end in ranges)
