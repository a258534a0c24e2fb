"""The lines of keyed pages as rows of numbers, and trees fitted to those of other sites."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.line_fit import Floats, Rows, fitted, joined
from benchmarks.pages import FOLDS, KeyedPage, keyed_pages, truth, visible_of
from retold.model.document import Block
from retold.readers.article import COLUMNS, labelled, likely_lines, page_of_lines
from retold.readers.markup import marked
from retold.readers.metatags import about_page
from retold.readers.stated import settled, shown, statement
from retold.readers.visible import Visible
from retold.readers.votes import VOTERS, votes
from retold.text.blocks import label
from retold.text.forest import LineWeights, forest
from retold.text.page import Page
from retold.text.units import key_of

# What may only speak for the article, and what only against it, whatever a few pages say.
FOR = re.compile(
    r"in_(?:trafilatura|readability|justext)|votes(?:[+-]\d)?|voted_\d|same_(?:shape|name)|is_p"
)
AGAINST = re.compile(
    r"linked(?:_\d|[+-]\d)?|sign_\w+|signs_above|doubled|looks_\w+"
    r"|under_(?:nav|footer|aside|form|button|label)"
    r"|(?:near|far)_mark_(?:side|menu|foot|more|comments|share|selling|asking|about|widget|box)"
)


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page with its visible lines and their rows."""

    page: KeyedPage
    seen: Visible
    units: Page
    title: str
    rows: Rows
    tree: Any

    def votes(self) -> Floats:
        """What each voter takes of each line, 0..1, (lines, voters)."""
        places = [COLUMNS.index(f"in_{voter}") for voter in VOTERS]
        return self.rows.table[:, places]

    def blocks(self, weights: LineWeights) -> tuple[Block, ...]:
        """The lines labelled as retold labels them with other weights."""
        likely = likely_lines(forest(weights), self.rows.table)
        found = labelled(self.seen, self.units, likely, self.title)
        return label(self.seen.text) if found is None else found

    def read(self, weights: LineWeights) -> tuple[str, tuple[Block, ...]]:
        """The text and blocks once the page's own statement of its article is heard."""
        text, blocks = self.seen.text, self.blocks(weights)
        return settled(text, blocks, statement(self.tree, self.title, shown(text, blocks)))


@cache
def page_rows(data: Path) -> tuple[PageRows, ...]:
    """The lines of all keyed pages; pages without a visible line are left out. Made once a run."""
    return tuple(found for page in keyed_pages(data) if (found := _rows(page)) is not None)


def _rows(page: KeyedPage) -> PageRows | None:
    seen, tree = visible_of(page)
    if not seen.lines:
        return None
    title = key_of(about_page(tree, page.url).title or "")
    units = page_of_lines(seen)
    rows = Rows(marked(seen, units, votes(seen, tree), title), *truth(page, seen))
    return PageRows(page, seen, units, title, rows, tree)


def fit(pages: Sequence[PageRows]) -> LineWeights:
    """Trees fitted to pages; each set weighs the same in all."""
    sizes = Counter(one.page.corpus for one in pages)
    every = joined(
        [
            Rows(one.rows.table, one.rows.said, one.rows.weight / sizes[one.page.corpus])
            for one in pages
        ]
    )
    signs = [1 if FOR.fullmatch(name) else -1 if AGAINST.fullmatch(name) else 0 for name in COLUMNS]
    return fitted(every, COLUMNS, signs)


def fit_by_fold(pages: Sequence[PageRows]) -> list[LineWeights]:
    """For each fold the trees fitted to the sites of the other folds."""
    return [fit([one for one in pages if one.page.fold != fold]) for fold in range(FOLDS)]
