"""Pages with a key to their article: which visible lines are of it, and how a text is scored.

`trafilatura_eval` gives strings that must and must not appear; `readability_testpages` and
`fundus_news` give the article's whole text, compared as a bag of words. Soft hyphens, which no
reader sees, count on neither side.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import fold_of, rows
from retold.readers.visible import Visible

Floats = npt.NDArray[np.float64]
FILES = {
    "trafilatura_eval": "trafilatura_eval/extraction.jsonl",
    "readability_testpages": "readability_testpages/extraction.jsonl",
    "fundus_news": "fundus_news/extraction_other.jsonl",
}
WORD = re.compile(r"\w+")
RUN = 4  # words
# A line with fewer words is looked up together with the words beside it.
BESIDE = 3  # words
# The weight of a line is its share of the article's words; an article counts as so many at least.
LEAST_ARTICLE = 20  # words
FOLDS = 5


@dataclass(frozen=True, slots=True)
class KeyedPage:
    """A page with its key: whole text, or strings that must and must not appear.

    Attributes:
        site: what folds are cut by: pages of one site look alike.
    """

    corpus: str
    name: str
    site: str
    html: str
    url: str | None
    text: str | None
    present: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def fold(self) -> int:
        """The fold that a page of this site is judged in."""
        return fold_of(f"{self.corpus}:{self.site}", FOLDS)


def keyed_pages(data: Path) -> Iterator[KeyedPage]:
    """The pages of the three sets in order."""
    for corpus, file in FILES.items():
        for row in rows(data, file):
            url = row.get("url")
            yield KeyedPage(
                corpus,
                row["doc_id"],
                _site(corpus, row["doc_id"]),
                row["html"],
                url if url and url.startswith("http") else None,
                plain(row["text"]) if "text" in row else None,
                tuple(map(plain, row.get("with_", ()))),
                tuple(map(plain, row.get("without", ()))),
            )


def _site(corpus: str, name: str) -> str:
    """The site of a page, as its file is named."""
    if corpus == "fundus_news":
        return name.split("_")[0]
    if corpus == "readability_testpages":
        return re.sub(r"-?\d+$", "", name) or name
    return ".".join(name.split(".")[:2])


def plain(text: str) -> str:
    """A text without soft hyphens, lines kept, spaces inside them single."""
    lines = (" ".join(line.split()) for line in text.replace("\xad", "").splitlines())
    return "\n".join(line for line in lines if line)


def token_f1(left: str, right: str) -> float:
    """F1 of two texts as bags of lower-case words, 0..1; 1 for two empty ones."""
    ours, theirs = (Counter(WORD.findall(plain(text).lower())) for text in (left, right))
    total = sum(ours.values()) + sum(theirs.values())
    return 2 * sum((ours & theirs).values()) / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Strings:
    """How many wanted strings of a page were found, how many unwanted, how many wanted missed."""

    right: int
    wrong: int
    missed: int


def strings(page: KeyedPage, text: str) -> Strings:
    """The page's strings looked up in `text`, white space apart."""
    flat = " ".join(plain(text).split())
    right = sum(" ".join(one.split()) in flat for one in page.present)
    wrong = sum(" ".join(one.split()) in flat for one in page.absent)
    return Strings(right, wrong, len(page.present) - right)


def strings_f1(counts: Sequence[Strings], weight: Floats) -> float:
    """F1 over all strings: found and wanted, found and unwanted, wanted and missed."""
    right, wrong, missed = (
        float(sum(getattr(one, name) * own for one, own in zip(counts, weight, strict=True)))
        for name in ("right", "wrong", "missed")
    )
    total = 2 * right + wrong + missed
    return 2 * right / total if total else float("nan")


def truth(page: KeyedPage, seen: Visible) -> tuple[Floats, Floats]:
    """For each visible line how far it is of the article, 0..1, and what it weighs, 0..1."""
    lines = [line.span.of(seen.text) for line in seen.lines]
    if page.text is None:
        return _by_strings(page, lines)
    said = _by_text(page.text, lines)
    words = np.array([len(WORD.findall(line)) for line in lines], np.float64)
    whole = max(LEAST_ARTICLE, float((said * words).sum()))
    return said, np.minimum(words / whole, 1.0)


def _by_strings(page: KeyedPage, lines: Sequence[str]) -> tuple[Floats, Floats]:
    """Only lines that hold a string of the key weigh anything."""
    total = len(page.present) + len(page.absent)
    said, weight = np.zeros(len(lines)), np.zeros(len(lines))
    for place, line in enumerate(lines):
        right = sum(" ".join(one.split()) in line for one in page.present)
        wrong = sum(" ".join(one.split()) in line for one in page.absent)
        if bool(right) != bool(wrong):
            said[place], weight[place] = float(bool(right)), (right + wrong) / total
    return said, weight


def meant(page: KeyedPage, lines: Sequence[str]) -> set[int]:
    """The places of the lines that unwanted strings are meant for: the shortest ones with them.

    "Living", meant for an entry of the menu, says nothing of the paragraphs that have the word too.
    """
    found = set()
    for one in map(" ".join, map(str.split, page.absent)):
        holding = [place for place, line in enumerate(lines) if one in line]
        least = min((len(lines[place]) for place in holding), default=0)
        found |= {place for place in holding if len(lines[place]) == least}
    return found


def _by_text(text: str, lines: Sequence[str]) -> Floats:
    """The share of each line's runs of words in the key's text; short ones with what is beside."""
    words = WORD.findall(text.lower())
    runs, flat = set(_runs(words)), f" {' '.join(words)} "
    paragraphs = {" ".join(WORD.findall(line.lower())) for line in text.split("\n")}
    whole = len(paragraphs) > 1
    found = [WORD.findall(line.lower()) for line in lines]
    said = np.zeros(len(lines))
    for place, own in enumerate(found):
        if len(own) >= RUN:
            said[place] = sum(run in runs for run in _runs(own)) / (len(own) - RUN + 1)
            continue
        key = " ".join(own)
        before = found[place - 1][-BESIDE:] if place else []
        after = found[place + 1][:BESIDE] if place + 1 < len(found) else []
        beside = [[*before, key] if before else [], [key, *after] if after else []]
        said[place] = bool(key) and (
            (whole and key in paragraphs)
            or any(part and f" {' '.join(part)} " in flat for part in beside)
        )
    return said


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]


def visible_of(page: KeyedPage) -> tuple[Visible, Any]:
    """The visible text of a page and its tree; of a page without an element, no lines."""
    from retold.readers.tree import tree_of
    from retold.readers.visible import visible

    tree = tree_of(page.html)
    return (Visible("", (), 0, 0), None) if tree is None else (visible(tree), tree)
