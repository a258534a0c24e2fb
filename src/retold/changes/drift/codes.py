"""The table of codes: what can change on the way, how much it matters, and who looks for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from retold.changes.facing import Facing
from retold.model.change import Drift

Check = Callable[[Facing], Iterator[Drift]]


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of change: its stable id, its name, and what it tells the reader."""

    id: str
    name: str
    text: str


# By id. The first letter is the family: Q quotes, N numbers, E names, T time, M certainty,
# A credit, C content.
CODES: tuple[Code, ...] = ()
# Each function yields the drifts of one or a few codes of one family, for two linked passages.
CHECKS: tuple[Check, ...] = ()
