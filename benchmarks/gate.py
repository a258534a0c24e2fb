"""Holds what was reached: measures again and fails below a pinned floor.

    python -m benchmarks gate [--data DIR] [--only NAME ...] [--write] [--lower]

Floors stand in `floors.json`: the lower bound of each figure's interval when it was pinned, and a
digest of the files it was measured on. `--write` raises floors to what is measured now; a floor is
lowered only with `--lower` beside it. Where the data are absent it says so: exit 0 on a plain
checkout, 1 where `CI` is set.
"""

import argparse
import hashlib
import json
import math
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from benchmarks import corpora
from benchmarks.bootstrap import Figure
from benchmarks.gate_changes import of_claims, of_drift
from benchmarks.gate_figures import (
    of_kinds,
    of_ledger,
    of_piles,
    of_quotes,
    of_relations,
    of_stories,
    of_trees,
)
from benchmarks.gate_reading import of_reading
from benchmarks.pages import FILES

FLOORS = Path(__file__).with_name("floors.json")
# What is measured, and the files it is measured on.
MEASURED: Mapping[str, tuple[Callable[[Path], dict[str, Figure]], tuple[str, ...]]] = (
    MappingProxyType(
        {
            "relations": (
                of_relations,
                (
                    "detectrl_derivations/news_pairs.jsonl",
                    "llm_misinformation_rewrites/pairs.jsonl",
                    "basil/clusters.jsonl",
                    "basil/pairs_same_event.jsonl",
                    "ecbplus/clusters.jsonl",
                ),
            ),
            "kinds": (
                of_kinds,
                (
                    "detectrl_derivations/news_pairs.jsonl",
                    "llm_misinformation_rewrites/pairs.jsonl",
                    "basil/clusters.jsonl",
                    "basil/pairs_same_event.jsonl",
                ),
            ),
            "trees": (of_trees, ("detectrl_derivations/news_pairs.jsonl",)),
            "piles": (
                of_piles,
                (
                    "basil/clusters.jsonl",
                    "detectrl_derivations/news_pairs.jsonl",
                    "ecbplus/clusters.jsonl",
                ),
            ),
            "quotes": (of_quotes, ("polnear/train.jsonl", "polnear/dev.jsonl")),
            "ledger": (
                of_ledger,
                (
                    "polnear/train.jsonl",
                    "polnear/dev.jsonl",
                    "basil/clusters.jsonl",
                    "detectrl_derivations/news_pairs.jsonl",
                    "llm_misinformation_rewrites/pairs.jsonl",
                ),
            ),
            "drift": (
                of_drift,
                (
                    "polnear/train.jsonl",
                    "polnear/dev.jsonl",
                    "basil/clusters.jsonl",
                    "detectrl_derivations/news_pairs.jsonl",
                ),
            ),
            "claims": (
                of_claims,
                (
                    "claimdiff/ClaimDiff-strength-train.jsonl",
                    "claimdiff/ClaimDiff-weak-train.jsonl",
                ),
            ),
            "stories": (
                of_stories,
                (
                    "ecbplus/clusters.jsonl",
                    "allsides_roundup/clusters.jsonl",
                    "basil/clusters.jsonl",
                ),
            ),
            "reading": (
                of_reading,
                (*FILES.values(), "basil/clusters.jsonl", "polnear/dev.jsonl"),
            ),
        }
    )
)
# Fewer decimals than the interval has: a floor is a promise, not a reading.
DECIMALS = 3
# A figure of 1 has no interval; one pair in a hundred may change without failing the build.
HIGHEST = 0.99


