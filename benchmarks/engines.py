"""One pile on every engine: the same bytes, and what each takes.

    python -m benchmarks engines [--data DIR] [--documents 5000] [--only NAME ...]

The pile is that of `python -m benchmarks volume`: the `distractors` with planted copies, made texts
beyond their number. Each engine runs `retold read --json-lines` in a process of its own. Daft, Ray
and Spark run on this machine; without their packages they are said not to be measured. Processor
seconds are those of the whole family of processes, but for a Ray that was there before.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.streaming import family, resident, worked
from benchmarks.volume import write
from benchmarks.volume_pile import pile

SEEN_EVERY = 0.5  # seconds
ENGINES = {
    "serial": ("--engine", "serial"),
    "processes": ("--engine", "processes", "--jobs", "2"),
    "daft": ("--engine", "daft"),
    "daft, 2 processes": ("--engine", "daft", "--jobs", "2"),
    "daft on ray": ("--engine", "daft", "--cluster", "local"),
    "spark": ("--engine", "spark", "--cluster", "local", "--jobs", "2"),
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of an engine: the digest of its bytes, None where it failed, and the cost."""

    digest: str | None
    seconds: float
    worked: float
    megabytes: float
    said: str


def run(words: tuple[str, ...], path: Path) -> Ran:
    """`retold read` of the pile on one engine."""
    command = [sys.executable, "-m", "retold", "read", str(path), "--json-lines", "--quiet"]
    began, before, most = time.monotonic(), worked(), 0.0
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [*command, *words],
            stdout=out,
            stderr=said,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        while child.poll() is None:
            most = max(most, sum(map(resident, family(child.pid))))
            time.sleep(SEEN_EVERY)
        out.seek(0)
        said.seek(0)
        digest = hashlib.file_digest(out, "sha256").hexdigest() if not child.returncode else None
        last = said.read().decode("utf-8", "replace").strip().splitlines()[-1:]
    return Ran(digest, time.monotonic() - began, worked() - before, most, "".join(last))


def main(argv: list[str]) -> None:
    """Prints a line for each engine; exits with 1 where two differ."""
    options = argparse.ArgumentParser(prog="python -m benchmarks engines")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--documents", type=int, default=5000)
    options.add_argument("--only", nargs="+", choices=ENGINES, default=list(ENGINES))
    chosen = options.parse_args(argv)
    made = pile(chosen.data, chosen.documents)
    print(f"{len(made.texts)} documents, {len(made.planted)} of them copies")
    digests = set()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pile.jsonl"
        write(made, path)
        for name in chosen.only:
            ran = run(ENGINES[name], path)
            if ran.digest is None:
                print(f"  {name:18} not measured: {ran.said}", flush=True)
                continue
            digests.add(ran.digest)
            print(
                f"  {name:18} {ran.digest[:16]} {ran.seconds:7.0f} s {ran.worked:7.0f} processor s "
                f"{ran.megabytes:6.0f} MB",
                flush=True,
            )
    if len(digests) > 1:
        raise SystemExit("engines differ")
