"""Article text out of pages and out of plain text with a page around it, beside other extractors.

    python -m benchmarks reading [--data DIR]

`trafilatura_eval`: F1 over strings that must and must not appear. `readability_testpages`,
`fundus_news`: F1 of the words of body (and sub-headings) against the article's text, mean over
pages. retold's trees are fitted to the sites of four folds and judged on the fifth.
"""

import argparse
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.bootstrap import Figure, figure, share
from benchmarks.page_lines import PageRows, fit_by_fold, page_rows
from benchmarks.pages import (
    FILES,
    KeyedPage,
    keyed_pages,
    strings,
    strings_f1,
    token_f1,
    visible_of,
)
from benchmarks.peers.extractors import installed
from retold.model.document import BlockKind
from retold.readers.stated import settled, statement
from retold.text.forest import LineWeights

BODY = frozenset({BlockKind.BODY})
HEADED = frozenset({BlockKind.BODY, BlockKind.HEADING})
# Texts by (set, page).
Texts = Mapping[tuple[str, str], str]


def main(argv: list[str]) -> None:
    """Prints the table."""
    options = argparse.ArgumentParser(prog="python -m benchmarks reading")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    chosen = options.parse_args(argv)
    print("python -m benchmarks reading (5 folds by site, bootstrap by site, seed 1)\n")
    print("\n".join(extraction(chosen.data)))
    for name in ("wrapped", "wrapped_pages", "sites", "reading_metadata"):
        if find_spec(f"benchmarks.{name}") is not None:
            print()
            print("\n".join(import_module(f"benchmarks.{name}").table(chosen.data)))


def extraction(data: Path) -> list[str]:
    """The table of article text: an extractor a row, a set a column."""
    pages = list(keyed_pages(data))
    held = page_rows(data)
    by_fold = fit_by_fold(held)
    made: dict[str, Texts] = {}
    for name, kinds in (("retold, body", BODY), ("retold, body and sub-headings", HEADED)):
        blank = {key_of_page(page): _stated(page, kinds) for page in pages}
        made[name] = blank | {
            key_of_page(one.page): text_of(one, by_fold[one.page.fold], kinds) for one in held
        }
    for name, extract in installed().items():
        made[name] = {key_of_page(page): extract(page.html) for page in pages}
    lines = ["| extractor | " + " | ".join(FILES) + " |", "|---|" + "---|" * len(FILES)]
    for name, texts in made.items():
        figures = [str(figure_of(pages, corpus, texts)) for corpus in FILES]
        lines.append(f"| {name} | " + " | ".join(figures) + " |")
    return lines


def key_of_page(page: KeyedPage) -> tuple[str, str]:
    """The set and the name of a page."""
    return page.corpus, page.name


def text_of(one: PageRows, trees: LineWeights, kinds: frozenset[BlockKind]) -> str:
    """The text of a page's lines of some kinds, by trees that never saw its site."""
    text, blocks = one.read(trees)
    return "\n".join(block.span.of(text) for block in blocks if block.kind in kinds)


def _stated(page: KeyedPage, kinds: frozenset[BlockKind]) -> str:
    """The text of a page that shows no line: what it states for machines, with no tree asked."""
    seen, tree = visible_of(page)
    if seen.lines or tree is None:
        return ""
    text, blocks = settled("", (), statement(tree, None, 0))
    return "\n".join(block.span.of(text) for block in blocks if block.kind in kinds)


def figure_of(pages: list[KeyedPage], corpus: str, texts: Texts) -> Figure:
    """The figure of one set and its interval by site."""
    held = [page for page in pages if page.corpus == corpus]
    sites = [page.site for page in held]
    if held[0].text is None:
        counts = [strings(page, texts.get(key_of_page(page), "")) for page in held]
        return figure(sites, lambda weight: strings_f1(counts, weight))
    scores = [token_f1(texts.get(key_of_page(page), ""), page.text or "") for page in held]
    return figure(sites, share(np.array(scores)))
