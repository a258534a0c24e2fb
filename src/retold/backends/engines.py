"""Engines by name: ours, and those that other packages offer."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from importlib.metadata import EntryPoint, entry_points

from retold.backends.processes import Processes
from retold.backends.serial import Serial
from retold.model.errors import RetoldError
from retold.ports import Engine

GROUP = "retold.engines"
Opens = Callable[[str | None, int], AbstractContextManager[Engine]]


@contextmanager
def engine(name: str, cluster: str | None = None, jobs: int = 1) -> Iterator[Engine]:
    """The engine of that name, for as long as the context lasts.

    `cluster` says where it is, None for this machine; `jobs` how many processes it may use on one.

    Raises:
        RetoldError: none has that name, it cannot be had, or it has no cluster to be on.
    """
    opens = known().get(name)
    if opens is None:
        raise RetoldError(f"no engine called {name!r} (there are: {', '.join(sorted(known()))})")
    with opens(cluster, jobs) as opened:
        yield opened


def known() -> dict[str, Opens]:
    """How each engine is opened, by name; ours go before others of the same name."""
    others = {point.name: partial(_offered, point) for point in entry_points(group=GROUP)}
    return {**others, "serial": _serial, "processes": _processes, "daft": _daft, "spark": _spark}


def _offered(point: EntryPoint, cluster: str | None, jobs: int) -> AbstractContextManager[Engine]:
    """An engine of another package, whose code is not run before it is asked for."""
    opens: Opens = point.load()
    return opens(cluster, jobs)


@contextmanager
def _serial(cluster: str | None, _: int) -> Iterator[Engine]:
    yield _here(Serial(), cluster)


@contextmanager
def _processes(cluster: str | None, jobs: int) -> Iterator[Engine]:
    yield _here(Processes(jobs), cluster)


def _here(made: Engine, cluster: str | None) -> Engine:
    if cluster is not None:
        raise RetoldError(f"this engine runs on no cluster; {cluster} takes daft or spark")
    return made


def _daft(cluster: str | None, jobs: int) -> AbstractContextManager[Engine]:
    from retold.backends.daft import on_daft

    return on_daft(cluster, jobs)


def _spark(cluster: str | None, jobs: int) -> AbstractContextManager[Engine]:
    from retold.backends.spark import on_spark

    return on_spark(cluster, jobs)
