import hashlib
import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

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


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: "-".join(engine.words))
def test_every_engine_passes_the_checks_and_gives_the_same_bytes(
    engine: Engine, ran: Callable[[Engine], CompletedProcess[str]]
) -> None:
    done = ran(engine)

    assert done.returncode == 0, done.stderr[-4000:]
    assert digest(done.stdout) == digest(ran(SERIAL).stdout)


def test_the_pile_holds_what_engines_could_differ_in(
    ran: Callable[[Engine], CompletedProcess[str]],
) -> None:
    told = json.loads(ran(SERIAL).stdout)["stories"]

    assert len(told) > 5
    assert max(story["tellings"] for story in told) >= 50


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
