"""An engine of several processes on one machine: results in the order of the work.

The processes are forked when the work begins, so that they share what the function holds (readings,
sketches, weights) without a copy; only items and results travel.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context
from signal import SIG_IGN, SIGINT, signal
from time import perf_counter
from typing import Any, TypeVar

from retold.backends.serial import Serial

Item = TypeVar("Item")
Made = TypeVar("Made")

# Items for which processes are begun, and that travel together where it is not known how many come.
FEW = 16
# Messages for each process, so that all end at about one time; and the most items in one.
MESSAGES, MANY = 16, 128
# Messages a process may have waiting: none stands idle while the parent is at something else, and
# little is held in memory.
AHEAD = 8
# So many items are more work than it takes to begin processes, whatever they are.
AT_ONCE = 5_000

_work: list[Callable[[Any], Any]] = []


class Processes(Serial):
    """The `Engine` for one machine; of one process, or where none can be forked, like `Serial`."""

    def __init__(self, jobs: int, patience: float = 0.0) -> None:
        """`jobs` processes share the work of `map`, 1 and more.

        They begin after `patience` seconds of it, or with the first `AT_ONCE` items.
        """
        self._jobs = jobs if "fork" in get_all_start_methods() else 1
        self._patience = patience

    def map(self, function: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """`function` of every item, in order; past the first it is called in another process.

        Where processes begin whatever is made of the first items, they begin now: the caller can go
        on with something else before it asks for a result.
        """
        count = len(items) if isinstance(items, Sized) else 0
        if count >= AT_ONCE:
            self._patience = 0.0
        if self._jobs > 1 and self._patience <= 0 and count > FEW:
            rest = iter(items)
            # One item here: the tables and kernels it loads are then forked, loaded once.
            first = list(map(function, islice(rest, 1)))
            return chain(first, self._begun(function, rest, count))
        return self._in_time(function, iter(items), count)

    def _in_time(
        self, function: Callable[[Item], Made], rest: Iterator[Item], count: int
    ) -> Iterator[Made]:
        """Processes begin once so much was done here that it pays, if it ever does."""
        waits = True
        while waits:
            began = perf_counter()
            made = list(map(function, islice(rest, 1)))
            self._patience -= perf_counter() - began
            if not made:
                return
            yield from made
            # One item at the least, as above.
            waits = self._jobs == 1 or self._patience > 0
        first = list(islice(rest, FEW))
        few = len(first) < FEW
        yield from map(function, first) if few else self._begun(function, chain(first, rest), count)

    def _begun(
        self, function: Callable[[Item], Made], rest: Iterator[Item], count: int
    ) -> Iterator[Made]:
        """What comes of work that is under way when this returns; `count` is 0 if not known."""
        together = max(1, min(MANY, count // (MESSAGES * self._jobs) if count else FEW))
        spread = self._spread(function, rest, together)
        next(spread)
        return chain.from_iterable(spread)

    def _spread(
        self, function: Callable[[Item], Made], rest: Iterator[Item], together: int
    ) -> Iterator[list[Made]]:
        """Nothing, once the first chunks are with the processes, then what came of each."""
        pool = ProcessPoolExecutor(
            self._jobs, get_context("fork"), initializer=_begin, initargs=(function,)
        )
        chunks = iter(lambda: list(islice(rest, together)), [])
        handed = ((chunk, _submitted(pool, chunk)) for chunk in chunks)
        try:
            waiting = deque(islice(handed, AHEAD * self._jobs))
            yield []
            while waiting:
                yield _result(function, *waiting.popleft())
                waiting.extend(islice(handed, 1))
        finally:
            pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, chunk: list[Any]) -> Future[list[Any]]:
    """What will come of a chunk; a future that broke where the processes are gone."""
    try:
        return pool.submit(_run, chunk)
    except BrokenProcessPool as fault:
        broken: Future[list[Any]] = Future()
        broken.set_exception(fault)
        return broken


def _result(
    function: Callable[[Item], Made], chunk: list[Item], made: Future[list[Made]]
) -> list[Made]:
    """What came of a chunk; made here where a process was killed, by the system for want of memory.

    Two processes need more memory than one, so that what killed one need not kill this one.
    """
    try:
        return made.result()
    except BrokenProcessPool:
        return [function(item) for item in chunk]


def _begin(function: Callable[[Any], Any]) -> None:
    """Keeps what the process was forked to do; an interrupt is the parent's to tell of."""
    signal(SIGINT, SIG_IGN)
    _work[:] = [function]


def _run(items: list[Any]) -> list[Any]:
    return [_work[0](item) for item in items]
