"""`python -m benchmarks NAME`: one table of what can be trained and measured.

Without a name it lists them; `python -m benchmarks stories --help` gives the options of one.
"""

import sys
from importlib import import_module

# Each module has `main(argv)`.
NAMES = {
    "claims": "benchmarks.claims",
    "copies": "benchmarks.copies",
    "contradictions": "benchmarks.contradictions",
    "direction": "benchmarks.direction",
    "drift": "benchmarks.drift",
    "engines": "benchmarks.engines",
    "gate": "benchmarks.gate",
    "kills": "benchmarks.kills",
    "kinds": "benchmarks.kinds",
    "names": "benchmarks.names",
    "ledger": "benchmarks.ledger",
    "piles": "benchmarks.piles",
    "reading": "benchmarks.reading",
    "quotes": "benchmarks.quotes",
    "rebuild": "benchmarks.rebuild",
    "relations": "benchmarks.relations",
    "report": "benchmarks.report",
    "serve": "benchmarks.serve",
    "speed": "benchmarks.speed",
    "store": "benchmarks.store",
    "stories": "benchmarks.stories",
    "streaming": "benchmarks.streaming",
    "volume": "benchmarks.volume",
    "watch": "benchmarks.watch",
    "trees": "benchmarks.trees",
    "train-direction": "benchmarks.train_direction",
    "train-events": "benchmarks.train_events",
    "train-reading": "benchmarks.train_reading",
    "train-quotes": "benchmarks.train_quotes",
    "train-relations": "benchmarks.train_relations",
}


def main(argv: list[str]) -> int:
    """Runs the named benchmark; 2 for a name nobody has."""
    if argv and argv[0] in NAMES:
        import_module(NAMES[argv[0]]).main(argv[1:])
        return 0
    print("python -m benchmarks NAME [--data DIR], where NAME is one of:")
    for name in sorted(NAMES):
        print(f"  {name}")
    return 0 if not argv else 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
