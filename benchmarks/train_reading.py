"""Trains what tells a page's article from what is around it and writes it into the package.

    python -m benchmarks train-reading [--data DIR] [--to DIR]

Lines of the pages of `trafilatura_eval`, `readability_testpages` and `fundus_news`; lines of plain
text as `benchmarks/wrapped.py` makes them. Neither the seeds nor the example story is read.
`python -m benchmarks reading` prints how trees made the same way fare on sites they never saw.
"""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks import corpora, page_lines, wrapped
from benchmarks.line_fit import write
from benchmarks.page_lines import page_rows
from retold.text.forest import LineWeights

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data"
COMMAND = "python -m benchmarks train-reading"


def main(argv: list[str]) -> None:
    """Fits the trees to all pages and writes them as readable JSON, a tree a line."""
    options = argparse.ArgumentParser(prog=COMMAND)
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    chosen = options.parse_args(argv)
    pages = page_rows(chosen.data)
    sets = dict(Counter(one.page.corpus for one in pages))
    _write(chosen.to / "page-lines.json", page_lines.fit(pages), "readers.markup", sets)
    held = list(wrapped.wrapped(chosen.data, pages))
    tongues = dict(Counter(one.tongue for one in held))
    _write(chosen.to / "text-lines.json", wrapped.fit(held), "text.evidence", tongues)


def _write(to: Path, weights: LineWeights, rows: str, counts: dict[str, int]) -> None:
    about = {
        "about": f"Gradient-boosted trees over what retold.{rows} tells of a line; a node is "
        "[column, bound, node if at most the bound, node if above], a leaf [nats].",
        "made_by": COMMAND,
        "documents": counts,
    }
    write(to, weights, about)
    print(f"{to}: {len(weights.trees)} trees, {sum(counts.values())} documents")
