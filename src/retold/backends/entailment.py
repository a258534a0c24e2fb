"""The judge of entailment that another package installs: `retold.entailment` entry points."""

from functools import cache
from importlib.metadata import entry_points

from retold.model.errors import RetoldError
from retold.ports import Entailment

GROUP = "retold.entailment"


@cache
def entailment(name: str) -> Entailment | None:
    """The judge of that name, made once; None for the empty name.

    Raises:
        RetoldError: none of that name is installed.
    """
    if not name:
        return None
    for entry in entry_points(group=GROUP, name=name):
        made: Entailment = entry.load()()
        return made
    raise RetoldError(
        f"no judge of entailment called {name!r} is installed; a package offers one by an entry "
        f"point in the group {GROUP}"
    )
