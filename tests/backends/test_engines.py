from typing import Any

import pytest

from retold.backends.checks import check_engine
from retold.backends.engines import engine, known
from retold.backends.processes import Processes
from retold.backends.serial import Serial
from retold.model.errors import RetoldError
from retold.ports import Engine


@pytest.mark.parametrize("made", [Serial(), Processes(1), Processes(2)])
def test_the_engines_of_the_core_pass_the_checks(made: Engine) -> None:
    check_engine(made)


def test_an_engine_that_loses_the_order_does_not_pass() -> None:
    class Backwards(Serial):
        def map(self, function: Any, items: Any) -> Any:
            return reversed([function(item) for item in items])

    with pytest.raises(AssertionError, match="map"):
        check_engine(Backwards())


def test_an_engine_that_finds_other_pairs_does_not_pass() -> None:
    class Lavish(Serial):
        def pairs(self, keys: Any, ranks: Any, least: int, holding: Any) -> Any:
            return super().pairs(keys, ranks, 1, holding)

    with pytest.raises(AssertionError, match="pairs"):
        check_engine(Lavish())


def test_an_engine_nobody_has_is_named_with_those_there_are() -> None:
    with (
        pytest.raises(RetoldError, match=r"'dask'.*daft, processes, serial, spark"),
        engine("dask"),
    ):
        pass


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_an_engine_of_one_machine_takes_no_cluster(name: str) -> None:
    with pytest.raises(RetoldError, match="daft or spark"), engine(name, "local"):
        pass


def test_four_engines_are_known_without_a_package_being_loaded() -> None:
    assert {"serial", "processes", "daft", "spark"} <= set(known())
