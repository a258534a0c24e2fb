"""Work spread over processes, its results in the order of the work."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
# Items a process may have waiting: enough that none stands idle, few enough to hold in memory.
AHEAD = 4


def ordered(
    function: Callable[[Item], Made],
    items: Iterable[Item],
    jobs: int,
    lost: Callable[[Item], Made],
) -> Iterator[Made]:
    """`function` of every item, in order, by so many processes; by this one for 1.

    `lost` stands for an item whose process was killed (by the system, for want of memory), twice.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    waiting: deque[tuple[Item, Future[Made]]] = deque()
    pool = _pool(jobs)
    try:
        for item in items:
            try:
                waiting.append((item, pool.submit(function, item)))
            except BrokenProcessPool:
                pool = _pool(jobs)
                waiting.append((item, pool.submit(function, item)))
            if len(waiting) > AHEAD * jobs:
                yield _result(function, *waiting.popleft(), lost)
        while waiting:
            yield _result(function, *waiting.popleft(), lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _result(
    function: Callable[[Item], Made], item: Item, made: Future[Made], lost: Callable[[Item], Made]
) -> Made:
    """What came of an item; once more by itself where a process was killed, perhaps by another."""
    try:
        return made.result()
    except BrokenProcessPool:
        pass
    with _pool(1) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool:
            return lost(item)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fork would carry over whatever threads the libraries of the parent have begun. An interrupt
    # goes to all processes of a terminal; the parent alone tells of it.
    return ProcessPoolExecutor(
        jobs,
        mp_context=get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )
