"""An engine in one process: the next item when the last is done."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from retold.ports import Holders, Joined
from retold.stories.parts import components
from retold.stories.postings import joining

Item = TypeVar("Item")
Made = TypeVar("Made")


class Serial:
    """The `Engine` for one machine and one core; holds nothing."""

    def map(self, function: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """`function` of every item, made as it is asked for."""
        return map(function, items)

    def hold(self, items: Iterable[tuple[str, Item]]) -> Mapping[str, Item]:
        """The items by name, in this process's memory."""
        return dict(items)

    def pairs(
        self,
        keys: Sequence[npt.NDArray[np.uint64]],
        ranks: npt.NDArray[np.int64],
        least: int,
        holding: Holders,
    ) -> Iterator[Joined]:
        """The pairs of places that share `least` keys and more, in pieces."""
        return joining(keys, ranks, least, holding)

    def components(self, edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """The connected parts of the edges, each sorted, in the order of their first ids."""
        return components(edges)
