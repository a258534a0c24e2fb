"""`retold read --engine`: what it says before any work begins. The engines: tests/engines."""

import sys
from collections.abc import Callable

import pytest

from retold.cli.exits import Exit
from tests.cli.conftest import Ended
from tests.cli.fakes import Faked


def test_an_engine_nobody_has_gets_the_nearest_suggested(
    faked: Faked, shell: Callable[..., Ended]
) -> None:
    ended = shell("read", "a.txt", "--engine", "sparc")

    assert ended.code == Exit.USAGE
    assert "spark" in ended.err


@pytest.mark.parametrize(
    ("engine", "package", "extra"),
    [("daft", "daft", "daft"), ("spark", "pyspark.sql", "spark")],
)
def test_a_missing_engine_names_its_extra(
    faked: Faked,
    monkeypatch: pytest.MonkeyPatch,
    shell: Callable[..., Ended],
    engine: str,
    package: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    ended = shell("read", "a.txt", "--engine", engine)
    assert ended.code == Exit.USAGE
    assert f"pip install 'retold[{extra}]'" in ended.err


def test_a_cluster_takes_an_engine_that_can_be_on_one(
    faked: Faked, shell: Callable[..., Ended]
) -> None:
    ended = shell("read", "a.txt", "--cluster", "ray://head.example:10001")

    assert ended.code == Exit.USAGE
    assert "daft or spark" in ended.err


@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_an_engine_of_the_core_does_the_work(
    faked: Faked, shell: Callable[..., Ended], engine: str
) -> None:
    assert shell("read", "a.txt", "--engine", engine, "--json").code == Exit.DONE
