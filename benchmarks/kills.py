"""A store whose writer is killed at random moments: nothing acknowledged may be lost.

    python -m benchmarks kills [--kills 200] [--seed 1] [--folder DIR]

News is generated (seeded): stories, copies and part-copies of them, pages of sites with a line they
all repeat. Again and again `retold add` is given some of it and killed (SIGKILL) at a moment drawn
between its start and its usual end; it runs in a forked child, so that what a kill meets is the
work and not the start of Python. Key files are merged as soon as there are two of a size, and every
fourth run is killed while it merges: before the merged file is on the disk, or before it is named.
After each kill every id that the child had told of on stdout must
be in the store, and the store must be without fault, with nothing mended; the next `add` goes on
from there. At the end all is added without a kill, and the store must export the bytes of one go.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks.streaming import Press
from benchmarks.trial import tried
from retold import __version__
from retold.backends.store import segments
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
LONGER = 1.1
IN_MERGE = 4  # one kill of so many
KINDS = 4  # of four texts one is new, one a copy, one a part, one a page of a site
PITCH = "Every Friday our desk sends what the week has brought to the letter boxes of the valley."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the kills: how many there were, how many met work, how many of these a merge,
    and what went wrong.
    """

    killed: int
    met_work: int
    met_merge: int
    acknowledged: int
    wrong: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """For people."""
        yield (
            f"{self.killed} kills, {self.met_work} before the end of the work, "
            f"{self.met_merge} of them in a merge"
        )
        yield f"{self.acknowledged} texts acknowledged"


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
    usual, met, merging = _round(store, part, records[:ROUND], Moment(), acknowledged)[0], 0, 0
    for number in range(kills):
        chosen = draw.sample(records, ROUND)
        in_merge = number % IN_MERGE == 0
        moment = Moment(merge=draw.randrange(2)) if in_merge else Moment(draw.uniform(0, usual))
        taken, ended = _round(store, part, chosen, moment, acknowledged)
        met += not ended
        merging += in_merge and not ended
        wrong += [f"kill {number}: {line}" for line in _wrong(store, acknowledged)]
        # What is killed leaves more for the next, which takes longer: it is given longer.
        usual = taken if ended else LONGER * usual
    _round(store, part, records, Moment(), acknowledged)
    wrong += _wrong(store, acknowledged)
    if _exported(store) != encode(read(part)):
        wrong.append("the store exports other bytes than one go")
    return Outcome(kills, met, merging, len(acknowledged), tuple(wrong))


@dataclass(frozen=True, slots=True)
class Moment:
    """When a run is killed: `wait` seconds after its start, or when its first merge has had so many
    things put onto the disk; never where both are None.
    """

    wait: float | None = None
    merge: int | None = None


def _round(
    store: Path, part: Path, records: Sequence[dict[str, str]], moment: Moment, told: set[str]
) -> tuple[float, bool]:
    """One `add`, killed at a moment; how long it ran and whether it came to its end."""
    part.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    begin, end = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(begin)
        os.dup2(end, sys.stdout.fileno())
        # Nothing of the parent's is flushed or closed: the child ends as a killed one would.
        try:
            os._exit(_add(store, part, moment))
        finally:
            os._exit(1)
    os.close(end)
    if moment.wait is not None:
        _sleep(moment.wait, child)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(begin, "rb") as lines:
        written = lines.read()
    _, status = os.waitpid(child, 0)
    whole = written[: written.rfind(b"\n") + 1]
    told.update(json.loads(line)["id"] for line in whole.splitlines())
    return time.monotonic() - began, not os.WIFSIGNALED(status)


def _sleep(seconds: float, child: int) -> None:
    """Waits, but no longer than until a child process has ended."""
    until = time.monotonic() + seconds
    ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while time.monotonic() < until and os.waitid(os.P_PID, child, ended) is None:
        time.sleep(0.002)


def _add(store: Path, part: Path, moment: Moment) -> int:
    """`retold add`, which merges soon, and dies where the moment says so; how it ends."""
    segments.WIDTH = 2
    with patch("os.fsync", _dying(moment.merge)) if moment.merge is not None else nullcontext():
        return int(run(["add", "--store", str(store), str(part), "-q"]))


def _dying(after: int) -> Callable[[int], None]:
    """What puts things onto the disk, and dies as soon as a merge has put so many there."""
    put, done = os.fsync, 0

    def dying(descriptor: int) -> None:
        nonlocal done
        if threading.current_thread() is not threading.main_thread():
            if done == after:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
        put(descriptor)

    return dying


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
    tried(argv, "kills", ("kills", 200), killed)
