"""Copies found in a large pile, by level of editing, and what that costs, beside peers.

    python -m benchmarks volume [--data DIR] [--documents 20000] [--seed 0]
                                [--peers PYTHON] [--text-dedup PYTHON] [--ways NAME ...]

The pile: `volume_pile.py`; its head line counts what is real, made and planted. Every way works on
the same texts in a process of its own, peers in environments of their own (`peers/near_copies.txt`,
`peers/text_dedup.txt`), from texts in memory to groups; times are processor seconds. Recall is the
share of planted copies that meet their source (pairs) or stand in its group (groups). Precision is
told of what is known: of the pairs with a planted copy or a made text, a copy with its source or
with another copy of it is right, and what joins a made text to anything is wrong; of two real texts
nobody knows, so their pairs are counted and not judged.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import corpora
from benchmarks.bootstrap import figure, share
from benchmarks.volume_pile import Pile, pile

PEER = Path(__file__).parent / "peers" / "near_copies.py"
OWN = ("copies", "candidates", "verdicts", "events")


def told(name: str, made: Pile, found: dict[str, Any]) -> None:
    """Prints the figures of one way."""
    pairs = {(min(pair), max(pair)) for pair in found["pairs"]}
    heads, seconds, size = found["heads"], found["seconds"], len(made.texts)
    met = [float((source, place) in pairs) for place, source, _ in made.planted]
    grouped = [float(heads[source] == heads[place]) for place, source, _ in made.planted]
    sources = [str(source) for _, source, _ in made.planted]
    by_level: defaultdict[str, list[float]] = defaultdict(list)
    for (_, _, level), hit in zip(made.planted, met, strict=True):
        by_level[level].append(hit)
    right, wrong = judged(made, pairs)
    among_real = sum(other < made.real for _, other in pairs)
    print(f"\n{name} ({found['settings']})")
    print(f"  recall of pairs {figure(sources, share(met))}, of groups ", end="")
    print(f"{figure(sources, share(grouped))}; precision of the pairs known ", end="")
    print(f"{right / max(1, right + wrong):.4f} ({wrong} wrong)")
    print(f"  {seconds:.1f} s, {size / seconds:,.0f} documents a second a core, ", end="")
    print(f"{found['megabytes']:,.0f} MB", end="")
    print(f", keys of {found['bytes']:,.0f} bytes a document" if "bytes" in found else "")
    print(f"  pairs a document {len(pairs) / size:.2f}, of two real texts", end=" ")
    print(f"{among_real / made.real:.2f} a real document; largest group ", end="")
    print(max(Counter(heads).values(), default=0))
    print("  " + "  ".join(f"{one} {np.mean(by_level[one]):.3f}" for one in sorted(by_level)))


def judged(made: Pile, pairs: set[tuple[int, int]]) -> tuple[int, int]:
    """How many of the pairs are right, and how many wrong, of those that can be told."""
    source = {place: source for place, source, _ in made.planted}
    first_copy = min(source, default=len(made.texts))
    right = wrong = 0
    for one, other in pairs:
        if any(made.real <= place < first_copy for place in (one, other)):
            wrong += 1
        elif other in source and source[other] == source.get(one, one):
            right += 1
    return right, wrong


def measured(name: str, command: Sequence[str], made: Pile, path: Path) -> None:
    """Runs one way and prints its figures."""
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        last = "".join(done.stderr.strip().splitlines()[-1:])
        print(f"\n{name}: not measured: {last}", file=sys.stderr)
        return
    told(name, made, json.loads(done.stdout))
    sys.stdout.flush()


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks volume")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=0, help="other sources, other edits")
    options.add_argument("--peers", help="interpreter with datasketch and rensa")
    options.add_argument("--text-dedup", help="interpreter with text-dedup")
    options.add_argument("--ways", nargs="*", choices=OWN, default=OWN, help="of retold's own")
    options.add_argument("--write", type=Path, help="write the pile as JSON lines, and stop")
    chosen = options.parse_args(argv)
    made = pile(chosen.data, chosen.documents, chosen.seed)
    generated = len(made.texts) - made.real - len(made.planted)
    print(f"{len(made.texts)} documents: {made.real} real, {generated} made, ", end="")
    print(f"{len(made.planted)} copies", flush=True)
    if chosen.write:
        write(made, chosen.write)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        write(made, path)
        for way in chosen.ways:
            command = [sys.executable, "-m", "benchmarks.near_copies", way]
            measured(f"retold, {way}", command, made, path)
        for way in ("datasketch", "rensa") if chosen.peers else ():
            measured(way, [chosen.peers, str(PEER), way], made, path)
        if chosen.text_dedup:
            command = [chosen.text_dedup, str(PEER), "text-dedup"]
            measured("text-dedup", command, made, path)


def write(made: Pile, path: Path) -> None:
    """The pile as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for place, text in enumerate(made.texts):
            out.write(json.dumps({"id": f"{place:08}", "text": text}) + "\n")
