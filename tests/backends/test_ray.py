"""A connection to a Ray cluster, with a Ray that stands in for the real one."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from retold.backends.ray import TRIES, connected
from retold.model.errors import RetoldError


class Cluster:
    """Gives up the first connections it is asked for, and keeps the others."""

    def __init__(self, given_up: int, fault: type[Exception]) -> None:
        self.given_up, self.fault, self.asked = given_up, fault, 0

    def init(self, *_: object, **__: object) -> None:
        self.asked += 1
        if self.asked <= self.given_up:
            raise self.fault("Initialization failure from server:\nno answer\nand more")


def ray(monkeypatch: pytest.MonkeyPatch, given_up: int, fault: type[Exception]) -> Any:
    cluster = Cluster(given_up, fault)
    told = SimpleNamespace(init=cluster.init, shutdown=lambda: None)
    monkeypatch.setitem(sys.modules, "ray", told)
    return cluster


def test_a_connection_that_the_cluster_gives_up_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cluster = ray(monkeypatch, TRIES - 1, ConnectionAbortedError)

    with connected("auto", 1):
        assert cluster.asked == TRIES


@pytest.mark.parametrize(
    ("fault", "asked"), [(ConnectionAbortedError, TRIES), (ConnectionError, 1), (RuntimeError, 1)]
)
def test_a_cluster_that_does_not_connect_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception], asked: int
) -> None:
    cluster = ray(monkeypatch, TRIES, fault)

    with (
        pytest.raises(RetoldError, match=r"^no Ray cluster at auto: .*: no answer$"),
        connected("auto", 1),
    ):
        pass
    assert cluster.asked == asked
