"""Work spread over processes, its results in the order of the work."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from time import perf_counter
from typing import TypeVar

from retold.readers.options import Hands

Item = TypeVar("Item")
Made = TypeVar("Made")
# Batches a process may have waiting: enough that none stands idle, few enough to hold in memory.
AHEAD = 4
# To hand a batch to a process and its results back takes as long as making a document of a short
# text: items go together up to so many, or up to so many characters. At a fourth of these the
# process that hands them out works a fifth longer.
MOST_ITEMS = 256
MOST_CHARACTERS = 262_144


def _whole(_: object) -> int:
    """Every item is a batch."""
    return MOST_CHARACTERS


def ordered(
    function: Callable[[Item], Made],
    items: Iterable[Item],
    hands: Hands,
    lost: Callable[[Item], Made],
    size: Callable[[Item], int] = _whole,
) -> Iterator[Made]:
    """`function` of every item, in order, by this process or by several.

    `lost` stands for an item whose process was killed (by the system, for want of memory), twice.
    `size` says how many characters of work an item is, where some may go together.
    """
    rest = iter(items)
    spent = 0.0
    for item in rest if hands.jobs <= 1 or hands.patience else ():
        began = perf_counter()
        made = function(item)
        spent += perf_counter() - began
        yield made
        if hands.jobs > 1 and spent >= hands.patience:
            break
    if hands.jobs > 1:
        yield from _spread(function, _batches(rest, size), hands.jobs, lost)


def _spread(
    function: Callable[[Item], Made],
    batches: Iterable[list[Item]],
    jobs: int,
    lost: Callable[[Item], Made],
) -> Iterator[Made]:
    waiting: deque[tuple[list[Item], Future[list[Made]]]] = deque()
    each = partial(_each, function)
    pool = _pool(jobs)
    try:
        for batch in batches:
            try:
                waiting.append((batch, pool.submit(each, batch)))
            except BrokenProcessPool:
                pool = _pool(jobs)
                waiting.append((batch, pool.submit(each, batch)))
            if len(waiting) > AHEAD * jobs:
                yield from _results(function, *waiting.popleft(), lost)
        while waiting:
            yield from _results(function, *waiting.popleft(), lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _each(function: Callable[[Item], Made], batch: list[Item]) -> list[Made]:
    return list(map(function, batch))


def _batches(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in order, together where they are small."""
    batch: list[Item] = []
    held = 0
    for item in items:
        batch.append(item)
        held += size(item)
        if held >= MOST_CHARACTERS or len(batch) == MOST_ITEMS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _results(
    function: Callable[[Item], Made],
    batch: list[Item],
    made: Future[list[Made]],
    lost: Callable[[Item], Made],
) -> list[Made]:
    """What came of a batch; of each item by itself where a process was killed, perhaps by
    another.
    """
    try:
        return made.result()
    except BrokenProcessPool:
        return [_again(function, item, lost) for item in batch]


def _again(function: Callable[[Item], Made], item: Item, lost: Callable[[Item], Made]) -> Made:
    """What came of an item in a process of its own."""
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
