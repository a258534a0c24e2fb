import os
import signal
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from retold.backends.processes import AT_ONCE, Processes
from retold.backends.serial import Serial
from retold.bench import Settings
from retold.pipeline import retell
from retold.readers.text import document_of_text
from tests.invented.prose import paraphrase, retyped, story


def square(number: int) -> int:
    return number * number


def square_or_die(parent: int, number: int) -> int:
    if number == 40 and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def refused(number: int) -> int:
    raise ValueError(f"no {number}")


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 300])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert list(Processes(jobs).map(square, range(count))) == [n * n for n in range(count)]


def where(_: int) -> int:
    return os.getpid()


def test_other_processes_wait_until_the_work_takes_long() -> None:
    soon, late = Processes(2, 1e-9), Processes(2, 60.0)
    first, *others = soon.map(where, range(40))

    assert first == os.getpid()
    assert os.getpid() not in others
    assert set(late.map(where, range(40))) == {os.getpid()}


def test_nobody_waits_where_very_many_items_are_known_to_come() -> None:
    here, *others = Processes(2, 60.0).map(where, range(AT_ONCE))

    assert here == os.getpid()
    assert os.getpid() not in others


def touched(folder: Path, number: int) -> int:
    (folder / str(number)).touch()
    return number


def test_work_is_under_way_before_a_result_is_asked_for(tmp_path: Path) -> None:
    made = Processes(2).map(partial(touched, tmp_path), range(40))
    while len(list(tmp_path.iterdir())) < 16:
        sleep(0.01)

    assert list(made) == list(range(40))


def test_work_that_nobody_asks_for_ends_with_its_results() -> None:
    others = set(active_children())
    made = Processes(2).map(square, range(40))
    assert set(active_children()) > others
    del made

    assert set(active_children()) <= others


def test_the_first_item_is_worked_on_here_so_that_what_it_loads_is_forked() -> None:
    engine = Processes(2)

    for _ in range(2):
        first, *others = engine.map(where, range(40))
        assert first == os.getpid()
        assert os.getpid() not in others


def test_a_process_that_is_killed_loses_no_result() -> None:
    function = partial(square_or_die, os.getpid())

    assert list(Processes(2).map(function, range(100))) == [n * n for n in range(100)]


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no 0"):
        list(Processes(2).map(refused, range(100)))


def test_a_stream_is_not_read_to_its_end_before_the_first_result() -> None:
    stream = iter(range(10_000))
    made = Processes(2).map(square, stream)

    assert next(made) == 0
    assert next(stream) < 1000


def test_two_processes_tell_the_same_stories_as_one() -> None:
    news = [story(number) for number in range(70, 78)]
    texts = [text for one in news for text in (one.body, paraphrase(one).body, retyped(one.body))]
    documents = [document_of_text(f"{place:02}", text) for place, text in enumerate(texts)]

    one, two = (retell(documents, Settings(), engine=engine) for engine in (Serial(), Processes(2)))
    assert one == two