@dataclass(frozen=True, slots=True)
class Floors:
    """Pinned floors by figure, and the sha256 of each file by its path below the data."""

    floors: dict[str, float]
    digests: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> "Floors":
        """The pinned floors; none where there is no file."""
        if not path.exists():
            return cls({}, {})
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(held["floors"], held["sha256"])

    def write(self, path: Path) -> None:
        """Writes them, sorted."""
        held = {
            "about": "Lower bounds of measured intervals; python -m benchmarks gate --write",
            "floors": dict(sorted(self.floors.items())),
            "sha256": dict(sorted(self.digests.items())),
        }
        path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def below(found: Mapping[str, Figure], floors: Mapping[str, float]) -> list[str]:
    """A line for every figure under its floor, or without a value."""
    return [
        f"{name}: {one.value:.3f} is below its floor {floors[name]:.3f}"
        for name, one in found.items()
        if name in floors and not one.value >= floors[name]
    ]


def raised(
    found: Mapping[str, Figure], floors: Mapping[str, float], *, lower: bool
) -> tuple[dict[str, float], list[str]]:
    """Floors moved to the lower bounds measured now, and a line for each that may not sink."""
    moved, refused = dict(floors), []
    for name, one in found.items():
        floor = math.floor(min(one.low, HIGHEST) * 10**DECIMALS) / 10**DECIMALS
        if floor < floors.get(name, -math.inf) and not lower:
            refused.append(f"{name}: floor {floors[name]:.3f} would sink to {floor:.3f}")
        else:
            moved[name] = floor
    return moved, refused


def absent(data: Path, names: list[str]) -> list[str]:
    """Files that are needed and not there."""
    needed = {file for name in names for file in MEASURED[name][1]}
    return sorted(file for file in needed if not (data / file).exists())


def other(data: Path, names: list[str], pinned: Mapping[str, str]) -> list[str]:
    """A line for every file that is not the one the floors were pinned on."""
    needed = sorted({file for name in names for file in MEASURED[name][1]})
    return [
        f"{file} is not the file the floors were pinned on; pin them again with --write --lower"
        for file in needed
        if file in pinned and pinned[file] != digest(data / file)
    ]


def measured(data: Path, names: list[str]) -> dict[str, Figure]:
    """All figures of some benchmarks, told as they come."""
    found: dict[str, Figure] = {}
    for name in names:
        started = time.perf_counter()
        figures = MEASURED[name][0](data)
        print(f"{name} ({time.perf_counter() - started:.0f} s)")
        for label, one in figures.items():
            print(f"  {label:28} {one}")
            found[f"{name}: {label}"] = one
    return found


def main(argv: list[str]) -> None:
    """Measures and compares; raises SystemExit where a floor does not hold."""
    options = argparse.ArgumentParser(prog="python -m benchmarks gate")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--floors", type=Path, default=FLOORS)
    options.add_argument("--only", nargs="+", choices=sorted(MEASURED), default=None)
    options.add_argument("--write", action="store_true", help="raise floors to what is measured")
    options.add_argument("--lower", action="store_true", help="with --write: floors may sink")
    chosen = options.parse_args(argv)
    names = chosen.only or list(MEASURED)
    if missing := absent(chosen.data, names):
        print(
            f"gate: not measured, {len(missing)} files absent below {chosen.data}: {missing[0]} ..."
        )
        raise SystemExit(1 if os.environ.get("CI") else 0)
    pinned = Floors.read(chosen.floors)
    faults = [] if chosen.write else other(chosen.data, names, pinned.digests)
    if not faults:
        found = measured(chosen.data, names)
        faults = (
            _written(found, pinned, names, chosen) if chosen.write else below(found, pinned.floors)
        )
    for line in faults:
        print(f"gate: {line}", file=sys.stderr)
    if faults:
        raise SystemExit(1)
    print(f"gate: {len(found)} figures, none below its floor")


def _written(
    found: Mapping[str, Figure], pinned: Floors, names: list[str], chosen: argparse.Namespace
) -> list[str]:
    """Writes moved floors unless one would sink; the lines that say which."""
    floors, refused = raised(found, pinned.floors, lower=chosen.lower)
    if refused:
        return [*refused, "nothing written; say --lower if floors are to sink"]
    files = {file for name in names for file in MEASURED[name][1]}
    digests = {file: digest(chosen.data / file) for file in sorted(files)}
    Floors(floors, pinned.digests | digests).write(chosen.floors)
    return []
