"""A store whose writer is killed at random moments: nothing acknowledged may be lost.

    python -m benchmarks kills [--kills 200] [--seed 1] [--folder DIR]

News is generated (seeded): stories, copies and part-copies of them, pages of sites with a line they
all repeat. Again and again `retold add` is given some of it and killed (SIGKILL) at a moment drawn
between its start and its usual end; it runs in a forked child, so that what a kill meets is the
work and not the start of Python. After each kill every id that the child had told of on stdout must
be in the store, and the store must be without fault, with nothing mended; the next `add` goes on
from there. At the end all is added without a kill, and the store must export the bytes of one go.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.streaming import Press
from retold import __version__
from retold.backends.store.checking import faults
from retold.backends.store.database import FILE
from retold.backends.store.store import reading
from retold.bench import Settings
from retold.cli.main import run
from retold.face import read
from retold.growth.reading import result_of
from retold.report.json import encode

# Texts given to one `add`; enough that documents are taken and worked in several times.
ROUND = 12
KINDS = 4  # of four texts one is new, one a copy, one a part, one a page of a site
PITCH = "Every Friday our desk sends what the week has brought to the letter boxes of the valley."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the kills: how many there were, how many met work, and what went wrong."""

    killed: int
    met_work: int
    acknowledged: int
    wrong: tuple[str, ...]


def pile(count: int, seed: int) -> list[dict[str, str]]:
    """So many records."""
    press, draw = Press(seed), random.Random(seed)
    texts: list[list[str]] = []
    records = []
    for number in range(count):
        kind = number % KINDS if texts else 0
        source = draw.choice(texts) if texts else []
        if kind in {0, 3}:
            source = press.text()
            texts.append(source)
        told = source[: max(3, len(source) // 2)] if kind == 2 else source
        text, outlet = "\n\n".join(told), f"Paper {number}"
        if kind == 3:
            text, outlet = f"{text}\n\n{PITCH}", "The Valley Letter"
        records.append({"id": f"{number:05}", "text": text, "outlet": outlet})
    return records


def killed(folder: Path, kills: int, seed: int) -> Outcome:
    """Adds to a store in `folder`, killed so many times."""
    draw = random.Random(seed)
    records = pile(ROUND * max(4, kills // 10), seed)
    store, part = folder / "store", folder / "part.jsonl"
    acknowledged: set[str] = set()
    wrong: list[str] = []
    usual, met = _round(store, part, records[:ROUND], None, acknowledged)[0], 0
    for number in range(kills):
        chosen = draw.sample(records, ROUND)
        taken, ended = _round(store, part, chosen, draw.uniform(0, usual), acknowledged)
        met += not ended
        wrong += [f"kill {number}: {line}" for line in _wrong(store, acknowledged)]
        usual = max(usual, taken) if ended else usual
    _round(store, part, records, None, acknowledged)
    wrong += _wrong(store, acknowledged)
    if _exported(store) != encode(read(part)):
        wrong.append("the store exports other bytes than one go")
    return Outcome(kills, met, len(acknowledged), tuple(wrong))


def _round(
    store: Path, part: Path, records: Sequence[dict[str, str]], wait: float | None, told: set[str]
) -> tuple[float, bool]:
    """One `add`, killed after `wait` seconds; how long it ran and whether it came to its end."""
    part.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    begin, end = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(begin)
        os.dup2(end, sys.stdout.fileno())
        # Nothing of the parent's is flushed or closed: the child ends as a killed one would.
        os._exit(int(run(["add", "--store", str(store), str(part), "-q"])))
    os.close(end)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(begin, "rb") as lines:
        written = lines.read()
    _, status = os.waitpid(child, 0)
    whole = written[: written.rfind(b"\n") + 1]
    told.update(json.loads(line)["id"] for line in whole.splitlines())
    return time.monotonic() - began, not os.WIFSIGNALED(status)


def _wrong(store: Path, acknowledged: set[str]) -> list[str]:
    """What is wrong with a store as a kill has left it."""
    if not (store / FILE).is_file() and not acknowledged:
        return []
    with reading(store) as opened:
        held = {key for (key,) in opened.connection.execute("SELECT id FROM documents")}
        lost = [f"{key} was acknowledged and is lost" for key in sorted(acknowledged - held)]
        return [*lost, *faults(opened)]


def _exported(store: Path) -> bytes:
    with reading(store) as opened:
        return encode(result_of(opened, Settings(), __version__))


def main(argv: list[str]) -> None:
    """Prints what came of it; exits 1 where anything went wrong."""
    options = argparse.ArgumentParser(prog="python -m benchmarks kills")
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, help="where the store is kept meanwhile")
    chosen = options.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        found = killed(Path(folder), chosen.kills, chosen.seed)
    print(f"python -m benchmarks kills --kills {chosen.kills} --seed {chosen.seed}")
    print(f"  {found.killed} kills, {found.met_work} before the end of the work")
    print(f"  {found.acknowledged} texts acknowledged, {len(found.wrong)} things wrong")
    for line in found.wrong:
        print(f"    {line}")
    if found.wrong:
        raise SystemExit(1)
