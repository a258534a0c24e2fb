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
from benchmarks.direction import fitted, names, ordered, read, tabled

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data" / "direction-weights.json"
# Digits after the point of a slope: a thousandth of a nat a unit is far below what decides.
DIGITS = 4


def main(argv: list[str]) -> None:
    """Fits the slopes to all pairs and writes them as readable JSON, a measure a line."""
    options = argparse.ArgumentParser(prog="python -m benchmarks train-direction")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    chosen = options.parse_args(argv)
    every = ordered(chosen.data)
    found = fitted(every, tabled(every, read(every)))
    slopes: dict[str, dict[str, float]] = {}
    for (name, by), slope in zip(names(), found.tolist(), strict=True):
        slopes.setdefault(name, {})[by] = round(slope, DIGITS)
    head = {
        "about": "Logistic regression without intercept over the measures in "
        "retold.pairs.direction_measures: nats a unit, plain and by what was done.",
        "made_by": "python -m benchmarks train-direction",
        "pairs": dict(Counter(one.name for one in every)),
    }
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(by)}" for name, by in slopes.items())
    opening = json.dumps(head, indent=1).removesuffix("\n}")
    text = f'{opening},\n "slopes": {{\n{lines}\n }}\n}}\n'
    chosen.to.write_text(text, encoding="utf-8")
    print(f"{chosen.to}: {len(slopes)} measures, {len(every)} pairs")
