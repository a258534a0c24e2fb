"""An engine in one process: the next item when the last is done."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


class Serial:
    """The `Engine` for one machine and one core; holds nothing."""

    def map(self, function: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """`function` of every item, made as it is asked for."""
        return map(function, items)

    def pairs(self, keyed: Iterable[tuple[str, Iterable[int]]]) -> Iterator[tuple[str, str]]:
        """Every two ids that share a key, once, the lesser first, sorted."""
        postings: defaultdict[int, set[str]] = defaultdict(set)
        for name, keys in keyed:
            for key in keys:
                postings[key].add(name)
        met: set[tuple[str, str]] = set()
        for names in postings.values():
            met.update(combinations(sorted(names), 2))
        return iter(sorted(met))

    def components(self, edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """The connected parts of the edges, each sorted, in the order of their first ids.

        Union-find with the lesser id on top (Tarjan 1975): the order of edges tells nothing.
        """
        above: dict[str, str] = {}

        def top(name: str) -> str:
            above.setdefault(name, name)
            while above[name] != name:
                above[name] = above[above[name]]
                name = above[name]
            return name

        for left, right in edges:
            first, second = sorted((top(left), top(right)))
            above[second] = first
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(above):
            parts[top(name)].append(name)
        return [tuple(part) for _, part in sorted(parts.items())]
