"""What API v1 stands: `compare` on pairs never seen before, over loopback, two workers.

    python -m benchmarks serve [--data DIR] [--pairs 200] [--callers 6] [--url URL]

The pairs are of `basil` (whole reports on one event, by three outlets) and of
`detectrl_derivations`, half and half, each sent once; nothing is cached. The server is started as a
user starts it and warmed by ten pairs that are not counted. The client runs on the same processors:
its share is in the figures. A round is sent as fast as `--callers` connections take it, and another
at 100 a second, whether the answers are there or not, since a closed loop hides waiting.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import corpora

RATE = 100.0  # pairs a second that are asked for
P95_LIMIT = 100.0  # ms
WARMING = 10


def pairs(data: Path, number: int) -> list[bytes]:
    """Bodies of requests, `WARMING` more than asked for, half news and half derived."""
    half = (number + WARMING + 1) // 2
    news = corpora.rows(data, "basil/pairs_same_event.jsonl")
    made = corpora.rows(data, "detectrl_derivations/news_pairs.jsonl")
    chosen = [
        row
        for rows in (news, made)
        for row in sorted(rows, key=lambda one: corpora.seeded(one["a_text"]).random())[:half]
    ]
    chosen.sort(key=lambda one: corpora.seeded("order", one["a_text"], one["b_text"]).random())
    return [json.dumps({"left": row["a_text"], "right": row["b_text"]}).encode() for row in chosen]


class Caller:
    """A connection that is kept open; it speaks as little HTTP as it can, to cost little."""

    def __init__(self, host: str, port: int) -> None:
        self._where = host, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def compare(self, body: bytes) -> None:
        """Send a pair and read the whole answer; anything but 200 ends the run."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._where)
        reader, writer = self._streams
        host, port = self._where
        writer.write(
            f"POST /v1/compare HTTP/1.1\r\nHost: {host}:{port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        answer = await reader.readexactly(length)
        if b" 200 " not in head[:20]:
            raise SystemExit(f"{head[:20]!r}: {answer[:200]!r}")


async def closed(where: tuple[str, int], bodies: Sequence[bytes], callers: int) -> list[float]:
    """Seconds each took, as fast as some connections take them."""
    waiting = list(reversed(bodies))
    spent: list[float] = []

    async def work() -> None:
        caller = Caller(*where)
        while waiting:
            body = waiting.pop()
            started = time.perf_counter()
            await caller.compare(body)
            spent.append(time.perf_counter() - started)

    await asyncio.gather(*(work() for _ in range(callers)))
    return spent


async def opened(where: tuple[str, int], bodies: Sequence[bytes], rate: float) -> list[float]:
    """Seconds from when each was due to its answer, so many due a second."""
    idle = [Caller(*where) for _ in range(64)]
    spent: list[float] = []
    begun = time.perf_counter()

    async def send(due: float, body: bytes) -> None:
        caller = idle.pop() if idle else Caller(*where)
        await caller.compare(body)
        spent.append(time.perf_counter() - begun - due)
        idle.append(caller)

    tasks = []
    for number, body in enumerate(bodies):
        due = number / rate
        await asyncio.sleep(max(0.0, begun + due - time.perf_counter()))
        tasks.append(asyncio.create_task(send(due, body)))
    await asyncio.gather(*tasks)
    return spent


def print_round(name: str, spent: Sequence[float], seconds: float) -> None:
    """Rate and quantiles of one round."""
    cuts = statistics.quantiles((1000 * one for one in spent), n=100)
    print(
        f"  {name:28} {len(spent) / seconds:6.1f} a second   median {cuts[49]:6.1f} ms   "
        f"p95 {cuts[94]:6.1f} ms   p99 {cuts[98]:6.1f} ms"
    )


async def measured(where: tuple[str, int], bodies: list[bytes], callers: int) -> None:
    """Both rounds, on different halves of the pairs: none is sent twice."""
    await closed(where, bodies[:WARMING], 2)
    counted = bodies[WARMING:]
    half = len(counted) // 2
    for name, part in (("as fast as it goes", counted[:half]), ("100 a second", counted[half:])):
        started = time.perf_counter()
        if name == "100 a second":
            spent = await opened(where, part, RATE)
        else:
            spent = await closed(where, part, callers)
        print_round(name, spent, time.perf_counter() - started)


def main(argv: list[str]) -> None:
    """Prints the figures beside their limits."""
    options = argparse.ArgumentParser(prog="python -m benchmarks serve")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--pairs", type=int, default=400, help="half in each round")
    options.add_argument("--callers", type=int, default=4)
    options.add_argument("--workers", type=int, default=2)
    chosen = options.parse_args(argv)
    bodies = pairs(chosen.data, chosen.pairs)
    mean = statistics.mean(map(len, bodies)) / 2
    print(
        f"python -m benchmarks serve ({chosen.pairs} pairs, {mean:.0f} bytes a text; "
        f"{os.cpu_count()} processors, {chosen.workers} workers, load {os.getloadavg()[0]:.1f}; "
        f"limits {RATE:.0f} a second, p95 {P95_LIMIT:.0f} ms)"
    )
    command = [sys.executable, "-m", "retold", "serve", "--port", "0", "-q"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        [*command, "--workers", str(chosen.workers)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as server:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().strip())
        wait(str(address.hostname), address.port or 0)
        try:
            asyncio.run(
                measured((str(address.hostname), address.port or 0), bodies, chosen.callers)
            )
        finally:
            server.terminate()


def wait(host: str, port: int) -> None:
    """Until the server answers; its workers are warm then."""
    import socket

    for _ in range(600):
        try:
            with socket.create_connection((host, port), timeout=60) as opened_socket:
                opened_socket.sendall(f"GET /v1/health HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
                if opened_socket.recv(20):
                    return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")
