"""What three extractors take for the article, told for each visible line of a page.

trafilatura (Barbaresi, *Trafilatura: A Web Scraping Library and Command-Line Tool*, ACL 2021), the
readability algorithm as it ships with it, and jusText (Pomikálek, *Removing Boilerplate and
Duplicate Content from Web Corpora*, 2011), which looks at the words and not at the markup.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.readers.visible import Visible, visible
from retold.readers.wordiness import wordy

Floats = npt.NDArray[np.float64]
Run = tuple[str, ...]
WORD = re.compile(r"[^\W_]+")
# Runs of so many words are looked up: an extractor changes spaces at links, so a few runs differ.
RUN = 4  # words
# Elements that trafilatura takes out before it asks jusText, and what their makers call the notices
# that ask for consent (its `BASIC_CLEAN_XPATH`).
FRAME = frozenset({"aside", "fencedframe", "footer", "script", "style", "svg", "template"})
CONSENT = re.compile(
    r"cookie[-_]?(?:banner|bar|consent|law|notice|policy|description)|notice[-_]{0,2}cookie"
    r"|consent[-_]?(?:banner|manager|sdk)|borlabs|cookiebot|cmplz|onetrust|moove[-_]?gdpr",
    re.IGNORECASE,
)
# Below this an extractor found a cookie notice or nothing.
LEAST_WORDS = 25


def votes(seen: Visible, tree: Any) -> Floats:
    """The share of each line that each of `VOTERS` takes for the article, 0..1, (lines, voters).

    A voter that fails on a page takes none of its lines.
    """
    lines = _keyed(line.span.of(seen.text) for line in seen.lines)
    return np.column_stack([_shares(lines, _text(voter, tree)) for voter in VOTERS.values()])


def shares(lines: Iterable[str], text: str) -> list[float]:
    """For each line 1 where it is a paragraph of `text`, else the share of its runs found there."""
    return _shares(_keyed(lines), text)


def _keyed(lines: Iterable[str]) -> list[tuple[str, list[Run]]]:
    """Each line as the key of its words and their runs."""
    found = (WORD.findall(line.lower()) for line in lines)
    return [(" ".join(words), _runs(words)) for words in found]


def _text(voter: Callable[[Any], str], tree: Any) -> str:
    try:
        text = voter(deepcopy(tree))
    except Exception:  # noqa: BLE001 - pages find errors of every kind; the others still vote
        return ""
    return text if len(WORD.findall(text)) >= LEAST_WORDS else ""


def _shares(lines: Sequence[tuple[str, list[Run]]], text: str) -> list[float]:
    keys: set[str] = set()
    found: set[Run] = set()
    for paragraph in text.split("\n"):
        words = WORD.findall(paragraph.lower())
        keys.add(" ".join(words))
        found.update(_runs(words))
    shares = []
    for key, own in lines:
        within = sum(map(found.__contains__, own)) / len(own) if own else 0.0
        shares.append(1.0 if key and key in keys else within)
    return shares


def _runs(words: list[str]) -> list[Run]:
    return list(zip(*(words[place:] for place in range(RUN)), strict=False))


def _trafilatura(tree: Any) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, with_metadata=False, as_dict=False)
    return getattr(found, "text", None) or ""


def _readability(tree: Any) -> str:
    from lxml.html import document_fromstring
    from trafilatura.readability_lxml import Document

    return visible(document_fromstring(Document(tree, min_text_length=25).summary())).text


def _justext(tree: Any) -> str:
    for element in list(tree.iter()):
        if _is_frame(element) and element.getparent() is not None:
            element.drop_tree()
    return "\n".join(wordy(tree))


def _is_frame(element: Any) -> bool:
    """Whether an element is what trafilatura takes out before it asks jusText.

    Its own expression calls back into Python for each element of the page, and takes longer than
    jusText itself.
    """
    if element.tag in FRAME:
        return True
    names = [value for name, value in element.items() if name in {"class", "id"}]
    if element.tag == "div" and names and "footer" in names[0]:
        return True
    return any(map(CONSENT.search, names))


VOTERS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {"trafilatura": _trafilatura, "readability": _readability, "justext": _justext}
)
