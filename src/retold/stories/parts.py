"""What hangs together: the connected parts of a graph.

Union-find with the lesser item on top (Tarjan 1975), so the order of the edges tells nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item", int, str)


def components(edges: Iterable[tuple[Item, Item]]) -> list[tuple[Item, ...]]:
    """The connected parts of the edges, each sorted, in the order of their first items."""
    above: dict[Item, Item] = {}
    for left, right in edges:
        first, second = sorted((_top(above, left), _top(above, right)))
        above[second] = first
    parts: defaultdict[Item, list[Item]] = defaultdict(list)
    for item in sorted(above):
        parts[_top(above, item)].append(item)
    return [tuple(part) for _, part in sorted(parts.items())]


def walked(edges: Iterable[tuple[Item, Item]]) -> dict[Item, int]:
    """The turn of each item on a walk along the edges, depth first, so that neighbours come close.

    It goes on to those of the fewest edges first; the order of the edges tells nothing.
    """
    beside: defaultdict[Item, set[Item]] = defaultdict(set)
    for left, right in edges:
        beside[left].add(right)
        beside[right].add(left)
    order = sorted(beside, key=lambda item: (len(beside[item]), item))
    turns: dict[Item, int] = {}
    ahead = order[::-1]
    while ahead:
        item = ahead.pop()
        if item not in turns:
            turns[item] = len(turns)
            further = beside[item].difference(turns)
            ahead += sorted(further, key=lambda one: (-len(beside[one]), one))
    return turns


def _top(above: dict[Item, Item], item: Item) -> Item:
    above.setdefault(item, item)
    while above[item] != item:
        above[item] = above[above[item]]
        item = above[item]
    return item
