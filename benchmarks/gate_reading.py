"""The figures of reading that the gate holds: two folds of pages, one of texts inside pages.

The whole of `python -m benchmarks reading` takes ten minutes; these folds are judged as there, by
trees fitted to the sites of all other folds, in less than one.
"""

from pathlib import Path

import numpy as np

from benchmarks.bootstrap import Figure, figure, share
from benchmarks.page_lines import fit, page_rows
from benchmarks.pages import FILES
from benchmarks.reading import HEADED, Texts, figure_of, key_of_page, text_of
from benchmarks.wrapped import TONGUES, body_f1, documents, foreign_quotes, trees_of
from retold.text.blocks import label

PAGE_FOLDS = (0, 1)
TEXT_FOLD = 1


def of_reading(data: Path) -> dict[str, Figure]:
    """Article text of the three sets; bodies inside pages and their quotations, both languages."""
    rows = page_rows(data)
    trees = {fold: fit([one for one in rows if one.page.fold != fold]) for fold in PAGE_FOLDS}
    held = [one for one in rows if one.page.fold in trees]
    texts: Texts = {
        key_of_page(one.page): text_of(one, trees[one.page.fold], HEADED) for one in held
    }
    pages = [one.page for one in held]
    found = {corpus: figure_of(pages, corpus, texts) for corpus in FILES}
    return found | _inside(data)


def _inside(data: Path) -> dict[str, Figure]:
    """The figures of `benchmarks/wrapped.py` on one fold."""
    trees = trees_of(data, TEXT_FOLD)
    found = {}
    for tongue in TONGUES:
        held = [one for one in documents(data) if (one.tongue, one.fold) == (tongue, TEXT_FOLD)]
        blocks = [label(one.text, trees) for one in held]
        pairs = list(zip(held, blocks, strict=True))
        names = [one.name for one in held]
        scores = np.array([body_f1(*pair) for pair in pairs])
        clean = np.array([not foreign_quotes(*pair) for pair in pairs])
        found[f"inside pages, body F1, {tongue}"] = figure(names, share(scores))
        found[f"inside pages, no foreign quotation, {tongue}"] = figure(names, share(clean))
    return found
