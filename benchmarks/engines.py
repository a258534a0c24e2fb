"""One pile on every engine: the same bytes, and what each takes.

    python -m benchmarks engines [--data DIR] [--documents 5000] [--only NAME ...]

The pile is that of `python -m benchmarks volume`: the `distractors` with planted copies, made texts
beyond their number. Each engine runs `retold read --json-lines` in a process of its own. Daft, Ray
and Spark run on this machine; without their packages they are said not to be measured.
"""

import argparse
import hashlib
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.scratch import scratch
from benchmarks.spending import Cost, cost
from benchmarks.volume import write
from benchmarks.volume_pile import pile

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
    """What came of an engine: the digest of its bytes, None where it failed, the cost, and the last
    line that it said.
    """

    digest: str | None
    spent: Cost
    said: str


def run(words: tuple[str, ...], path: Path) -> Ran:
    """`retold read` of the pile on one engine."""
    command = [sys.executable, "-m", "retold", "read", str(path), "--json-lines", "--quiet"]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        spent = cost([*command, *words], out, said)
        out.seek(0)
        said.seek(0)
        digest = None if spent.code else hashlib.file_digest(out, "sha256").hexdigest()
        last = said.read().decode("utf-8", "replace").strip().splitlines()[-1:]
    return Ran(digest, spent, "".join(last))


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
    # Inside the folder: the result says where a text was read, which is to be the same each time.
    with scratch(None) as folder, chdir(folder):
        path = Path("pile.jsonl")
        write(made, path)
        for name in chosen.only:
            ran = run(ENGINES[name], path)
            if ran.digest is None:
                print(f"  {name:18} not measured: {ran.said}", flush=True)
                continue
            digests.add(ran.digest)
            spent = ran.spent
            print(
                f"  {name:18} {ran.digest[:16]} {spent.seconds:7.0f} s {spent.worked:7.0f} "
                f"processor s {spent.megabytes:6.0f} MB",
                flush=True,
            )
    if len(digests) > 1:
        raise SystemExit("engines differ")
