import hashlib
import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from retold.backends.engines import engine
from retold.model.errors import RetoldError
from tests.engines.ran import Engine

SERIAL = Engine("serial")
ENGINES = [
    SERIAL,
    Engine("processes", jobs=2),
    Engine("daft"),
    Engine("daft", jobs=2),
    Engine("daft", "local"),
    Engine("spark", "local", jobs=2),
]


@pytest.mark.parametrize("asked", ENGINES, ids=lambda asked: "-".join(asked.words))
def test_every_engine_passes_the_checks_and_gives_the_same_bytes(
    asked: Engine, ran: Callable[[Engine], CompletedProcess[str]]
) -> None:
    done = ran(asked)

    assert done.returncode == 0, done.stderr[-4000:]
    assert digest(done.stdout) == digest(ran(SERIAL).stdout)


@pytest.mark.parametrize("way", ["driver", "client"])
def test_a_ray_that_runs_already_gives_the_same_bytes(
    way: str, ray: dict[str, str], ran: Callable[[Engine], CompletedProcess[str]]
) -> None:
    done = ran(Engine("daft", ray[way]))

    assert done.returncode == 0, done.stderr[-4000:]
    assert digest(done.stdout) == digest(ran(SERIAL).stdout)


@pytest.mark.parametrize(
    "cluster", ["127.0.0.1:9", "ray://127.0.0.1:9", "ray://127.0.0.1", "127.0.0.1:many"]
)
def test_a_cluster_that_is_not_there_is_told_at_once(cluster: str, socket_enabled: None) -> None:
    with (
        pytest.raises(RetoldError, match=f"^no Ray cluster at {cluster}: "),
        engine("daft", cluster),
    ):
        pass


def test_the_pile_holds_what_engines_could_differ_in(
    ran: Callable[[Engine], CompletedProcess[str]],
) -> None:
    told = json.loads(ran(SERIAL).stdout)["stories"]

    assert len(told) > 5
    assert max(story["tellings"] for story in told) >= 50


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
