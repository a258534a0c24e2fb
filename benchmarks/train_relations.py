"""Trains the verdict on descent and writes it into the package.

    python -m benchmarks train-relations [--data DIR] [--to FILE] [--corrections FILE]

Derived: `detectrl_derivations` (source beside derived text, and two derived texts of one source),
`llm_misinformation_rewrites`, runs of words cut from `basil`, and reports with paragraphs of
another put in. Independent: `basil` whole, cut on both sides, cut on one side, and look-alike
events of `ecbplus`. Neither the seeds nor the example story is read. All draws are seeded by the
texts themselves.
"""

import argparse
import json
from itertools import chain
from pathlib import Path

from benchmarks import corpora
from benchmarks.corrections import corrected_pairs
from benchmarks.fit import fitted, table
from benchmarks.measured import measured

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data" / "relation-weights.json"


def training_pairs(data: Path) -> list[corpora.LabelledPair]:
    """All labelled pairs that the verdict is trained on."""
    return list(
        chain(
            corpora.derived_pairs(data),
            corpora.sibling_pairs(data),
            corpora.excerpt_pairs(data),
            corpora.merged_pairs(data),
            corpora.independent_pairs(data),
            corpora.mixed_pairs(data),
            corpora.look_alike_pairs(data),
        )
    )


def main(argv: list[str]) -> None:
    """Fits the weights to all pairs and writes them as readable JSON."""
    options = argparse.ArgumentParser(prog="python -m benchmarks train-relations")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    options.add_argument("--corrections", type=Path, help="pairs relabelled in retold serve")
    chosen = options.parse_args(argv)
    pairs = training_pairs(chosen.data)
    if chosen.corrections is not None:
        pairs.extend(corrected_pairs(chosen.corrections))
    data = table(measured(pairs))
    weights = fitted(data)
    written = {
        "about": "Logistic regression over the softened logits of the measures in "
        "retold.pairs.measures.",
        "made_by": "python -m benchmarks train-relations",
        "pairs": {
            "derived": int(data.derived.sum()),
            "independent": int((data.derived == 0).sum()),
        },
        "intercept": weights.intercept,
        "terms": {
            name: {"weight": term.weight, "mean": term.mean, "spread": term.spread}
            for name, term in weights.terms.items()
        },
    }
    chosen.to.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"{chosen.to}: {len(weights.terms)} measures, {len(data.derived)} pairs")
