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


def _top(above: dict[Item, Item], item: Item) -> Item:
    above.setdefault(item, item)
    while above[item] != item:
        above[item] = above[above[item]]
        item = above[item]
    return item
