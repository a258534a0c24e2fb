"""The tree of the texts of one origin: who stands beside whom, what is lost, which is first.

Three steps. Neighbours: the maximum spanning tree of shared readings (a text shares most with its
own parent or child). Lost texts: where two neighbours of a text share readings that it lacks,
neither can have them from it, and a lost text is put between (Lachmann's common errors; Roos and
Heikkila 2009 on trees with lost and with inner attested nodes). Root: the node from which the
evidence on direction agrees best with the tree, the better connected one between equals.
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import networkx as nx
import numpy as np

from retold.stories.kindred import Counts, Kindred
from retold.stories.traits import Traits, shared

# Readings beyond chance that two neighbours must share against a text for a lost one, and the share
# of all that they have in common: 0 to .03 gave the same trees (python -m benchmarks trees).
LEAST_COMMON = 8.0
LEAST_COMMON_SHARE = 0.01
# A text that many stand beside is likelier their source than the copy of one of them. With 3 the
# trees of detectrl_derivations reach edge F1 .97 with their source and .93 without (python -m
# benchmarks trees), with 1 .95 and .79.
HUB = 3.0  # nats for each unit of ln(texts beside)
# What the names of lost texts begin with.
LOST = "lost-"
# Each round moves branches towards lost texts; two or three settle every tree met so far.
MOST_ROUNDS = 5

Lean = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Lineage:
    """A rooted tree: parent of every node but the root; lost nodes are named `lost-1` and so on.

    `firmness` holds for each text how surely it stands where it does and not beside another, .5..1.
    """

    root: str
    parents: Mapping[str, str]
    firmness: Mapping[str, float] = field(default_factory=dict)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every node, the root first, each parent before its children."""
        order, queue = [], [self.root]
        children: dict[str, list[str]] = {}
        for child, parent in sorted(self.parents.items()):
            children.setdefault(parent, []).append(child)
        while queue:
            node = queue.pop(0)
            order.append(node)
            queue.extend(children.get(node, ()))
        return tuple(order)


def lineage(texts: Mapping[str, Traits], lean: Lean, first_among: Collection[str] = ()) -> Lineage:
    """The tree of some texts of one origin.

    `lean(one, other)` is evidence, in nats, that `one` is the earlier form; it changes sign with
    the order. The root is one of `first_among` or a lost text, any node where that is empty.
    """
    names = sorted(texts)
    if len(names) == 1:
        return Lineage(names[0], {})
    tree, firmness = _grown(texts) if len(names) > 2 else _of_two(names)
    if first_among:
        candidates = [node for node in tree if node in first_among or node not in texts]
        root = _root(tree, candidates, set(first_among), lean)
    else:
        root = _root(tree, list(tree), set(names), lean)
    parents = {child: parent for parent, child in nx.bfs_edges(tree, root, sort_neighbors=sorted)}
    return Lineage(root, parents, firmness)


def _of_two(names: Sequence[str]) -> "tuple[nx.Graph[str], dict[str, float]]":
    """The tree of two texts, which hangs on nothing that they share, and how firm they stand."""
    tree: nx.Graph[str] = nx.Graph()
    tree.add_edge(*names)
    return tree, dict.fromkeys(names, 1.0)


def _grown(texts: Mapping[str, Traits]) -> "tuple[nx.Graph[str], dict[str, float]]":
    """The tree of more, with lost texts in it, and how firm each found one stands."""
    kindred = Kindred(texts)
    tree, names = _neighbours(kindred), kindred.names
    for _ in range(MOST_ROUNDS):
        lost = [_lose(tree, name, kindred) for name in names]
        moved = [_move(tree, name, kindred) for name in names]
        if not any(lost) and not any(moved):
            break
    return tree, {name: _firmness(name, tree, kindred) for name in names}


def resemblance(one: Traits, other: Traits) -> float:
    """Shared readings over the geometric mean of both counts (cosine), 0..1; 0 if one is empty."""
    if not len(one) or not len(other):
        return 0.0
    return len(shared(one, other)) / math.sqrt(len(one) * len(other))


