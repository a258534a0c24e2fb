"""Trains what decides on direction and writes it into the package.

    python -m benchmarks train-direction [--data DIR] [--to FILE]

Every ordered pair of `python -m benchmarks direction`, one model for all; neither the seeds nor the
example story is read. `direction` prints how it fares on sources that it never saw.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from benchmarks import corpora
from benchmarks.direction_fit import fitted, names, read, tabled
from benchmarks.direction_pairs import ordered, proper_names

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data" / "direction-weights.json"
# Words on a line of the file.
ABREAST = 6


def main(argv: list[str]) -> None:
    """Fits the slopes to all pairs and writes them as readable JSON, a measure a line."""
    options = argparse.ArgumentParser(prog="python -m benchmarks train-direction")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    chosen = options.parse_args(argv)
    every = ordered(chosen.data)
    found = fitted(tabled(every, read(every), proper_names(chosen.data)))
    slopes: dict[str, dict[str, float]] = {}
    for (name, by), slope in zip(names(), found.slopes.tolist(), strict=True):
        slopes.setdefault(name, {})[by] = slope
    head = {
        "about": "Logistic regression without intercept over the measures in "
        "retold.pairs.direction_measures: nats a unit, plain and by what was done; and of the "
        "words that one text has of its own, nats for that text being the earlier.",
        "made_by": "python -m benchmarks train-direction",
        "pairs": dict(Counter(one.name for one in every)),
    }
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(by)}" for name, by in slopes.items())
    opening = json.dumps(head, indent=1).removesuffix("\n}")
    words = [f"{json.dumps(word)}: {slope}" for word, slope in found.words.items()]
    rows = [", ".join(words[at : at + ABREAST]) for at in range(0, len(words), ABREAST)]
    spelled = ",\n  ".join(rows)
    text = f'{opening},\n "slopes": {{\n{lines}\n }},\n "words": {{\n  {spelled}\n }}\n}}\n'
    chosen.to.write_text(text, encoding="utf-8")
    print(f"{chosen.to}: {len(slopes)} measures, {len(words)} words, {len(every)} pairs")
