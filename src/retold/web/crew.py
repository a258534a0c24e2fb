"""The processes that answer calls at once: compare, group, look up, draw a page."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from retold.web import work
from retold.web.problems import Problem
from retold.web.settings import CALL_SECONDS

if TYPE_CHECKING:  # the second is not there on every system
    from multiprocessing.context import ForkServerContext, SpawnContext

T = TypeVar("T")
# Calls that may wait for a process; beyond, a caller is told so at once instead of waiting long.
MOST_WAITING = 256


def context() -> "ForkServerContext | SpawnContext":
    """How processes start: forked from a clean one that has our modules, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["retold.web.work"])
    return found


class Crew:
    """Some processes, each with one call at a time."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._waiting = 0
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, context(), initializer=work.warm)

    async def run(self, function: Callable[..., T], *arguments: object) -> T:
        """What a function of `work` gives back.

        Raises:
            Problem: 503 where too many wait, a call takes too long, or its process died.
        """
        if self._waiting >= MOST_WAITING:
            raise Problem(503, "too many calls wait already; try again soon", {"Retry-After": "1"})
        self._waiting += 1
        loop = asyncio.get_running_loop()
        try:
            # Whatever it was that took so long still runs to its end in its process.
            async with asyncio.timeout(CALL_SECONDS):
                return await loop.run_in_executor(self._pool, function, *arguments)
        except TimeoutError:
            words = f"not done after {CALL_SECONDS:.0f} seconds; send it as a job"
            raise Problem(503, words, {"Retry-After": "10"}) from None
        except BrokenProcessPool:
            self._pool = self._started()
            raise Problem(503, "the process that worked on this ended; try a part of it") from None
        finally:
            self._waiting -= 1

    async def warmed(self) -> None:
        """Start every process."""
        await asyncio.gather(*(self.run(work.warm) for _ in range(self._workers)))

    def close(self) -> None:
        """End the processes; calls that wait are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)