def _neighbours(kindred: Kindred) -> "nx.Graph[str]":
    """The maximum spanning tree of resemblance; ties go by name."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(kindred.names)
    weights = kindred.resemblance
    for (row, one), (column, other) in combinations(enumerate(kindred.names), 2):
        graph.add_edge(one, other, weight=round(float(weights[row, column]), 6))
    return nx.maximum_spanning_tree(graph, algorithm="kruskal")


def _lose(tree: "nx.Graph[str]", name: str, kindred: Kindred) -> bool:
    """Puts a lost text between `name` and branches that share what it lacks; whether it did."""
    if tree.degree(name) < 2:
        return False
    branches = _branches(tree, name, kindred)
    common: nx.Graph[str] = nx.Graph()
    for one, other in combinations(sorted(branches), 2):
        score, total = _best_beyond_chance(branches[one], branches[other], name, kindred)
        if score > 0:
            common.add_edge(one, other, score=score, total=total)
    changed = False
    for part in sorted(nx.connected_components(common), key=min):
        inside = common.subgraph(part)
        score, total = (sum(v for _, _, v in inside.edges(data=key)) for key in ("score", "total"))
        if score < max(LEAST_COMMON, LEAST_COMMON_SHARE * total):
            continue
        standing = sorted(node for node in part if node not in kindred.place)
        lost = standing[0] if standing else _fresh(tree, kindred)
        for node in sorted(part - {lost}):
            tree.remove_edge(name, node)
            tree.add_edge(lost, node)
        tree.add_edge(lost, name)
        changed = True
    return changed


def _move(tree: "nx.Graph[str]", name: str, kindred: Kindred) -> bool:
    """Hands neighbours of `name` that are nearer to a lost text beside it on; whether any moved."""
    moved = False
    for lost in sorted(node for node in tree.neighbors(name) if node not in kindred.place):
        rebuilt = kindred.attested_twice(_beside(tree, lost, kindred))
        for node in sorted(node for node in tree.neighbors(name) if node in kindred.place):
            row = kindred.place[node]
            if kindred.table[row] @ rebuilt > kindred.shared[row, kindred.place[name]]:
                tree.remove_edge(name, node)
                tree.add_edge(lost, node)
                moved = True
    return moved


def _beside(tree: "nx.Graph[str]", node: str, kindred: Kindred) -> list[str]:
    """The found texts next to a node, sorted."""
    return sorted(other for other in tree.neighbors(node) if other in kindred.place)


def _fresh(tree: "nx.Graph[str]", kindred: Kindred) -> str:
    """A name for one more lost text."""
    return f"{LOST}{1 + sum(node not in kindred.place for node in tree)}"


def _branches(tree: "nx.Graph[str]", name: str, kindred: Kindred) -> dict[str, list[int]]:
    """The texts on the far side of each neighbour of `name`, by their places."""
    rest = tree.copy()
    rest.remove_node(name)
    return {
        node: sorted(
            kindred.place[other]
            for other in nx.node_connected_component(rest, node)
            if other in kindred.place
        )
        for node in tree.neighbors(name)
    }


def _best_beyond_chance(
    here: Sequence[int], there: Sequence[int], name: str, kindred: Kindred
) -> tuple[float, float]:
    """The strongest sign, over texts of two branches, that they share what `name` lacks.

    And all that the two texts of that sign share.
    """
    at = np.ix_(here, there)
    scores = kindred.beyond_chance(name)[at]
    best = np.unravel_index(int(scores.argmax()), scores.shape)
    return float(scores[best]), float(kindred.shared[at][best])


def _root(
    tree: "nx.Graph[str]", candidates: Sequence[str], weighed: Collection[str], lean: Lean
) -> str:
    """The candidate that direction speaks for most, then by name.

    Every line of the tree is asked once: what an ancestor has against its descendants is one piece
    of evidence, not as many as there are descendants. Where only some texts are weighed, they
    are revisions of one: how many stand beside them says nothing.
    """
    found = {node for node in tree if not node.startswith(LOST)}
    bonus = HUB if found <= set(weighed) else 0.0

    @cache
    def along(parent: str, child: str) -> float:
        here = _nearest(tree, parent, child, weighed)
        there = _nearest(tree, child, parent, weighed)
        leans = [lean(one, other) for one in here for other in there]
        return sum(leans) / len(leans) if leans else 0.0

    def score(root: str) -> float:
        total = bonus * math.log(max(1, tree.degree(root)))
        for parent, child in nx.bfs_edges(tree, root, sort_neighbors=sorted):
            total += along(parent, child)
        return total

    return min(sorted(candidates), key=lambda node: (-round(score(node), 6), node))


def _nearest(tree: "nx.Graph[str]", node: str, away: str, weighed: Collection[str]) -> list[str]:
    """The weighed texts nearest to a node on its side of the line to `away`."""
    if node in weighed:
        return [node]
    if not node.startswith(LOST):
        return []
    return sorted(other for other in tree.neighbors(node) if other != away and other in weighed)


def _firmness(name: str, tree: "nx.Graph[str]", kindred: Kindred) -> float:
    """How surely a text stands beside its neighbour and not beside the next best text, .5..1.

    Of the readings that tell the two apart, the share in which the text goes with its neighbour, by
    Laplace's rule of succession; 1 where there is no other text.
    """
    own = kindred.place[name]
    beside = set(tree.neighbors(name))
    rivals = [row for other, row in kindred.place.items() if row != own and other not in beside]
    if not rivals or not beside:
        return 1.0
    stands = [_text_of(tree, node, kindred) for node in sorted(beside)]
    near = max(stands, key=lambda text: _cosine(kindred.table[own], text))
    rival = kindred.table[max(rivals, key=lambda row: kindred.resemblance[own, row])]
    ours = float(kindred.table[own] @ (near * (1 - rival)))
    theirs = float(kindred.table[own] @ (rival * (1 - near)))
    return max(0.5, (ours + 1) / (ours + theirs + 2))


def _text_of(tree: "nx.Graph[str]", node: str, kindred: Kindred) -> Counts:
    """The readings of a node, those of a lost one as far as they are attested twice."""
    if node in kindred.place:
        row: Counts = kindred.table[kindred.place[node]]
        return row
    return kindred.attested_twice(_beside(tree, node, kindred))


def _cosine(one: Counts, other: Counts) -> float:
    return float(one @ other / max(1e-9, math.sqrt(float(one.sum()) * float(other.sum()))))
