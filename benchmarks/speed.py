"""What the program costs: five texts from the shell, `--version`, a large story, and one pair.

    python -m benchmarks speed [--data DIR] [--runs 5]

Wall time is the best of the runs (the rest is other people's load), memory the greatest resident
set of the child. Each command runs as found and with one thread for linear algebra
(OMP_NUM_THREADS=1). A pair is judged with nothing cached but the readings of its two texts; the
median is over `basil`, whole reports. The large story is one article of `polnear` and seeded edits
of it, fifty tellings in all, read whole: quotations, changes and claims included.
"""

import argparse
import cProfile
import os
import pstats
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import retold
from benchmarks import corpora, making
from benchmarks.measured import plain
from benchmarks.relating import Ready, ready
from retold.bench import Settings, bench
from retold.pairs.collate import collate
from retold.pairs.ground import grounds
from retold.pairs.measures import measure
from retold.pairs.relate import Judge, relate

READ_LIMIT = 3.0  # seconds
MEMORY_LIMIT = 300  # MB
VERSION_LIMIT = 0.25  # seconds
PAIR_LIMIT = 3.0  # ms
TELLINGS, TELLINGS_LIMIT = 50, 60.0  # texts, seconds
ABOUT = range(950, 1051)  # words of the article that the large story is made of
# Lines of the profile that are printed.
SHOWN = 25


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the fastest run and greatest memory of all, MB."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str], runs: int, *, one_thread: bool) -> Cost:
    """What a command costs; raises if it fails."""
    environment = dict(os.environ)
    environment.pop("OMP_NUM_THREADS", None)
    if one_thread:
        environment["OMP_NUM_THREADS"] = environment["OPENBLAS_NUM_THREADS"] = "1"
    spent, peak = [], 0
    for _ in range(runs):
        started = time.perf_counter()
        child = subprocess.Popen(
            list(command),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(child.pid, 0)
        spent.append(time.perf_counter() - started)
        # The child has been waited for here: Popen must not wait again.
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
        peak = max(peak, used.ru_maxrss)
    # Kilobytes on Linux, bytes on macOS.
    return Cost(min(spent), peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def print_commands(data: Path, runs: int) -> None:
    """The commands beside their limits."""
    program = str(Path(sys.executable).with_name("retold"))
    # The command as users start it, and through the module where the script is not installed.
    retold = [program] if Path(program).exists() else [sys.executable, "-m", "retold"]
    for one_thread in (False, True):
        threads = "OMP_NUM_THREADS=1" if one_thread else "threads as found"
        told = cost([*retold, "read", str(data / "seeds")], runs, one_thread=one_thread)
        shown = cost([*retold, "--version"], max(runs, 5), one_thread=one_thread)
        print(
            f"  five texts, {threads:18} {told.seconds:6.2f} s   limit {READ_LIMIT} s"
            f"   {told.megabytes:4.0f} MB   limit {MEMORY_LIMIT} MB"
        )
        print(
            f"  --version, {threads:19} {shown.seconds:6.3f} s   limit {VERSION_LIMIT} s"
            f"   {shown.megabytes:4.0f} MB"
        )


def news_pairs(data: Path) -> list[tuple[Ready, Ready]]:
    """Reports on one event, made ready."""
    held: dict[str, Ready] = {}
    pairs = []
    for row in corpora.rows(data, "basil/pairs_same_event.jsonl"):
        for text in (row["a_text"], row["b_text"]):
            if text not in held:
                held[text] = ready(plain("text", text))
        pairs.append((held[row["a_text"]], held[row["b_text"]]))
    return pairs


def derived_pairs(data: Path) -> list[tuple[Ready, Ready]]:
    """Reworded texts beside their source, made ready."""
    return [
        (ready(plain("left", text)), ready(plain("right", other)))
        for text, made in list(corpora.stars(data).values())[:40]
        for other in made.values()
    ]


def median_ms(
    pairs: Sequence[tuple[Ready, Ready]], step: Callable[[Ready, Ready], object]
) -> float:
    """Median milliseconds of a step over all pairs, best of three rounds for each."""
    spent = []
    for left, right in pairs:
        best = float("inf")
        for _ in range(3):
            started = time.perf_counter()
            step(left, right)
            best = min(best, time.perf_counter() - started)
        spent.append(1000 * best)
    return statistics.median(spent)


def print_pairs(data: Path) -> None:
    """Median time of a pair, whole and by stage."""
    judge = bench(Settings()).judge
    steps: dict[str, Callable[[Ready, Ready], object]] = {
        "relate, all of it": lambda one, other: _relate(one, other, judge),
        "  of it: collate": lambda one, other: collate(one.reading, other.reading),
        "  collate, grounds and measures": lambda one, other: measure(
            grounds(collate(one.reading, other.reading))
        ),
    }
    for name, pairs in (("basil", news_pairs(data)), ("detectrl", derived_pairs(data))):
        for step, of in steps.items():
            print(f"  {name:9} {step:32} {median_ms(pairs, of):5.2f} ms   limit {PAIR_LIMIT} ms")


def large_story(data: Path) -> list[dict[str, str]]:
    """The article with the middle number of quotations, and edits of it in turn."""
    articles = [
        row for row in corpora.rows(data, "polnear/dev.jsonl") if len(row["text"].split()) in ABOUT
    ]
    articles.sort(key=lambda row: (len(row["quotes"]), row["text"]))
    text = articles[len(articles) // 2]["text"]
    edits = (making.substituted, making.rearranged, making.trim, making.chained)
    made = [edits[n % len(edits)](text, random.Random(n)) for n in range(1, TELLINGS)]
    return [{"id": f"t{n:02}", "text": one} for n, one in enumerate([text, *made])]


def print_large_story(data: Path) -> None:
    """The time of the large story, beside its limit."""
    records = large_story(data)
    started, worked = time.perf_counter(), time.process_time()
    result = retold.read(records)
    took, worked = time.perf_counter() - started, time.process_time() - worked
    quotes, drifts, claims = (
        sum(len(getattr(story, found)) for story in result.stories)
        for found in ("quotes", "drifts", "claims")
    )
    print(
        f"  {TELLINGS} tellings of {len(records[0]['text'].split())} words: {took:.1f} s, "
        f"{worked:.1f} of a processor   limit {TELLINGS_LIMIT:.0f} s   ({quotes} quotations, "
        f"{drifts} changes, {claims} claims)"
    )


def print_profile(data: Path) -> None:
    """Where the time of a pair goes: functions by their own time."""
    judge = bench(Settings()).judge
    pairs = news_pairs(data)
    profile = cProfile.Profile()
    profile.enable()
    for left, right in pairs:
        _relate(left, right, judge)
    profile.disable()
    print(f"\nprofile of {len(pairs)} pairs of basil, own time:")
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(SHOWN)


def _relate(left: Ready, right: Ready, judge: Judge) -> object:
    return relate(left.reading, right.reading, judge, 1.0)


def main(argv: list[str]) -> None:
    """Prints the figures beside their limits."""
    options = argparse.ArgumentParser(prog="python -m benchmarks speed")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--profile", action="store_true", help="also where a pair's time goes")
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks speed (best of {chosen.runs} runs; {os.cpu_count()} processors)")
    print_commands(chosen.data, chosen.runs)
    print_large_story(chosen.data)
    print_pairs(chosen.data)
    if chosen.profile:
        print_profile(chosen.data)
