"""What a command takes: time by the clock, time of processors, memory.

Memory is the greatest resident set, all processes of the command together, seen ten times a second
(less often where there are many). A processor second is one of any core, so that other people's
load does not count.
"""

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SEEN_EVERY = 0.1  # seconds
# Looking takes no more than one part in so many: a Ray has hundreds of processes and threads.
LOOKING = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock and of processors, megabytes at most at a time;
    and the code it ended with.
    """

    seconds: float
    worked: float
    megabytes: float
    code: int


def cost(
    command: Sequence[str],
    out: IO[bytes] | int = subprocess.DEVNULL,
    said: IO[bytes] | None = None,
) -> Cost:
    """What a command takes; its output goes to `out`, its stderr to `said` or to ours."""
    began, before, most = time.monotonic(), worked(), 0.0
    busy: dict[int, float] = {}
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(list(command), stdout=out, stderr=said, env=environment)
    while child.poll() is None:
        looked = time.monotonic()
        every = family(child.pid)
        most = max(most, sum(map(resident, every)))
        busy.update((one, seconds) for one in every if (seconds := own(one)))
        time.sleep(max(SEEN_EVERY, LOOKING * (time.monotonic() - looked)))
    # Of processes that nobody waited for, as those of Ray and Spark, the system keeps no account.
    spent = max(worked() - before, sum(busy.values()))
    return Cost(time.monotonic() - began, spent, most, child.returncode)


def worked() -> float:
    """Processor seconds of all ended children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def own(process: int) -> float:
    """Processor seconds of one process so far; 0 once it has ended."""
    try:
        # Behind the name, which may hold anything: user and system time are 12th and 13th.
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0.0


def family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found.extend(map(int, task.read_text().split()))
            except OSError:  # it ended meanwhile
                continue
    return found


def resident(process: int) -> float:
    """Megabytes of a process, shared pages in each; 0 once it has ended or if none are told."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def unshared(process: int) -> float:
    """Megabytes that a process alone has and no file; 0 once it has ended or if none are told."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    fields = (line.split() for line in told.splitlines() if line.startswith("Anonymous:"))
    return sum(int(kilobytes) * 1024 / 1_000_000 for _, kilobytes, _ in fields)
