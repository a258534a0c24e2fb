import os
import signal
import time
from collections.abc import Iterator

from retold.readers.jobs import AHEAD, MOST_ITEMS, ordered
from retold.readers.options import LARGE, Hands


def late(number: int) -> int:
    time.sleep(0.02 if number % 2 else 0)
    return number * number


def killed(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def lost(number: int) -> int:
    return -number


def test_results_come_in_the_order_of_the_work() -> None:
    assert list(ordered(late, range(20), Hands(2), lost)) == [n * n for n in range(20)]


def test_one_process_is_this_one() -> None:
    assert list(ordered(lambda number: os.getpid(), range(2), Hands(1), lost)) == [os.getpid()] * 2


def test_a_process_that_is_killed_costs_its_item_only() -> None:
    assert list(ordered(killed, range(6), Hands(2), lost)) == [0, 1, 2, -3, 4, 5]


def test_no_more_is_taken_than_a_window_holds() -> None:
    taken: list[int] = []

    def offered() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    next(ordered(late, offered(), Hands(2), lost))

    assert len(taken) <= AHEAD * 2 + 2


def small(_: int) -> int:
    return 1


def where(_: int) -> int:
    return os.getpid()


def test_small_items_go_together() -> None:
    processes = list(ordered(where, range(MOST_ITEMS), Hands(2), lost, small))

    assert len(set(processes)) == 1


def test_a_process_that_is_killed_costs_of_its_batch_one_item() -> None:
    assert list(ordered(killed, range(6), Hands(2), lost, small)) == [0, 1, 2, -3, 4, 5]


def test_items_that_go_together_come_in_order() -> None:
    count = 2 * MOST_ITEMS + 1

    assert list(ordered(late, range(count), Hands(2), lost, small)) == [n * n for n in range(count)]


def test_other_processes_wait_until_the_work_takes_long() -> None:
    processes = list(ordered(where, range(20), Hands(2, 1e-9), lost))

    assert processes[0] == os.getpid()
    assert os.getpid() not in processes[1:]
    assert set(ordered(where, range(20), Hands(2, 60.0), lost)) == {os.getpid()}


def test_nobody_waits_where_a_large_file_is_to_be_read() -> None:
    hands = Hands(2, 60.0)

    assert hands.for_file(LARGE - 1) == hands == hands.for_file(None)
    assert hands.for_file(LARGE) == Hands(2, 0.0)
