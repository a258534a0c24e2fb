"""Pairs that a person relabelled on the review page of `retold serve`, as labelled pairs."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpora import LabelledPair

DERIVED = {"dependent": True, "independent": False}


def corrected_pairs(path: Path) -> Iterator[LabelledPair]:
    """The pairs of a file of corrections; those that could not be told are left out.

    Of a pair relabelled more than once the last word counts.
    """
    last: dict[tuple[str, str], LabelledPair] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pair = row["a_text"], row["b_text"]
        last.pop(pair, None)
        if row["label"] in DERIVED:
            last[pair] = LabelledPair(
                row["a_text"], "corrected", DERIVED[row["label"]], row["a_text"], row["b_text"]
            )
    yield from last.values()
