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
from itertools import combinations

import networkx as nx
import numpy as np

from retold.stories.traits import Traits, lacking, shared

# Two rewordings hit on a pair of words by chance as often as both have much that is new: this times
# the product of their new readings over the readings of the smaller. With .10, 8 and .01 the trees
# of detectrl_derivations reach edge F1 .97 with their source in the pile and .93 with it hidden;
# lesser values invent lost texts, greater ones miss them (python -m benchmarks trees).
BY_CHANCE = 0.10
# Readings beyond chance that two neighbours must share against a text for a lost one, and the share
# of all that they have in common.
LEAST_COMMON = 8.0
LEAST_COMMON_SHARE = 0.01
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
    tree = _neighbours(texts, names)
    for _ in range(MOST_ROUNDS):
        lost = [_lose(tree, name, texts) for name in names]
        moved = [_move(tree, name, texts) for name in names]
        if not any(lost) and not any(moved):
            break
    candidates = [node for node in tree if node in first_among or node not in texts]
    root = _root(tree, candidates if first_among else list(tree), names, lean)
    parents = {child: parent for parent, child in nx.bfs_edges(tree, root, sort_neighbors=sorted)}
    return Lineage(root, parents, {name: _firmness(name, tree, texts) for name in names})


def resemblance(one: Traits, other: Traits) -> float:
    """Shared readings over the geometric mean of both counts (cosine), 0..1; 0 if one is empty."""
    if not len(one) or not len(other):
        return 0.0
    return len(shared(one, other)) / math.sqrt(len(one) * len(other))


def _neighbours(texts: Mapping[str, Traits], names: Sequence[str]) -> "nx.Graph[str]":
    """The maximum spanning tree of resemblance; ties go by name."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    for one, other in combinations(names, 2):
        weight = round(resemblance(texts[one], texts[other]), 9)
        graph.add_edge(one, other, weight=weight)
    return nx.maximum_spanning_tree(graph, algorithm="kruskal")


def _lose(tree: "nx.Graph[str]", name: str, texts: Mapping[str, Traits]) -> bool:
    """Puts a lost text between `name` and branches that share what it lacks; whether it did."""
    branches = _branches(tree, name, texts)
    common: nx.Graph[str] = nx.Graph()
    for one, other in combinations(sorted(branches), 2):
        score, total = _best_beyond_chance(branches[one], branches[other], name, texts)
        if score > 0:
            common.add_edge(one, other, score=score, total=total)
    changed = False
    for part in sorted(nx.connected_components(common), key=min):
        inside = common.subgraph(part)
        score, total = (sum(v for _, _, v in inside.edges(data=key)) for key in ("score", "total"))
        if score < max(LEAST_COMMON, LEAST_COMMON_SHARE * total):
            continue
        standing = sorted(node for node in part if node not in texts)
        lost = standing[0] if standing else _fresh(tree, texts)
        for node in sorted(part - {lost}):
            tree.remove_edge(name, node)
            tree.add_edge(lost, node)
        tree.add_edge(lost, name)
        changed = True
    return changed


def _move(tree: "nx.Graph[str]", name: str, texts: Mapping[str, Traits]) -> bool:
    """Hands neighbours of `name` to a lost text beside it that is nearer; whether any moved."""
    moved = False
    for lost in sorted(node for node in tree.neighbors(name) if node not in texts):
        rebuilt = attested_twice(tree, lost, texts)
        for node in sorted(node for node in tree.neighbors(name) if node in texts):
            nearer = len(shared(texts[node], rebuilt)) - len(shared(texts[node], texts[name]))
            if nearer > 0:
                tree.remove_edge(name, node)
                tree.add_edge(lost, node)
                moved = True
    return moved


def attested_twice(tree: "nx.Graph[str]", lost: str, texts: Mapping[str, Traits]) -> Traits:
    """The readings of a lost text: those that two of the texts beside it have."""
    beside = [texts[node] for node in sorted(tree.neighbors(lost)) if node in texts]
    if not beside:
        return np.zeros(0, np.uint64)
    readings, times = np.unique(np.concatenate(beside), return_counts=True)
    return readings[times > 1]


def _fresh(tree: "nx.Graph[str]", texts: Mapping[str, Traits]) -> str:
    """A name for one more lost text."""
    return f"lost-{1 + sum(node not in texts for node in tree)}"


def _branches(
    tree: "nx.Graph[str]", name: str, texts: Mapping[str, Traits]
) -> dict[str, tuple[str, ...]]:
    """The texts on the far side of each neighbour of `name`."""
    rest = tree.copy()
    rest.remove_node(name)
    return {
        node: tuple(sorted(nx.node_connected_component(rest, node) & texts.keys()))
        for node in tree.neighbors(name)
    }


def _best_beyond_chance(
    here: Sequence[str], there: Sequence[str], name: str, texts: Mapping[str, Traits]
) -> tuple[float, int]:
    """The strongest sign, over texts of two branches, that they share what `name` lacks."""
    return max(
        _beyond_chance(texts[one], texts[other], texts[name]) for one in here for other in there
    )


def _beyond_chance(one: Traits, other: Traits, witness: Traits) -> tuple[float, int]:
    """Readings two texts share and the witness lacks, less chance's; and all they share."""
    both, lacked = lacking(one, other, witness)
    fresh = [len(text) - len(shared(text, witness)) for text in (one, other)]
    size = max(1, min(len(one), len(other)))
    return lacked - BY_CHANCE * fresh[0] * fresh[1] / size, both


def _root(
    tree: "nx.Graph[str]", candidates: Sequence[str], names: Sequence[str], lean: Lean
) -> str:
    """The node that direction speaks for most, then the best connected, then by name."""
    known = set(names)

    def score(root: str) -> float:
        total = math.log(tree.degree(root)) if tree.degree(root) else 0.0
        above: dict[str, tuple[str, ...]] = {root: ()}
        for parent, child in nx.bfs_edges(tree, root, sort_neighbors=sorted):
            above[child] = (*above[parent], parent)
            if child in known:
                total += sum(lean(node, child) for node in above[child] if node in known)
        return total

    return min(sorted(candidates), key=lambda node: (-round(score(node), 6), node))


def _firmness(name: str, tree: "nx.Graph[str]", texts: Mapping[str, Traits]) -> float:
    """How surely a text stands beside its neighbour and not beside the next best text, .5..1.

    Of the readings that tell the two apart, the share in which the text goes with its neighbour, by
    Laplace's rule of succession; 1 where there is no other text.
    """
    beside = set(tree.neighbors(name))
    own = texts[name]
    stands = {node: _text_of(tree, node, texts) for node in beside}
    near = max(stands.values(), key=lambda text: resemblance(own, text), default=own)
    rivals = [texts[other] for other in sorted(texts) if other != name and other not in beside]
    if not rivals:
        return 1.0
    rival = max(rivals, key=lambda text: resemblance(own, text))
    ours = len(shared(own, np.setdiff1d(near, rival, assume_unique=True)))
    theirs = len(shared(own, np.setdiff1d(rival, near, assume_unique=True)))
    return max(0.5, (ours + 1) / (ours + theirs + 2))


def _text_of(tree: "nx.Graph[str]", node: str, texts: Mapping[str, Traits]) -> Traits:
    """The readings of a node, those of a lost one as far as they are attested twice."""
    return texts[node] if node in texts else attested_twice(tree, node, texts)
